// "A better model fits this device": one line on the empty page that opens the details, and never comes again
// after a no. The models page goes on offering it.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { keep, kept } from "../kept.js";
import { fetchOnYes } from "../model.js";
import { models, status } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { Progress } from "./progress.js";

const refused = signal(kept("offer.refused", "") !== "");

function refuse() {
  refused.value = true;
  keep("offer.refused", "yes");
}

export function Offer() {
  const offer = status.data.value?.offer;
  if (!offer || refused.value || status.data.value.model.state === "missing") return null;
  const progress = models.data.value?.models.find(({ id }) => id === offer.id)?.progress;
  if (progress != null) {
    return html`<section class="slim" aria-label=${t("offer.label")}>
      <p>${offer.name}</p><${Progress} id=${offer.id} name=${offer.name} progress=${progress} /></section>`;
  }
  const look = async () => {
    if ((await fetchOnYes(offer.id, { no: t("offer.no"), use: true })) === false) refuse();
  };
  return html`
    <section class="slim" aria-label=${t("offer.label")}>
      <button type="button" class="slim-open" onClick=${look}>
        <${Icon} name="ladder" /><span>${t(offer.purpose === "code" ? "offer.text.code" : "offer.text")}</span><span class="slim-more">${t("offer.look")}</span></button>
      <button type="button" class="round" aria-label=${t("offer.no")} title=${t("offer.no")} onClick=${refuse}>
        <${Icon} name="close" />
      </button>
    </section>`;
}
