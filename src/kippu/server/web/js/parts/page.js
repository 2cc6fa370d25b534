// A page with a heading, other than the chat. The keyboard can scroll it also where nothing in it takes the focus.
import { html } from "../html.js";

export const Page = ({ title, lead, children }) => html`
  <div class="page" tabindex="0">
    <div class="page-head"><h1>${title}</h1>${lead && html`<p class="quiet">${lead}</p>`}</div>
    ${children}
  </div>`;
