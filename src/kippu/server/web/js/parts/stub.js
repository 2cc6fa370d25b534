// The ticket's stub under an answer: one line that says where it ran and why, which opens to the whole record.
import { html } from "../html.js";
import { count, milliseconds, money, percent } from "../format.js";
import { modelName } from "../model.js";
import { reason } from "../reasons.js";
import { link } from "../route.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Dots } from "./dots.js";
import { Icon } from "./icon.js";
import { kindWords } from "./kinds.js";

const steps = ["understand", "inspect", "place", "cover", "run", "record"];

/** Milliseconds of all steps; the time to the first token is within one of them. */
const whole = (times) => Object.entries(times).reduce((sum, [step, time]) => (step === "first" ? sum : sum + time), 0);

/** True when something left for this answer. */
const left = ({ placement }) => placement.rung === "cloud";

/** True for the own words of the smallest rung: nothing stands behind them. */
const unchecked = ({ placement, tokens, sources }) => placement.rung === "pocket" && tokens > 0 && !sources?.length;

function summary(answer) {
  const { placement, meaning } = answer;
  const why = reason(placement.reason);
  const by = left(answer) ? placement.provider : meaning.calls.length === 0 && placement.model && modelName(placement.model);
  const took = milliseconds(whole(answer.milliseconds)).replace(" ", "\u00a0"); // figure and unit stay on one line
  const parts = [why[0].toUpperCase() + why.slice(1), by, unchecked(answer) && t("chat.unchecked"), took];
  if (answer.stopped) parts.push(t("chat.stopped"));
  return parts.filter(Boolean).join(" · ");
}

const written = (value) => (typeof value === "string" ? value : JSON.stringify(value));

const Calls = ({ answer }) => answer.meaning.calls.map((call, index) => {
  const outcome = answer.outcomes[index];
  return html`
    <div class="call">
      <code>${call.tool}</code>
      ${Object.entries(call.arguments).map(([name, value]) => html` <code class="argument">${name}: ${written(value)}</code>`)}
      ${outcome && html`<span class="outcome ${outcome.ok ? "" : "bad"}">
        <${Icon} name=${outcome.ok ? "check" : "close"} />${outcome.ok ? t("stub.done") : t("stub.notdone")}</span>`}
    </div>`;
});

const Row = ({ name, children }) => html`<dt>${name}</dt><dd>${children}</dd>`;

function Times({ times }) {
  const shown = steps.filter((step) => step in times);
  return html`<span class="steps figures">${shown.map((step) => html`<span>${t(`step.${step}`)} ${milliseconds(times[step])}</span> `)}</span>`;
}

/** What it took if that is known, else what was thought. */
function cost(cents, guessed) {
  if (cents != null) return cents > 0 ? money(cents) : t("consent.cost.none");
  return guessed > 0 ? t("consent.cost.about", { money: money(guessed) }) : t("consent.cost.none");
}

const Cloud = ({ answer: { placement, egress, cents } }) => html`
  <${Row} name=${t("stub.provider")}>${placement.provider ?? egress.to}<//>
  ${(cents ?? placement.cents) != null && html`<${Row} name=${t("stub.cost")}><span class="figures">${cost(cents, placement.cents)}</span><//>`}
  <${Row} name=${t("consent.replaced")}>${egress.kinds.length ? kindWords(egress.kinds) : t("consent.replaced.none")}<//>`;

/** The way to what left for this answer; nothing where nothing did. */
export const WhatLeft = ({ answer }) => left(answer) && html`
  <a class="what-left small" href=${link("ledger", answer.turn)}><${Icon} name="privacy" />${t("stub.left")}</a>`;

/** What unfolds at the end of the page would lie behind the box to type in. */
const intoView = ({ currentTarget }) => {
  if (currentTarget.open) currentTarget.querySelector("dl").scrollIntoView({ block: "nearest" });
};

export function Stub({ answer }) {
  const { meaning, placement, milliseconds: times, tokens, sources } = answer;
  const layers = placement.layers ?? []; // older answers have none
  return html`
    <details class="stub" onToggle=${intoView}>
      <summary><span class="figures" lang=${tongue(reason(placement.reason))}><${Dots} text=${summary(answer)} /></span><${Icon} name="down" /></summary>
      <dl class="facts">
        ${meaning.calls.length > 0 && html`<${Row} name=${t("stub.did")}><${Calls} answer=${answer} /><//>`}
        <${Row} name=${t(meaning.by === "talk" ? "stub.as" : "stub.by")}>
          ${t(`reader.${meaning.by}`)} · ${t("stub.sure", { share: percent(meaning.confidence) })}<//>
        <${Row} name=${t("stub.where")}>
          <span class="reason">${reason(placement.reason)}</span> · ${t(`rung.${placement.rung}`)}<//>
        ${left(answer) && html`<${Cloud} answer=${answer} />`}
        ${placement.model && html`<${Row} name=${t("stub.model")}>${modelName(placement.model)}<//>`}
        ${layers.length > 0 && html`<${Row} name=${t("stub.layers")}>${layers.join(" › ")}<//>`}
        ${sources?.length > 0 && html`<${Row} name=${t("stub.sources")}>
          ${sources.map((source) => html`<div class="source">${source.title} <span class="small">${source.place}</span></div>`)}<//>`}
        <${Row} name=${t("stub.times")}><${Times} times=${times} /><//>
        ${tokens > 0 && times.first !== undefined && html`<${Row} name=${t("stub.first")}>
          <span class="figures">${milliseconds(times.first)}</span><//>`}
        ${tokens > 0 && html`<${Row} name=${t("stub.tokens")}><span class="figures">${count(tokens)}</span><//>`}
      </dl>
    </details>`;
}
