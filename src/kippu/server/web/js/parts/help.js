// Keys that do something on every page, and the dialog that lists them.
import { signal } from "../../vendor/signals.js";
import { busy, stop as stopDrawing } from "../drawing.js";
import { html } from "../html.js";
import { go, pages } from "../route.js";
import { attempt } from "../store.js";
import { begin, decide, running, stop } from "../talk.js";
import { t } from "../words.js";
import { Dialog } from "./dialog.js";

export const helpOpen = signal(false);

const keys = [
  ["Enter", "help.send"],
  ["Shift+Enter", "help.line"],
  ["Esc", "help.stop"],
  ["/", "help.ask"],
  ["Alt+N", "help.new"],
  ["Alt+K", "help.find"],
  ["Alt+1 – 7", "help.pages"],
  ["?", "help.open"],
];

const writing = ({ target }) => target.matches?.("input, textarea, select") ?? false;

function toBox() {
  go("chat");
  requestAnimationFrame(() => document.getElementById("ask")?.focus());
}

export function listenForKeys() {
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    let done = true;
    if (event.altKey && event.code === "KeyN") {
      begin();
      toBox();
    } else if (event.altKey && event.code === "KeyK") document.getElementById("find")?.focus();
    else if (event.altKey && /^Digit[1-7]$/.test(event.code)) go(Object.keys(pages)[Number(event.code.at(-1)) - 1]);
    else if (event.altKey) done = false;
    else if (event.key === "Escape" && running.value?.state.value.asking) attempt(() => decide(running.value, false));
    else if (event.key === "Escape" && running.value) stop();
    else if (event.key === "Escape" && busy()) stopDrawing();
    else if (event.key === "/" && !writing(event)) toBox();
    else if (event.key === "?" && !writing(event)) helpOpen.value = true;
    else done = false;
    if (done) event.preventDefault();
  });
}

export const Help = () => html`
  <${Dialog} open=${helpOpen.value} title=${t("help.title")} onClose=${() => {
    helpOpen.value = false;
  }}>
    <dl class="facts keys">
      ${keys.map(([key, what]) => html`<dt key=${key}><kbd>${key}</kbd></dt><dd>${t(what)}</dd>`)}
    </dl>
    <div class="actions"><button type="button" class="button" autofocus onClick=${() => {
      helpOpen.value = false;
    }}>${t("action.close")}</button></div>
  <//>`;
