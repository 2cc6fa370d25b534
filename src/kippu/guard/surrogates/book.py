"""All that has a surrogate in one conversation, to be looked for in both directions. Kept by the vault."""

from collections.abc import Iterable

from kippu.guard.surrogates.forms import WORDS, forms, pour
from kippu.guard.surrogates.lists import known, known_words
from kippu.guard.surrogates.matching import Matcher
from kippu.guard.surrogates.near import Near
from kippu.guard.surrogates.pair import Pair, bare, folded, styled


class Book:
    """The pairs of one conversation."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.outward = Matcher(strict=True)
        """Finds originals and gives their surrogates."""
        near = Near(self._is_real)
        self.homeward = Matcher(near=near)
        """Finds surrogates and gives their originals."""
        self.new: list[Pair] = []
        """What the vault does not hold yet."""
        self.real = ""
        """The conversation's own text, ``folded``: no surrogate is anything that stands in it."""
        self._pairs: dict[str, Pair] = {}
        self._alike: dict[str, Pair] = {}
        self._shapes: list[frozenset[str]] = []
        self._words: dict[str, tuple[str, str]] = {}
        self._taken: set[str] = set()
        self._near = near
        for pair in pairs:
            self._put(pair)

    def __len__(self) -> int:
        return len(self._pairs)

    def pair(self, original: str) -> Pair | None:
        """What stands for this very text."""
        return self._pairs.get(original)

    def alike(self, original: str) -> Pair | None:
        """What stands for this text in whatever case."""
        return self._alike.get(folded(original))

    def word(self, original: str) -> str | None:
        """What stands for a word of a name, a place, a company, in whatever case and script."""
        if known_as := self._words.get(folded(original)):
            return styled(known_as[1], original, known_as[0])
        return self.whole(original)

    def whole(self, original: str) -> str | None:
        """What stands for a text that has its surrogate in another form: other digit groups, another case."""
        for match in self.outward.matches(original):
            before, behind = original[: match.start], original[match.end :]
            alone = not any(map(str.isalnum, before + behind))
            return before + match.text + behind if alone else None
        return None

    def touches(self, text: str, since: int) -> bool:
        """Whether a text (``pair.bare``) may hold an original of the pairs from number ``since`` on."""
        return any(shape in text for shapes in self._shapes[since:] for shape in shapes)

    def free(self, surrogate: str) -> bool:
        """Whether nothing has this surrogate yet, in any script, and the conversation has nothing like it."""
        name = known().get(folded(surrogate))
        shapes = {folded(form) for form in (surrogate, *(name.scripts if name else ()))}
        return all(shape not in self.real and bare(shape) not in self._taken for shape in shapes)

    def add(self, pair: Pair) -> None:
        """One more pair, which the vault does not hold yet."""
        if pair.original not in self._pairs:
            self._put(pair)
            self.new.append(pair)

    def _is_real(self, word: str) -> bool:
        """Whether a word is one of the conversation's own, or another name, or in the dictionary."""
        return word in self.real or word in known() or word in known_words("no slip")

    def _put(self, pair: Pair) -> None:
        self._pairs[pair.original] = pair
        self._alike[folded(pair.original)] = pair
        self._taken.add(bare(pair.surrogate))
        for original, surrogate in pair.parts:
            if pair.kind not in WORDS or original == surrogate:
                continue
            self._taken.add(bare(surrogate))
            if any(map(str.isalpha, original)):
                self._words.setdefault(folded(original), (original, surrogate))
                self._near.add(surrogate, pour([(surrogate, original)]))
        for matcher, is_outward in ((self.outward, True), (self.homeward, False)):
            made = list(forms([pair], is_outward))
            for form in made:
                matcher.add(form, pair.kind)
            if is_outward:
                self._shapes.append(frozenset(bare("".join(form.tokens)) for form in made))
