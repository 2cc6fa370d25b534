"""How likely a model is to do a request well: by its size, the kind of request, and the question itself.

For questions of knowledge and mathematics in English the chances of a middling and of a strong model are
learned (``chances.py``) and decide; the table only says how far a model of this device is from the middling
one, by its size. For all else the table decides: what makers publish for models of these sizes, rounded
(docs/decisions/placement.md says what each row leans on).
"""

from math import exp, log, log10

import numpy as np

from kippu.models import Model
from kippu.place.chances import chances
from kippu.place.kinds import Kind, Request

_SIZES = (0.135e9, 0.5e9, 1.5e9, 7e9)
_DOES: dict[Kind, tuple[float, float, float, float, float]] = {
    # 0.135B, 0.5B, 1.5B, 7B, cloud
    "chat": (0.78, 0.82, 0.86, 0.90, 0.93),
    "writing": (0.72, 0.76, 0.82, 0.88, 0.93),
    "knowledge": (0.25, 0.43, 0.58, 0.72, 0.87),
    "mathematics": (0.03, 0.45, 0.70, 0.88, 0.94),
    "code": (0.03, 0.35, 0.60, 0.82, 0.92),
    "translation": (0.10, 0.45, 0.65, 0.85, 0.95),
}
"""Chance that a person is well served, by size."""
_LONG = (0.4, 0.6, 0.75, 0.9, 1.0)
"""What of that is left when the request or its answer is long."""
_CODER_CODES, _CODER_TALKS = 0.4, -0.6
"""What being made for code shifts, in log-odds."""
_MIDDLING = 3
"""Where in the table the middling model is that was learned: Mixtral 8x7B works with 13B weights at a time,
and marks of today's models of 7B are about as good."""
_LEARNED: frozenset[Kind] = frozenset({"knowledge", "mathematics"})
_NOT_AT_ALL = 0.02


def here(model: Model, asked: Request) -> float:
    """Chance that a model of this device does it well."""
    if model.languages and asked.language not in model.languages:  # a person's own model names none
        return _NOT_AT_ALL
    size, does = log10(max(1, model.parameters)), _DOES[asked.kind]
    chance = float(np.interp(size, np.log10(_SIZES), does[:-1]))
    left = float(np.interp(size, np.log10(_SIZES), _LONG[:-1])) if asked.long else 1.0
    if is_learned(asked):
        chance = _shifted(chances(asked.text).middling, _odds(chance) - _odds(does[_MIDDLING]))
        left /= _LONG[_MIDDLING] if asked.long else 1.0  # the middling one's marks have its length in them
    chance *= left
    if model.purpose == "code":
        chance = _shifted(chance, _CODER_CODES if asked.kind == "code" else _CODER_TALKS)
    return chance


def elsewhere(asked: Request) -> float:
    """Chance that a large model does it well."""
    if not is_learned(asked):
        return _DOES[asked.kind][-1]
    told = chances(asked.text)
    return max(told.strong, told.middling)  # less it has only where an exam wanted a bare letter


def is_learned(asked: Request) -> bool:
    """Whether the chances of such requests were learned, and not judged."""
    return asked.language == "en" and asked.kind in _LEARNED


def _shifted(chance: float, shift: float) -> float:
    return 1 / (1 + exp(-(_odds(chance) + shift)))


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.02), 0.98)
    return log(chance / (1 - chance))
