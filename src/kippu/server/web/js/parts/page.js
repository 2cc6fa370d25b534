// A page with a heading, other than the chat. The keyboard can scroll it also where nothing in it takes the focus.
import { html, useId } from "../html.js";

export function Page({ title, lead, children }) {
  const id = useId();
  return html`
    <div class="page" tabindex="0" role="group" aria-labelledby=${id}>
      <div class="page-head"><h1 id=${id}>${title}</h1>${lead && html`<p class="quiet">${lead}</p>`}</div>
      ${children}
    </div>`;
}
