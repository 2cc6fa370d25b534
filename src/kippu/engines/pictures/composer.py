"""Makes a picture from open vector drawings: finds those that the prompt names, colours and places them.

No model: what it doesn't have a drawing of it can't show, and takes the nearest that it has. Its edges are
sharp at any size.
"""

import colorsys
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from kippu.engines.pictures import holes, layout, looks
from kippu.engines.pictures.artwork import STYLES, Artwork, Concept, Found
from kippu.engines.pictures.colours import NAMED, main_colour, recolour
from kippu.engines.pictures.larger import TIMES, Larger
from kippu.engines.pictures.layout import Shape, Spot
from kippu.engines.pictures.order import Order, Pixels, Seen, Stopped
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.wanted import Thing, Wanted, read
from kippu.engines.pictures.weights import FOLDER
from kippu.errors import BadInput

_KINDS = (
    ("eyes", r"glasses|goggles|サングラス|メガネ|めがね|眼鏡|ゴーグル"),
    ("ears", r"headphone|ヘッドホン"),
    ("neck", r"scarf|tie$|マフラー|ネクタイ"),
    ("mouth", r"mask|マスク"),
)
_EVEN = frozenset({"animals-nature", "food-drink", "smileys-emotion"})
"""Parts of the emoji list where nothing has a right and a left."""
_PART = {looks.PLAIN: "best", looks.DISC: "best", looks.CUT_OUT: "other", looks.CARD: ""}
"""Which drawing of a thing each look takes, as ``Composer.concept`` calls it."""
_HEADS = frozenset(
    {"bear", "boar", "fox", "frog", "hamster", "koala", "lion", "moose", "panda", "polar bear", "raccoon"}
    | {"unicorn", "wolf"}
)
"""What is drawn as a head alone, though it isn't called a face."""
_LOOK = 64
"""Side in pixels of the small drawing whose shape and colours are looked at."""


_LEANS = 4.0
"""Spread of the degrees that a thing leans by."""
_OTHER_HAND = 0.5
"""How often what is worn may be of another style: a hat is seldom drawn twice in one."""
_NAMED = 1.0
"""From this score on the words name what is drawn."""
_NOTHING = 0.15
"""Under this score words and drawing share nothing."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A drawing as it is to be placed."""

    side: int
    body: str
    shape: Shape
    even: bool
    """Whether it may be mirrored: no letter, hand or clock."""
    head: bool
    """Whether it is a head alone, without a body."""
    main: tuple[float, float, float]
    """Hue, saturation and value of the colour that it was drawn in."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How what is worn sits, a little otherwise each time."""

    scale: float
    right: float
    down: float
    angle: float

    @classmethod
    def by(cls, chosen: np.random.Generator) -> "_Fit":
        scale, right, down, angle = chosen.uniform((0.9, -0.02, -0.02, -6), (1.1, 0.02, 0.02, 6))
        return cls(float(scale), float(right), float(down), float(angle))

    def of(self, spot: Spot) -> Spot:
        return Spot(spot.x + self.right, spot.y + self.down, spot.size * self.scale)


class Composer:
    """A painter that finds, colours and places drawings."""

    name = "kippu-composer 4"
    styles = STYLES
    size = 512
    starts = False
    opaque = False
    steps = None
    guidance = None

    def __init__(self, artwork: Artwork) -> None:
        self._artwork = artwork
        self._seen: dict[tuple[str, str], tuple[Shape, tuple[float, float, float]]] = {}

    @classmethod
    def shipped(cls) -> "Composer":
        """With the drawings that come with Kippu."""
        return cls(Artwork(FOLDER))

    def made_of(self, _: Order) -> dict[str, str]:
        """One hash of the drawings and of what finds them."""
        return {"artwork": self._artwork.hash}

    def lacks(self, prompt: str) -> tuple[str, ...]:
        """Things that there is no drawing of, but of something like them."""
        wanted = read(prompt, self._artwork.known)
        things = (wanted.first, *(thing for _, thing in wanted.others))
        return tuple(thing.words for thing in things if not self._named(thing))

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture in one step; another seed takes other drawings that fit, or mirrors and turns them. One
        thing alone is shown plain by every fourth seed, by those between on a disc, cut out, on a card.

        With a mask the thing is put into the picture's hole. It can't start from a picture else and follows
        no sketch: raises BadInput for ``start`` without a mask and ``sketch``, and for words that name
        nothing there is a drawing of.
        """
        if order.mask is not None and order.sketch is None:
            return holes.fill(partial(self._draw, bare=True), replace(order, strength=1.0), seen, stopped)
        if order.start is not None or order.sketch is not None:
            raise BadInput(
                "Composing goes by words alone. To start from a picture or a sketch, draw with a model.",
                "組み合わせは言葉だけで行います。絵や下描きから始めるには、モデルで描いてください。",
            )
        return self._draw(order, seen, stopped)

    def larger(self, order: Order, drawn: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The same drawings in more pixels, as sharp; by the network where that is not possible: in another
        picture's hole, and of a picture that other drawings would be taken for now."""
        now = None if order.mask is not None else self._draw(order, lambda *_: None, stopped)
        if now is not None and np.array_equal(now, drawn):
            return self._draw(order, seen, stopped, times=TIMES)
        return Larger().draw(drawn, seen, stopped)

    def _draw(
        self, order: Order, seen: Seen, stopped: Stopped, bare: bool = False, times: int = 1
    ) -> Pixels | None:
        """``bare``: nothing behind or around what is wanted; ``times``: as many pixels a side."""
        if stopped():
            return None
        chosen = np.random.default_rng(order.seed)
        wanted = read(order.prompt, self._artwork.known)
        alone = not wanted.others and wanted.first.count == 1
        look = order.seed % looks.LOOKS
        if alone:
            parts = self._alone(wanted.first, order.style, look, chosen)
        else:
            parts = self.parts(wanted, order.style, chosen)
        if wanted.others and all(relation == "wears" for relation, _ in wanted.others):
            parts = _leant(parts, float(chosen.normal(0, _LEANS)))  # a scene would fall apart
        drawn = pixels(joined(parts[-1:] if alone and bare else parts), self.size * times)
        if alone and look == looks.CUT_OUT and not bare:
            drawn = looks.cut_out(drawn, times)
        seen(1, 1, drawn)
        return drawn

    def _alone(self, thing: Thing, style: str, look: int, chosen: np.random.Generator) -> list[Placed]:
        """One thing, and what is behind it in this look."""
        figure = self._figure(thing, style, chosen, _PART[look])
        angle = float(chosen.normal(*looks.LEANS[look]))
        other_way = figure.even and (look == looks.DISC or (look == looks.CARD and chosen.random() < 0.5))
        main = (
            colorsys.rgb_to_hsv(*(part / 255 for part in NAMED[thing.colour][2]))
            if thing.colour
            else figure.main
        )
        shown = Placed(
            figure.side, figure.body, 0.5, 0.5, looks.SIZES[look],
            angle=-angle if other_way else angle, mirrored=other_way,
        )  # fmt: skip
        return [*looks.ground(look, main, chosen), shown]

    def parts(
        self, wanted: Wanted, style: str, chosen: np.random.Generator, mirrored: bool = True
    ) -> list[Placed]:
        """The drawings and where they go, the rearmost first; by chance the whole looks the other way, where
        ``mirrored`` and nothing in it has a right and a left."""
        wears = [thing for relation, thing in wanted.others if relation == "wears"]
        apart = next((pair for pair in wanted.others if pair[0] != "wears"), None)
        first = self._figure(wanted.first, style, chosen, "head" if wears else "")
        base, in_front = Spot(0.5, 0.5, 1.0), True
        aside: list[tuple[Spot, _Figure]] = []
        if apart:
            other = self._figure(apart[1], style, chosen)
            base, place, in_front = layout.stood(apart[0], first.shape, other.shape)
            aside = [(layout.inside(spot, place), other) for spot in layout.crowd(apart[1].count)]
        worn_figures = [(thing, self._figure(thing, style, chosen, "worn")) for thing in wears]
        worn = [(thing, figure, _Fit.by(chosen)) for thing, figure in worn_figures]
        main: list[tuple[Spot, _Figure]] = []
        angles: dict[int, float] = {}
        for crowded in layout.crowd(wanted.first.count):
            place = layout.inside(crowded, base)
            behind: list[tuple[Spot, _Figure]] = []
            before: list[tuple[Spot, _Figure]] = []
            for thing, figure, fit in worn:
                kind = _kind(thing.words, first.head)
                on = fit.of(layout.worn(first.shape, figure.shape, kind))
                angles[id(figure)] = fit.angle
                (behind if kind == "chin" else before).append((layout.inside(on, place), figure))
            main += [*behind, (place, first), *before]
        every = [*main, *aside] if in_front else [*aside, *main]
        spots = layout.fitted([(spot, figure.shape) for spot, figure in every])
        other_way = chosen.random() < 0.4 and mirrored and all(figure.even for _, figure in every)
        return [
            Placed(
                figure.side, figure.body, 1 - spot.x if other_way else spot.x, spot.y, spot.size,
                angle=(-1 if other_way else 1) * angles.get(id(figure), 0.0), mirrored=other_way,
            )
            for spot, (_, figure) in zip(spots, every, strict=True)
        ]  # fmt: skip

    def named(self, wanted: Wanted) -> bool:
        """Whether there are drawings of all things that are wanted, not of similar ones only."""
        return all(map(self._named, (wanted.first, *(thing for _, thing in wanted.others))))

    def _named(self, thing: Thing) -> bool:
        return self._artwork.find(thing.words, 1)[0].score >= _NAMED

    def concept(self, thing: Thing, chosen: np.random.Generator, part: str = "") -> Concept:
        """What stands for a thing: the best that fits, or by chance one that fits about as well. ``part``:
        ``head`` for what wears something, ``worn`` for what is worn, ``best`` for the best alone, ``other``
        for another one of an animal's or plant's, if there is."""
        found = self._artwork.find(thing.words, 16)
        if found[0].score < _NOTHING:
            raise BadInput(
                f"I know no drawing for {thing.words!r}. Name things that can be seen: 'a cat'.",
                f"「{thing.words}」に合う絵がありません。「猫」のように、目に見えるものをやさしい言葉で書いてください。",
            )
        if part == "best":
            return found[0].concept
        if part == "other":
            return _other(found, thing, chosen)
        if part == "worn":
            found = [one for one in found if one.concept.group == "objects"] or found
        spread = 0.07 if found[0].score >= _NAMED else 0.03  # of what is only near, the second is far
        if part == "worn" and found[0].score >= _NAMED:
            # Whatever is called so will do: a top hat and a sun hat are hats.
            said = set(thing.words.split())
            alike = [
                one
                for one in found
                if said <= set(one.concept.label.split()) or thing.words in one.concept.label_ja
            ]
            if alike:
                return alike[int(chosen.integers(len(alike)))].concept
        weights = np.exp((np.array([one.score for one in found[:6]]) - found[0].score) / spread)
        one = found[int(chosen.choice(len(weights), p=weights / weights.sum()))].concept
        if part == "head" and self._artwork.known(f"{one.label} face"):
            one = self._artwork.find(f"{one.label} face", 1)[0].concept
        return one

    def _figure(self, thing: Thing, style: str, chosen: np.random.Generator, part: str = "") -> "_Figure":
        concept = self.concept(thing, chosen, part)
        if part == "worn" and chosen.random() < _OTHER_HAND:
            style = list(concept.drawn)[int(chosen.integers(len(concept.drawn)))]
        style = style if style in concept.drawn else next(iter(concept.drawn))
        side, body = concept.drawn[style]
        if (concept.code, style) not in self._seen:
            small = pixels(joined([Placed(side, body, 0.5, 0.5)]), _LOOK)
            self._seen[concept.code, style] = layout.shape(small), main_colour(_counted(small))
        shape, main = self._seen[concept.code, style]
        body = recolour(body, main, thing.colour) if thing.colour else body
        even = concept.group in _EVEN or part == "worn"
        return _Figure(side, body, shape, even, _is_head(concept), main)


def _other(found: list[Found], thing: Thing, chosen: np.random.Generator) -> Concept:
    """Another drawing of what the best one shows: a cat's face for a cat. Of animals and plants only: another
    heart may be a broken one. Not where a colour is wanted: a black bird can't be made blue."""
    best, said = found[0].concept, set(thing.words.split())
    alike = [
        one.concept
        for one in found[1:]
        if one.concept.subgroup == best.subgroup
        and (said <= set(one.concept.label.split()) or thing.words in one.concept.label_ja)
    ]
    if best.group != "animals-nature" or thing.colour or not alike:
        return best
    return alike[int(chosen.integers(len(alike)))]


def _leant(parts: list[Placed], angle: float) -> list[Placed]:
    """All of it turned about the picture's middle, and a little smaller to stay inside."""
    turn = np.deg2rad(angle)
    along, across = 0.95 * float(np.cos(turn)), 0.95 * float(np.sin(turn))
    return [
        replace(
            part,
            x=0.5 + along * (part.x - 0.5) - across * (part.y - 0.5),
            y=0.5 + across * (part.x - 0.5) + along * (part.y - 0.5),
            size=0.95 * part.size, angle=part.angle + angle,
        )
        for part in parts
    ]  # fmt: skip


def _counted(small: Pixels) -> Counter[str]:
    solid = small[small[..., 3] > 200][:, :3] // 8 * 8
    values, counts = np.unique(solid.reshape(-1, 3), axis=0, return_counts=True)
    return Counter({bytes(value).hex(): int(times) for value, times in zip(values, counts, strict=True)})


def _is_head(concept: Concept) -> bool:
    people = concept.group in {"smileys-emotion", "people-body"}
    return people or concept.label in _HEADS or concept.label.endswith(" face")


def _kind(words: str, of_head: bool) -> str:
    """Where a thing is worn, as ``layout.worn`` calls it."""
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, words)), "hat")
    return "chin" if kind == "neck" and of_head else kind
