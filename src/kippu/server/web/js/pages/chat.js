// The chat: what was said and answered, and the box to say more.
import { effect } from "../../vendor/signals.js";
import { html, useEffect, useLayoutEffect, useRef } from "../html.js";
import { HomePanel } from "../parts/homepanel.js";
import { FirstModel } from "../parts/firstmodel.js";
import { Trouble } from "../parts/loaded.js";
import { Notices } from "../parts/notices.js";
import { NotifyOffer } from "../parts/notifyoffer.js";
import { Arrival } from "../parts/offer.js";
import { Answer } from "../parts/answer.js";
import { awaited } from "../parts/far.js";
import { Composer } from "../parts/composer.js";
import { Welcome } from "../parts/welcome.js";
import { answeredAny, conversation, open, openError, opening, running, turns } from "../talk.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";

const Turn = ({ turn }) => html`
  <li class="turn">
    <div class="asked"><span class="unseen">${t("chat.you")}</span><p class="slip" dir="auto" lang=${tongue(turn.text)}>${turn.text}</p></div>
    <${Answer} turn=${turn} />
  </li>`;

/** Keeps the newest line in view while it grows and while its room gets smaller (by something that rings, or a phone's
    keyboard), unless the person has scrolled up. */
function useFollowing(box) {
  useEffect(() => {
    let near = true;
    const element = box.current;
    const measure = () => {
      near = element.scrollHeight - element.scrollTop - element.clientHeight < 120;
    };
    const toEnd = () => requestAnimationFrame(() => {
      element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", measure, { passive: true });
    const room = new ResizeObserver(() => near && turns.value.length > 0 && toEnd());
    room.observe(element);
    const stops = [
      effect(() => {
        if (turns.value.length > 0) toEnd();
      }),
      effect(() => {
        if (running.value?.state.value && near) toEnd();
      }),
      effect(() => {
        if (awaited(conversation.value) && near) toEnd();
      }),
    ];
    return () => {
      element.removeEventListener("scroll", measure);
      room.disconnect();
      for (const stop of stops) stop();
    };
  }, []);
}

export function Chat({ id }) {
  const box = useRef(null);
  useFollowing(box);
  useLayoutEffect(() => { // before it is seen: what is typed at once belongs to this conversation, not to the last
    open(id);
  }, [id]);
  const empty = turns.value.length === 0 && !opening.value && !openError.value;
  return html`
    <div class="chat">
      <div class="talk">
        <div class="above column"><${NotifyOffer} />${!empty && html`<${FirstModel} brief /><${Arrival} />`}</div>
        <div class="scroll" ref=${box} tabindex=${empty || answeredAny.value ? -1 : 0}>
          <h1 class="unseen">${t("page.chat")}</h1>
          ${openError.value && html`<div class="column">
            <${Trouble} text=${openError.value.offline ? t("offline.title") : openError.value.message}
              onRetry=${() => open(conversation.value)} /></div>`}
          ${empty && html`<${Welcome} />`}
          <ol class="turns column">${turns.value.map((turn) => html`<${Turn} key=${turn.key} turn=${turn} />`)}</ol>
        </div>
        <${Notices} />
        <${Composer} />
      </div>
      <aside class="beside" aria-label=${t("page.home")}><${HomePanel} /></aside>
    </div>`;
}
