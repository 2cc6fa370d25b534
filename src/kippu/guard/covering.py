"""What leaves the device: the conversation with surrogates for all that is personal, and no longer than fits.

Knows what is personal by the finder and what stands for it by the vault; decides nothing about leaving, and
sends nothing.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kippu.engines.price import LONGEST_ANSWER
from kippu.engines.tokens import tokens
from kippu.guard.personal import Finder
from kippu.guard.restoring import Restorer
from kippu.guard.schema import covered as covered_schema
from kippu.guard.surrogates import Book, Making, Pair, stays
from kippu.guard.surrogates.pair import bare, folded
from kippu.guard.vault import Vault
from kippu.turn import Egress, Findings, Found, Language, Message, Offer, Placement, Turn

_SYSTEM: dict[Language, str] = {
    "en": "You are a helpful AI assistant named Kippu. Write names, numbers and addresses as they are given.",
    "ja": "あなたはKippuという親切なAIアシスタントです。日本語で答えてください。"
    "名前、番号、住所は書かれたとおりに使ってください。",
}
_FORM: dict[Language, str] = {
    "en": "Answer with JSON alone, which fits this schema:",
    "ja": "次のスキーマに合うJSONだけで答えてください。",
}
_REMEMBERED = 4096
"""Texts whose finds and covered form are kept: a conversation's lines leave again with each of its turns."""
_LEAD = 40
"""Letters before a name that tell of its bearer ("Mrs.", "my son")."""
_MESSAGE_TOKENS = 8
"""What a message takes beside its text."""
_SHORTEST_CLASH = 5
_BETWEEN = "\n\n"
"""Stands between what the person said and what came along."""

Covered = tuple[str, tuple[str, ...]]
"""A text with surrogates, and the kinds of what they stand for."""


class Covering:
    """Covers turns, and restores their answers."""

    def __init__(
        self,
        finder: Finder,
        vault: Vault,
        context: Callable[[str], int],
        making: Making | None = None,
        tools: Callable[[Turn], tuple[Offer, ...]] = lambda _: (),
    ) -> None:
        """``context`` tells how many tokens the provider of a name takes, its answer counted; ``tools``
        which of Kippu's own go along with a turn."""
        self._tools = tools
        self._vault = vault
        self._context = context
        self._making = making or Making()
        self._finder = finder
        self._found: OrderedDict[str, tuple[Found, ...]] = OrderedDict()
        self._done: OrderedDict[tuple[str, str], tuple[int, Covered]] = OrderedDict()

    def cover(self, turn: Turn, placement: Placement, findings: Findings) -> Egress:
        """What would leave for the turn; an empty Egress when it is placed on this device."""
        if placement.rung != "cloud" or placement.provider is None:
            return Egress()
        system = Message("system", _SYSTEM[turn.language])
        schema, in_schema = self._schema(turn)
        if schema:
            system = Message("system", f"{system.text}\n\n{_FORM[turn.language]}\n{schema}")
        # Covered apart, so that it is known of what is shown which part the person said.
        said = [turn.text, *([turn.outside] if turn.outside else [])]
        last = Message("user", _BETWEEN.join(said), turn.brings)
        room = self._context(placement.provider)
        room -= min(LONGEST_ANSWER, room // 2) + _size([system])
        messages = _fitting([*map(_as_left, turn.history), last], room)
        if findings.found:
            self._found[turn.text] = findings.found
        texts = [*(message.text for message in messages[:-1]), *said]
        book = self._vault.book(turn.conversation)
        book.real = "\n".join(map(_folded, texts))
        answers = self._answers_to_own(messages, turn.language)
        covered = self._covered(turn.conversation, texts, turn.language, book, answers)
        outside = covered[-1][0] if turn.outside else ""
        covered[-len(said) :] = [_joined(covered[-len(said) :])]
        messages = [replace(message, text=text) for message, (text, _) in zip(messages, covered, strict=True)]
        fitting = _fitting(messages, room)
        kinds = [kind for _, some in covered[len(covered) - len(fitting) :] for kind in some]
        kinds += in_schema
        tools = () if schema else self._tools(turn)
        return Egress(
            placement.provider, (system, *fitting), tuple(dict.fromkeys(kinds)), tools, schema, outside
        )

    def text(self, conversation: str, text: str) -> str:
        """One more text of the conversation, such as what a tool gave, as it may leave."""
        covered, _ = self._one_more(conversation, text)
        self._vault.save(conversation)
        return covered

    def _one_more(self, conversation: str, text: str) -> Covered:
        book = self._vault.book(conversation)
        book.real += "\n" + _folded(text)
        return self._covered(conversation, [text], None, book)[0]

    def _schema(self, turn: Turn) -> Covered:
        """The schema of the turn's answer, empty where there is none."""
        kinds: list[str] = []

        def cover(text: str) -> str:
            covered, some = self._one_more(turn.conversation, text)
            kinds.extend(some)
            return covered

        return (covered_schema(turn.schema, cover) if turn.schema else ""), tuple(kinds)

    def restorer(self, conversation: str) -> Restorer:
        """What restores one answer in the conversation; its surrogates are kept from now on."""
        self._vault.save(conversation)
        return Restorer(self._vault.book(conversation).homeward)

    def _answers_to_own(self, messages: Sequence[Message], language: Language | None) -> frozenset[str]:
        """Answers to texts with something of somebody's own: what a letter named, they name again."""
        return frozenset(
            answer.text
            for asked, answer in pairwise(messages)
            if answer.role == "assistant" and any(piece.own for piece in self._find(asked.text, language))
        )

    def _covered(
        self,
        conversation: str,
        texts: Sequence[str],
        language: Language | None,
        book: Book,
        answers: frozenset[str] = frozenset(),
    ) -> list[Covered]:
        for text in texts:
            if self._had(conversation, text, book) is None:
                self._learn(text, language, book)
        return [
            self._had(conversation, text, book)
            or self._cover(conversation, text, language, book, text in answers)
            for text in texts
        ]

    def _learn(self, text: str, language: Language | None, book: Book) -> None:
        """Give a surrogate to all that is personal in a text, and to what happens to be like a surrogate."""
        for found in self._find(text, language):
            before = text[max(0, found.start - _LEAD) : found.start]
            self._making.pair(found.kind, found.text, before, book, found.own)
        for clash in list(book.homeward.matches(text)):
            word = text[clash.start : clash.end]
            if (len(word) >= _SHORTEST_CLASH or word.isdecimal()) and len(word.split()) == 1:
                self._making.pair("account" if any(map(str.isdigit, word)) else "person", word, "", book)

    def _find(self, text: str, language: Language | None) -> tuple[Found, ...]:
        if text not in self._found:
            self._found[text] = self._finder.find(text, language)
            while len(self._found) > _REMEMBERED:
                self._found.popitem(last=False)
        return self._found[text]

    def _cover(
        self, conversation: str, text: str, language: Language | None, book: Book, own: bool
    ) -> Covered:
        covered = _replaced(text, self._find(text, language), book, own)
        self._done[conversation, text] = (len(book), covered)
        while len(self._done) > _REMEMBERED:
            self._done.popitem(last=False)
        return covered

    def _had(self, conversation: str, text: str, book: Book) -> Covered | None:
        """The covered text, if nothing that stands in it got a surrogate since."""
        had = self._done.get((conversation, text))
        if had is None or book.touches(_bare(text), had[0]):
            return None
        self._done[conversation, text] = (len(book), had[1])
        return had[1]


def _replaced(text: str, found: Sequence[Found], book: Book, own: bool) -> Covered:
    """The text with surrogates for what was found in it, and for all else that has one already.

    What everybody knows has one for a letter or a CV alone, where it is somebody's ``own``, and for the
    answer to it: in a question it is the world's.
    """
    own = own or any(piece.own for piece in found)
    spans = [
        (piece.start, piece.end, pair.surrogate, pair.kind)
        for piece in found
        if (pair := book.pair(piece.text)) is not None and (own or not _is_shared(pair))
    ]
    for match in book.outward.matches(text):
        if not own and _is_shared(book.alike(text[match.start : match.end])):
            continue
        inside = [span for span in spans if match.start <= span[0] and span[1] <= match.end]
        apart = all(span[1] <= match.start or match.end <= span[0] for span in spans if span not in inside)
        longer = not inside or match.end - match.start > max(span[1] - span[0] for span in inside)
        if apart and longer:
            spans = [span for span in spans if span not in inside]
            spans.append((match.start, match.end, match.text, match.kind))
    out, at = "", 0
    for start, end, surrogate, _ in sorted(spans):
        out += text[at:start] + surrogate
        at = end
    return out + text[at:], tuple(dict.fromkeys(kind for *_, kind in sorted(spans)))


def _is_shared(pair: Pair | None) -> bool:
    return pair is not None and stays(pair.kind, pair.original)


def _as_left(message: Message) -> Message:
    """An earlier line: what the person took out of it leaves no more with a later one."""
    return replace(message, text=message.written, written="") if message.written else message


def _joined(parts: Sequence[Covered]) -> Covered:
    return _BETWEEN.join(text for text, _ in parts), tuple(kind for _, kinds in parts for kind in kinds)


def _fitting(messages: Sequence[Message], room: int) -> list[Message]:
    """The newest of them that fit, beginning with the person's; the last one in any case."""
    first = len(messages) - 1
    while first > 0 and _size(messages[first - 1 :]) <= room:
        first -= 1
    while first < len(messages) - 1 and messages[first].role != "user":
        first += 1
    return list(messages[first:])


def _size(messages: Sequence[Message]) -> int:
    return sum(_tokens(message.text) + _MESSAGE_TOKENS for message in messages)


@lru_cache(_REMEMBERED)
def _tokens(text: str) -> int:
    return tokens(text)


@lru_cache(_REMEMBERED)
def _bare(text: str) -> str:
    return bare(text)


@lru_cache(_REMEMBERED)
def _folded(text: str) -> str:
    return folded(text)
