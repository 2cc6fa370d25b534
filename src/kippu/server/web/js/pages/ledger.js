// What left this device, what was done, and where requests ran, in plain words.
import { html, useEffect } from "../html.js";
import { bytes, moment } from "../format.js";
import { follow, left, more, rows, sorts, totals, turn, wanted, words } from "../ledger.js";
import { Icon } from "../parts/icon.js";
import { Chart } from "../parts/ledgerchart.js";
import { Row } from "../parts/ledgerrow.js";
import { Tools } from "../parts/ledgertools.js";
import { Loaded } from "../parts/loaded.js";
import { Page } from "../parts/page.js";
import { link } from "../route.js";
import { language, t } from "../words.js";

const list = (texts) => new Intl.ListFormat(language.value, { type: "conjunction" }).format(texts);

/** "3 to Near and 1 to Far" */
function byReceiver(left) {
  const times = new Map();
  for (const { to } of left) times.set(to, (times.get(to) ?? 0) + 1);
  return list([...times].map(([to, n]) => t("ledger.today.to", { to, n })));
}

function verdict({ today, last }) {
  if (!last) return { title: t("ledger.nothing"), text: t("ledger.nothing.text") };
  if (today.length === 0) return { title: t("ledger.nothing.today"), text: t("ledger.last", { at: moment(last.at), to: last.to }) };
  const size = bytes(today.reduce((sum, row) => sum + row.bytes, 0));
  return { title: t("ledger.some", { n: today.length }), text: t("ledger.some.text", { who: byReceiver(today), size }), some: true };
}

function Verdict({ read: { today, last } }) {
  const { title, text, some } = verdict({ today, last });
  return html`
    <section class="verdict ${some ? "some" : ""}">
      <${Icon} name=${some ? "cloud" : "privacy"} />
      <div><h2>${title}</h2><p>${text}</p><p><a class="line-link" href=${link("settings")}>${t("ledger.change")}</a></p></div>
    </section>`;
}

const toggle = (sort) => {
  wanted.value = wanted.value.includes(sort) ? wanted.value.filter((each) => each !== sort) : [...wanted.value, sort];
};

const Filter = () => html`
  <div class="filter">
    <div class="chips" role="group" aria-label=${t("filter.label")}>${Object.keys(sorts).map((sort) => html`
      <label class="chip" key=${sort}><input type="checkbox" checked=${wanted.value.includes(sort)} onChange=${() => toggle(sort)} />
        <span><${Icon} name=${wanted.value.includes(sort) ? "check" : "plus"} />${t(`filter.${sort}`)}</span></label>`)}</div>
    <label class="unseen" for="ledger-words">${t("filter.words")}</label>
    <input id="ledger-words" class="field" type="search" placeholder=${t("filter.words")} value=${words.value} autocomplete="off"
      onInput=${(event) => {
        words.value = event.currentTarget.value;
      }} />
  </div>`;

const empty = () => (words.value.trim() ? t("filter.none.found") : wanted.value.length ? t("filter.none") : t("filter.choose"));

const Rows = () => html`
  <${Loaded} of=${rows}>${({ rows: all, older }) => html`
    ${all.length === 0 && html`<p class="empty">${turn.value ? t("filter.none.turn") : empty()}</p>`}
    <ul class="entries">${all.map((row) => html`<${Row} key=${row.id} row=${row} />`)}</ul>
    ${older && html`<button type="button" class="button" onClick=${more}>${t("filter.more")}</button>`}`}<//>`;

const OfOne = () => html`
  <section class="card"><h2>${t("ledger.one")}</h2><p class="quiet">${t("ledger.one.text")}</p>
    <${Rows} /><a class="button" href=${link("ledger")}>${t("ledger.one.all")}</a></section>`;

const All = () => html`
  <${Loaded} of=${left}>${(came) => html`<${Verdict} read=${came} />`}<//>
  ${totals.data.value && html`<${Chart} totals=${totals.data.value} />`}
  <section class="card"><h2>${t("ledger.all")}</h2><${Filter} /><${Rows} /></section>
  <${Tools} />`;

const facts = ["words", "home", "models", "look"];

const Where = () => html`
  <section class="card"><h2>${t("ledger.where")}</h2>
    <dl class="facts wide-facts">${facts.map((fact) => html`<dt key=${fact}>${t(`ledger.${fact}`)}</dt><dd>${t(`ledger.${fact}.text`)}</dd>`)}</dl>
  </section>`;

export function Ledger({ id }) {
  useEffect(() => {
    if (turn.value !== id) rows.data.value = null;
    turn.value = id;
    return follow();
  }, [id]);
  return html`<${Page} title=${t("page.ledger")}>${id ? html`<${OfOne} />` : html`<${All} /><${Where} />`}<//>`;
}
