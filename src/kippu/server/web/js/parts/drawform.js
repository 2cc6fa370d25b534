// What to draw: the words, the style, how, the seed, and the button that begins.
import { html } from "../html.js";
import { busy, draw, drawing, stop } from "../drawing.js";
import { COUNTS, chooseCount, chooseMode, chooseSeed, chooseStarter, chooseStyle, count, guidance, order, painter, painters, reseed, seed, seedStays, style, unpainted, words, wordsAlone } from "../order.js";
import { notice } from "../store.js";
import { maybe, t } from "../words.js";
import { Between } from "./between.js";
import { Board } from "./board.js";
import { Choice } from "./controls.js";
import { Icon } from "./icon.js";
import { Trouble } from "./loaded.js";
import { StartPhoto } from "./startphoto.js";

const examples = ["draw.example.cat", "draw.example.frog", "draw.example.octopus", "draw.example.robot"];

/** Of the server: 0 to 2³² - 1. */
const LARGEST_SEED = 4_294_967_295;

function go() {
  if (!words.value.trim()) return;
  if (unpainted()) {
    notice(t("mask.none"), true);
    document.getElementById("mask").focus();
    return;
  }
  if (!seedStays.value) reseed();
  draw(order());
}

const Words = () => html`
  <section class="card wanted">
    <h2><label for="draw-words">${t("draw.words")}</label></h2>
    <div class="wanted-line">
      <input id="draw-words" class="field big" value=${words.value} placeholder=${t("draw.words.placeholder")} autocomplete="off"
        enterkeyhint="go" dir="auto" maxlength="400" onInput=${(event) => {
          words.value = event.currentTarget.value;
        }} />
      <${Go} />
    </div>
    <ul class="examples" aria-label=${t("draw.try")}>${examples.map((key) => html`
      <li key=${key}><button type="button" class="example" onClick=${() => {
        words.value = t(key);
        go();
      }}>${t(key)}</button></li>`)}</ul>
    ${painters.error.value && !painters.error.value.offline && html`<${Trouble} text=${painters.error.value.message} onRetry=${painters.load} />`}
    <div class="sets"><${Style} /><${Mode} /><${Count} /><${Guidance} /></div>
  </section>`;

function Style() {
  const styles = painter.value?.styles ?? [];
  return styles.length > 1 && html`
    <div class="set"><span aria-hidden="true">${t("style.label")}</span>
      <${Choice} name="style" label=${t("style.label")} value=${style.value} onChoose=${chooseStyle}
        options=${[["", t("style.any")], ...styles.map((each) => [each, maybe(`style.${each}`, each)])]} /></div>`;
}

function Mode() {
  const all = painters.data.value ?? [];
  return all.length > 1 && html`
    <div class="set"><span aria-hidden="true">${t("mode.label")}</span>
      <${Choice} name="mode" label=${t("mode.label")} value=${painter.value.mode} onChoose=${chooseMode}
        options=${all.map(({ mode, name }) => [mode, maybe(`mode.${mode}`, name)])} />
      <p class="small quiet">${maybe(`mode.${painter.value.mode}.text`, t("mode.own.text"))}</p></div>`;
}

const Count = () => html`
  <div class="set"><span aria-hidden="true">${t("count.label")}</span>
    <${Choice} name="count" label=${t("count.label")} value=${count.value} onChoose=${chooseCount}
      options=${COUNTS.map((n) => [n, String(n)])} /></div>`;

function Guidance() {
  const range = painter.value?.guidance;
  return range && html`
    <div class="set guided"><${Between} label=${t("guidance.label")} value=${guidance} min=${range.least} max=${range.most}
      step=${0.1} least=${t("guidance.least")} most=${t("guidance.most")} /></div>`;
}

const Seed = () => html`
  <section class="card seed">
    <h2>${t("seed.title")}</h2>
    <p class="small quiet">${t("seed.text")}</p>
    <div class="actions">
      <${Choice} name="seed" label=${t("seed.title")} value=${seedStays.value ? "stays" : "any"}
        options=${["any", "stays"].map((each) => [each, t(`seed.${each}`)])}
        onChoose=${(each) => {
          seedStays.value = each === "stays";
        }} />
      <label class="unseen" for="draw-seed">${t("seed.number")}</label>
      <input id="draw-seed" class="field figures" type="number" inputmode="numeric" min="0" max=${LARGEST_SEED} step="1" required
        value=${seed.value} onInput=${({ currentTarget }) => currentTarget.value && currentTarget.checkValidity() && chooseSeed(currentTarget.valueAsNumber)} />
    </div>
  </section>`;

const Alone = () => html`
  <section class="card"><p class="quiet">${t("mode.composed.alone")}</p>
    <button type="button" class="button" onClick=${chooseStarter}>${t("mode.model.let")}</button></section>`;

const Go = () => html`
  <div class="go">
    <button type="submit" class="button primary" disabled=${!words.value.trim()}>
      <${Icon} name="brush" />${t("draw.go")}</button>
    ${drawing.value && busy() && html`<button type="button" class="button" onClick=${stop}><${Icon} name="stop" />${t("draw.stop")}</button>`}
  </div>`;

export const DrawForm = () => html`
  <form class="drawform" onSubmit=${(event) => {
    event.preventDefault();
    go();
  }}>
    <${Words} />
    <div class="given">${wordsAlone.value ? html`<${Alone} />` : html`<${Board} />`}<${StartPhoto} /><${Seed} /></div>
  </form>`;
