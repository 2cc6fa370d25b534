// What may be replied to a question at a tap: one of the things it names, or a yes or a no.
import { html } from "../html.js";
import { ask, running, turns } from "../talk.js";

const YES_NO = { en: ["Yes", "No"], ja: ["はい", "いいえ"] };

/** Replies in the language of the answer, which the words of a tap are read in. */
function replies({ language, meaning, outcomes }) {
  if (meaning.question) return meaning.choices?.length ? meaning.choices : meaning.proposed?.length ? YES_NO[language] : [];
  const asked = outcomes.find(({ ok, data }) => !ok && data?.choices?.length > 1);
  return asked ? asked.data.choices : [];
}

/** Shown under the newest answer alone: a question further up is over. */
export function Choices({ turn, answer }) {
  const all = turns.value.at(-1) === turn && !answer.stopped ? replies(answer) : [];
  const choose = (text) => {
    ask(text);
    document.getElementById("ask").focus({ preventScroll: true }); // the button is gone
  };
  return all.length > 0 && html`
    <div class="choices" role="group" aria-label=${answer.text} lang=${answer.language}>
      ${all.map((each) => html`<button type="button" key=${each} class="button" disabled=${running.value !== null} onClick=${() => choose(each)}>${each}</button>`)}
    </div>`;
}
