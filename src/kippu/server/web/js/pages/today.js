// What is due, what is in the calendar, what is on the lists, what was noted.
import { html, useEffect, useState } from "../html.js";
import { api } from "../api.js";
import { ahead, clock, countdown, dayAhead, moment, often } from "../format.js";
import { Icon } from "../parts/icon.js";
import { Loaded } from "../parts/loaded.js";
import { Page } from "../parts/page.js";
import { attempt, calendar, lists, notes, notice, reminders } from "../store.js";
import { tongue } from "../tongue.js";
import { maybe, t } from "../words.js";

const icons = { timer: "timer", alarm: "alarm", reminder: "bell" };

/** Seconds from now; counts down while it is shown. */
function useLeft({ at, remaining, state }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (state !== "pending") return undefined;
    const each = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(each);
  }, [state]);
  return state === "paused" || !at ? remaining : (new Date(at) - now) / 1000;
}

/** What is to be done goes by what is done, a timer without a name by its length, so that two can be told apart. */
const dueName = ({ text, kind, length, command }) => command || text || `${t(`kind.${kind}`)}${kind === "timer" && length ? ` ${countdown(length)}` : ""}`;

const facts = ({ kind, text, at, state, command, area, repeat }) => [
  command ? t("kind.command") : text && t(`kind.${kind}`),
  command && area,
  at && state !== "paused" && moment(at),
  often(repeat),
  state !== "pending" && t(`due.${state}`),
].filter(Boolean).join(" · ");

function Due({ each }) {
  const left = useLeft(each);
  const text = dueName(each);
  const remove = async () => {
    await attempt(() => api.removeReminder(each.id));
    reminders.load();
  };
  return html`
    <li class="row">
      <${Icon} name=${each.command ? "run" : icons[each.kind] ?? "bell"} />
      <span class="row-text"><strong dir="auto" lang=${tongue(text)}>${text}</strong>
        <span class="small quiet">${facts(each)}</span></span>
      ${left != null && left < 86400 && each.state !== "ringing" && html`<span class="left figures" role="timer" aria-live="off">${ahead(left)}</span>`}
      <button type="button" class="round" aria-label=${t("due.remove", { text })} title=${t("action.remove")} onClick=${remove}><${Icon} name="trash" /></button>
    </li>`;
}

const eventTime = ({ start, end, whole_day: wholeDay }) => {
  if (wholeDay) return `${dayAhead(start)}, ${t("calendar.day")}`;
  const from = clock(new Date(start));
  return `${dayAhead(start)}, ${end === start ? from : t("calendar.span", { from, to: clock(new Date(end)) })}`;
};

const Event = ({ event }) => html`
  <li class="row"><${Icon} name="today" />
    <span class="row-text"><strong dir="auto" lang=${tongue(event.title)}>${event.title}</strong>
      <span class="small quiet">${[eventTime(event), event.people && t("calendar.with", { people: event.people }), event.place].filter(Boolean).join(" · ")}</span></span>
  </li>`;

const Calendar = () => html`
  <section class="card">
    <h2>${t("calendar.title")}</h2>
    <${Loaded} of=${calendar}>${(all) => all.length
      ? html`<ul>${all.map((event) => html`<${Event} key=${event.id + event.start} event=${event} />`)}</ul>`
      : html`<p class="empty">${t("calendar.none")}</p>`}<//>
  </section>`;

async function act(tool, args, which) {
  const outcome = await attempt(() => api.act(tool, args));
  if (outcome && !outcome.ok) notice(outcome.text, true);
  await which.load();
  return Boolean(outcome?.ok);
}

function Add({ id, label, onAdd }) {
  const [text, setText] = useState("");
  const add = async (event) => {
    event.preventDefault();
    if (text.trim() && (await onAdd(text.trim()))) setText("");
  };
  return html`
    <form class="add" onSubmit=${add}>
      <label class="unseen" for=${id}>${label}</label>
      <input id=${id} class="field" placeholder=${label} value=${text} autocomplete="off" enterkeyhint="done"
        onInput=${(event) => setText(event.currentTarget.value)} />
      <button type="submit" class="round" aria-label=${label} disabled=${!text.trim()}><${Icon} name="plus" /></button>
    </form>`;
}

const listName = (name) => maybe(`list.${name}`, name);

const Item = ({ item, list }) => html`
  <li class="row item">
    <label><input type="checkbox" checked=${item.done} disabled=${item.done}
      onChange=${() => act("lists.check", { item: item.text, list }, lists)} />
      <span class=${item.done ? "done" : ""} dir="auto" lang=${tongue(item.text)}>${item.text}</span></label>
    <button type="button" class="round" aria-label=${t("list.remove", { text: item.text })} title=${t("action.remove")}
      onClick=${() => act("lists.remove", { item: item.text, list }, lists)}><${Icon} name="close" /></button>
  </li>`;

const List = ({ list }) => html`
  <section class="card">
    <h2>${listName(list.name)}</h2>
    <ul>${list.items.map((item) => html`<${Item} key=${item.text} item=${item} list=${list.name} />`)}</ul>
    <${Add} id=${`add-${list.name}`} label=${t("list.add", { list: listName(list.name) })}
      onAdd=${(item) => act("lists.add", { item, list: list.name }, lists)} />
  </section>`;

const always = { name: "shopping", items: [] };
const withShopping = (all) => (all.some(({ name }) => name === always.name) ? all : [always, ...all]);

const noteText = (note) => (typeof note === "string" ? note : note.text);

const Notes = ({ all }) => html`
  <section class="card">
    <h2>${t("notes.title")}</h2>
    <ul>${all.map((note) => html`
      <li class="row" key=${note.id ?? noteText(note)}><span class="row-text" dir="auto" lang=${tongue(noteText(note))}>${noteText(note)}</span>
        <button type="button" class="round" aria-label=${t("list.remove", { text: noteText(note) })} title=${t("action.remove")}
          onClick=${() => act("notes.remove", { words: noteText(note) }, notes)}><${Icon} name="close" /></button></li>`)}</ul>
    <${Add} id="add-note" label=${t("notes.add")} onAdd=${(text) => act("notes.add", { text }, notes)} />
  </section>`;

export const Today = () => html`
  <${Page} title=${t("page.today")} lead=${t("today.lead")}>
    <div class="cards">
      <section class="card">
        <h2>${t("due.title")}</h2>
        <${Loaded} of=${reminders}>${(all) => all.length
          ? html`<ul>${all.map((each) => html`<${Due} key=${each.id} each=${each} />`)}</ul>`
          : html`<p class="empty">${t("due.none")}</p>`}<//>
      </section>
      <${Calendar} />
      <${Loaded} of=${lists}>${(all) => withShopping(all).map((list) => html`<${List} key=${list.name} list=${list} />`)}<//>
      <${Loaded} of=${notes}>${(all) => html`<${Notes} all=${all} />`}<//>
    </div>
  <//>`;
