// The sheet to sketch on, with its tools. Whoever can't draw on it loads a sketch instead.
import { html } from "../html.js";
import { control } from "../order.js";
import { pictureAmong } from "../pixels.js";
import { load, sketch } from "../sketch.js";
import { t } from "../words.js";
import { Between } from "./between.js";
import { Icon } from "./icon.js";
import { Picker, offer } from "./picker.js";
import { Canvas, Tools, undoKey } from "./sheet.js";

const names = { tool: "sketch.tool", pen: "sketch.pen", eraser: "sketch.eraser", undo: "sketch.undo", clear: "sketch.clear" };

const Sheet = () => html`
  <div class="sheet">
    <${Canvas} of=${sketch} role="img" aria-label=${t("sketch.sheet", { n: sketch.count.value })} />
    ${sketch.marks.value.length === 0 && html`<p class="sheet-hint" aria-hidden="true"><${Icon} name="pen" />${t("sketch.here")}</p>`}
  </div>`;

export function Board() {
  const drop = (event) => {
    const file = pictureAmong(event.dataTransfer.files);
    if (!file) return;
    event.preventDefault();
    offer(file, load);
  };
  return html`
    <section class="card board" tabindex="-1" aria-labelledby="sketch-title" onKeyDown=${undoKey(sketch)} onDrop=${drop}
      onDragOver=${(event) => event.preventDefault()}>
      <h2 id="sketch-title">${t("sketch.title")}</h2>
      <p class="small quiet">${t("sketch.text")}</p>
      <${Sheet} />
      <${Tools} of=${sketch} names=${names} pen="pen"><${Picker} icon="open" text=${t("sketch.load")} use=${load} /><//>
      <${Between} label=${t("sketch.width")} value=${sketch.width} min=${3} max=${30} step=${1} least=${t("sketch.width.thin")} most=${t("sketch.width.thick")} />
      ${sketch.count.value > 0 && html`<${Between} label=${t("sketch.control")} value=${control} max=${2} step=${0.1}
        least=${t("sketch.control.least")} most=${t("sketch.control.most")} />`}
    </section>`;
}
