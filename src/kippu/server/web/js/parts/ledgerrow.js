// One row of the ledger: who got what when, and on request the exact text with its digest.
import { html } from "../html.js";
import { bytes, moment } from "../format.js";
import { reason } from "../reasons.js";
import { tongue } from "../tongue.js";
import { maybe, t } from "../words.js";
import { Icon } from "./icon.js";
import { kindWords } from "./kinds.js";

const icons = { egress: "cloud", fetch: "ladder", action: "check", placement: "arrow" };

/** What an action was done with, such as a device's name. */
function given(text) {
  try {
    return Object.values(JSON.parse(text)).map(String).join(", ");
  } catch {
    return "";
  }
}

/** "home.turn_on, asked for by you" is a home command to people. */
function deed({ what, text }) {
  const [, tool, skill, who] = what.match(/^((\w+)\.\w+)(?:, asked for by (.+))?$/s) ?? [];
  if (!tool) return { name: reason(what), more: given(text) };
  const by = who && t("row.by", { who: maybe(`row.who.${who}`, who) });
  return { name: maybe(`skill.${skill}`, skill), more: [given(text), tool, by].filter(Boolean).join(" · ") };
}

/** Where a file was asked for, or a provider by the person's own name of it. */
const receiver = (row) => (row.kind === "fetch" ? reason(row.to) : row.to);

function heading(row) {
  if (row.kind === "action") return deed(row);
  if (row.kind === "placement") return { name: reason(row.what), more: t("row.placement") };
  if (!row.to) return { name: reason(row.what), more: "" };
  return { name: t(`row.${row.kind}`, { to: receiver(row) }), more: reason(row.what) };
}

/** The messages in what was sent, where it is a chat; null for anything else. */
function messagesOf(text) {
  try {
    const { messages } = JSON.parse(text);
    return messages.every(({ content }) => typeof content === "string") ? messages : null;
  } catch {
    return null;
  }
}

const Sent = ({ text }) => {
  const messages = messagesOf(text);
  if (!messages) return html`<pre dir="auto" lang=${tongue(text)}>${text}</pre>`;
  return html`
    <ol class="leavings" tabindex="0" aria-label=${t("consent.what")}>${messages.map(({ role, content }) => html`
      <li class="leaving ${role}"><span class="small quiet">${maybe(`consent.from.${role}`, role)}</span><p dir="auto" lang=${tongue(content)}>${content}</p></li>`)}</ol>
    <details><summary>${t("row.exact")}</summary><pre>${text}</pre></details>`;
};

const nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"; // the digest of no text

const Details = ({ row }) => html`
  ${row.text ? html`<${Sent} text=${row.text} />` : row.digest !== nothing && html`<p class="quiet">${t("row.gone")}</p>`}
  <dl class="facts">
    <dt>${t("row.at")}</dt><dd>${new Date(row.at).toLocaleString(document.documentElement.lang)}</dd>
    ${row.to && html`<dt>${t("row.to")}</dt><dd>${receiver(row)}</dd><dt>${t("row.size")}</dt><dd class="figures">${bytes(row.bytes)}</dd>`}
    ${row.kind === "egress" && html`<dt>${t("consent.replaced")}</dt><dd>${row.kinds.length ? kindWords(row.kinds) : t("consent.replaced.none")}</dd>`}
    <dt>${t("row.number")}</dt><dd class="figures">${row.id}</dd>
    ${row.digest !== nothing && html`<dt>${t("row.digest")}</dt><dd><code>${row.digest}</code></dd>`}
    <dt>${t("row.hash")}</dt><dd><code>${row.hash}</code></dd>
  </dl>`;

export function Row({ row }) {
  const { name, more } = heading(row);
  return html`
    <li class="entry ${row.kind}"><details><summary>
      <${Icon} name=${icons[row.kind] ?? "note"} />
      <span class="row-text"><strong>${name}</strong><span class="small quiet">${more}</span></span>
      <span class="entry-side small quiet figures"><time datetime=${row.at}>${moment(row.at)}</time>
        ${row.to && html`<span>${bytes(row.bytes)}</span>`}</span>
      <${Icon} name="down" /></summary>
      <div class="entry-more small"><${Details} row=${row} /></div></details></li>`;
}
