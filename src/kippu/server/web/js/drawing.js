// The pictures that are being drawn now, or were last: asking for them, watching them come, stopping.
import { signal } from "../vendor/signals.js";
import { api, watchDrawing } from "./api.js";
import { gallery } from "./gallery.js";
import { keep, kept } from "./kept.js";
import { say } from "./say.js";
import { attempt, online } from "./store.js";
import { t } from "./words.js";

/** {phase: "waiting" | "drawing" | "done" | "stopped" | "failed", prompt, variants, lacks, differs, error}, null before the
    first; `lacks` are things that nobody drew, so that something near stands in for them; `differs` is what a picture
    comes of that was drawn again, and is another since.
    A variant is {step, steps, preview, picture}: `preview` a data URL, `picture` the gallery's row once it is whole. */
export const drawing = signal(null);

/** Id of the picture that was picked. */
export const picked = signal(null);

export const busy = () => ["waiting", "drawing"].includes(drawing.value?.phase);

/** Milliseconds between two words to a screen reader about how far it is. */
const PAUSE = 2_500;

/** How often a line that broke is taken up again, and after how many milliseconds: a phone cuts it whenever the page is
    out of sight for a while. */
const TRIES = 5;
const REST = 1_000;

/** Where it is kept what is under way, so that a page that is loaded anew joins it: {job, prompt, count} as JSON, with
    the `order` until the server has it. */
const UNDER_WAY = "draw.job";

let current = null;
let spoke = 0;

const change = (news) => {
  drawing.value = { ...drawing.value, ...news };
};

function changeVariant(index, news) {
  change({ phase: "drawing", variants: drawing.value.variants.map((each, n) => (n === index ? { ...each, ...news } : each)) });
}

function tell(variant, { step, steps }) {
  if (steps < 2 || Date.now() - spoke < PAUSE) return;
  spoke = Date.now();
  const n = drawing.value.variants.length;
  say(n > 1 ? t("draw.said.step.of", { n: variant + 1, all: n, step, steps }) : t("draw.said.step", { step, steps }));
}

function take({ event, data }) {
  const { variants } = drawing.value;
  if (event === "progress") {
    changeVariant(data.variant, { step: data.step, steps: data.steps, preview: data.preview });
    tell(data.variant, data);
  } else if (event === "picture") {
    changeVariant(variants.findIndex(({ picture }) => !picture), { picture: data, preview: null });
    gallery.load();
  } else if (event === "error") {
    throw new Error(data.message);
  }
  if (event === "end") change({ lacks: data.lacks, differs: data.differs });
  return event === "end" ? (data.stopped ? "stopped" : "done") : null;
}

/** Whoever comes back later joins what goes `on` at the server. */
function end(phase, error = null, on = false) {
  current = null;
  if (!on) keep(UNDER_WAY, "");
  change({ phase, error });
  const whole = drawing.value.variants.filter(({ picture }) => picture);
  if (phase === "done") say(t("draw.said.done", { n: whole.length }));
  if (phase === "stopped") say(t("draw.said.stopped"));
  if (drawing.value.variants.length === 1) picked.value = whole[0]?.picture.id ?? null;
}

const blank = (count) => Array.from({ length: count }, () => ({ step: 0, steps: 0, preview: null, picture: null }));

/** Take all events of the job, from its first on; gives how it ended, null when it didn't yet. */
async function takeAll(mine) {
  change({ variants: blank(drawing.value.variants.length) });
  for await (const each of watchDrawing(mine.job, mine.abort.signal)) {
    if (mine !== current) return null;
    const ended = take(each);
    if (ended) return ended;
  }
  return null;
}

async function watch(mine) {
  for (let left = TRIES; ; left--) {
    try {
      const ended = await takeAll(mine);
      if (ended) return ended;
    } catch (problem) {
      if (!problem.offline) throw problem;
    }
    if (left === 0 || mine !== current) return null;
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
}

/** An id for a job, as the server has them: the page gives it, so that it knows it before the answer. */
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function open(prompt, count, job = newId()) {
  const mine = { job, abort: new AbortController() };
  current = mine;
  spoke = Date.now();
  picked.value = null;
  drawing.value = { phase: "waiting", prompt, variants: blank(count), lacks: [], differs: [], error: null };
  say(t("draw.said.begun"));
  return mine;
}

async function follow(mine) {
  const ended = await watch(mine);
  if (mine !== current) return;
  if (ended) end(ended);
  else end("failed", t("draw.cut"), true);
}

function fail(mine, problem) {
  if (mine !== current) return; // stopped: the line was cut on purpose
  if (problem.offline) online.value = false;
  end("failed", problem.offline ? t("offline.title") : problem.message, problem.offline);
}

/** Have the server begin with it, under the job's id; what it began already it doesn't begin again. */
async function ask({ job }, { again, larger, ...order }) {
  if (again) await api.drawAgain(again, job);
  else if (larger) await api.enlarge(larger, job);
  else await api.draw({ ...order, job });
}

async function begin(prompt, count, order) {
  const stopped = stop();
  const mine = open(prompt, count);
  const under = { job: mine.job, prompt, count };
  keep(UNDER_WAY, JSON.stringify(under));
  keep(UNDER_WAY, JSON.stringify({ ...under, order })); // with a photo it may be more than a browser keeps
  try {
    await stopped;
    await ask(mine, order);
    if (mine !== current) return;
    keep(UNDER_WAY, JSON.stringify(under));
    await follow(mine);
  } catch (problem) {
    fail(mine, problem);
  }
}

/** What was drawn when the page was left; null for nothing, and for what was kept and is damaged. */
function underWay() {
  try {
    return JSON.parse(kept(UNDER_WAY, "") || "null");
  } catch {
    return null;
  }
}

async function comeBack(mine, order) {
  try {
    await follow(mine);
  } catch (problem) {
    if (!order || problem.status !== 404) throw problem;
    await ask(mine, order); // the page was left before the server had it
    await follow(mine);
  }
}

/** Join what was under way when the page was left; what ended meanwhile is shown. */
export async function join() {
  const under = underWay();
  if (current || !under) return;
  const { job, prompt, count, order } = under;
  const mine = open(prompt, count, job);
  try {
    await comeBack(mine, order);
  } catch (problem) {
    if (problem.status !== 404 || mine !== current) return void fail(mine, problem);
    current = null; // the server began anew, and knows nothing of it
    drawing.value = null;
    keep(UNDER_WAY, "");
  }
}

/** Draw what is ordered; what is under way is stopped. */
export const draw = (order) => begin(order.prompt, order.variants, order);

/** Draw a picture once more, from all that the server keeps of it. */
export const drawAgain = ({ id, prompt }) => begin(prompt, 1, { again: id });

/** Make a picture larger; it becomes one of its own. */
export const enlarge = ({ id, prompt }) => begin(prompt, 1, { larger: id });

/** Stop at once; what is whole stays. */
export async function stop() {
  const mine = current;
  if (!mine) return;
  end("stopped");
  mine.abort.abort();
  await attempt(() => api.stopDrawing(mine.job));
  gallery.load();
}
