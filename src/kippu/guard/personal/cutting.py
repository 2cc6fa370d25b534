"""Cuts what was taken for one name in Japanese where its sentence goes on. Knows particles, and no name."""

from collections.abc import Iterator
from dataclasses import replace

from kippu.guard.personal.lexicon import is_word
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_TWO = regex("(?P<one>[㐀-鿿々]{1,4})[とや](?P<other>[㐀-鿿々]{1,4})")
_LED = regex("(?P<name>[㐀-鿿々]{1,4}|[ァ-ヴー]{2,10})(?:[とがはもをにへ]|は(?P<rest>[㐀-鿿々].*))")
_OWNED = regex(
    r"(?:フィアンセ|婚約者|ヘルパー|バイト|隣|[上下]の階|\d{1,4}号室|部長|課長|店長|社長|主任|夫|妻|弟|妹|兄|姉|息子|娘|友人|友達|同僚|後輩|先輩)の"
)
_OPENED = regex(r"[^(（)）]{2,}?(?=\s?[(（](?![^)）]*[)）]))")
"""As much as stands before a bracket that isn't closed within."""
_KANA = regex("[ぁ-ゖ]{2,4}")
_WHOSE = regex("[㐀-鿿々ァ-ヴーぁ-ゖ]の$")
_LEAD = 2
_VERB = regex("[くいるたっ](?!ん|さん|ちゃん)")
"""What stands behind the stem of a word in hiragana, and behind no name."""
_LONG_NUMBER = regex(r"\d{5}")
_NAMED = regex(r"[^\W\d_](?:[^\d]*[^\W\d_])?")


def without_number(text: str, span: Span) -> Iterator[Span]:
    """What is written with letters of a person's name with a long number in it: 佐藤健太 of 佐藤健太12345."""
    if span.kind != "person" or not _LONG_NUMBER.search(text, span.start, span.end):
        yield span
        return
    for name in _NAMED.finditer(text, span.start, span.end):
        yield replace(span, start=name.start(), end=name.end())


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span, without a particle at its end or with the names apart that one joins."""
    said = text[span.start : span.end]
    if span.kind == "person" and (owned := _OWNED.match(said)) and owned.end() < len(said):
        span = replace(span, start=span.start + owned.end())
        said = text[span.start : span.end]
    if span.kind == "person" and (opened := _OPENED.match(said)):
        span = replace(span, end=span.start + opened.end())
        said = text[span.start : span.end]
    if span.kind != "person" or said.isascii():
        yield span
    elif two := _TWO.fullmatch(said):
        for group in ("one", "other"):
            yield replace(span, start=span.start + two.start(group), end=span.start + two.end(group))
    elif led := _LED.fullmatch(said):
        yield replace(span, end=span.start + led.end("name"))
        if led["rest"] and not is_word("japanese", led["rest"]):
            yield replace(span, start=span.start + led.start("rest"))
    elif not (_KANA.fullmatch(said) and _VERB.match(text, span.end)) and not _is_thing(text, span):
        yield span


def _is_thing(text: str, span: Span) -> bool:
    """Whether it is an ordinary word behind whose it is: 夫の給料."""
    whose = _WHOSE.search(text, max(0, span.start - _LEAD), span.start)
    return whose is not None and is_word("japanese", text[span.start : span.end])
