// All that the pages show, kept true by the server's news. Components read from here and from nowhere else.
import { batch, computed, effect, signal } from "../vendor/signals.js";
import { api, listen } from "./api.js";
import { route } from "./route.js";
import { say } from "./say.js";
import { language, t } from "./words.js";

/** False while the server can't be reached. */
export const online = signal(true);

/** Something the server tells: `data` (null until it came), `error` (an ApiError or null), `load()`. */
export function told(fetching) {
  const data = signal(null);
  const error = signal(null);
  let asked = 0;
  return {
    data,
    error,
    async load() {
      const mine = ++asked;
      try {
        const came = await fetching();
        if (mine !== asked) return; // a later question is under way
        batch(() => {
          data.value = came;
          error.value = null;
          online.value = true;
        });
      } catch (problem) {
        if (mine !== asked) return;
        error.value = problem;
        if (problem.offline) online.value = false;
      }
    },
  };
}

export const search = signal("");

export const status = told(api.status);
export const conversations = told(() => api.conversations(search.value));
export const home = told(api.home);
export const reminders = told(api.reminders);
export const calendar = told(api.calendar);
export const lists = told(api.lists);
export const notes = told(api.notes);
export const routines = told(api.routines);
export const models = told(api.models);
export const privacy = told(api.privacy);

/** Whether a model answers a person. Those that don't stand on no rung: they hear, speak, search, draw. */
export const talks = ({ kind, instruct, purpose }) => kind === "chat" && instruct && purpose !== "calls";

/** Reminders, timers and alarms that ring now. */
export const ringing = computed(() => (reminders.data.value ?? []).filter((each) => each.state === "ringing"));

/** A drawing that a conversation waits for: {job, conversation}, or null. */
export const drawn = signal(null);

/** A model's file that is read through, {model, done, of}; the id of a model that comes into memory; a text that a
    conversation waits for to be read, {conversation, done, of}. Each null while there is none. */
export const checking = signal(null);
export const loading = signal(null);
export const reading = signal(null);

const underWay = (news) => (news.done < news.of ? news : null);

/** What went well or wrong beside the page's own matter; {id, text, bad, offer}. */
export const notices = signal([]);

let noticed = 0;

/** `offer` is what can be done about it for so many milliseconds: {text, act, lasts}. */
export function notice(text, bad = false, offer = null) {
  const id = ++noticed;
  notices.value = [...notices.value.slice(-2), { id, text, bad, offer }];
  say(text);
  setTimeout(() => unnotice(id), offer?.lasts ?? (bad ? 12_000 : 5_000));
}

export function unnotice(id) {
  notices.value = notices.value.filter((each) => each.id !== id);
}

/** Do something on the server; what goes wrong is said in a notice, and null comes back. */
export async function attempt(doing) {
  try {
    const done = await doing();
    online.value = true;
    return done ?? true;
  } catch (problem) {
    if (problem.offline) online.value = false;
    else notice(problem.message, true);
    return null;
  }
}

/** Call it as often as you like: it acts at most every so many milliseconds, and always once after the last call. */
function calmly(act, pause) {
  let waiting = null;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      act();
    }, pause);
  };
}

const reloadHome = calmly(() => home.load(), 100);
const reloadModels = calmly(() => models.load(), 300);

/** Move the bar of a fetch that is on the page; false when it is not. Asking for all models each time takes long. */
function further(id, received, bytes) {
  const told = models.data.value;
  if (!told?.models.find((each) => each.id === id)?.progress) return false;
  const moved = (model) => (model.id === id ? { ...model, progress: { ...model.progress, received, bytes } } : model);
  models.data.value = { ...told, models: told.models.map(moved) };
  return true;
}

/** Say that a model is here, and whether it answers; of one that was fetched to talk the chat has a line of its own. */
async function arrived(id, name, toTalk) {
  const now = await api.models().catch(() => null); // what this page knows of it is older
  const known = now?.models.find((each) => each.id === id);
  const could = known && talks(known) ? "model.here.use" : "model.here";
  const words = t(toTalk || known?.current ? "model.using" : could, { name });
  if (toTalk && route.value.page === "chat") say(words);
  else notice(words);
}

const onNews = {
  home: reloadHome,
  ring: () => reminders.load(),
  rung: () => reminders.load(),
  model: ({ id, received, bytes, error, error_ja, installed, name, talks: toTalk }) => {
    if (received !== undefined && further(id, received, bytes)) return;
    reloadModels();
    if (error) notice(language.value === "ja" ? error_ja : error, true);
    else if (installed) arrived(id, name, toTalk);
    if (received === undefined) status.load(); // what is offered has changed
  },
  checking: (news) => {
    checking.value = underWay(news);
  },
  loading: ({ model, state }) => {
    batch(() => {
      checking.value = null;
      loading.value = state === "loading" ? model : null;
    });
    status.load();
  },
  reading: (news) => {
    reading.value = underWay(news);
  },
  drawing: (news) => {
    drawn.value = news;
  },
  status: ({ home: change }) => {
    status.load();
    if (change) reloadHome(); // whether it can be reached, and what is there
    if (privacy.data.value) privacy.load();
  },
};

/** After a turn anything may have changed. */
export function afterTurn() {
  reminders.load();
  calendar.load();
  lists.load();
  notes.load();
  routines.load();
  conversations.load();
}

function refresh() {
  for (const each of [status, home, reminders, calendar, lists, notes, routines, conversations]) each.load();
  if (models.data.value) models.load();
  if (privacy.data.value) privacy.load();
}

export function start() {
  const searching = calmly(() => conversations.load(), 200);
  let first = true;
  effect(() => {
    search.value;
    if (!first) searching();
    first = false;
  });
  listen(Object.keys(onNews), {
    news: (kind, data) => onNews[kind](data),
    opened: refresh, // also after the server was away: what was missed is read again
    lost: () => status.load(), // says whether the server is gone or only the line was cut
  });
  refresh();
  document.addEventListener("visibilitychange", () => document.hidden || [reminders, calendar].forEach((each) => each.load()));
}
