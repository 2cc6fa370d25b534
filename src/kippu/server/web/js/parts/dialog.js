// Dialogs: the browser's own, so the focus stays inside and comes back afterwards.
import { signal } from "../../vendor/signals.js";
import { html, useId, useLayoutEffect, useRef } from "../html.js";
import { t } from "../words.js";

export function Dialog({ open, onClose, title, children }) {
  const dialog = useRef(null);
  const id = useId();
  useLayoutEffect(() => {
    if (open && !dialog.current.open) {
      dialog.current.showModal();
      const first = document.activeElement;
      // Orca with Firefox reads only what has the focus, not the dialog around it: a bare "Cancel".
      if (!first.hasAttribute("aria-describedby")) first.setAttribute("aria-describedby", id);
    }
    if (!open && dialog.current.open) dialog.current.close();
  }, [open]);
  return html`
    <dialog ref=${dialog} aria-labelledby=${id} onClose=${onClose}
      onClick=${(event) => event.target === dialog.current && dialog.current.close()}>
      ${open && html`<h2 id=${id}>${title}</h2>${children}`}
    </dialog>`;
}

const question = signal(null);

/** Ask yes or no. `body` is what stands between title and buttons. Resolves to true on a yes,
    false on a no, null when it was only closed. */
export function confirmed({ title, body, yes, no = t("action.cancel"), danger = false }) {
  return new Promise((resolve) => {
    question.value = { title, body, yes, no, danger, resolve };
  });
}

export function Confirm() {
  const asked = question.value;
  const settle = (answer) => {
    question.value = null;
    asked?.resolve(answer);
  };
  return html`
    <${Dialog} open=${Boolean(asked)} onClose=${() => settle(null)} title=${asked?.title}>
      <div>${asked?.body}</div>
      <div class="actions">
        <button type="button" class="button" autofocus onClick=${() => settle(false)}>${asked?.no}</button>
        <button type="button" class="button ${asked?.danger ? "danger" : "primary"}" onClick=${() => settle(true)}>
          ${asked?.yes}
        </button>
      </div>
    <//>`;
}
