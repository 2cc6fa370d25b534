// The photo, or the drawn picture, that the next one starts from.
import { html, useEffect, useState } from "../html.js";
import { howFar, region, start, startFrom, startFromNothing, wordsAlone } from "../order.js";
import { pictureAmong } from "../pixels.js";
import { t } from "../words.js";
import { Between } from "./between.js";
import { Brush } from "./brush.js";
import { Choice } from "./controls.js";
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

const Far = () => html`
  <${Between} label=${t(`start.strength.${region.value}`)} value=${howFar()} least=${t("start.strength.least")}
    most=${t("start.strength.most")} />`;

const Chosen = () => html`
  <div class="start">
    <img src=${start.value.url} alt=${t("start.shown")} width="96" height="96" />
    <div class="set"><span aria-hidden="true">${t("start.region")}</span>
      <${Choice} name="region" label=${t("start.region")} value=${region.value}
        options=${["all", "part"].map((each) => [each, t(`start.region.${each}`)])}
        onChoose=${(each) => {
          region.value = each;
        }} /></div>
  </div>
  ${region.value === "part" && html`<${Brush} />`}
  ${!wordsAlone.value && html`<${Far} />`}
  ${wordsAlone.value && region.value === "all" && html`<p class="small">${t("start.alone")}</p>`}`;

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
        ${start.value && html`<button type="button" class="button" onClick=${startFromNothing}><${Icon} name="close" />${t("start.remove")}</button>`}
      </div>
    </section>`;
}
