// What was drawn in an answer; and while the answer waits for it, the picture as it comes into view.
import { html, useEffect, useState } from "../html.js";
import { say } from "../say.js";
import { t } from "../words.js";

/** A drawing under way, by the id of its job. */
export function Drawing({ job }) {
  const [news, setNews] = useState(null);
  useEffect(() => {
    const coming = new EventSource(`api/pictures/jobs/${encodeURIComponent(job)}`);
    coming.addEventListener("progress", ({ data }) => setNews(JSON.parse(data)));
    coming.addEventListener("end", () => coming.close());
    coming.onerror = () => coming.close();
    say(t("chat.drawing"));
    return () => coming.close();
  }, [job]);
  return html`
    <div class="drawing">
      ${news ? html`<img class="drawn" src=${news.preview} alt="" />` : html`<div class="drawn"></div>`}
      <progress class="progress" max=${news?.steps ?? 1} value=${news?.step ?? 0} aria-label=${t("chat.drawing")}></progress>
    </div>`;
}

function Picture({ picture }) {
  const [gone, setGone] = useState(false);
  if (gone) return html`<p class="aside">${t("chat.picture.gone", picture)}</p>`;
  const at = `api/pictures/${encodeURIComponent(picture.id)}`;
  const name = `kippu-${picture.id.slice(0, 8)}`;
  return html`
    <figure class="drawing">
      <a href=${`#/draw/${encodeURIComponent(picture.id)}`} title=${t("chat.picture.open")}>
        <img class="drawn" src="${at}/image.png" alt=${picture.prompt} width=${picture.width} height=${picture.height}
          onError=${() => setGone(true)} />
      </a>
      <figcaption>
        <a class="button" href="${at}/image.png" download="${name}.png">${t("chat.picture.save")}</a>
        <a class="button" href="${at}/sticker.webp" download="${name}.webp">${t("chat.picture.sticker")}</a>
      </figcaption>
    </figure>`;
}

/** All pictures that an answer's outcomes drew. */
export function Drawn({ outcomes }) {
  const pictures = outcomes.flatMap(({ ok, call, data }) => (ok && call.tool.startsWith("pictures.") && data?.pictures) || []);
  return pictures.length > 0 && html`
    <div class="drawings">${pictures.map((picture) => html`<${Picture} key=${picture.id} picture=${picture} />`)}</div>`;
}
