// The pictures that are drawn now, each coming into view step by step; one can be picked.
import { html, useEffect, useRef } from "../html.js";
import { busy, draw, drawing, picked, stop } from "../drawing.js";
import { gone } from "../gallery.js";
import { count } from "../order.js";
import { tongue } from "../tongue.js";
import { maybe, t } from "../words.js";
import { Icon } from "./icon.js";
import { Trouble } from "./loaded.js";
import { Actions } from "./picture.js";

const pace = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

const Whole = ({ picture, n }) => html`
  <button type="button" class="tile" aria-pressed=${String(picked.value === picture.id)} title=${t("gallery.seed", picture)}
    aria-label=${t("variants.pick", { n, seed: picture.seed })} onClick=${() => {
      picked.value = picture.id;
    }}><img src=${picture.image} alt="" />${picked.value === picture.id && html`<${Icon} name="check" />`}</button>`;

const waits = (under, next) => t(!under ? "variants.not" : next ? "variants.begins" : "variants.next");

/** `next` is the one that is at work: before its first step nobody knows how far it is. */
const Coming = ({ variant: { step, steps, preview }, n, under, next }) => html`
  <div class="tile coming">
    ${preview ? html`<img src=${preview} alt="" />` : html`<span class="small quiet">${waits(under, next)}</span>`}
    ${under && html`<progress class="progress" max=${steps || 1} value=${next && step === 0 ? undefined : step}
      aria-label=${t("variants.n", { n })}></progress>`}
    ${under && step > 0 && steps > 1 && html`<span class="step figures" aria-hidden="true">${t("variants.step", { step, steps })}</span>`}
  </div>`;

function Grid({ variants }) {
  const under = busy();
  const next = variants.findIndex(({ picture }) => !picture);
  const left = variants.filter(({ picture }) => !picture || !gone(picture.id));
  return html`
    <ul class="variants ${variants.length === 1 ? "one" : ""}">${variants.map((variant, index) => left.includes(variant) && html`
      <li key=${index}>${variant.picture
        ? html`<${Whole} picture=${variant.picture} n=${index + 1} />`
        : html`<${Coming} variant=${variant} n=${index + 1} under=${under} next=${index === next} />`}</li>`)}</ul>`;
}

const Empty = () => html`
  <div class="variants-empty"><ul class="variants ${count.value === 1 ? "one" : ""}" aria-hidden="true">${Array.from({ length: count.value }, (_, n) => html`<li key=${n}><div class="tile"></div></li>`)}</ul>
    <p class="quiet">${t("variants.empty", { n: count.value })}</p></div>`;

/** What can be done with the one that was picked; it comes into sight. */
function Picked({ picture }) {
  const box = useRef(null);
  useEffect(() => box.current.scrollIntoView({ block: "nearest", behavior: pace() }), [picture.id]);
  return html`<div ref=${box} class="picked"><${Actions} picture=${picture} /></div>`;
}

const changed = (differs) => t("variants.differs", { parts: differs.map((each) => maybe(`part.${each}`, each)).join(", ") });

function After({ now: { phase, variants, lacks, differs } }) {
  const whole = variants.map(({ picture }) => picture).filter((picture) => picture && !gone(picture.id));
  const one = whole.find(({ id }) => id === picked.value);
  return html`
    ${whole.length > 0 && lacks.length > 0 && html`<p class="small" dir="auto">${t("variants.lacks", { lacks })}</p>`}
    ${whole.length > 0 && differs.length > 0 && html`<p class="small">${changed(differs)}</p>`}
    ${phase === "stopped" && html`<p class="small quiet">${t("variants.stopped")}</p>`}
    ${one ? html`<${Picked} picture=${one} />` : whole.length > 0 && html`<p class="small quiet">${t("variants.hint")}</p>`}`;
}

/** Where the page is so small that what comes would be below its edge, it comes into sight. */
function useSight(section) {
  const begun = drawing.value?.variants.length > 0 && drawing.value.phase === "waiting";
  useEffect(() => {
    if (!begun || section.current.getBoundingClientRect().top < innerHeight * 0.7) return;
    section.current.scrollIntoView({ block: "start", behavior: pace() });
  }, [begun]);
}

export function Variants() {
  const now = drawing.value;
  const section = useRef(null);
  useSight(section);
  return html`
    <section ref=${section} class="card results" aria-labelledby="variants-title" aria-busy=${String(Boolean(now && busy()))}>
      <div class="results-head"><h2 id="variants-title">${t("variants.title")}</h2>
        ${now && html`<span class="small quiet" dir="auto" lang=${tongue(now.prompt)}>${now.prompt}</span>`}</div>
      ${now?.error && html`<${Trouble} text=${now.error} />`}
      ${now ? html`<${Grid} variants=${now.variants} /><${After} now=${now} />` : html`<${Empty} />`}
    </section>`;
}
