// Whether the open chat may leave this device: a button beside the box that shows it, and what can be changed about it.
import { html, useState } from "../html.js";
import { link } from "../route.js";
import { attempt, status } from "../store.js";
import { stay, stays } from "../talk.js";
import { maybe, t } from "../words.js";
import { Switch } from "./controls.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";

export function WhereTo() {
  const [open, setOpen] = useState(false);
  const policy = status.data.value?.policy ?? "device only";
  const shut = policy === "device only" || stays.value;
  const label = shut ? t("chat.stays") : maybe(`chat.may.${policy}`, t("chat.may.when it helps"));
  const close = () => setOpen(false);
  return html`
    <button type="button" class="round ${shut ? "" : "may"}" aria-haspopup="dialog" aria-label=${label} title=${label}
      onClick=${() => setOpen(true)}><${Icon} name=${shut ? "lock" : "cloud"} /></button>
    <${Dialog} open=${open} onClose=${close} title=${t("chat.whereto")}>
      <p>${maybe(`chat.whereto.${policy}`, t("policy.other.terms"))}</p>
      <${Switch} class="switch-row" on=${stays.value} onToggle=${() => attempt(() => stay(!stays.value))}>
        <span class="row-text"><strong>${t("chat.stay")}</strong><span class="small quiet">${t("chat.stay.text")}</span></span><//>
      <div class="actions">
        <a class="button" href=${link("settings")} onClick=${close}>${t("chat.whereto.settings")}</a>
        <button type="button" class="button primary" autofocus onClick=${close}>${t("action.close")}</button>
      </div>
    <//>`;
}
