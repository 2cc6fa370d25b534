// The server's routes, and nothing of what is done with their answers.
import { language } from "./words.js";

/** The server said no, or could not be reached (`offline`). `message` is fit to show when not offline. */
export class ApiError extends Error {
  constructor(message, { status = 0, offline = false } = {}) {
    super(message);
    this.status = status;
    this.offline = offline;
  }
}

function spoken(body, status) {
  const detail = body?.error?.message ?? body?.error ?? body?.message ?? body?.detail;
  return typeof detail === "string" ? detail : `HTTP ${status}`;
}

async function request(path, { method = "GET", body, signal, keepalive } = {}) {
  const headers = { "Accept-Language": language.value };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(path, { method, headers, signal, keepalive, cache: "no-store", body: body && JSON.stringify(body) });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError("offline", { offline: true });
  }
  if (!response.ok) {
    const told = await response.json().catch(() => null);
    throw new ApiError(spoken(told, response.status), { status: response.status });
  }
  return response;
}

const blob = async (path) => (await request(path)).blob();

async function json(path, options) {
  const response = await request(path, options);
  return response.status === 204 ? null : response.json();
}

const post = (path, body = {}) => json(path, { method: "POST", body });
const put = (path, body) => json(path, { method: "PUT", body });
const remove = (path) => json(path, { method: "DELETE" });
const part = encodeURIComponent;

/** "?a=1&b=2" of what is given; lists repeat their name. */
function query(values) {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const wanted = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return wanted.length ? `?${new URLSearchParams(wanted)}` : "";
}

/** Events of a text/event-stream body as {event, data}, data already parsed. */
async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { value, done } = await reader.read();
    buffer = (buffer + (value ?? "")).replace(/\r\n?/g, "\n");
    const blocks = buffer.split("\n\n");
    buffer = blocks.pop();
    for (const block of blocks) {
      let event = "message";
      const data = [];
      for (const line of block.split("\n")) {
        if (line.startsWith("event:")) event = line.slice(6).trim();
        else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
      }
      if (data.length) yield { event, data: JSON.parse(data.join("\n")) };
    }
    if (done) return;
  }
}

/** Events of a route as they come; when the line breaks that is an ApiError, `offline`. */
async function* events(path, options) {
  const response = await request(path, options);
  try {
    yield* eventsOf(response);
  } catch (error) {
    if (error.name === "AbortError" || error instanceof ApiError) throw error;
    throw new ApiError("offline", { offline: true });
  }
}

/** Ask; gives start, consent, token, answer and error events as they come. */
export const ask = (body, signal) => events("api/ask", { method: "POST", body, signal });

/** Watch pictures being drawn; gives progress, picture, error and end events as they come. */
export const watchDrawing = (job, signal) => events(`api/pictures/jobs/${part(job)}`, { signal });

export const api = {
  status: () => json("api/status"),
  stop: (turn) => post(`api/turns/${part(turn)}/stop`),
  consent: (turn, said) => post(`api/turns/${part(turn)}/consent`, said),
  conversations: (search) => json(`api/conversations${query({ search })}`),
  conversation: (id) => json(`api/conversations/${part(id)}`),
  forget: (id) => remove(`api/conversations/${part(id)}`),
  stay: (id, stays) => put(`api/conversations/${part(id)}/stays`, { stays }),
  home: () => json("api/home"),
  act: (tool, args) => post("api/act", { tool, arguments: args }),
  models: () => json("api/models"),
  getModel: (id, use = false) => post(`api/models/${part(id)}/get${query({ use: use || null })}`),
  cancelModel: (id) => post(`api/models/${part(id)}/cancel`),
  useModel: (id) => post(`api/models/${part(id)}/use`),
  removeModel: (id) => remove(`api/models/${part(id)}`),
  reminders: () => json("api/reminders"),
  dismiss: (id) => post(`api/reminders/${part(id)}/dismiss`),
  snooze: (id) => post(`api/reminders/${part(id)}/snooze`),
  removeReminder: (id) => remove(`api/reminders/${part(id)}`),
  calendar: () => json("api/calendar"),
  lists: () => json("api/lists"),
  notes: () => json("api/notes"),
  routines: () => json("api/routines"),
  privacy: () => json("api/privacy"),
  choosePrivacy: (changed) => put("api/privacy", changed),
  mark: (words) => post("api/privacy/marked", { words }),
  unmark: (words) => remove(`api/privacy/marked${query({ words })}`),
  keepKey: (provider, key) => put(`api/privacy/providers/${part(provider)}/key`, { key }),
  ledger: (wanted) => json(`api/ledger${query(wanted)}`),
  reasons: () => json("api/reasons"),
  ledgerTotals: () => json("api/ledger/totals"),
  verifyLedger: () => json("api/ledger/verify"),
  forgetTexts: (before) => post("api/ledger/forget", { before }),
  pair: () => json("api/pair"),
  painters: () => json("api/pictures/painters"),
  draw: (order) => post("api/pictures", order),
  drawAgain: (id, job) => post(`api/pictures/${part(id)}/again`, { job }),
  enlarge: (id, job) => post(`api/pictures/${part(id)}/larger`, { job }),
  blob,
  // Goes through also while the page is being left.
  stopDrawing: (job) => json(`api/pictures/jobs/${part(job)}/stop`, { method: "POST", body: {}, keepalive: true }),
  pictures: (search) => json(`api/pictures${query({ search })}`),
  picture: (id) => json(`api/pictures/${part(id)}`),
  // As stopping does.
  removePicture: (id) => json(`api/pictures/${part(id)}`, { method: "DELETE", keepalive: true }),
};

/** Listen to the server's news for as long as the page lives. */
export function listen(kinds, { news, opened, lost }) {
  const source = new EventSource("api/events");
  source.onopen = opened;
  for (const kind of kinds) source.addEventListener(kind, (event) => news(kind, JSON.parse(event.data)));
  source.onerror = () => {
    lost();
    if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    setTimeout(() => listen(kinds, { news, opened, lost }), 3000);
  };
}
