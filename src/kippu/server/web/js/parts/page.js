// A page with a heading, other than the chat.
import { html } from "../html.js";

export const Page = ({ title, lead, children }) => html`
  <div class="page">
    <div class="page-head"><h1>${title}</h1>${lead && html`<p class="quiet">${lead}</p>`}</div>
    ${children}
  </div>`;
