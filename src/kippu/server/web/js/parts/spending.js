// What asking others may cost in a month, and whether the exact text of what left is kept.
import { html, useState } from "../html.js";
import { money } from "../format.js";
import { t } from "../words.js";
import { Switch } from "./controls.js";
import { choose } from "./policy.js";

const dollars = (cents) => String(Math.round(cents) / 100);

export function Budget({ read }) {
  const [text, setText] = useState(null);
  const { budget_cents: budget, spent_cents: spent } = read;
  const set = async (event) => {
    const cents = Math.round(Number(event.currentTarget.value) * 100);
    if (event.currentTarget.value.trim() && cents >= 0 && cents !== budget) await choose({ budget_cents: cents });
    setText(null); // what is true is shown again
  };
  return html`
    <section class="card leave">
      <h2>${t("budget.title")}</h2>
      <p class="quiet">${t("budget.lead")}</p>
      <label class="money"><span>${t("budget.label")}</span>
        <span class="money-box"><span aria-hidden="true">$</span><input class="field figures" type="number" inputmode="decimal" min="0" step="any"
          value=${text ?? dollars(budget)} onInput=${(event) => setText(event.currentTarget.value)} onChange=${set} /></span></label>
      <div class="spent"><progress class="progress" max=${budget || 1} value=${budget ? Math.min(spent, budget) : 0} aria-label=${t("budget.spent.label")}></progress>
        <span class="small figures">${t(spent ? "budget.spent" : "budget.unspent", { spent: money(spent), budget: money(budget) })}</span></div>
    </section>`;
}

export const Keeping = ({ read }) => html`
  <section class="card leave">
    <${Switch} class="switch-row" on=${read.keep_sent} onToggle=${() => choose({ keep_sent: !read.keep_sent })}>
      <span class="row-text"><strong>${t("keep.title")}</strong><span class="small quiet">${t("keep.text")}</span></span><//>
  </section>`;
