// What a model is called, and asking before one is fetched.
import { html } from "./html.js";
import { api } from "./api.js";
import { bytes, pace, parameters } from "./format.js";
import { confirmed } from "./parts/dialog.js";
import { attempt, models, status, talks } from "./store.js";
import { maybe, t } from "./words.js";

/** The name for people of a catalogue id, or the id while the catalogue is not read. */
export function modelName(id) {
  const known = models.data.value?.models.find((each) => each.id === id);
  const current = status.data.value?.model;
  return known?.name ?? (current?.id === id ? current.name : null) ?? id;
}

/** Sources may be given as words or as {kind, name}. */
export const sourceName = (source) =>
  typeof source === "string" ? source : [source.kind, source.name ?? source.url ?? source.path].filter(Boolean).join(": ");

/** The kind of a source in words, such as "Hugging Face". */
export const sourceKind = (source) => {
  const [kind] = sourceName(source).split(":");
  return maybe(`source.${kind}`, kind);
};

/** Whether it runs on this device, and how well, in words. */
export function verdict(model) {
  if (!model.fits) {
    const there = models.data.value.device.memory;
    return t("model.verdict.no", { size: bytes(model.memory), there: bytes(there) });
  }
  if (model.slow) return t("model.verdict.slow", { speed: pace(model.tokens_per_second), reads: pace(model.reads) });
  return t(model.tight ? "model.verdict.tight" : "model.verdict.yes");
}

/** What it is good for, in words; null for one that talks. */
export function usedFor({ kind, instruct, purpose }) {
  if (kind !== "chat") return t(`model.for.${kind}`);
  if (!instruct) return t("model.for.base");
  return purpose === "talk" ? null : t(`model.for.${purpose}`);
}

/** Show size, source, licence and maker; fetch only on a yes. True when the fetch began, false on a spoken no (which
    is worded by `no`), null when the question was only closed or nothing could be asked. With `use`, it talks as soon as
    it is here. */
export async function fetchOnYes(id, { no, use = false } = {}) {
  if (!models.data.value) await models.load();
  const model = models.data.value?.models.find((each) => each.id === id);
  if (!model) return null;
  const offer = status.data.value?.offer;
  const left = offer?.id === id ? offer.bytes : model.bytes; // an earlier try may have brought a part
  const yes = await confirmed({
    title: t("get.title", { name: model.name }),
    yes: t("get.yes", { size: bytes(left) }),
    no,
    body: html`
      <p>${t("get.text")} ${use ? t("get.use") : talks(model) && t("get.then")}</p>
      <p>${verdict(model)}</p>
      <dl class="facts">
        <dt>${t("model.size")}</dt><dd>${bytes(model.bytes)}</dd>
        <dt>${t("model.maker")}</dt><dd>${model.maker}</dd>
        ${usedFor(model) && html`<dt>${t("model.purpose")}</dt><dd>${usedFor(model)}</dd>`}
        <dt>${t("model.parameters")}</dt><dd>${parameters(model.parameters)}</dd>
        ${model.tokens_per_second && html`<dt>${t("model.pace")}</dt><dd>${t("model.pace.predicted", { speed: pace(model.tokens_per_second) })}</dd>`}
        ${model.reads && html`<dt>${t("model.reads")}</dt><dd>${t("model.reads.n", { speed: pace(model.reads) })}</dd>`}
        <dt>${t("model.licence")}</dt><dd>${model.licence}</dd>
        <dt>${t("model.source")}</dt><dd>${model.sources.map((source) => html`<div>${sourceName(source)}</div>`)}</dd>
      </dl>`,
  });
  if (!yes) return yes;
  const done = await attempt(() => api.getModel(id, use));
  models.load();
  return done ? true : null;
}
