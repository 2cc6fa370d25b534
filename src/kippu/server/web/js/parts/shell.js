// What stands around every page: the way to the others, earlier conversations, what rings, whether Kippu runs.
import { signal } from "../../vendor/signals.js";
import { html, useEffect, useLayoutEffect, useRef } from "../html.js";
import { link, pages, route } from "../route.js";
import { online } from "../store.js";
import { begin } from "../talk.js";
import { t } from "../words.js";
import { Conversations } from "./conversations.js";
import { Confirm } from "./dialog.js";
import { Help, helpOpen } from "./help.js";
import { Icon } from "./icon.js";
import { Notices } from "./notices.js";
import { Ringing } from "./ringing.js";

const all = Object.keys(pages);
const tabs = all.filter((page) => pages[page].tab);

const Way = ({ page }) => html`
  <li><a href=${link(page)} aria-current=${route.value.page === page ? "page" : undefined}><${Icon} name=${pages[page].icon} /><span>${t(`page.${page}`)}</span></a></li>`;

const Ways = ({ of }) => html`<ul>${of.map((page) => html`<${Way} key=${page} page=${page} />`)}</ul>`;

const drawer = signal(false);

function Side() {
  return html`
    <div class="side-in">
      <div class="brand">
        <a href="#/chat" class="name"><img src="icons/kippu.svg" alt="" width="32" height="32" /><span>Kippu</span></a>
        <button type="button" class="round" aria-label=${t("help.open")} title=${t("help.open")} onClick=${() => {
          helpOpen.value = true;
        }}><${Icon} name="help" /></button>
      </div>
      <button type="button" class="button begin" onClick=${() => {
        drawer.value = false;
        begin();
      }}><${Icon} name="plus" />${t("chat.new")}</button>
      <nav aria-label=${t("nav.label")}><${Ways} of=${all} /></nav>
      <${Conversations} />
    </div>`;
}

/** On a phone the side comes in as a dialog, and goes when a link in it was followed. */
function Drawer() {
  const dialog = useRef(null);
  useLayoutEffect(() => {
    if (drawer.value && !dialog.current.open) dialog.current.showModal();
    if (!drawer.value && dialog.current.open) dialog.current.close();
  }, [drawer.value]);
  const close = () => {
    drawer.value = false;
  };
  return html`
    <dialog ref=${dialog} class="drawer" aria-label=${t("nav.drawer")} onClose=${close}
      onClick=${(event) => (event.target === dialog.current || event.target.closest("a")) && close()}>
      ${drawer.value && html`<button type="button" class="round shut" aria-label=${t("action.close")} onClick=${close}>
        <${Icon} name="close" /></button><${Side} />`}
    </dialog>`;
}

const Top = () => html`
  <header class="top">
    <button type="button" class="round" aria-label=${t("nav.open")} aria-haspopup="dialog" onClick=${() => {
      drawer.value = true;
    }}><${Icon} name="menu" /></button>
    <span class="top-title" aria-hidden="true">${t(`page.${route.value.page}`)}</span>
    <button type="button" class="round" aria-label=${t("chat.new")} title=${t("chat.new")} onClick=${begin}><${Icon} name="plus" /></button>
  </header>`;

const Offline = () => html`
  <div role="status">${!online.value && html`
    <div class="offline"><strong>${t("offline.title")}</strong><span>${t("offline.text")}</span></div>`}
  </div>`;

// One of the two is shown at a time, so that no name is on the page twice.
const wide = signal(false);
const width = matchMedia("(min-width: 56rem)");
const measure = () => {
  wide.value = width.matches;
};
width.addEventListener("change", measure);
measure();

export function Shell({ children }) {
  const { page } = route.value;
  const content = useRef(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = page === "chat" ? "Kippu" : `${t(`page.${page}`)} · Kippu`;
    // After a step to another page a screen reader is at its beginning, as after a link in a plain document.
    if (!first.current && page !== "chat") content.current.focus();
    first.current = false;
  }, [page]);
  return html`
    <a class="skip unseen" href="#main" onClick=${(event) => {
      event.preventDefault();
      content.current.focus();
    }}>${t("nav.skip")}</a>
    <div class="frame" data-page=${page}>
      ${wide.value ? html`<div class="side" role="banner"><${Side} /></div>` : html`<${Top} /><${Drawer} />`}
      <main id="main" ref=${content} tabindex="-1">
        <${Offline} />
        <${Ringing} />
        ${children}
        ${page !== "chat" && html`<${Notices} />`}
      </main>
      ${!wide.value && html`<nav class="tabs" aria-label=${t("nav.label")}><${Ways} of=${tabs} /></nav>`}
    </div>
    <${Confirm} /><${Help} />`;
}
