// "A better model fits this device": a line on the empty page with what it is, where from and how fast, that opens the
// details and never comes again after a no (the models page goes on offering it). After a yes, here and above a talk:
// how far it is, then that it answers now, and the way back.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { api } from "../api.js";
import { bytes, pace } from "../format.js";
import { keep, kept } from "../kept.js";
import { fetchOnYes, sourceKind } from "../model.js";
import { attempt, models, notice, status } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { Progress } from "./progress.js";

const refused = signal(kept("offer.refused", "") !== "");
const seen = signal(kept("brought.seen", ""));

function refuse() {
  refused.value = true;
  keep("offer.refused", "yes");
}

function see({ id }) {
  seen.value = id;
  keep("brought.seen", id);
}

const Close = ({ words, onClick }) => html`
  <button type="button" class="round" aria-label=${words} title=${words} onClick=${onClick}><${Icon} name="close" /></button>`;

/** A model that answers since it came, until the person has seen it. */
function Brought({ brought }) {
  const back = async () => {
    if (await attempt(() => api.useModel(brought.before))) notice(t("model.using", { name: brought.before_name }));
    models.load();
    status.load();
  };
  return html`<section class="slim" aria-label=${t("brought.label")}>
    <div class="slim-both"><p>${t("brought.text", { name: brought.name })}</p>
      <button type="button" class="button" onClick=${back}>${t("brought.back", { name: brought.before_name })}</button></div>
    <${Close} words=${t("action.close")} onClick=${() => see(brought)} /></section>`;
}

/** What is on its way, or has come, of the models that talk; the one without which none talks has its own line. */
export function Arrival() {
  const told = status.data.value;
  const coming = models.data.value?.models.find(({ id, kind, progress }) =>
    progress != null && kind === "chat" && !(told?.model.state === "missing" && told.model.id === id));
  if (coming) {
    return html`<section class="slim" aria-label=${t("offer.label")}>
      <p>${coming.name}</p><${Progress} id=${coming.id} name=${coming.name} progress=${coming.progress} /></section>`;
  }
  const brought = told?.brought;
  return brought && brought.id !== seen.value && html`<${Brought} brought=${brought} />`;
}

export function Offer() {
  const offer = status.data.value?.offer;
  const coming = models.data.value?.models.some(({ id, progress }) => id === offer?.id && progress != null);
  if (!offer || coming || refused.value || status.data.value.model.state === "missing") return null;
  const look = async () => {
    if ((await fetchOnYes(offer.id, { no: t("offer.no"), use: true })) === false) refuse();
  };
  const facts = { size: bytes(offer.bytes), speed: pace(offer.tokens_per_second), source: sourceKind(offer.source) };
  return html`
    <section class="slim" aria-label=${t("offer.label")}>
      <button type="button" class="slim-open" onClick=${look}>
        <${Icon} name="ladder" />
        <span><span>${t(offer.purpose === "code" ? "offer.text.code" : "offer.text", { name: offer.name })}</span>
          <span class="slim-facts figures">${t("offer.facts", facts)}</span>
          ${offer.instead && html`<span class="slim-facts">${t("offer.instead", { name: offer.instead, source: sourceKind(offer.unreached) })}</span>`}</span>
        <span class="slim-more">${t("offer.look")}</span></button>
      <${Close} words=${t("offer.no")} onClick=${refuse} />
    </section>`;
}
