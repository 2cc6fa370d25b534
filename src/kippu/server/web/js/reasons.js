// Why something ran where it did, in the page's language: it is kept in the language of its sentence, and the server
// tells how each such reason is said in both.
import { computed } from "../vendor/signals.js";
import { api } from "./api.js";
import { told } from "./store.js";
import { language } from "./words.js";

export const reasons = told(api.reasons);

/** A pattern for the words with their places, of which the one with a number has another reason in it. */
function pattern(words) {
  const plain = words.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${plain.replace(/\{(\w+)\}/g, (_, place) => `(?<${place === "0" ? "inner" : place}>.+)`)}$`, "s");
}

const patterns = computed(() => (reasons.data.value ?? []).map((said) => ({ said, of: [pattern(said.en), pattern(said.ja)] })));

/** A reason in the page's language; words that are none as they are. */
export function reason(text) {
  for (const { said, of } of patterns.value) {
    const found = of.map((each) => each.exec(text)).find(Boolean);
    if (!found) continue;
    const { inner, ...words } = found.groups ?? {};
    const places = { ...words, 0: inner && reason(inner) };
    return said[language.value].replace(/\{(\w+)\}/g, (_, place) => places[place]);
  }
  return text;
}
