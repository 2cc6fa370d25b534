"""Makes sentences with their personal data marked, out of templates and made-up values. Knows no model."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from made_ja import MadeJapanese

HERE = Path(__file__).parent
Row = tuple[str, list[tuple[int, int, str]]]
"""A text, and (start, end, kind) of each piece."""

KIND = {
    "person": "person", "first": "person", "last": "person", "address": "address", "street": "address", "unit": "address",
    "place": "place", "country": "place", "region": "place", "postcode": "postcode", "org": "organization", "group": "group",
    "title": "title", "job": "title", "phone": "phone", "card": "card", "account": "account", "sortcode": "account",
    "routing": "account", "ssn": "ssn", "licence": "licence", "passport": "passport", "plate": "plate", "date": "date",
    "birth_date": "birth_date", "year": "date", "weekday": "date", "age": "age", "username": "username",
    "formal": "person", "nick": "person", "club": "organization",
    "university": "organization", "body": "organization", "team": "organization", "town": "place", "national": "address",
    "jperson": "person", "jlast": "person", "jfirst": "person", "jname": "person", "jkana": "person", "jkperson": "person",
    "roman": "person", "jnick": "person", "jaddress": "address", "jplace": "place", "jplace2": "place", "jkplace": "place", "jpost": "postcode",
    "jphone": "phone", "jorg": "organization", "jbank": "organization", "jaccount": "account", "jlicence": "licence",
    "my_number": "my_number", "jdate": "date", "jbirth": "birth_date", "jplate": "plate",
}  # fmt: skip
"""Kind of each slot; a slot that isn't here (an amount, a web address) is left to the patterns and marked as nothing."""

_CHOICE = re.compile(r"(?<!\\)<((?:\\.|[^<>\\])*)(?<!\\)>")
_SLOT = re.compile(r"\{(\w+)\}")


def templates(name: str) -> list[str]:
    """The lines of a file of templates."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def fill(template: str, made: MadeJapanese) -> Row:
    """One sentence of a template."""

    def choose(match: re.Match[str]) -> str:
        return str(made.pick(re.split(r"(?<!\\)\|", match[1])))

    text = _CHOICE.sub(choose, template).replace("\\n", "\n")
    text = re.sub(r"\\([<>|])", r"\1", text)
    out, at, spans, length = [], 0, [], 0
    for match in _SLOT.finditer(text):
        before = text[at : match.start()]
        value = str(getattr(made, match[1])()).strip()
        if match[1] in KIND and value:
            spans.append((length + len(before), length + len(before) + len(value), KIND[match[1]]))
        out += [before, value]
        length += len(before) + len(value)
        at = match.end()
    return "".join([*out, text[at:]]), spans


def worn(row: Row, r: random.Random) -> Row:
    """The row as hurried people type it: all small, all capitals, a full stop missing. Lengths stay."""
    text, spans = row
    way = r.random()
    if way < 0.16:
        changed = text.lower()
    elif way < 0.21:
        changed = text.upper()
    elif way < 0.25:
        changed = "".join(
            letter.upper() if any(start <= at < end for start, end, _ in spans) else letter
            for at, letter in enumerate(text)
        )
    elif way < 0.32:
        changed = "".join(
            letter.lower() if any(start <= at < end for start, end, _ in spans) else letter
            for at, letter in enumerate(text)
        )
    else:
        changed = text
    if len(changed) != len(text):
        return row
    if r.random() < 0.1 and changed[-1:] in ".?!":
        return changed[:-1], [(start, min(end, len(changed) - 1), kind) for start, end, kind in spans]
    return changed, spans


def generated(made: MadeJapanese, count: int, japanese: float = 0.36) -> Iterator[Row]:
    """That many sentences; now and then two in one text."""
    lists = {"en": templates("en.txt"), "ja": templates("ja.txt")}
    for _ in range(count):
        rows = [fill(made.pick(lists["ja" if made.odds(japanese) else "en"]), made)]
        while made.odds(0.18):
            rows.append(fill(made.pick(lists["ja" if rows[0][0][:1] > "\u3000" else "en"]), made))
        text, spans = "", []
        for more, found in rows:
            gap = made.pick(["\n", " ", " "]) if text else ""
            spans += [
                (start + len(text) + len(gap), end + len(text) + len(gap), kind) for start, end, kind in found
            ]
            text += gap + more
        yield worn((text, spans), made.r)


def documents(made: MadeJapanese, count: int) -> Iterator[Row]:
    """That many whole texts as people paste them with what they want of it, a third of them Japanese."""
    lists = [templates("en_documents.txt"), templates("ja_documents.txt")]
    for number in range(count):
        yield worn(fill(made.pick(lists[number % 3 == 0]), made), made.r)


_PRESIDIO = {
    "PERSON": "person", "STREET_ADDRESS": "address", "GPE": "place", "ORGANIZATION": "organization", "CREDIT_CARD": "card",
    "DATE_TIME": "date", "AGE": "age", "PHONE_NUMBER": "phone", "NRP": "group", "ZIP_CODE": "postcode", "TITLE": "title",
    "US_SSN": "ssn", "US_DRIVER_LICENSE": "licence",
}  # fmt: skip


def presidio(path: Path) -> list[tuple[int, Row]]:
    """The rows of presidio-research's data, each with its template's number."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [
            (s["start_position"], s["end_position"], _PRESIDIO[s["entity_type"]])
            for s in row["spans"]
            if s["entity_type"] in _PRESIDIO
        ]
        rows.append((row["template_id"], (row["full_text"], sorted(spans))))
    return rows


_HWU = {
    "person": "person",
    "place_name": "place",
    "business_name": "organization",
    "artist_name": "person",
    "relation": "",
}
_SNIPS = {"city": "place", "country": "place", "state": "place", "artist": "person", "geographic_poi": "", "location_name": "",
          "poi": "", "restaurant_name": "", "entity_name": "", "playlist": "", "album": "", "track": "", "object_name": "", "movie_name": ""}  # fmt: skip


def commands(folder: Path, known: set[str]) -> Iterator[Row]:
    """Requests to assistants: HWU64 and SNIPS with the names in them, CLINC150. Kind "?" is what can't be judged."""
    held = {
        json.loads(line)["sentence"].lower() for line in (folder / "slurp_devel.jsonl").open(encoding="utf-8")
    }
    for line in (folder / "hwu64_train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["text"].lower() not in held:
            yield (
                row["text"],
                [
                    (e["start"], e["end"], _HWU.get(e["entity"], "") or "?")
                    for e in row["entities"]
                    if e["entity"] in _HWU or e["entity"] in ("date", "timeofday", "time")
                ],
            )
    for line in list((folder / "snips_train.jsonl").open(encoding="utf-8"))[::3]:
        text, spans = "", []
        for part in json.loads(line)["data"]:
            words = part["text"].encode("latin-1", "ignore").decode("utf-8", "ignore") or part["text"]
            if part.get("entity") in _SNIPS:
                spans.append((len(text), len(text) + len(words.rstrip()), _SNIPS[part["entity"]] or "?"))
            elif part.get("entity") in ("timeRange", "year"):
                spans.append((len(text), len(text) + len(words.rstrip()), "?"))
            text += words
        yield text, spans
    for name in ("clinc150_train", "clinc150_oos_train"):
        for line in list((folder / f"{name}.jsonl").open(encoding="utf-8"))[::2]:
            text = json.loads(line)["text"]
            spans = [
                (m.start(), m.end(), "?")
                for m in re.finditer(r"[^\W_]+", text)
                if m[0] in known or m[0].isdigit()
            ]
            yield text, spans


_WORD = re.compile(r"[^\W\d_]+|\d+")
_KINDS_REAL = ("routellm_gsm8k.jsonl", "routellm_mmlu.jsonl", "ifeval.jsonl")


def written(folder: Path, made: MadeJapanese, known: dict[str, str], share: int = 1) -> Iterator[Row]:
    """Sentences of real questions and answers. A name in ``known`` is marked as its kind, and often replaced by a
    made-up one; any other capital or number can't be judged ("?"); all else is nothing."""
    sentences: list[str] = []
    for name in _KINDS_REAL:
        for line in (folder / name).open(encoding="utf-8"):
            row = json.loads(line)
            for text in (row["prompt"], row.get("gpt-4-1106-preview_response", "")):
                sentences += [
                    part.strip() for part in re.split(r"(?<=[.?!])\s+|\n", text) if 15 < len(part) < 220
                ]
    seen = {word for text in sentences for word in _WORD.findall(text) if word.islower()}
    for text in sentences[::share]:
        out, spans, at, length = [], [], 0, 0
        words = list(_WORD.finditer(text))
        for number, match in enumerate(words):
            word, start = match[0], match.start()
            out.append(text[at:start])
            length += start - at
            at = match.end()
            kind = "" if word.islower() or (number == 0 and word.lower() in seen) else "?"
            alone = all(words[n][0].islower() for n in (number - 1, number + 1) if 0 <= n < len(words))
            if word in known and alone and number and (word.lower() not in seen or known[word] != "person"):
                kind = known[word]
                makers = {"person": made.person, "place": made.place, "group": made.group}
                if made.odds(0.6):
                    word = makers[kind]()
            if kind:
                spans.append((length, length + len(word), kind))
            out.append(word)
            length += len(word)
        yield worn(("".join([*out, text[at:]]), spans), made.r)
