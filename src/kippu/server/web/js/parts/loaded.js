// Shows what the server tells once it is there; until then nothing moves, and a failure can be tried again.
import { html } from "../html.js";
import { t } from "../words.js";

export const Trouble = ({ text, onRetry }) => html`
  <div class="trouble" role="alert">
    <p>${text}</p>
    ${onRetry && html`<button type="button" class="button" onClick=${onRetry}>${t("action.retry")}</button>`}
  </div>`;

/** `of` is one of the store's; its child is a function from the data to what is shown. */
export function Loaded({ of, children }) {
  const data = of.data.value;
  const error = of.error.value;
  if (data !== null) return children(data);
  if (error && !error.offline) return html`<${Trouble} text=${error.message} onRetry=${of.load} />`;
  if (error) return html`<p class="empty">${t("offline.later")}</p>`;
  return html`<p class="empty" aria-busy="true">${t("loading")}</p>`;
}
