// What may leave this device: the one choice above all others, in plain words.
import { html, useId } from "../html.js";
import { api } from "../api.js";
import { link } from "../route.js";
import { attempt, notice, privacy, status } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

const policies = [["device only", "lock"], ["ask me", "eye"], ["when it helps", "cloud"]];

let before = Promise.resolve();

/** Do one change after the other, each with what the one before left; true when the server took it. */
export function change(doing) {
  before = before.then(async () => {
    const now = await attempt(() => doing(privacy.data.value));
    if (now) privacy.data.value = now;
    return Boolean(now);
  });
  return before;
}

/** Change what was chosen: some of it, or what a function makes of it as it is by then. */
export const choose = (changed) =>
  change((now) => api.choosePrivacy(typeof changed === "function" ? changed(now) : changed));

async function take(policy) {
  if (await choose({ policy })) notice(t(`policy.${policy}.taken`));
  else await privacy.load();
  status.load();
}

const Card = ({ policy, icon, chosen, name }) => html`
  <label class="policy">
    <input type="radio" name=${name} value=${policy} checked=${chosen} aria-labelledby=${`${name}-${icon}-name`}
      aria-describedby=${`${name}-${icon}`} onChange=${() => take(policy)} />
    <span class="policy-card"><${Icon} name=${icon} />
      <span class="policy-words"><strong id=${`${name}-${icon}-name`}>${t(`policy.${policy}.name`)}</strong>
        <span class="small" id=${`${name}-${icon}`}>${t(`policy.${policy}.text`)}</span></span>
      <span class="policy-dot" aria-hidden="true"></span></span>
  </label>`;

/** What the choice means as things stand. */
function Now({ read }) {
  if (read.policy === "device only") return html`<p class="now"><${Icon} name="lock" /><span>${t("policy.shut")}</span></p>`;
  if (read.providers.length === 0) return html`<p class="now"><${Icon} name="cloud" /><span>${t("policy.nobody")}</span></p>`;
  return html`<p class="now"><${Icon} name="cloud" /><span>${t("policy.open", { to: read.providers[0].name })}</span></p>`;
}

export function Policy({ read }) {
  const id = useId();
  return html`
    <section class="card leave">
      <h2 id=${id}>${t("policy.title")}</h2>
      <p class="quiet">${t("policy.lead")}</p>
      <div class="policies" role="radiogroup" aria-labelledby=${id}>
        ${policies.map(([policy, icon]) => html`
          <${Card} key=${policy} policy=${policy} icon=${icon} chosen=${read.policy === policy} name=${id} />`)}
      </div>
      <div role="status"><${Now} read=${read} /></div>
      <p class="small"><a class="line-link" href=${link("ledger")}>${t("policy.ledger")}</a></p>
    </section>`;
}
