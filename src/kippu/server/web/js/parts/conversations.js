// Earlier conversations: find, open, delete.
import { html } from "../html.js";
import { period } from "../format.js";
import { go, link, route } from "../route.js";
import { attempt, conversations, notice, search } from "../store.js";
import { conversation, forget } from "../talk.js";
import { tongue } from "../tongue.js";
import { t } from "../words.js";
import { confirmed } from "./dialog.js";
import { Icon } from "./icon.js";
import { Loaded } from "./loaded.js";

async function askToForget({ id, title }) {
  const yes = await confirmed({
    title: t("conversation.forget.title"),
    body: html`<p>${t("conversation.forget.text", { title })}</p>`,
    yes: t("action.delete"),
    danger: true,
  });
  if (yes && (await attempt(() => forget(id)))) {
    await conversations.load();
    notice(t("conversation.forgotten"));
  }
}

const Line = ({ each }) => html`
  <li>
    <a href=${link("chat", each.id)} dir="auto" lang=${tongue(each.title)}
      aria-current=${route.value.page === "chat" && conversation.value === each.id ? "page" : undefined}>
      <span>${each.title || t("conversation.untitled")}
        ${each.found && each.found !== each.title && html`<span class="hit small" lang=${tongue(each.found)}>${each.found}</span>`}</span></a>
    <button type="button" class="round" aria-label=${t("conversation.forget", { title: each.title })} title=${t("action.delete")}
      onClick=${() => askToForget(each)}><${Icon} name="trash" /></button>
  </li>`;

/** The arrows go from the box through what was found and back, Enter opens the first of it. */
async function walk(event) {
  const links = [...event.currentTarget.querySelectorAll("input, .found a")];
  const at = links.indexOf(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (at < 0 || event.isComposing) return;
  if (step) {
    event.preventDefault();
    links[at + step]?.focus();
  } else if (event.key === "Enter" && at === 0 && search.value.trim()) {
    await conversations.load(); // what stands there may be of fewer letters
    const [first] = conversations.data.value ?? [];
    if (first) go("chat", first.id);
  }
}

const grouped = (all) => Object.entries(Object.groupBy(all, ({ updated }) => period(updated)));

export const Conversations = () => html`
  <section class="conversations" aria-label=${t("conversation.label")} onKeyDown=${walk}>
    <div class="search">
      <${Icon} name="search" />
      <label class="unseen" for="find">${t("conversation.search")}</label>
      <input id="find" class="field" type="search" placeholder=${t("conversation.search")} value=${search.value} autocomplete="off"
        onInput=${(event) => {
          search.value = event.currentTarget.value;
        }} />
    </div>
    <div class="found" tabindex="-1">
      <${Loaded} of=${conversations}>
        ${(all) => all.length === 0
          ? html`<p class="empty small">${search.value ? t("conversation.none.found") : t("conversation.none")}</p>`
          : grouped(all).map(([name, few]) => html`
              <h3 key=${name}>${name}</h3>
              <ul>${few.map((each) => html`<${Line} key=${each.id} each=${each} />`)}</ul>`)}
      <//>
    </div>
  </section>`;
