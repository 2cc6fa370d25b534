"""How likely a model is to do a request well: by its size, the kind of request, and the question itself.

The table is a judgement: what makers publish for models of these sizes, rounded (docs/decisions/placement.md
says what each row leans on). How hard the question itself is, is learned (``chances.py``), and taken only for
what was learned well: questions of knowledge in English. Of mathematics the marks tell little, for there they
were mostly given for a bare letter, without any working.
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
_MIDDLING, _STRONG = 0.66, 0.78
"""Share of the learned questions of knowledge that the middling and the strong model had right."""
_NOT_AT_ALL = 0.02


def here(model: Model, asked: Request) -> float:
    """Chance that a model of this device does it well."""
    if model.languages and asked.language not in model.languages:  # a person's own model names none
        return _NOT_AT_ALL
    size = log10(max(1, model.parameters))
    does = float(np.interp(size, np.log10(_SIZES), _DOES[asked.kind][:-1]))
    if asked.long:
        does *= float(np.interp(size, np.log10(_SIZES), _LONG[:-1]))
    shift = _harder(asked)[0]
    if model.purpose == "code":
        shift += _CODER_CODES if asked.kind == "code" else _CODER_TALKS
    return _shifted(does, shift)


def elsewhere(asked: Request) -> float:
    """Chance that a large model does it well."""
    return _shifted(_DOES[asked.kind][-1], _harder(asked)[1])


def _harder(asked: Request) -> tuple[float, float]:
    """How much easier (above 0) or harder this question is than most, for a middling and a strong model."""
    if asked.language != "en" or asked.kind != "knowledge":
        return 0.0, 0.0
    told = chances(asked.text)
    return _odds(told.middling) - _odds(_MIDDLING), _odds(told.strong) - _odds(_STRONG)


def _shifted(chance: float, shift: float) -> float:
    return 1 / (1 + exp(-(_odds(chance) + shift)))


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.02), 0.98)
    return log(chance / (1 - chance))
