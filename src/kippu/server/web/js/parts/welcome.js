// The empty page: a ticket that says where words go, and a few things to say.
import { html } from "../html.js";
import { policyWords } from "../policy.js";
import { status } from "../store.js";
import { ask, running } from "../talk.js";
import { t } from "../words.js";
import { FirstModel } from "./firstmodel.js";
import { Icon } from "./icon.js";
import { Arrival, Offer } from "./offer.js";

const suggestions = [
  ["bulb", "suggest.light"],
  ["blind", "suggest.two"],
  ["timer", "suggest.reminder"],
  ["gauge", "suggest.sum"],
  ["note", "suggest.list"],
  ["chat", "suggest.talk"],
];

function Ticket() {
  const told = status.data.value;
  const model = told?.model;
  const { to, terms } = policyWords(told?.policy);
  return html`
    <div class="ticket">
      <div class="ticket-main ${told || status.error.value ? "" : "awaited"}">
        <p class="route"><span>${t("ticket.from")}</span><${Icon} name="arrow" /><span>${to}</span></p>
        <p class="terms">${terms}</p>
      </div>
      <div class="ticket-stub">
        <span>${t("ticket.model")}</span>
        <strong>${model?.name ?? "–"}</strong>
        <span>${model ? t(`model.state.${model.state}`) : " "}</span>
      </div>
    </div>`;
}

export const Welcome = () => html`
  <div class="welcome column">
    <${Ticket} />
    <${FirstModel} /><${Arrival} /><${Offer} />
    <p class="greeting">${t("welcome.title")}</p>
    <ul class="suggestions" aria-label=${t("welcome.try")}>
      ${suggestions.map(([icon, key]) => html`
        <li key=${key}>
          <button type="button" class="suggestion" disabled=${running.value !== null} onClick=${() => ask(t(key))}>
            <${Icon} name=${icon} /><span>${t(key)}</span>
          </button>
        </li>`)}
    </ul>
  </div>`;
