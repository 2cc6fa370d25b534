// What left on each of the last days, by who got it: bars to look at, and the same as a table.
import { html } from "../html.js";
import { bytes, count, day } from "../format.js";
import { t } from "../words.js";
import { Bars, colourOf } from "./ledgerbars.js";

const length = 30; // days

const iso = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** The last days, oldest first, also those on which nothing left. */
const days = () => Array.from({ length }, (_, index) => {
  const date = new Date();
  date.setDate(date.getDate() - (length - 1 - index));
  return iso(date);
});

function receiversOf(totals) {
  const sums = new Map();
  for (const { to, bytes: size } of totals) sums.set(to, (sums.get(to) ?? 0) + size);
  return [...sums.keys()].sort((a, b) => sums.get(b) - sums.get(a));
}

const Table = ({ totals }) => html`
  <details class="toobig"><summary>${t("chart.table")}</summary>
    <div class="wide" tabindex="0" role="group" aria-label=${t("chart.title")}><table class="figures">
      <thead><tr><th scope="col">${t("chart.day")}</th><th scope="col">${t("chart.to")}</th><th scope="col">${t("chart.times")}</th><th scope="col">${t("chart.size")}</th></tr></thead>
      <tbody>${totals.toReversed().map(({ day: date, to, times, bytes: size }) => html`
        <tr key=${date + to}><td>${day(date)}</td><td>${to}</td><td>${count(times)}</td><td>${bytes(size)}</td></tr>`)}</tbody>
    </table></div></details>`;

export function Chart({ totals: all }) {
  const shown = days();
  const totals = all.filter((total) => total.day >= shown[0]);
  if (totals.length === 0) return null;
  const receivers = receiversOf(totals);
  const highest = Math.max(...shown.map((date) => totals.reduce((sum, each) => (each.day === date ? sum + each.bytes : sum), 0)));
  return html`
    <section class="card"><h2>${t("chart.title")}</h2>
      <p class="small quiet">${t("chart.lead")}</p>
      <link rel="stylesheet" href="vendor/uplot.css" />
      <figure class="chart">
        <div role="img" aria-label=${t("chart.label", { n: new Set(totals.map((total) => total.day)).size, most: bytes(highest) })}>
          <${Bars} shown=${shown} totals=${totals} receivers=${receivers} /></div>
        <figcaption class="small"><ul class="legend">${receivers.map((to) => html`
          <li key=${to}><i class=${`c${colourOf(receivers, to) + 1}`}></i>${to}</li>`)}</ul></figcaption>
      </figure>
      <${Table} totals=${totals} />
    </section>`;
}
