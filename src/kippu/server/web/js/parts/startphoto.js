// The photo, or the drawn picture, that the next one starts from.
import { html, useEffect, useState } from "../html.js";
import { start, startFrom, strength } from "../order.js";
import { pictureAmong } from "../pixels.js";
import { t } from "../words.js";
import { Between } from "./between.js";
import { Icon } from "./icon.js";
import { Picker, offer } from "./picker.js";

/** A picture that is pasted anywhere on the page is a start. */
function usePasting() {
  useEffect(() => {
    const paste = (event) => {
      const file = pictureAmong(event.clipboardData?.files);
      if (!file) return;
      event.preventDefault();
      offer(file, startFrom);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, []);
}

const Chosen = () => html`
  <div class="start">
    <img src=${start.value.url} alt=${t("start.shown")} width="96" height="96" />
    <${Between} label=${t("start.strength")} value=${strength} least=${t("start.strength.least")} most=${t("start.strength.most")} />
  </div>`;

export function StartPhoto() {
  const [over, setOver] = useState(false);
  usePasting();
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    const file = pictureAmong(event.dataTransfer.files);
    if (file) offer(file, startFrom);
  };
  return html`
    <section class="card drop ${over ? "over" : ""}" aria-labelledby="start-title" onDrop=${drop}
      onDragOver=${(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave=${() => setOver(false)}>
      <h2 id="start-title">${t("start.title")}</h2>
      ${start.value ? html`<${Chosen} />` : html`<p class="small quiet">${t("start.text")}</p>`}
      <div class="actions">
        <${Picker} icon="photo" text=${start.value ? t("start.other") : t("start.choose")} use=${startFrom} />
        ${start.value && html`<button type="button" class="button" onClick=${() => {
          start.value = null;
        }}><${Icon} name="close" />${t("start.remove")}</button>`}
      </div>
    </section>`;
}
