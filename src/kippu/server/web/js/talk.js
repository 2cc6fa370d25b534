// The conversation that is open: its turns, asking, stopping, opening another.
import { computed, signal } from "../vendor/signals.js";
import { api, ask as askServer } from "./api.js";
import { go, rename, route } from "./route.js";
import { say, sentences } from "./say.js";
import { afterTurn, drawn, online, reading as textRead, status } from "./store.js";
import { t } from "./words.js";

/** The open conversation's id, null for one that is not begun. */
export const conversation = signal(null);

/** Its turns, oldest first: {key, text, at, state}; state is a signal of
    {phase: "waiting" | "streaming" | "done" | "failed", text, answer, error, asking}; asking is what waits for a yes:
    text before it leaves this device, or a call that a model wants. */
export const turns = signal([]);

/** Whether the open conversation stays on this device whatever the policy. */
export const stays = signal(false);

/** The turn that is being answered now, or null. */
export const running = signal(null);

/** The job of the drawing that the open conversation waits for, or null. */
export const drawing = computed(() => {
  const news = drawn.value;
  return running.value && news && news.conversation === conversation.value ? news.job : null;
});

/** Whether anything was answered: the answers' records can have the focus. */
export const answeredAny = computed(() => turns.value.some((turn) => turn.state.value.answer));

/** Set while an earlier conversation is being read, and when that failed. */
export const opening = signal(false);
export const openError = signal(null);

/** What stands in the box, so that a suggestion or an edit can put text there. */
export const draft = signal("");

let keys = 0;

function turnOf(text, at, state) {
  return { key: ++keys, text, at, state: signal(state), id: null, abort: new AbortController() };
}

const change = (turn, news) => {
  turn.state.value = { ...turn.state.value, ...news };
};

function answered({ id, text, at, answer, said }) {
  const turn = turnOf(text, at, { phase: answer ? "done" : "failed", text: answer?.text ?? said ?? "", answer, error: null });
  if (!answer) change(turn, { error: t("error.unanswered") });
  turn.id = id;
  return turn;
}

/** Show the conversation of this id, or an empty page for null. */
export async function open(id) {
  if (id === conversation.value && !openError.value) return;
  conversation.value = id;
  turns.value = [];
  stays.value = false;
  openError.value = null;
  if (id === null) return;
  opening.value = true;
  try {
    const read = await api.conversation(id);
    if (conversation.value === id) {
      turns.value = read.turns.map(answered);
      stays.value = read.stays;
    }
  } catch (problem) {
    if (problem.offline) online.value = false;
    if (conversation.value === id) openError.value = problem;
  } finally {
    opening.value = false;
  }
}

/** Sets of reminders ask for leave to notify; the page listens here. */
export const remindersSet = signal(0);

const setsReminder = (answer) =>
  answer.outcomes.some(({ ok, call }) => ok && /^(timers\.start|alarms\.set|reminders\.add)$/.test(call.tool));

const ended = (turn) => {
  if (running.value === turn) running.value = null;
};

function take(turn, { event, data }, reading) {
  if (event === "start") {
    turn.id = data.turn;
    if (conversation.value === null && turns.value.includes(turn)) {
      conversation.value = data.conversation;
      if (route.value.page === "chat") rename("chat", data.conversation);
    }
    if (turn.state.value.stopping) api.stop(turn.id);
  } else if (event === "consent") {
    // Once text was let go, more of it is what a tool said meanwhile: that goes as it is or not at all.
    change(turn, { asking: { ...data, key: ++keys, more: !data.call && turn.state.value.let } });
    say(data.call ? t("consent.call.said", { words: data.words }) : t("consent.said", { to: data.to }));
  } else if (event === "token") {
    const text = turn.state.value.text + data.text;
    change(turn, { phase: "streaming", text, asking: null });
    reading.grown(text);
  } else if (event === "answer") {
    change(turn, { phase: "done", text: data.text, answer: data, asking: null });
    ended(turn); // the next may be asked before the server has closed this one
    reading.done(data.text);
    if (data.stopped && data.text) say(t("chat.stopped"));
    if (setsReminder(data)) remindersSet.value += 1;
  } else if (event === "error") {
    change(turn, { phase: "failed", error: data.message, asking: null });
  }
}

/** Ask; the answer grows in the last turn. Does nothing while another turn is being answered. */
export async function ask(text) {
  if (running.value || !text.trim()) return;
  const turn = turnOf(text, new Date().toISOString(), { phase: "waiting", text: "", answer: null, error: null });
  turns.value = [...turns.value, turn];
  running.value = turn;
  drawn.value = textRead.value = null;
  const reading = sentences();
  try {
    const id = conversation.value ?? (stays.value ? await newThatStays() : null);
    const body = { text, ...(id && { conversation: id }) };
    for await (const event of askServer(body, turn.abort.signal)) take(turn, event, reading);
    if (turn.state.value.phase !== "done" && turn.state.value.phase !== "failed") {
      change(turn, { phase: "failed", error: t("error.cut"), asking: null });
    }
  } catch (problem) {
    if (turn.state.value.phase === "done") return;
    const error = problem.name === "AbortError" ? t("chat.stopped") : problem.offline ? t("offline.title") : problem.message;
    change(turn, { phase: "failed", error, asking: null });
    if (problem.offline) online.value = false;
  } finally {
    ended(turn);
    if (turn.state.value.phase === "failed") say(turn.state.value.error);
    afterTurn();
    status.load();
  }
}

/** A conversation that stays here has to be marked before its first words are asked. */
async function newThatStays() {
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  await api.stay(id, true);
  return id;
}

/** Let the open conversation stay on this device, or no longer. */
export async function stay(on) {
  if (conversation.value) await api.stay(conversation.value, on);
  stays.value = on;
}

/** Say yes or no to text that waits to leave; with a yes, its last message as it shall be sent. */
export async function decide(turn, allow, text) {
  const { asking } = turn.state.value;
  if (!asking) return;
  change(turn, { asking: null, ...(!asking.call && { let: allow, sent: allow ? asking.to : null }) });
  document.getElementById("ask")?.focus();
  try {
    await api.consent(turn.id, { allow, ...(allow && text !== undefined && { text }) });
  } catch (problem) {
    if (problem.status === 404) return; // it was answered here meanwhile, or stopped
    change(turn, { asking, let: asking.more, sent: null });
    throw problem;
  }
}

/** Stop the answer that is coming; what was said until then stays. */
export function stop() {
  const turn = running.value;
  if (!turn) return;
  change(turn, { stopping: true });
  if (turn.id) api.stop(turn.id).catch(() => turn.abort.abort());
}

/** Ask a failed turn again, in its place. */
export function retry(turn) {
  if (running.value) return;
  turns.value = turns.value.filter((each) => each !== turn);
  ask(turn.text);
}

/** Begin a new conversation. */
export function begin() {
  open(null);
  go("chat");
}

export async function forget(id) {
  await api.forget(id);
  if (id === conversation.value) begin();
}
