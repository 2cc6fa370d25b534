// What one saying stands for: a tap says it. The page also tells what each does, and how one is taught.
import { html } from "../html.js";
import { api } from "../api.js";
import { go } from "../route.js";
import { attempt, notice, routines } from "../store.js";
import { ask, running } from "../talk.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { Loaded } from "./loaded.js";

function say(name) {
  go("chat");
  ask(name);
}

async function forget(name) {
  const outcome = await attempt(() => api.act("routines.remove", { name }));
  if (outcome && !outcome.ok) notice(outcome.text, true);
  await routines.load();
}

const Run = ({ name }) => html`
  <button type="button" class="button routine" disabled=${running.value !== null} onClick=${() => say(name)}>
    <${Icon} name="run" /><span dir="auto" lang=${tongue(name)}>${name}</span></button>`;

const Told = ({ each: { name, does, layer } }) => html`
  <li class="row">
    <${Run} name=${name} />
    <span class="row-text small quiet" dir="auto" lang=${tongue(does.join(" "))}>${does.join(" · ")}${layer && ` (${layer})`}</span>
    ${!layer && html`<button type="button" class="round" aria-label=${t("list.remove", { text: name })} title=${t("action.remove")}
      onClick=${() => forget(name)}><${Icon} name="trash" /></button>`}
  </li>`;

export const Routines = ({ brief }) => html`
  <${Loaded} of=${routines}>${(all) => brief
    ? all.length > 0 && html`<ul class="routines" aria-label=${t("routines.title")}>
        ${all.map((each) => html`<li key=${each.name + each.layer}><${Run} name=${each.name} /></li>`)}</ul>`
    : html`<section class="card">
        <h2>${t("routines.title")}</h2>
        ${all.length > 0 && html`<ul>${all.map((each) => html`<${Told} key=${each.name + each.layer} each=${each} />`)}</ul>`}
        <p class="small quiet">${t("routines.teach")}</p>
      </section>`}<//>`;
