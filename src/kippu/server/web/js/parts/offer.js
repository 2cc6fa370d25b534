// "This device can carry a better model": a card that goes when it is not wanted.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { bytes, count } from "../format.js";
import { keep, kept } from "../kept.js";
import { fetchOnYes } from "../model.js";
import { models, status } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { Progress } from "./progress.js";

const refused = signal(kept("offer.refused", ""));

export function Offer() {
  const offer = status.data.value?.offer;
  if (!offer || refused.value === offer.id || status.data.value.model.state === "missing") return null;
  const progress = models.data.value?.models.find(({ id }) => id === offer.id)?.progress;
  const refuse = () => {
    refused.value = offer.id;
    keep("offer.refused", offer.id);
  };
  return html`
    <section class="offer" aria-label=${t("offer.label")}>
      <p>
        ${t("offer.text", { name: offer.name, size: bytes(offer.bytes), source: offer.source.split(":")[0] })}${" "}
        <span class="quiet">${t("offer.speed", { speed: count(Math.round(offer.tokens_per_second)) })}</span>
      </p>
      ${progress != null
        ? html`<${Progress} id=${offer.id} name=${offer.name} progress=${progress} />`
        : html`<button type="button" class="button" onClick=${() => fetchOnYes(offer.id)}>${t("offer.look")}</button>`}
      <button type="button" class="round" aria-label=${t("offer.no")} title=${t("offer.no")} onClick=${refuse}>
        <${Icon} name="close" />
      </button>
    </section>`;
}
