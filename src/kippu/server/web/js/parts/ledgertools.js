// Checking the ledger, taking it along, and forgetting the texts in it.
import { html, useState } from "../html.js";
import { api } from "../api.js";
import { count } from "../format.js";
import { read } from "../ledger.js";
import { reason } from "../reasons.js";
import { attempt, notice } from "../store.js";
import { t } from "../words.js";
import { Choice } from "./controls.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";

const Checked = ({ result }) => html`
  <p class="checked ${result.whole ? "" : "broken"}"><${Icon} name=${result.whole ? "check" : "close"} />
    <span>${result.whole ? t("verify.whole", { n: count(result.rows) }) : t("verify.broken", { id: count(result.id) })}
      ${!result.whole && html`<span class="small quiet"> ${reason(result.why)}</span>`}</span></p>`;

function Forget({ onClose }) {
  const [which, setWhich] = useState("month");
  const forget = async () => {
    const month = new Date();
    month.setMonth(month.getMonth() - 1);
    const done = await attempt(() => api.forgetTexts(which === "all" ? undefined : month.toISOString()));
    if (done) notice(t("forget.done", { n: done.texts }));
    onClose();
    read();
  };
  return html`
    <p>${t("forget.text")}</p>
    <p class="quiet">${t("forget.stays")}</p>
    <${Choice} name="forget" label=${t("forget.which")} value=${which} onChoose=${setWhich}
      options=${[["month", t("forget.month")], ["all", t("forget.all")]]} />
    <div class="actions">
      <button type="button" class="button" autofocus onClick=${onClose}>${t("action.cancel")}</button>
      <button type="button" class="button danger" onClick=${forget}>${t("forget.yes")}</button>
    </div>`;
}

export function Tools() {
  const [result, setResult] = useState(null);
  const [forgetting, setForgetting] = useState(false);
  const verify = async () => {
    setResult(null);
    setResult(await attempt(api.verifyLedger));
  };
  const close = () => setForgetting(false);
  return html`
    <section class="card"><h2>${t("tools.title")}</h2>
      <p class="quiet">${t("tools.text")}</p>
      <div class="actions">
        <button type="button" class="button" onClick=${verify}><${Icon} name="check" />${t("verify.do")}</button>
        <a class="button" href="api/ledger/export" download="kippu-ledger.jsonl"><${Icon} name="shut" />${t("export.do")}</a>
        <button type="button" class="button danger" onClick=${() => setForgetting(true)}><${Icon} name="trash" />${t("forget.do")}</button>
      </div>
      <div role="status">${result && html`<${Checked} result=${result} />`}</div>
      <${Dialog} open=${forgetting} onClose=${close} title=${t("forget.title")}><${Forget} onClose=${close} /><//>
    </section>`;
}
