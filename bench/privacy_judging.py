"""When personal data counts as found, as wrong, and as leaked. ``privacy.py`` says the rules in words."""

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Spans = list[tuple[int, int, str]]
"""(start, end, kind) of each piece, in code points."""
Find = Callable[[str], Spans]

GOLD = {
    "PERSON": "person",
    "STREET_ADDRESS": "address",
    "GPE": "place",
    "LOCATION": "place",
    "ZIP_CODE": "postcode",
    "ORGANIZATION": "organization",
    "ORG": "organization",
    "CREDIT_CARD": "card",
    "DATE_TIME": "date",
    "AGE": "age",
    "PHONE_NUMBER": "phone",
    "NRP": "group",
    "TITLE": "title",
    "EMAIL_ADDRESS": "email",
    "IBAN_CODE": "iban",
    "DOMAIN_NAME": "url",
    "URL": "url",
    "US_SSN": "ssn",
    "US_ITIN": "ssn",
    "IP_ADDRESS": "ip",
    "MAC_ADDRESS": "ip",
    "US_DRIVER_LICENSE": "licence",
    "MEDICAL_LICENSE": "licence",
    "US_PASSPORT": "passport",
    "US_BANK_NUMBER": "account",
    "CRYPTO": "account",
}
"""Our kind for each of the data's and of presidio's."""
ONE = {"address": "location", "place": "location", "postcode": "location", "birth_date": "date"}
STRUCTURED = set(
    "phone email card iban ssn ip url licence passport account my_number plate secret username".split()
)
NAMES = {"person", "address", "postcode"}
_GLUE = {"the", "corner", "of", "and", "at", "in", "mr", "mrs", "ms", "dr", "miss", "prof", "さん", "様"}
_JOINT = re.compile(r"[\s,.;:>/\\-]*")
_ADDRESSED = re.compile(r"(?:さん|様|さま|くん|君|ちゃん|氏|殿|先生)$")
_RUN = re.compile(r"[^\W_]+")


@dataclass
class Score:
    """What one finder did on one set of texts."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    tight: int = 0
    """Of the right ones, those that share nine tenths of their letters."""
    seconds: float = 0.0
    noted: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, what: str, text: str, start: int, end: int) -> None:
        """Keeps one failure to be shown."""
        self.noted[what].append(f"{text[start:end]!r} in {text[max(0, start - 60) : end + 40]!r}")

    def f(self, beta: float, tight: bool = False) -> float:
        """F of that beta over all spans."""
        found, missed, wrong = (sum(count.values()) for count in (self.right, self.missed, self.wrong))
        right = self.tight if tight else found
        missed, wrong = missed + found - right, wrong + found - right
        square = beta * beta
        return (1 + square) * right / max(1, (1 + square) * right + square * missed + wrong)

    def recall(self, kind: str) -> float:
        """The share of the spans of a kind that was found as that kind."""
        return self.right[kind] / max(1, self.right[kind] + self.missed[kind])

    def leak(self, kinds: Iterable[str]) -> float:
        """The share of values of these kinds of which something stayed uncovered."""
        return sum(self.leaked[kind] for kind in kinds) / max(1, sum(self.said[kind] for kind in kinds))


def added(scores: Iterable[Score]) -> Score:
    """Several scores as one."""
    total = Score()
    for score in scores:
        for name in ("right", "missed", "wrong", "said", "leaked"):
            getattr(total, name).update(getattr(score, name))
        total.tight += score.tight
        total.seconds += score.seconds
        for what, texts in score.noted.items():
            total.noted[what] += texts
    return total


def grouped(text: str, spans: Spans) -> Spans:
    """Kinds as they are compared; touching pieces of one location joined."""
    out: Spans = []
    for start, end, kind in sorted(spans):
        one = ONE.get(kind, kind)
        before = out[-1] if out else (0, 0, "")
        if one == "location" == before[2] and _JOINT.fullmatch(text, before[1], max(before[1], start)):
            out[-1] = (before[0], max(end, before[1]), one)
        else:
            out.append((start, end, one))
    return out


def alike(text: str, one: tuple[int, int, str], other: tuple[int, int, str]) -> float:
    """The share of letters and digits that both have, of those that either has."""
    letters = [{at for at in range(start, end) if text[at].isalnum()} for start, end, _ in (one, other)]
    return len(letters[0] & letters[1]) / max(1, len(letters[0] | letters[1]))


def leaks(text: str, start: int, end: int, covered: set[int]) -> bool:
    """Whether two letters or digits in a row of a value stay open."""
    called = _ADDRESSED.search(text[start:end])
    for run in _RUN.finditer(text, start, start + called.start() if called else end):
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
                score.note(f"leaked {kind}", text, start, end)
        match(score, text, grouped(text, gold), grouped(text, found))
    return score


def match(score: Score, text: str, gold: Spans, left: Spans) -> None:
    """Counts each wanted span as right or missed, and what is left over as wrong."""
    for want in gold:
        same = [got for got in left if got[2] == want[2]]
        best = max(same, key=lambda got: alike(text, want, got), default=None)
        near = alike(text, want, best) if best else 0.0
        if best and near >= 0.5:
            score.right[want[2]] += 1
            score.tight += near >= 0.9
            left.remove(best)
        else:
            score.missed[want[2]] += 1
            score.note(f"missed {want[2]}", text, want[0], want[1])
    for start, end, kind in left:
        score.wrong[kind] += 1
        score.note(f"wrong {kind}", text, start, end)
