// What the policy that the server tells means for the person's words, in words.
import { maybe, t } from "./words.js";

/** What the page says under this policy: where words go (`to`), what that promises (`terms`), what the cloud's rung
    says (`cloud`). Under a policy that this page doesn't know it promises nothing and names the page that tells. */
export function policyWords(policy) {
  const words = (what) => maybe(`policy.${policy}.${what}`, t(`policy.other.${what}`));
  return { to: words("to"), terms: words("terms"), cloud: words("cloud") };
}
