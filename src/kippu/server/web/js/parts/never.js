// What stays on this device whatever the policy: topics, and the person's own private words.
import { html, useState } from "../html.js";
import { api } from "../api.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { change, choose } from "./policy.js";

function keep(topic, stays) {
  choose(({ never }) => ({ never: [...never.filter((each) => each !== topic), ...(stays ? [topic] : [])] }));
}

const Topic = ({ topic, on }) => html`
  <label class="chip"><input type="checkbox" checked=${on} onChange=${(event) => keep(topic, event.currentTarget.checked)} />
    <span><${Icon} name=${on ? "lock" : "plus"} />${t(`topic.${topic}`)}</span></label>`;

function Add() {
  const [text, setText] = useState("");
  const add = async (event) => {
    event.preventDefault();
    if (text.trim() && (await change(() => api.mark(text.trim())))) setText("");
  };
  return html`
    <form class="add" onSubmit=${add}>
      <label class="unseen" for="private-words">${t("words.add")}</label>
      <input id="private-words" class="field" placeholder=${t("words.example")} value=${text} maxlength="200" autocomplete="off"
        enterkeyhint="done" dir="auto" onInput=${(event) => setText(event.currentTarget.value)} />
      <button type="submit" class="round" aria-label=${t("words.add")} title=${t("words.add")} disabled=${!text.trim()}><${Icon} name="plus" /></button>
    </form>`;
}

const Words = ({ words }) => html`
  <li class="row"><${Icon} name="lock" /><span class="row-text" dir="auto" lang=${tongue(words)}>${words}</span>
    <button type="button" class="round" aria-label=${t("words.remove", { words })} title=${t("action.remove")}
      onClick=${(event) => {
        const field = event.currentTarget.closest(".card").querySelector("#private-words");
        change(() => api.unmark(words)).then(() => field.focus());
      }}><${Icon} name="close" /></button></li>`;

export const Never = ({ read }) => html`
  <section class="card leave">
    <h2>${t("never.title")}</h2>
    <p class="quiet">${t("never.lead")}</p>
    <h3>${t("topics.title")}</h3>
    <div class="chips" role="group" aria-label=${t("topics.title")}>
      ${read.topics.map((topic) => html`<${Topic} key=${topic} topic=${topic} on=${read.never.includes(topic)} />`)}
    </div>
    <p class="small quiet">${t("topics.text")}</p>
    <h3>${t("words.title")}</h3>
    <p class="small quiet">${t("words.text")}</p>
    ${read.marked.length > 0 && html`<ul class="rows">${read.marked.map((words) => html`<${Words} key=${words} words=${words} />`)}</ul>`}
    <${Add} />
  </section>`;
