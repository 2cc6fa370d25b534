// The ladder of models: what is on each rung, what this device can carry, getting and removing.
import { html, useEffect } from "../html.js";
import { api } from "../api.js";
import { bytes, count, pace, parameters } from "../format.js";
import { fetchOnYes, sourceKind, usedFor, verdict } from "../model.js";
import { confirmed } from "../parts/dialog.js";
import { Far, coming } from "../parts/far.js";
import { Loaded } from "../parts/loaded.js";
import { Page } from "../parts/page.js";
import { Progress } from "../parts/progress.js";
import { policyWords } from "../policy.js";
import { attempt, models, notice, status, talks } from "../store.js";
import { language, t } from "../words.js";

const rungs = ["pocket", "palm", "desk", "cloud"];

async function remove(model) {
  const yes = await confirmed({
    title: t("model.remove.title", { name: model.name }),
    body: html`<p>${t("model.remove.text", { size: bytes(model.bytes) })}</p>`,
    yes: t("action.remove"),
    danger: true,
  });
  if (!yes) return;
  if (await attempt(() => api.removeModel(model.id))) notice(t("model.removed", { name: model.name }));
  models.load();
  status.load();
}

async function use(model) {
  if (await attempt(() => api.useModel(model.id))) notice(t("model.using", { name: model.name }));
  models.load();
  status.load();
}

function Actions({ model }) {
  if (model.progress != null) return html`<${Progress} id=${model.id} name=${model.name} progress=${model.progress} />`;
  if (!model.installed) {
    return model.fits && html`<button type="button" class="button ${offered(model) ? "primary" : model.slow ? "bare" : ""}"
      aria-label=${t("get.label", { name: model.name })} onClick=${() => fetchOnYes(model.id)}>
      ${t(model.slow ? "get.slow" : "get.button", { size: bytes(model.bytes) })}</button>`;
  }
  return html`
    ${!model.current && talks(model) && html`<button type="button" class="button primary" aria-label=${t("model.use.label", { name: model.name })}
      onClick=${() => use(model)}>${t("model.use")}</button>`}
    ${!model.current && html`<button type="button" class="button danger" aria-label=${t("model.remove.label", { name: model.name })}
      onClick=${() => remove(model)}>${t("action.remove")}</button>`}`;
}

function Memory({ model }) {
  if (!model.took) return model.memory ? bytes(model.memory) : "–";
  return html`${t("model.memory.took", { size: bytes(model.took) })}
    <span class="quiet"> ${t("model.pace.was", { speed: bytes(model.memory) })}</span>`;
}

function Pace({ model }) {
  if (model.measured) return html`${t("model.pace.measured", { speed: pace(model.measured) })}
    ${model.tokens_per_second && html`<span class="quiet"> ${t("model.pace.was", { speed: pace(model.tokens_per_second) })}</span>`}`;
  return model.tokens_per_second ? t("model.pace.predicted", { speed: pace(model.tokens_per_second) }) : "–";
}

/** The first few by name, the reader's own before all, the rest as a number. */
function languages(all) {
  const codes = all.toSorted((a, b) => (b === language.value) - (a === language.value));
  const names = codes.slice(0, 4).map((code) => new Intl.DisplayNames(language.value, { type: "language" }).of(code));
  const shown = new Intl.ListFormat(language.value, { type: "conjunction", style: "narrow" }).format(names);
  return codes.length > 4 ? `${shown} +${codes.length - 4}` : shown;
}

/** While it comes into memory. */
function Coming({ id }) {
  const far = coming(id);
  return far && html`<${Far} ...${far} />`;
}

function Mark({ model }) {
  if (model.current) return html`<span class="mark on">${t("model.current")}</span>`;
  if (model.installed) return html`<span class="mark">${t("model.installed")}</span>`;
  if (!model.fits) return html`<span class="mark no">${t("model.toobig")}</span>`;
  if (offered(model)) return html`<span class="mark on">${t("model.best")}</span>`;
  return model.slow && html`<span class="mark no">${t("model.slow")}</span>`;
}

const Model = ({ model }) => html`
  <li class="model ${model.fits || model.installed ? "" : "over"}">
    <div class="model-head"><h3>${model.name}</h3>
      <${Mark} model=${model} /></div>
    <p class="small quiet">${model.maker} · ${t("model.parameters.n", { n: parameters(model.parameters) })} · ${bytes(model.bytes)} · ${model.licence}</p>
    ${!model.installed && html`<p class="small">${verdict(model)}
      ${model.unreached && html` ${t("model.unreached", { source: sourceKind(model.unreached) })}`}</p>`}
    <dl class="facts figures">
      ${usedFor(model) && html`<dt>${t("model.purpose")}</dt><dd>${usedFor(model)}</dd>`}
      <dt>${t("model.memory")}</dt><dd><${Memory} model=${model} /></dd>
      ${talks(model) && html`<dt>${t("model.pace")}</dt><dd><${Pace} model=${model} /></dd>`}
      ${model.reads > 0 && html`<dt>${t("model.reads")}</dt><dd>${t("model.reads.n", { speed: pace(model.reads) })}</dd>`}
      <dt>${t("model.languages")}</dt><dd>${languages(model.languages)}</dd>
      ${talks(model) && html`<dt>${t("model.context")}</dt><dd>${t("model.context.n", { n: count(model.context) })}</dd>`}
    </dl>
    <${Coming} id=${model.id} />
    <div class="actions"><${Actions} model=${model} /></div>
  </li>`;

const here = (model) => model.installed || model.progress != null;

const offered = ({ id }) => status.data.value?.offer?.id === id;

/** What is in use, what is here, what Kippu would take, what is fast enough to talk with, then the biggest that fits. */
const ordered = (all) => all.toSorted((a, b) =>
  b.current - a.current || here(b) - here(a) || offered(b) - offered(a) || a.slow - b.slow || b.parameters - a.parameters);

const Cards = ({ all }) => html`<ul class="models">${all.map((model) => html`<${Model} key=${model.id} model=${model} />`)}</ul>`;

const TooBig = ({ all }) => html`
  <details class="toobig"><summary>${t("models.toobig", { n: all.length })}</summary>
    <ul class="plain">${all.map(({ id, name, maker, parameters: size, memory, licence }) => html`
      <li key=${id}><strong>${name}</strong> <span class="quiet">${maker} · ${parameters(size)} · ${t("model.toobig.needs", { size: bytes(memory) })} · ${licence}</span></li>`)}</ul>
  </details>`;

function Rung({ rung, all }) {
  const fitting = ordered(all.filter((model) => model.fits || here(model)));
  const rest = all.filter((model) => !fitting.includes(model));
  return html`
    <section class="rung">
      <div class="rung-head"><h2>${t(`rung.${rung}`)}</h2><p class="small quiet">${t(`rung.${rung}.text`)}</p></div>
      ${rung === "cloud" && html`<p class="empty">${policyWords(status.data.value?.policy).cloud}</p>`}
      ${rung === "cloud" && fitting.length > 0 && html`<p class="small quiet lead">${t("rung.cloud.here")}</p>`}
      ${fitting.length > 0 && html`<${Cards} all=${fitting.slice(0, 3)} />`}
      ${fitting.length > 3 && html`<details class="toobig"><summary>${t("models.more", { n: fitting.length - 3 })}</summary>
        <${Cards} all=${fitting.slice(3)} /></details>`}
      ${rest.length > 0 && html`<${TooBig} all=${rest} />`}
    </section>`;
}

const Others = ({ all }) => all.length > 0 && html`
  <section class="rung">
    <div class="rung-head"><h2>${t("models.others")}</h2><p class="small quiet">${t("models.others.text")}</p></div>
    <${Cards} all=${all} />
  </section>`;

/** Whatever of the device the server could measure. */
function Device({ device }) {
  const facts = [
    ["device.memory", device.memory && bytes(device.memory)],
    ["device.free", device.available && bytes(device.available)],
    ["device.cores", device.cores && count(device.cores)],
    ["device.bandwidth", device.bandwidth && `${bytes(device.bandwidth)}/s`],
  ].filter(([, value]) => value);
  return facts.length > 0 && html`<dl class="device figures" aria-label=${t("device.title")}>
    ${facts.map(([key, value]) => html`<div key=${key}><dt>${t(key)}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function Models() {
  useEffect(() => {
    models.load();
  }, []);
  return html`
    <${Page} title=${t("page.models")} lead=${t("models.lead")}>
      <${Loaded} of=${models}>${(read) => html`
        <${Device} device=${read.device} />
        <div class="ladder">${rungs.map((rung) => html`
          <${Rung} key=${rung} rung=${rung} all=${read.models.filter((model) => talks(model) && model.rung === rung)} />`)}
          <${Others} all=${read.models.filter((model) => !talks(model))} /></div>`}<//>
    <//>`;
}
