"""Says which part of a span may be a name, by the writing it is in. Knows no words itself.

The tagger has learned English and Japanese alone: in a sentence of another language it takes whole clauses
for a person's name. What is made of the other language's words goes; whatever is none of them stays.
"""

from dataclasses import replace

from kippu.guard.personal.merging import Span
from kippu.guard.personal.tongues import abroad, chinese, japanese, korean, latin, uncased
from kippu.guard.personal.tongues.joining import joined
from kippu.regex import regex

_HANGUL = regex(r"[가-힣\s.,!?~]*[가-힣][가-힣\s.,!?~]*")
_HAN = regex("[㐀-鿿]")
_KANA = regex("[ぁ-ゖァ-ヴ]")
_CASED = regex(r"[Ͱ-ϿЀ-ӿ][Ͱ-ϿЀ-ӿ\s.,'’«»-]*")
_WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGINS = frozenset(
    "меня тебя нас вас мне тебе нам вам я ты он она оно мы вы они это этот эта эти тот та те там тут "
    "здесь где когда куда откуда почему "
    "зачем как какой какая "
    "какие кто что чтобы если но а и или да нет не ни на в во с со к по до от за из о об у при для "
    "без под над через завтра "
    "сегодня вчера сейчас потом теперь уже ещё еще очень можно нужно надо пожалуйста спасибо привет "
    "здравствуйте добрый доброе "
    "уважаемый уважаемая уважаемые дорогой дорогая мой моя моё мои наш наша наши ваш ваша ваши его "
    "её их все всё весь вся "
    "каждый после перед скажите расскажите переведите напишите помогите давайте давай хочу могу был "
    "была было были есть будет "
    "прошу поэтому потому также так тоже однако снова иногда всегда никогда часто обычно утром "
    "вечером днём ночью".split()
)
"""Words of Russian that sentences begin with."""
_FIRST_OTHER = "\u0370"
"""The first letter behind those of Latin script."""
_JOINT = regex(r"[ \-'’]*")
_FIRST_KANA = "\u3041"
_TAGGED = 5
"""The trust of what the tagger says."""


def left(text: str, span: Span) -> list[Span]:
    """What remains of a span of a name's kind: the span itself, pieces of it, or nothing."""
    said = text[span.start : span.end]
    places: list[tuple[int, int]] | None = None
    is_japanese = span.trust == _TAGGED and said >= _FIRST_KANA and _KANA.search(text)
    if (
        is_japanese
        and japanese.is_nobody(text, span.start, span.end)
        and not (span.kind == "person" and japanese.is_spoken_of(text, span.start, span.end))
    ):
        return []
    if said < _FIRST_OTHER:
        places = abroad.left(text, span.start, span.end)
        if places is None and span.kind in ("person", "place"):
            places = latin.left(text, span.start, span.end)
        if places is None:
            return [span]
    elif uncased.is_written(said):
        places = uncased.left(text, span.start, span.end)
    elif _HANGUL.fullmatch(said):
        places = korean.left(text, span.start, span.end)
    elif _CASED.fullmatch(said):
        places = _with_capitals(text, span.start, span.end)
    elif _HAN.search(said) and not _KANA.search(said):
        places = chinese.left(text, span.start, span.end)
    if places is None:
        if span.kind != "person":
            return [span]
        if japanese.is_words(text, span.start, span.end):
            return []
        places = [japanese.whole(text, span.start, span.end)]
    return [replace(span, start=start, end=end) for start, end in places]


def _with_capitals(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The words with a capital where others have none: a script that has capitals writes names with one."""
    words = list(_WORD.finditer(text, start, end))
    if not any(word[0][0].isupper() for word in words):
        sentence = text[max(0, start - 200) : end + 200]
        return [] if any(_CASED.match(one) and one.isupper() for one in sentence) else None
    named = (word for word in words if word[0][0].isupper() and word[0].casefold() not in _BEGINS)
    return joined(text, named, _JOINT)
