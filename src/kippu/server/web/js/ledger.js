// What the ledger's page asks for: which rows are wanted, the rows that came, what left today and on which days.
import { effect, signal } from "../vendor/signals.js";
import { api } from "./api.js";
import { told } from "./store.js";

/** What can be shown, and which kinds of rows that is. */
export const sorts = { left: ["egress", "fetch"], done: ["action"], placed: ["placement"] };

/** Where each request ran is written for every one of them: it is shown on demand. */
export const wanted = signal(["left", "done"]);

export const words = signal("");

/** Id of the turn whose rows are shown alone, or null. */
export const turn = signal(null);

/** How many rows are shown at most. */
export const most = signal(50);

export const more = () => {
  most.value += 200;
};

/** {rows, older}: newest first; `older` tells that there are more. */
export const rows = told(async () => {
  const kind = wanted.value.flatMap((sort) => sorts[sort]);
  if (turn.value) return { rows: (await api.ledger({ turn: turn.value })).toReversed(), older: false };
  if (kind.length === 0) return { rows: [], older: false };
  const came = await api.ledger({ kind, words: words.value.trim(), newest: most.value + 1 });
  return { rows: came.slice(-most.value).toReversed(), older: came.length > most.value };
});

export const totals = told(api.ledgerTotals);

/** {today, last}: words of the person that left since midnight, and the last that ever did. */
export const left = told(async () => {
  const [today, [last]] = await Promise.all([
    api.ledger({ kind: "egress", since: midnight() }),
    api.ledger({ kind: "egress", newest: 1 }),
  ]);
  return { today, last: last ?? null };
});

/** With the offset of this browser's clock, as the server wants it. */
function midnight() {
  return new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
}

/** Read all of it again. */
export function read() {
  for (const each of [rows, totals, left]) each.load();
}

/** Read again whenever something else is wanted, as long as the page is open; gives what ends it. */
export function follow() {
  let first = true;
  let waiting;
  read();
  const stop = effect(() => {
    for (const each of [words, wanted, most]) each.value;
    clearTimeout(waiting);
    if (!first) waiting = setTimeout(rows.load, 150);
    first = false;
  });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}
