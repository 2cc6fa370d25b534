// What rings now, on every page, in one bar: a single one as it is, several folded, so that the page stays in sight.
import { html, useEffect, useState } from "../html.js";
import { api } from "../api.js";
import { moment } from "../format.js";
import { ringText } from "../ring.js";
import { attempt, reminders, ringing } from "../store.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

let settled = false;

async function settle(those, doing) {
  settled = true;
  await Promise.all(those.map(({ id }) => attempt(() => doing(id))));
  reminders.load();
}

/** Where the button that was pressed is gone, the focus goes on in the bar, or to the page when nothing rings. */
function useFocusGoingOn() {
  useEffect(() => {
    if (!settled || document.activeElement !== document.body) return;
    settled = false;
    (document.querySelector(".ringing button") ?? document.getElementById("main")).focus();
  }, [ringing.value]);
}

const icons = { timer: "timer", alarm: "alarm", reminder: "bell" };

const Ring = ({ each }) => html`
  <div class="ring">
    <${Icon} name=${icons[each.kind] ?? "bell"} />
    <div class="ring-what">
      <p class="ring-text" dir="auto" lang=${tongue(ringText(each))}>${ringText(each)}</p>
      <p class="small">${t(`kind.${each.kind}`)}${each.at && ` · ${moment(each.at)}`}</p>
    </div>
    <button type="button" class="button" aria-label=${t("ring.snooze.label", { text: ringText(each) })}
      title=${t("ring.snooze.long")} onClick=${() => settle([each], api.snooze)}>${t("ring.snooze")}</button>
    <button type="button" class="button primary" aria-label=${t("ring.dismiss.label", { text: ringText(each) })}
      onClick=${() => settle([each], api.dismiss)}>${t("ring.dismiss")}</button>
  </div>`;

function Folded({ all }) {
  const [open, setOpen] = useState(false);
  return html`
    <div class="ring">
      <button type="button" class="ring-fold" aria-expanded=${String(open)} aria-controls="rings" onClick=${() => setOpen(!open)}>
        <${Icon} name="bell" /><strong class="ring-text">${t("ring.many", { n: all.length })}</strong><${Icon} name="down" />
      </button>
      <button type="button" class="button primary" onClick=${() => settle(all, api.dismiss)}>${t("ring.dismiss.all")}</button>
    </div>
    <ul id="rings" class="rings" hidden=${!open}>
      ${all.map((each) => html`<li key=${each.id}><${Ring} each=${each} /></li>`)}
    </ul>`;
}

export function Ringing() {
  useFocusGoingOn();
  const all = ringing.value;
  return all.length > 0 && html`
    <section class="ringing" aria-label=${t("ring.label")}>
      ${all.length === 1 ? html`<${Ring} key=${all[0].id} each=${all[0]} />` : html`<${Folded} all=${all} />`}
    </section>`;
}
