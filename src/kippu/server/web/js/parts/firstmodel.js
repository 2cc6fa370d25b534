// While the model that talks is not on this device: how far it is, or a way to get it. Commands work without it.
import { html, useEffect } from "../html.js";
import { fetchOnYes } from "../model.js";
import { models, status } from "../store.js";
import { t } from "../words.js";
import { Progress } from "./progress.js";

/** `brief` is for a talk that goes on: the line without what works already. */
export function FirstModel({ brief = false }) {
  const model = status.data.value?.model;
  const missing = model?.state === "missing";
  useEffect(() => {
    if (missing) models.load();
  }, [missing]);
  if (!missing) return null;
  const progress = models.data.value?.models.find(({ id }) => id === model.id)?.progress;
  return html`
    <section class="slim ${brief ? "" : "tall"}" aria-label=${t("first.label")}>
      <p>${t(brief ? "first.brief" : "first.text", { name: model.name })}</p>
      ${progress
        ? html`<${Progress} id=${model.id} name=${model.name} progress=${progress} />`
        : html`<button type="button" class="button" onClick=${() => fetchOnYes(model.id)}>${t("first.look")}</button>`}
    </section>`;
}
