// Short words at the foot of the page about what went well or wrong.
import { html } from "../html.js";
import { notices, unnotice } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

export const Notices = () => html`
  <div class="notices" role="status">
    ${notices.value.map(({ id, text, bad }) => html`
      <div key=${id} class="notice ${bad ? "bad" : ""}">
        <p>${text}</p>
        <button type="button" class="round" aria-label=${t("action.close")} onClick=${() => unnotice(id)}>
          <${Icon} name="close" />
        </button>
      </div>`)}
  </div>`;
