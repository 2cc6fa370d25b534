"""Which layers a request is for: those that were named, else at most one industry and one scenario layer.

Knows what layers say of themselves, and what they find; answers nothing.
"""

import re
from collections.abc import Callable
from functools import lru_cache, reduce

from kippu.layers.agentskill import AgentSkill
from kippu.layers.finding import Found
from kippu.layers.fitting import FITS
from kippu.layers.reading import Layer
from kippu.layers.shelf import Shelf
from kippu.layers.stacking import together
from kippu.layers.words import folded, telling
from kippu.turn import Language

AUTO, NONE = "auto", "none"

_LIKE = 0.7
"""How like one of a layer's sentences a request must be to be its in any case."""
_MEANT = 0.5
"""What it counts that a layer answers a request by what it means: less than any share of its words that is
enough."""
_STEM = 5
"""Letters by which words are compared: "receipts" is "receipt"."""

Finds = Callable[[str, tuple[Layer, ...]], list[Found]]
Fits = Callable[[str, AgentSkill], float]
"""How far a request is what a skill is for."""
Defines = Callable[[str, Layer], list[Found]]
"""What a layer's dictionaries say of the word that is asked about."""


def choose(
    shelf: Shelf, finds: Finds, fits: Fits, defines: Defines, wish: str, text: str, language: Language
) -> tuple[Layer, ...]:
    """The layers for a request, the lowest first; none when it is for none. Where none is for its subject, a
    base layer is whose dictionary has the word that it asks about.

    ``wish`` is a layer's name, ``none`` or ``auto``. Raises NotFound and LayerBroken for a layer that was
    named.
    """
    if wish == NONE:
        return ()
    if wish != AUTO:
        return shelf.stack(wish)
    said, layers = _stems(text), shelf.all()
    best: dict[str, tuple[float, Layer]] = {}
    for layer in layers:
        level = layer.manifest.level
        if level == "base" or not (language in layer.manifest.languages or _is_named(layer, text)):
            continue
        score = _score(layer, text, said, finds, fits)
        if score > best.get(level, (0.0,))[0]:
            best[level] = score, layer
    if not best:
        return next(((layer,) for layer in layers if _defines(layer, text, language, defines)), ())
    # What a scenario layer stands on goes before another industry layer.
    stacks = [shelf.stack(best[level][1].name) for level in ("industry", "scenario") if level in best]
    return reduce(together, stacks, ())


def _defines(layer: Layer, text: str, language: Language, defines: Defines) -> bool:
    base = layer.manifest.level == "base" and language in layer.manifest.languages
    return base and bool(defines(text, layer))


def _score(layer: Layer, text: str, said: frozenset[str], finds: Finds, fits: Fits) -> float:
    """0 when the request is not for this layer; more than 1 when one of its sentences is like it, or a skill
    is there for such requests; 2 when it names the skill."""
    if _is_named(layer, text):
        return 2
    when = layer.manifest.when
    like = max((_likeness(said, _of_layer(sentence)) for sentence in when.sentences), default=0.0)
    if like >= _LIKE:
        return 1 + like
    skills = layer.skills if layer.writes else ()
    if (fit := max((fits(text, skill) for skill in skills), default=0.0)) >= FITS:
        return 1 + min(fit, 2.0) / 2
    if not any(stems and stems <= said for stems in map(_of_layer, when.words)):
        return 0.0
    if not layer.finds:
        return 1.0
    found = finds(text, (layer,))
    return max(found[0].share, _MEANT) if found else 0.0


def _is_named(layer: Layer, text: str) -> bool:
    """Whether one of its skills is called for: "the seed-label skill", 「seed-labelスキル」."""
    if not layer.writes:
        return False
    names = "|".join("[- ]".join(map(re.escape, skill.name.split("-"))) for skill in layer.skills)
    called = rf"\b(?:{names})[- ]?(?:skill\b|スキル|のスキル)|(?:\bskill|スキル)[:「『“\"'` ]+(?:{names})\b"
    return re.search(called, text, re.IGNORECASE | re.ASCII) is not None


def _likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of telling words that both have (Dice's measure): 0 to 1."""
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in telling(text) or folded(text).split())


_of_layer = lru_cache(maxsize=4096)(_stems)
"""The same for what layers say of themselves, which each request is held against."""
