"""Added tools that tell of themselves in Japanese: heard by the words that they and a Japanese order share.

A tool that tells of itself in English alone is not heard in Japanese. What was filled is asked about, always.
"""

from collections.abc import Sequence
from functools import cached_property

from kippu.regex import regex
from kippu.turn import Language, Offer
from kippu.understand.by_schema import is_japanese
from kippu.understand.free.added import ALIKE, Alike
from kippu.understand.free.found_ja import orders
from kippu.understand.free.mood import denies, tells
from kippu.understand.free.plainly import plain_words
from kippu.understand.free.samples import Sample

_WORD = regex(r"[一-龠々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{3,}")
_LETS_IN = regex(r"解錠|開錠|解除|鍵|ロック|通す|入れる")
_JAPANESE: Language = "ja"


class AddedJa:
    """The offers that are told of in Japanese."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._offers = [
            offer
            for offer in offers
            if is_japanese(offer.description) and not _LETS_IN.search(offer.description)
        ]

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        usual = plain_words(_JAPANESE)
        told = (offer.description.split("。")[0] for offer in self._offers)
        return [frozenset(word for word in _WORD.findall(one) if word not in usual) for one in told]

    def alike(self, text: str) -> Alike | None:
        """The offer with which an order shares the most letters of telling words; None for no order."""
        if not self._offers or not orders(text) or denies(text, _JAPANESE) or tells(text, _JAPANESE):
            return None
        shared = [sum(len(word) for word in words if word in text) for words in self._words]
        most = max(shared)
        if not most or shared.count(most) > 1:
            return None
        offer = self._offers[shared.index(most)]
        told = offer.description.split("。")[0]
        return Alike(ALIKE, True, (Sample(offer.tool, told, told, {}),), frozenset(), offer)
