// The sheet to sketch on, with its tools. Whoever can't draw on it loads a sketch instead.
import { html, useLayoutEffect, useRef } from "../html.js";
import { control } from "../order.js";
import { pictureAmong } from "../pixels.js";
import { SIDE, clear, count, load, marks, paint, paintStroke, tool, undo, width } from "../sketch.js";
import { t } from "../words.js";
import { Between } from "./between.js";
import { Icon } from "./icon.js";
import { Picker, offer } from "./picker.js";

/** Sharp also where a pixel of the page is two of the screen. */
const PIXELS = SIDE * 2;

/** A pen's own eraser, as its buttons say it. */
const ERASES = 32;

function pointOf(event, box) {
  const scale = SIDE / box.width;
  const pressure = event.pointerType === "pen" ? event.pressure : 0.5;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale, pressure];
}

/** What the canvas does with a pointer: a stroke from where it goes down to where it goes up. */
function strokes(canvas) {
  let stroke = null;
  const context = () => canvas.current.getContext("2d");
  return {
    onPointerDown(event) {
      if (!event.isPrimary || (event.pointerType === "mouse" && event.button !== 0)) return;
      canvas.current.setPointerCapture(event.pointerId);
      const erases = tool.value === "eraser" || Boolean(event.buttons & ERASES);
      stroke = { points: [pointOf(event, canvas.current.getBoundingClientRect())], width: width.value, erases };
      paintStroke(context(), stroke);
    },
    onPointerMove(event) {
      if (!stroke || !event.isPrimary) return;
      const from = stroke.points.length;
      const box = canvas.current.getBoundingClientRect();
      const between = event.getCoalescedEvents?.() ?? [];
      stroke.points.push(...(between.length ? between : [event]).map((each) => pointOf(each, box)));
      paintStroke(context(), stroke, from);
    },
    onPointerUp(event) {
      if (!stroke || !event.isPrimary) return;
      marks.value = [...marks.value, stroke];
      stroke = null;
    },
    onPointerCancel() {
      stroke = null;
      paint(context());
    },
  };
}

function Sheet() {
  const canvas = useRef(null);
  const pointer = useRef(null);
  pointer.current ??= strokes(canvas);
  useLayoutEffect(() => paint(canvas.current.getContext("2d")), [marks.value]);
  return html`
    <div class="sheet">
      <canvas ref=${canvas} width=${PIXELS} height=${PIXELS} role="img" aria-label=${t("sketch.sheet", { n: count.value })}
        ...${pointer.current}></canvas>
      ${marks.value.length === 0 && html`<p class="sheet-hint" aria-hidden="true"><${Icon} name="pen" />${t("sketch.here")}</p>`}
    </div>`;
}

const Tool = ({ name }) => html`
  <label><input type="radio" name="tool" value=${name} checked=${tool.value === name} onChange=${() => {
    tool.value = name;
  }} /><span title=${t(`sketch.${name}`)}><${Icon} name=${name} /><span class="unseen">${t(`sketch.${name}`)}</span></span></label>`;

const Act = ({ icon, text, act, disabled }) => html`
  <button type="button" class="round" aria-label=${text} title=${text} disabled=${disabled} onClick=${act}><${Icon} name=${icon} /></button>`;

const Tools = () => html`
  <div class="sheet-tools">
    <div class="choice" role="radiogroup" aria-label=${t("sketch.tool")}><${Tool} name="pen" /><${Tool} name="eraser" /></div>
    <${Act} icon="undo" text=${t("sketch.undo")} act=${undo} disabled=${marks.value.length === 0} />
    <${Act} icon="trash" text=${t("sketch.clear")} act=${clear} disabled=${count.value === 0} />
    <${Picker} icon="open" text=${t("sketch.load")} use=${load} />
  </div>`;

/** Ctrl+Z after a stroke, as everywhere else. */
function undoKey(event) {
  if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  undo();
}

export function Board() {
  const drop = (event) => {
    const file = pictureAmong(event.dataTransfer.files);
    if (!file) return;
    event.preventDefault();
    offer(file, load);
  };
  return html`
    <section class="card board" tabindex="-1" aria-labelledby="sketch-title" onKeyDown=${undoKey} onDrop=${drop}
      onDragOver=${(event) => event.preventDefault()}>
      <h2 id="sketch-title">${t("sketch.title")}</h2>
      <p class="small quiet">${t("sketch.text")}</p>
      <${Sheet} /><${Tools} />
      <${Between} label=${t("sketch.width")} value=${width} min=${3} max=${30} step=${1} least=${t("sketch.width.thin")} most=${t("sketch.width.thick")} />
      ${count.value > 0 && html`<${Between} label=${t("sketch.control")} value=${control} max=${2} step=${0.1}
        least=${t("sketch.control.least")} most=${t("sketch.control.most")} />`}
    </section>`;
}
