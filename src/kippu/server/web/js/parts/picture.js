// One whole picture: what can be done with it, what is known of it, and the dialog that shows both.
import { html, useEffect, useState } from "../html.js";
import { api } from "../api.js";
import { draw, drawAgain, enlarge } from "../drawing.js";
import { moment } from "../format.js";
import { remove } from "../gallery.js";
import { count, setAs, startFromDrawn, variation } from "../order.js";
import { go } from "../route.js";
import { attempt, notice } from "../store.js";
import { maybe, t } from "../words.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";

/** "kippu-a-cat-with-sunglasses-7.png" */
function fileName({ prompt, seed }, ending) {
  const words = prompt.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return `kippu-${[...words.slice(0, 6), seed].join("-")}.${ending}`;
}

/** Pixels a side that can still be made larger. */
const LARGEST = 1024;

const growable = ({ times, width, height }) => times === 1 && Math.max(width, height) <= LARGEST;

/** A picture in which nothing may be clear: its ground is cut out, where that can be done. */
const grounded = ({ mode, has_start }) => has_start || !["model", "composed"].includes(mode);

async function save(address, name) {
  const url = URL.createObjectURL(await api.blob(address));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What went wrong with a sticker: said here, for a dialog may be over all notices. Where the ground can't be cut out,
    it is to be had with it. */
const Uneven = ({ problem, onKeep }) => html`
  <div class="uneven"><p class="small" role="alert">${problem.offline ? t("offline.title") : problem.message}</p>
    ${problem.status === 400 && html`<button type="button" class="button" onClick=${onKeep}>${t("picture.sticker.keep")}</button>`}</div>`;

const acts = [
  ["larger", "picture.larger", "picture.larger.text", (picture) => {
    go("draw");
    enlarge(picture);
  }, growable],
  ["retry", "picture.again", "picture.again.text", async (picture) => {
    go("draw");
    drawAgain(picture);
    await attempt(() => setAs(picture));
  }],
  ["dice", "picture.vary", "picture.vary.text", (picture) => {
    go("draw");
    draw(variation(picture));
  }],
  ["photo", "picture.start", "picture.start", (picture) => {
    go("draw");
    startFromDrawn(picture);
    notice(t("picture.started"));
  }],
];

export function Actions({ picture, onRemove }) {
  const [problem, setProblem] = useState(null);
  const name = fileName(picture, "webp");
  useEffect(() => setProblem(null), [picture.id]);
  const sticker = (address) => save(address, name).then(() => setProblem(null), setProblem);
  const cutOut = (event) => {
    if (!grounded(picture)) return;
    event.preventDefault();
    sticker(picture.sticker);
  };
  return html`
    <div class="actions deeds" role="group" aria-label=${t("picture.do")}>
      <a class="button primary" href=${picture.image} download=${fileName(picture, "png")}><${Icon} name="shut" />${t("picture.save")}</a>
      <a class="button" href=${picture.sticker} download=${name} onClick=${cutOut}><${Icon} name="shut" />${t("picture.sticker")}</a>
      ${acts.filter(([, , , , can]) => !can || can(picture)).map(([icon, text, title, act]) => html`
        <button key=${text} type="button" class="button" title=${t(title, { n: count.value })} onClick=${() => act(picture)}>
          <${Icon} name=${icon} />${t(text)}</button>`)}
      <button type="button" class="round" title=${t("action.delete")} aria-label=${t("picture.remove", picture)} onClick=${() => {
        remove(picture.id);
        onRemove?.();
      }}><${Icon} name="trash" /></button>
    </div>
    ${problem && html`<${Uneven} problem=${problem} onKeep=${() => sticker(`${picture.sticker}?ground=keep`)} />`}`;
}

function began({ parent, times, has_start, has_sketch }) {
  const from = [parent ? (times > 1 ? "picture.from.smaller" : "picture.from.picture") : has_start && "picture.from.photo", has_sketch && "picture.from.sketch"];
  return from.filter(Boolean).map((each) => t(each)).join(", ");
}

function Facts({ picture }) {
  const known = [
    ["picture.seed", picture.seed],
    ["picture.style", maybe(`style.${picture.style}`, picture.style)],
    ["picture.how", maybe(`mode.${picture.mode}`, picture.mode)],
    ["picture.by", picture.model],
    ["picture.from", began(picture)],
    ["picture.steps", picture.steps],
    ["picture.guidance", picture.guidance],
    ["picture.size", t(picture.times > 1 ? "picture.size.larger" : "picture.size.plain", picture)],
    ["picture.at", moment(picture.at)],
  ].filter(([, value]) => value != null && value !== "");
  return html`<dl class="facts figures">${known.map(([key, value]) => html`<dt key=${key}>${t(key)}</dt><dd>${value}</dd>`)}</dl>`;
}

/** The dialog of one picture; closed while `picture` is null. */
export const Shown = ({ picture }) => html`
  <${Dialog} open=${Boolean(picture)} title=${picture?.prompt} onClose=${() => go("draw")}>
    ${picture && html`
      <img class="whole" src=${picture.image} alt=${picture.prompt} />
      <${Actions} picture=${picture} onRemove=${() => go("draw")} />
      <${Facts} picture=${picture} />
      <p class="small quiet">${t("picture.origin")}</p>
      <button type="button" class="round close" aria-label=${t("action.close")} onClick=${() => go("draw")}><${Icon} name="close" /></button>`}
  <//>`;
