// The brush that paints over what of a picture may change: by finger, mouse, pen or keyboard.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { mask, share } from "../mask.js";
import { start } from "../order.js";
import { say } from "../say.js";
import { SIDE } from "../strokes.js";
import { t } from "../words.js";
import { Between } from "./between.js";
import { Icon } from "./icon.js";
import { Canvas, Tools, undoKey } from "./sheet.js";

const names = { tool: "mask.tool", pen: "mask.pen", eraser: "mask.eraser", undo: "mask.undo", clear: "mask.clear" };

/** Where the brush is, in the sheet's units. */
const at = signal([SIDE / 2, SIDE / 2]);

/** How far an arrow key moves it. */
const STEP = SIDE / 16;

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const percent = (part) => Math.round(part * 100);

function dab(...points) {
  const stroke = mask.begun(mask.tool.value === "eraser");
  stroke.points = points.map(([x, y]) => [x, y, 0.5]);
  mask.add(stroke);
  say(told());
}

function arrow(event) {
  const before = at.value;
  at.value = before.map((each, axis) => Math.min(SIDE, Math.max(0, each + STEP * ARROWS[event.key][axis])));
  if (event.shiftKey) dab(before, at.value);
  else say(t("mask.at", { x: percent(at.value[0] / SIDE), y: percent(at.value[1] / SIDE) }));
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in ARROWS) arrow(event);
  else if (event.key === " ") dab(at.value);
  else return;
  event.preventDefault();
}

const told = () => t("mask.sheet", { share: percent(share.value), some: share.value > 0 });

/** Shows where the brush is and how broad. */
function Ring() {
  const wide = mask.width.value / SIDE;
  const place = { left: `${(at.value[0] / SIDE) * 100}%`, top: `${(at.value[1] / SIDE) * 100}%`, width: `${wide * 100}%` };
  return html`<span class="brush-tip" style=${place} aria-hidden="true"></span>`;
}

const meet = ([x, y]) => {
  at.value = [x, y];
};

export const Brush = () => html`
  <div class="brush" onKeyDown=${undoKey(mask)}>
    <p class="small quiet">${t("mask.text")}</p>
    <div class="sheet over">
      <img src=${start.value.url} alt="" />
      <${Canvas} of=${mask} met=${meet} id="mask" tabindex="0" role="application" aria-label=${told()} aria-describedby="mask-keys" onKeyDown=${key} />
      <${Ring} />
      ${mask.marks.value.length === 0 && html`<p class="sheet-hint" aria-hidden="true"><span><${Icon} name="brush" />${t("mask.here")}</span></p>`}
    </div>
    <p id="mask-keys" class="small quiet keys-hint">${t("mask.keys")}</p>
    <${Tools} of=${mask} names=${names} pen="brush" />
    <${Between} label=${t("mask.width")} value=${mask.width} min=${16} max=${160} step=${8} least=${t("mask.width.thin")} most=${t("mask.width.thick")} />
  </div>`;
