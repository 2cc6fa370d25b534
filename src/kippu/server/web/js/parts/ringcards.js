// What rings now, on every page; and the question whether it may also notify.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { api } from "../api.js";
import { moment } from "../format.js";
import { keep, kept } from "../kept.js";
import { askPermission, permission } from "../ring.js";
import { attempt, reminders, ringing } from "../store.js";
import { remindersSet } from "../talk.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

async function settle(doing) {
  await attempt(doing);
  reminders.load();
}

const icons = { timer: "timer", alarm: "alarm", reminder: "bell" };

export const RingCards = () => html`
  <div class="ringing">
    ${ringing.value.map((each) => html`
      <section key=${each.id} class="ring" aria-label=${t("ring.label")}>
        <${Icon} name=${icons[each.kind] ?? "bell"} />
        <div>
          <p class="ring-text">${each.text || each.message || t(`kind.${each.kind}`)}</p>
          <p class="small">${t(`kind.${each.kind}`)}${each.at && ` · ${moment(each.at)}`}</p>
        </div>
        <div class="actions">
          <button type="button" class="button" onClick=${() => settle(() => api.snooze(each.id))}>${t("ring.snooze")}</button>
          <button type="button" class="button primary" onClick=${() => settle(() => api.dismiss(each.id))}>${t("ring.dismiss")}</button>
        </div>
      </section>`)}
  </div>`;

const refused = signal(kept("notify.refused", "") !== "");

/** Comes with the first reminder that is set here, never before. */
export function NotifyOffer() {
  if (remindersSet.value === 0 || permission.value !== "default" || refused.value) return null;
  const refuse = () => {
    refused.value = true;
    keep("notify.refused", "yes");
  };
  return html`
    <section class="offer" aria-label=${t("notify.label")}>
      <p>${t("notify.text")}</p>
      <button type="button" class="button" onClick=${askPermission}>${t("notify.yes")}</button>
      <button type="button" class="round" aria-label=${t("notify.no")} title=${t("notify.no")} onClick=${refuse}>
        <${Icon} name="close" />
      </button>
    </section>`;
}
