// The box to say something: Enter sends, Shift+Enter is a new line, and Enter that ends a Japanese
// conversion only ends the conversion.
import { html, useEffect, useLayoutEffect, useRef, useState } from "../html.js";
import { say } from "../say.js";
import { ask, draft, running, stop } from "../talk.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";
import { WhereTo } from "./whereto.js";

export function Composer() {
  const box = useRef(null);
  const composing = useRef(false);
  const [early, setEarly] = useState(null); // the turn during whose answer more was sent
  const busy = running.value !== null;
  useLayoutEffect(() => {
    box.current.style.height = "auto";
    box.current.style.height = `${Math.min(box.current.scrollHeight, 220)}px`;
  }, [draft.value]);
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) box.current.focus(); // on a phone it would open the keyboard
  }, []);
  const send = () => {
    if (!draft.value.trim()) return;
    if (running.value) {
      setEarly(running.value);
      say(t("chat.busy"));
      return;
    }
    ask(draft.value.trim());
    draft.value = "";
    box.current.focus();
  };
  const key = (event) => {
    // 229 is what some browsers give for the Enter that ends a conversion, after compositionend.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || composing.current || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return html`
    <form class="composer column" onSubmit=${(event) => {
      event.preventDefault();
      send();
    }}>
      ${busy && early === running.value && html`<p class="early small">${t("chat.busy")}</p>`}
      <div class="box">
        <${WhereTo} />
        <label class="unseen" for="ask">${t("chat.label")}</label>
        <textarea id="ask" ref=${box} rows="1" dir="auto" enterkeyhint="send" autocomplete="off"
          placeholder=${t("chat.placeholder")} value=${draft.value} aria-describedby="ask-keys"
          onInput=${(event) => {
            draft.value = event.currentTarget.value;
          }}
          onKeyDown=${key}
          onCompositionStart=${() => {
            composing.current = true;
          }}
          onCompositionEnd=${() => {
            composing.current = false;
          }}></textarea>
        <span id="ask-keys" class="unseen">${t("chat.keys")}</span>
        ${busy
          ? html`<button type="button" class="round filled" aria-label=${t("chat.stop")} title=${t("chat.stop")}
              onClick=${() => {
                stop();
                box.current.focus();
              }}><${Icon} name="stop" /></button>`
          : html`<button type="submit" class="round filled" disabled=${!draft.value.trim()} aria-label=${t("chat.send")}
              title=${t("chat.send")}><${Icon} name="send" /></button>`}
      </div>
    </form>`;
}
