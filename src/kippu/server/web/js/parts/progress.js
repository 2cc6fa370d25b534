// How far a model's fetch is, with a way to stop it.
import { html } from "../html.js";
import { api } from "../api.js";
import { bytes, percent } from "../format.js";
import { attempt, models } from "../store.js";
import { t } from "../words.js";

/** Progress is a share from 0 to 1, or {received, bytes} in bytes. */
export const share = (progress) =>
  typeof progress === "number" ? progress : progress.bytes ? progress.received / progress.bytes : 0;

export function Progress({ id, name, progress }) {
  const done = share(progress);
  const whole = progress.bytes > 0 && progress.received >= progress.bytes; // what came is checked
  const words = whole ? t("get.checking") : progress.bytes ? `${bytes(progress.received)} / ${bytes(progress.bytes)}` : percent(done);
  const cancel = async () => {
    await attempt(() => api.cancelModel(id));
    models.load();
  };
  return html`
    <div class="fetching">
      <progress key=${whole} class="progress" max="1" value=${whole ? undefined : done} aria-label=${t("get.progress", { name })}></progress>
      <span class="figures small">${words}</span>
      <button type="button" class="button" onClick=${cancel}>${t("action.cancel")}</button>
    </div>`;
}
