// What waits for a yes: text before it leaves this device, or a call that a model wants. Without a yes it does not happen.
import { html, useEffect, useId, useRef, useState } from "../html.js";
import { money } from "../format.js";
import { reason } from "../reasons.js";
import { compare } from "../replaced.js";
import { attempt } from "../store.js";
import { decide, draft, turns } from "../talk.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { kindWords } from "./kinds.js";

/** What was said up to this turn, as the person knows it. */
function saidUntil(turn) {
  const before = turns.value.slice(0, turns.value.indexOf(turn));
  const lines = before.flatMap((each) => [
    { role: "user", text: each.text },
    { role: "assistant", text: each.state.value.answer?.text ?? each.state.value.text },
  ]);
  return [...lines, { role: "user", text: turn.text }];
}

const Covered = ({ pieces }) => html`
  <p dir="auto" lang=${tongue(pieces.map(({ text }) => text).join(""))}>${pieces.map(({ text, changed }) => (changed && text ? html`<mark>${text}</mark>` : text))}</p>`;

const Message = ({ role, children }) => html`
  <li class="leaving ${role}"><span class="small quiet">${t(`consent.from.${role}`)}</span>${children}</li>`;

/** What stays here, and what goes in its place; each pair once. */
function Swaps({ messages }) {
  const changed = messages.flatMap(({ pieces }) => pieces.filter((piece) => piece.changed && piece.text.trim() && piece.instead.trim()));
  const pairs = [...new Map(changed.map(({ text, instead }) => [instead.trim(), text.trim()]))];
  return pairs.length > 0 && html`
    <div class="swaps"><p class="small quiet">${t("consent.swaps")}</p>
      <ul>${pairs.map(([own, other]) => html`<li key=${own}><span>${own}</span><${Icon} name="arrow" />
        <span class="unseen">${t("consent.instead")}</span><mark>${other}</mark></li>`)}</ul></div>`;
}

/** What goes along for the model to ask for, folded. */
const Tools = ({ tools }) => tools.length > 0 && html`
  <details class="toobig tools"><summary>${t("consent.tools", { n: tools.length })} ${tools.map(({ name }) => name).join(", ")}</summary>
    <p class="small quiet">${t("consent.tools.text")}</p>
    <ul class="leavings" tabindex="0" aria-label=${t("consent.tools.label")}>${tools.map(({ name, description, parameters }) => html`
      <li key=${name}><b>${name}</b> ${description}<pre>${JSON.stringify(parameters, null, 1)}</pre></li>`)}</ul>
  </details>`;

/** What is sent beside it once the model wants one of the tools, to the letter: it ends with what the person said. */
function After({ asking, text, edited }) {
  const { second, replies } = asking;
  const shown = edited === null || !second.endsWith(text) ? second : second.slice(0, -text.length) + edited;
  return replies.length > 0 && html`
    ${shown && html`<p class="small quiet">${t("consent.second")}</p>
      <p class="second" tabindex="0" dir="auto" aria-label=${t("consent.second")}>${shown}</p>`}
    <p class="small quiet">${t("consent.replies")} ${replies.map((reply) => html`<q lang="en">${reply}</q> `)}</p>`;
}

function cost({ cents }) {
  if (cents === null || cents === undefined) return t("consent.cost.unknown");
  return cents > 0 ? t("consent.cost.about", { money: money(cents) }) : t("consent.cost.none");
}

const Facts = ({ asking }) => html`
  <dl class="facts">
    <dt>${t("consent.to")}</dt><dd>${[asking.to, asking.model].filter(Boolean).join(" · ")}</dd>
    <dt>${t("consent.why")}</dt><dd class="reason">${reason(asking.reason)}</dd>
    <dt>${t("consent.cost")}</dt><dd>${cost(asking)}</dd>
    <dt>${t("consent.replaced")}</dt><dd>${asking.kinds.length ? kindWords(asking.kinds) : t("consent.replaced.none")}</dd>
  </dl>`;

/** The card around both: the safe answer has the focus. */
function Card({ icon, title, no, yes, disabled, onAnswer, children }) {
  const id = useId();
  const safe = useRef(null);
  useEffect(() => {
    // Not while something is being written: the next key would answer for the person.
    if (!draft.value) safe.current.focus({ preventScroll: true });
    safe.current.closest(".consent").scrollIntoView({ block: "nearest" });
  }, []);
  return html`
    <section class="consent" aria-labelledby=${id}>
      <h2 id=${id}><${Icon} name=${icon} />${title}</h2>
      ${children}
      <div class="actions"><span class="small quiet">${t("consent.silence")}</span>
        <button type="button" class="button" ref=${safe} onClick=${() => attempt(() => onAnswer(false))}>${no}</button>
        <button type="button" class="button primary" disabled=${disabled} onClick=${() => attempt(() => onAnswer(true))}>${yes}</button>
      </div>
    </section>`;
}

function Editor({ text, onInput, onLeave }) {
  const field = useRef(null);
  useEffect(() => field.current.focus(), []);
  const leave = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation(); // only the writing ends
    onLeave();
  };
  return html`<textarea ref=${field} class="field" rows="5" dir="auto" aria-label=${t("consent.edit.label")} value=${text}
    onInput=${(event) => onInput(event.currentTarget.value)} onKeyDown=${leave}></textarea>`;
}

function Leaving({ turn, asking }) {
  const id = useId();
  const list = useRef(null);
  const opener = useRef(null);
  const [edited, setEdited] = useState(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    list.current.scrollTop = list.current.scrollHeight; // what was said last is what it is about
  }, [open]);
  const { more } = asking;
  const messages = compare(asking.messages, more ? [] : saidUntil(turn));
  const last = messages.at(-1);
  const text = edited ?? last.text;
  const answer = (allow) => decide(turn, allow, text === last.text ? undefined : text);
  const leave = () => {
    setOpen(false);
    opener.current.focus();
  };
  return html`
    <${Card} icon="cloud" title=${t(more ? "consent.title.more" : "consent.title", { to: asking.to })} no=${t(more ? "consent.no.more" : "consent.no")}
      yes=${t("consent.yes")} disabled=${!text.trim()} onAnswer=${answer}>
      <${Facts} asking=${asking} />
      <p id=${id}>${t("consent.text", { n: messages.length })}</p>
      <ol class="leavings" ref=${list} tabindex="0" aria-labelledby=${id}>
        ${messages.slice(0, -1).map(({ role, pieces }) => html`<${Message} role=${role}><${Covered} pieces=${pieces} /><//>`)}
        <${Message} role=${last.role}>
          ${open ? html`<${Editor} text=${text} onInput=${setEdited} onLeave=${leave} />`
            : html`<${Covered} pieces=${edited === null ? last.pieces : [{ text, changed: false }]} />`}<//>
      </ol>
      <${Tools} tools=${asking.tools} />
      <${After} asking=${asking} text=${last.text} edited=${edited} />
      ${!more && html`<div class="editing"><button type="button" class="button" ref=${opener} aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
          <${Icon} name="note" />${open ? t("consent.edit.done") : t("consent.edit")}</button>
        ${(open || edited !== null) && html`<p class="small quiet">${t("consent.edit.text")}</p>`}</div>`}
      <${Swaps} messages=${edited === null ? messages : messages.slice(0, -1)} />
    <//>`;
}

const Wanted = ({ turn, asking }) => html`
  <${Card} icon="run" title=${t("consent.call")} no=${t("consent.call.no")} yes=${t("consent.call.yes")} onAnswer=${(allow) => decide(turn, allow)}>
    <p>${t("consent.call.text")}</p>
    <p class="leavings" dir="auto" lang=${tongue(asking.words)}>${asking.words}</p>
  <//>`;

export const Consent = ({ turn, asking }) => (asking.call
  ? html`<${Wanted} turn=${turn} asking=${asking} />`
  : html`<${Leaving} turn=${turn} asking=${asking} />`);
