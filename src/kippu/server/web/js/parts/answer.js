// One answer: its text, what it did in one quiet line, and on request all of how it came about.
import { html, useState } from "../html.js";
import { lines, markdown } from "../markdown.js";
import { notice } from "../store.js";
import { conversation, drawing, retry, running } from "../talk.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { copy } from "../clipboard.js";
import { Choices } from "./choices.js";
import { Consent } from "./consent.js";
import { Drawing, Drawn } from "./drawn.js";
import { Far, awaited } from "./far.js";
import { Icon } from "./icon.js";
import { Trouble } from "./loaded.js";
import { Stub, WhatLeft } from "./stub.js";

function Copy({ text }) {
  const [done, setDone] = useState(false);
  const act = async () => {
    if (!(await copy(text))) return notice(t("copy.failed"), true);
    setDone(true);
    setTimeout(() => setDone(false), 1600);
  };
  return html`<button type="button" class="round copy" aria-label=${done ? t("copy.done") : t("copy.do")}
    title=${t("copy.do")} onClick=${act}><${Icon} name=${done ? "check" : "copy"} /></button>`;
}

const Waiting = () => html`<p class="waiting"><span class="unseen">${t("chat.waiting")}</span><i></i><i></i><i></i></p>`;

/** What the first word waits for, where that is known. */
function Awaited() {
  const far = awaited(conversation.value);
  return far && html`<${Far} ...${far} />`;
}

const Text = ({ text, growing, plain }) => html`
  <div class="text ${growing ? "growing" : ""}" dir="auto" lang=${tongue(text)}
    dangerouslySetInnerHTML=${{ __html: plain ? lines(text) : markdown(text) }}></div>`;

/** What the person's own device opens when they tap it: a call, a message, a mail. */
const opens = /^(tel|sms|mailto):/;
const Links = ({ outcomes }) => outcomes.map(({ data }) => data?.link && opens.test(data.link.url) && html`
  <p><a class="button primary" href=${data.link.url}>${data.link.label}</a></p>`);

export function Answer({ turn }) {
  const { phase, text, answer, error, asking, sent } = turn.state.value;
  // Stopped, or left by the page, before a word of it was there.
  const nothing = answer?.stopped && !text;
  return html`
    <div class="answer" aria-busy=${String(phase === "waiting" || phase === "streaming")}>
      <span class="unseen">${t("chat.kippu")}</span>
      ${phase === "waiting" && running.value === turn && drawing.value && html`<${Drawing} key=${drawing.value} job=${drawing.value} />`}
      ${phase === "waiting" && !asking && html`<${Waiting} />${running.value === turn && html`<${Awaited} />`}${sent && html`<p class="aside">${t("consent.sending", { to: sent })}</p>`}`}
      ${text && html`<${Text} text=${text} growing=${phase === "streaming"} plain=${answer?.tokens === 0 && !answer.sources?.length} />`}
      ${asking && html`<${Consent} key=${asking.key} turn=${turn} asking=${asking} />`}
      ${(phase === "failed" || nothing) && html`<${Trouble} text=${nothing ? t("chat.unsaid") : error}
        onRetry=${running.value ? null : () => retry(turn)} />`}
      ${answer && html`
        <${Choices} turn=${turn} answer=${answer} />
        <${Drawn} outcomes=${answer.outcomes} />
        <${Links} outcomes=${answer.outcomes} />
        ${answer.notes?.map((note) => html`<p class="aside" lang=${tongue(note)}>${note}</p>`)}
        <div class="under"><${Stub} answer=${answer} /><${WhatLeft} answer=${answer} />${text && html`<${Copy} text=${text} />`}</div>`}
    </div>`;
}
