// The question whether what rings may also notify. Comes with the first reminder that is set here, never before.
import { signal } from "../../vendor/signals.js";
import { html } from "../html.js";
import { keep, kept } from "../kept.js";
import { askPermission, permission } from "../ring.js";
import { ringing } from "../store.js";
import { remindersSet } from "../talk.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

const refused = signal(kept("notify.refused", "") !== "");

export function NotifyOffer() {
  if (remindersSet.value === 0 || permission.value !== "default" || refused.value || ringing.value.length > 0) return null;
  const refuse = () => {
    refused.value = true;
    keep("notify.refused", "yes");
  };
  return html`
    <section class="slim" aria-label=${t("notify.label")}>
      <p>${t("notify.text")}</p>
      <button type="button" class="button" aria-label=${t("notify.yes")} onClick=${askPermission}>${t("notify.yes.short")}</button>
      <button type="button" class="round" aria-label=${t("notify.no")} title=${t("notify.no")} onClick=${refuse}>
        <${Icon} name="close" />
      </button>
    </section>`;
}
