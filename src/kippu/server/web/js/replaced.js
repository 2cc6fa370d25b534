// Compares what the person wrote with what would leave, word by word, to show what stands in for what.
const longest = 1500; // words; a longer text is shown as it is

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const wordsOf = (text) => [...segmenter.segment(text)].map(({ segment }) => segment);

/** For each place in both: the length of the longest run of words, in order, that both have from there on. */
function common(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/** Whether words that are the same stand between two changes only by chance, as the space in a name does. */
const slight = (text) => text.length < 3 && !/[\p{L}\p{N}。、.!?]/u.test(text);

function joined(pieces) {
  const out = [];
  for (const piece of pieces) {
    const [before, between] = [out.at(-2), out.at(-1)];
    if (piece.changed && between?.changed === false && before?.changed && slight(between.text)) {
      out.pop();
      before.text += between.text + piece.text;
      before.instead += between.text + piece.instead;
    } else out.push({ ...piece });
  }
  return out;
}

function compared(a, b) {
  const table = common(a, b);
  const pieces = [];
  const add = (changed, text, instead) => {
    if (pieces.at(-1)?.changed !== changed) pieces.push({ changed, text: "", instead: "" });
    pieces.at(-1).text += text;
    pieces.at(-1).instead += instead;
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) add(false, b[j++], a[i++]);
    else if (j < b.length && (i === a.length || table[i][j + 1] > table[i + 1][j])) add(true, b[j++], "");
    else add(true, "", a[i++]);
  }
  return joined(pieces);
}

/** The text that would leave as [{text, changed, instead}]: `instead` is what the person wrote there. One whole piece
    when it can't be told. */
export function pieces(original, covered) {
  const whole = [{ text: covered, changed: false, instead: covered }];
  if (original === undefined || original === covered) return whole;
  const [a, b] = [wordsOf(original), wordsOf(covered)];
  if (a.length > longest || b.length > longest) return whole;
  const found = compared(a, b);
  const kept = found.filter(({ changed }) => !changed).reduce((sum, { text }) => sum + text.length, 0);
  return kept * 4 < covered.length && found.length > 1 && covered.length > 40 ? whole : found;
}

/** Each message that would leave with its pieces. `said` is what was really said, oldest first, this turn last:
    [{role, text}]; the two are laid together from their ends. */
export function compare(messages, said) {
  const talk = messages.filter(({ role }) => role !== "system");
  return messages.map((message) => {
    const fromEnd = talk.length - talk.indexOf(message);
    const own = message.role === "system" ? undefined : said.at(-fromEnd);
    return { ...message, pieces: pieces(own?.role === message.role ? own.text : undefined, message.text) };
  });
}
