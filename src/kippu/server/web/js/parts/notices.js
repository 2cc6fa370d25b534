// Short words about what went well or wrong. They take room of their own at the foot of the page, in the chat above the
// box, and so lie over nothing that is read or typed in.
import { html, useEffect, useLayoutEffect, useRef } from "../html.js";
import { notices, unnotice } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

/** Takes the focus when it comes: it stands far from what it undoes, and not for long. */
function Offer({ id, offer }) {
  const button = useRef(null);
  useEffect(() => {
    if (fresh(id)) button.current.focus();
  }, []);
  return html`<button type="button" class="button" ref=${button} onClick=${() => {
    offer.act();
    unnotice(id);
  }}>${offer.text}</button>`;
}

let last = 0;

/** Whether this notice has not been on the page yet: on the way to another page all are drawn anew. */
function fresh(id) {
  const first = id > last;
  last = Math.max(last, id);
  return first;
}

/** What is typed in stays in sight when its page gets smaller. */
function useSight() {
  useLayoutEffect(() => {
    const typed = document.activeElement;
    if (typed?.closest(".page") && typed.matches("input, textarea")) typed.scrollIntoView({ block: "nearest" });
  }, [notices.value]);
}

export function Notices() {
  useSight();
  return html`
    <div class="notices">
      ${notices.value.map(({ id, text, bad, offer }) => html`
        <div key=${id} class="notice ${bad ? "bad" : ""}">
          <p>${text}</p>
          ${offer && html`<${Offer} id=${id} offer=${offer} />`}
          <button type="button" class="round" aria-label=${t("action.close")} onClick=${() => unnotice(id)}>
            <${Icon} name="close" />
          </button>
        </div>`)}
    </div>`;
}
