// What left this device, in plain words.
import { html, useEffect } from "../html.js";
import { bytes, moment } from "../format.js";
import { Icon } from "../parts/icon.js";
import { Loaded } from "../parts/loaded.js";
import { Page } from "../parts/page.js";
import { ledger } from "../store.js";
import { t } from "../words.js";

/** Rows that carry a turn are words of the person; the others are such as fetching a model. */
const ofWords = (rows) => rows.filter(({ turn }) => turn);

const Verdict = ({ rows }) => html`
  <section class="verdict ${ofWords(rows).length ? "some" : ""}">
    <${Icon} name="privacy" />
    <div><h2>${ofWords(rows).length ? t("ledger.some", { n: ofWords(rows).length }) : t("ledger.nothing")}</h2>
      <p>${ofWords(rows).length ? t("ledger.some.text") : t("ledger.nothing.text")}</p></div>
  </section>`;

const Row = ({ row }) => html`
  <li class="row"><span class="row-text"><strong>${row.to}</strong>
    <span class="small quiet">${row.what}</span>
    <details class="small"><summary>${t("ledger.what", { size: bytes(row.bytes) })}</summary><pre>${row.text}</pre></details></span>
    <time class="small quiet figures" datetime=${row.at}>${moment(row.at)}</time></li>`;

const facts = ["words", "home", "models", "look"];

export function Ledger() {
  useEffect(() => {
    ledger.load();
  }, []);
  return html`
    <${Page} title=${t("page.ledger")}>
      <${Loaded} of=${ledger}>${(rows) => html`
        <${Verdict} rows=${rows} />
        ${rows.length > 0 && html`<section class="card"><h2>${t("ledger.all")}</h2>
          <ul>${rows.toReversed().map((row) => html`<${Row} key=${row.id} row=${row} />`)}</ul></section>`}`}<//>
      <section class="card"><h2>${t("ledger.where")}</h2>
        <dl class="facts wide-facts">${facts.map((fact) => html`<dt key=${fact}>${t(`ledger.${fact}`)}</dt><dd>${t(`ledger.${fact}.text`)}</dd>`)}</dl>
      </section>
    <//>`;
}
