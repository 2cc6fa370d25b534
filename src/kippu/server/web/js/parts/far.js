// How far this device is with what comes before a model's first word: checking its file, loading it, reading.
import { html, useEffect, useRef } from "../html.js";
import { percent } from "../format.js";
import { say } from "../say.js";
import { checking, loading, reading, status } from "../store.js";
import { t } from "../words.js";

const soon = 1000;
const seldom = 30_000;

/** Words and share for a model that is read from the disk; null for one that is not. */
export function coming(id) {
  const file = checking.value;
  if (file?.model === id) return { words: t("far.checking"), share: file.done / file.of };
  const model = status.data.value?.model;
  const loads = loading.value === id || (model?.id === id && model.state === "loading");
  return loads ? { words: t("far.loading") } : null;
}

/** The same for whatever the open conversation waits for. */
export function awaited(conversation) {
  const text = reading.value;
  if (text?.conversation === conversation) return { words: t("far.reading"), share: text.done / text.of };
  return loading.value ? coming(loading.value) : null;
}

/** A line with a bar; without a share it only shows that something goes on. */
export function Far({ words, share }) {
  const now = useRef(share);
  now.current = share;
  useEffect(() => {
    const tell = () => say(now.current === undefined ? words : `${words}: ${percent(now.current)}`);
    const first = setTimeout(() => say(words), soon);
    const later = setInterval(tell, seldom);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }, [words]);
  return html`
    <p class="far small">
      <span>${words}</span>${share !== undefined && html`<span class="figures">${percent(share)}</span>`}
      <progress key=${share === undefined} class="progress" max="1" value=${share} aria-label=${words}></progress>
    </p>`;
}
