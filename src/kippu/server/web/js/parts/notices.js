// Short words at the foot of the page about what went well or wrong.
import { html, useEffect, useRef } from "../html.js";
import { notices, unnotice } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

/** Takes the focus: it stands far from what it undoes, and not for long. */
function Offer({ offer, onDone }) {
  const button = useRef(null);
  useEffect(() => button.current.focus(), []);
  return html`<button type="button" class="button" ref=${button} onClick=${() => {
    offer.act();
    onDone();
  }}>${offer.text}</button>`;
}

export const Notices = () => html`
  <div class="notices">
    ${notices.value.map(({ id, text, bad, offer }) => html`
      <div key=${id} class="notice ${bad ? "bad" : ""}">
        <p>${text}</p>
        ${offer && html`<${Offer} offer=${offer} onDone=${() => unnotice(id)} />`}
        <button type="button" class="round" aria-label=${t("action.close")} onClick=${() => unnotice(id)}>
          <${Icon} name="close" />
        </button>
      </div>`)}
  </div>`;
