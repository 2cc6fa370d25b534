// All pictures that were drawn, newest first; each opens with its words and seed.
import { html, useEffect, useState } from "../html.js";
import { follow, gallery, shown, sought } from "../gallery.js";
import { link } from "../route.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { Loaded } from "./loaded.js";

/** How many are shown at first, and how many more each time. */
const SOME = 24;

const Picture = ({ picture }) => html`
  <li><a href=${link("draw", picture.id)} aria-label=${t("gallery.open", picture)}>
    <img src=${picture.image} alt="" loading="lazy" width="256" height="256" />
    <span class="caption" dir="auto" lang=${tongue(picture.prompt)}>${picture.prompt}</span>
    <span class="small quiet figures">${t("gallery.seed", picture)}</span></a></li>`;

function All() {
  const [most, setMost] = useState(SOME);
  const all = shown.value;
  return html`
    ${all.length === 0 && html`<p class="empty">${sought.value.trim() ? t("gallery.none.found") : t("gallery.none")}</p>`}
    <ul class="gallery">${all.slice(0, most).map((picture) => html`<${Picture} key=${picture.id} picture=${picture} />`)}</ul>
    ${all.length > most && html`<button type="button" class="button" onClick=${() => setMost(most + SOME)}>${t("gallery.more")}</button>`}`;
}

export function Gallery() {
  useEffect(follow, []);
  return html`
    <section class="card" aria-labelledby="gallery-title">
      <h2 id="gallery-title" tabindex="-1">${t("gallery.title")}</h2>
      <div class="search in-card"><${Icon} name="search" />
        <label class="unseen" for="gallery-words">${t("gallery.search")}</label>
        <input id="gallery-words" class="field" type="search" placeholder=${t("gallery.search")} value=${sought.value} autocomplete="off"
          onInput=${(event) => {
            sought.value = event.currentTarget.value;
          }} /></div>
      <${Loaded} of=${gallery}>${() => html`<${All} />`}<//>
    </section>`;
}
