// The conversation that is open: its turns, asking, stopping, opening another.
import { signal } from "../vendor/signals.js";
import { api, ask as askServer } from "./api.js";
import { go, rename, route } from "./route.js";
import { say, sentences } from "./say.js";
import { afterTurn, online, status } from "./store.js";
import { t } from "./words.js";

/** The open conversation's id, null for one that is not begun. */
export const conversation = signal(null);

/** Its turns, oldest first: {key, text, at, state}; state is a signal of
    {phase: "waiting" | "streaming" | "done" | "failed", text, answer, error, slow}. */
export const turns = signal([]);

/** The turn that is being answered now, or null. */
export const running = signal(null);

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
  openError.value = null;
  if (id === null) return;
  opening.value = true;
  try {
    const read = await api.conversation(id);
    if (conversation.value === id) turns.value = read.turns.map(answered);
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

function take(turn, { event, data }, reading) {
  if (event === "start") {
    turn.id = data.turn;
    if (conversation.value === null && turns.value.includes(turn)) {
      conversation.value = data.conversation;
      if (route.value.page === "chat") rename("chat", data.conversation);
    }
    if (turn.state.value.stopping) api.stop(turn.id);
  } else if (event === "token") {
    const text = turn.state.value.text + data.text;
    change(turn, { phase: "streaming", text });
    reading.grown(text);
  } else if (event === "answer") {
    change(turn, { phase: "done", text: data.text, answer: data });
    reading.done(data.text);
    if (setsReminder(data)) remindersSet.value += 1;
  } else if (event === "error") {
    change(turn, { phase: "failed", error: data.message });
  }
}

/** Ask; the answer grows in the last turn. Does nothing while another turn is being answered. */
export async function ask(text) {
  if (running.value || !text.trim()) return;
  const turn = turnOf(text, new Date().toISOString(), { phase: "waiting", text: "", answer: null, error: null });
  turns.value = [...turns.value, turn];
  running.value = turn;
  const reading = sentences();
  try {
    const body = { text, ...(conversation.value && { conversation: conversation.value }) };
    for await (const event of askServer(body, turn.abort.signal)) take(turn, event, reading);
    if (turn.state.value.phase !== "done" && turn.state.value.phase !== "failed") {
      change(turn, { phase: "failed", error: t("error.cut") });
    }
  } catch (problem) {
    if (problem.name === "AbortError") change(turn, { phase: "failed", error: t("chat.stopped") });
    else change(turn, { phase: "failed", error: problem.offline ? t("offline.title") : problem.message });
    if (problem.offline) online.value = false;
  } finally {
    running.value = null;
    if (turn.state.value.phase === "failed") say(turn.state.value.error);
    afterTurn();
    status.load();
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
