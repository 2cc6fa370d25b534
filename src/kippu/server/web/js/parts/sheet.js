// A sheet to draw or paint on with finger, mouse or pen, and its tools.
import { html, useLayoutEffect, useRef } from "../html.js";
import { SIDE, paintStroke } from "../strokes.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

/** Sharp also where a pixel of the page is two of the screen. */
const PIXELS = SIDE * 2;

/** A pen's own eraser, as its buttons say it. */
const ERASES = 32;

function pointOf(event, box) {
  const scale = SIDE / box.width;
  const pressure = event.pointerType === "pen" ? event.pressure : 0.5;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale, pressure];
}

/** What the canvas does with a pointer: a stroke from where it goes down to where it goes up. `met` is told where the
    pointer is. */
function strokes(canvas, of, met) {
  let stroke = null;
  const context = () => canvas.current.getContext("2d");
  return {
    onPointerDown(event) {
      if (!event.isPrimary || (event.pointerType === "mouse" && event.button !== 0)) return;
      canvas.current.setPointerCapture(event.pointerId);
      stroke = of.begun(of.tool.value === "eraser" || Boolean(event.buttons & ERASES));
      stroke.points.push(pointOf(event, canvas.current.getBoundingClientRect()));
      paintStroke(context(), stroke);
    },
    onPointerMove(event) {
      const box = canvas.current.getBoundingClientRect();
      met?.(pointOf(event, box));
      if (!stroke || !event.isPrimary) return;
      const from = stroke.points.length;
      const between = event.getCoalescedEvents?.() ?? [];
      stroke.points.push(...(between.length ? between : [event]).map((each) => pointOf(each, box)));
      paintStroke(context(), stroke, from);
    },
    onPointerUp(event) {
      if (!stroke || !event.isPrimary) return;
      of.add(stroke);
      stroke = null;
    },
    onPointerCancel() {
      stroke = null;
      of.paint(context());
    },
  };
}

/** The canvas of strokes; `rest` is what it says of itself, `met` as above. */
export function Canvas({ of, met, ...rest }) {
  const canvas = useRef(null);
  const pointer = useRef(null);
  pointer.current ??= strokes(canvas, of, met);
  useLayoutEffect(() => of.paint(canvas.current.getContext("2d")), [of.marks.value]);
  return html`<canvas ref=${canvas} width=${PIXELS} height=${PIXELS} ...${rest} ...${pointer.current}></canvas>`;
}

const Tool = ({ of, group, name, icon = name, text }) => html`
  <label><input type="radio" name=${group} value=${name} checked=${of.tool.value === name} onChange=${() => {
    of.tool.value = name;
  }} /><span title=${text}><${Icon} name=${icon} /><span class="unseen">${text}</span></span></label>`;

const Act = ({ icon, text, act, disabled }) => html`
  <button type="button" class="round" aria-label=${text} title=${text} disabled=${disabled} onClick=${act}><${Icon} name=${icon} /></button>`;

/** Pen, eraser, and what takes strokes back. `names` are those of its messages: {tool, pen, eraser, undo, clear}. */
export const Tools = ({ of, names, pen, children }) => html`
  <div class="sheet-tools">
    <div class="choice" role="radiogroup" aria-label=${t(names.tool)}>
      <${Tool} of=${of} group=${names.tool} name="pen" icon=${pen} text=${t(names.pen)} />
      <${Tool} of=${of} group=${names.tool} name="eraser" text=${t(names.eraser)} /></div>
    <${Act} icon="undo" text=${t(names.undo)} act=${of.undo} disabled=${of.marks.value.length === 0} />
    <${Act} icon="trash" text=${t(names.clear)} act=${of.clear} disabled=${of.count.value === 0} />
    ${children}
  </div>`;

/** Ctrl+Z after a stroke, as everywhere else. */
export const undoKey = (of) => (event) => {
  if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  of.undo();
};
