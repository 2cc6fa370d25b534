// The ticket's stub under an answer: one line that says what was done where, which opens to the whole record.
import { html } from "../html.js";
import { count, milliseconds, percent } from "../format.js";
import { modelName } from "../model.js";
import { maybe, t } from "../words.js";
import { Icon } from "./icon.js";

const steps = ["understand", "inspect", "place", "cover", "run", "record"];

export const skillWord = (tool) => maybe(`skill.${tool.split(".")[0]}`, tool.split(".")[0]);

/** Milliseconds of all steps; the time to the first token is within one of them. */
const whole = (times) => Object.entries(times).reduce((sum, [step, time]) => (step === "first" ? sum : sum + time), 0);

function summary(answer) {
  const where = answer.placement.rung === "cloud" ? t("where.cloud") : t("where.device");
  const skills = [...new Set(answer.meaning.calls.map(({ tool }) => skillWord(tool)))];
  const what = skills.length ? skills.join(", ") : answer.placement.model && modelName(answer.placement.model);
  const took = milliseconds(whole(answer.milliseconds)).replace(" ", "\u00a0"); // figure and unit stay on one line
  const parts = [where, what, took];
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

export function Stub({ answer }) {
  const { meaning, placement, milliseconds: times, tokens } = answer;
  return html`
    <details class="stub">
      <summary><span class="figures">${summary(answer)}</span><${Icon} name="down" /></summary>
      <dl class="facts">
        ${meaning.calls.length > 0 && html`<${Row} name=${t("stub.did")}><${Calls} answer=${answer} /><//>`}
        <${Row} name=${t("stub.by")}>
          ${t(`reader.${meaning.by}`)} · ${t("stub.sure", { share: percent(meaning.confidence) })}<//>
        <${Row} name=${t("stub.where")}>
          <span class="reason">${placement.reason}</span> · ${t(`rung.${placement.rung}`)}<//>
        ${placement.model && html`<${Row} name=${t("stub.model")}>${modelName(placement.model)}<//>`}
        <${Row} name=${t("stub.times")}><${Times} times=${times} /><//>
        ${tokens > 0 && times.first !== undefined && html`<${Row} name=${t("stub.first")}>
          <span class="figures">${milliseconds(times.first)}</span><//>`}
        ${tokens > 0 && html`<${Row} name=${t("stub.tokens")}><span class="figures">${count(tokens)}</span><//>`}
      </dl>
    </details>`;
}
