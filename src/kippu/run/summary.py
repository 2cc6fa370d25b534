"""What is asked for as a summary, and what is said where there is nothing to leave out.

A model too small for a summary in its own words makes up half of what it says: in its place the text's own
sentences are said (``gist.py``). Knows texts, and nothing of models.
"""

import re
from dataclasses import dataclass

from kippu.regex import regex
from kippu.run.gist import gist
from kippu.run.sentences import length, sentences
from kippu.turn import Language, Rung, Turn
from kippu.understand.text import to_summarise

_WISH = regex(
    r"\b(?:summar(?:i[sz]e|y|ies)|sum (?:it|this|that) up|shorten|tl;?dr|in (?:short|brief)|main points?"
    r"|gist)\b|要約|まとめ|短くして|かいつまんで|概要|要点",
    re.IGNORECASE,
)
_BARE = regex(
    r"(?:(?:please |can you |could you )*(?:summari[sz]e|sum up|shorten)(?: (?:it|this|that|the text))?"
    r"(?: please)?"
    r"|(?:これを?|それを?|この?文章を?)?(?:要約|短く)(?:して)?(?:ください|下さい|くれる)?)[ .!?。？]*",
    re.IGNORECASE,
)
"""The wish and no more."""
_OTHERWISE = regex(
    r"\b(?:don't|do not|not|instead of|translat\w+"
    r"|in (?:french|german|spanish|japanese|italian|one|two|three|\d+))\b"
    r"|ないで|翻訳|訳して|英語で|日本語で|[一二三四五1-9](?:文|行|言|つ)で|意味|とは",
    re.IGNORECASE,
)
"""Asks for no summary, or for one of a kind that the text's own sentences are not."""
_COUNT = regex(
    r"\b(?:in|into|to|as) (?:just |only )?(?P<en>a single|one|two|three|four|five|[1-5]) "
    r"(?:short |simple |plain )?(?:sentences?|lines?|(?:bullet )?points?)\b"
    r"|(?P<ja>[一二三四五1-5])(?:文|行)で",
    re.IGNORECASE,
)
"""How many sentences are wanted."""
_NUMBERS = {
    "a single": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5,
}  # fmt: skip
_PLAIN = 30
"""Characters of a wish that asks for nothing beside, however short the text is."""
_ENDS = '.!?…。！？"”’)]」』）'
_SHORT, _LONG = 40.0, 80.0
"""Words of a text that needs no summary; a single sentence may have the more."""


def wanted(turn: Turn) -> str:
    """The text of which a summary is asked for: what came along, or stands in the sentence; or none."""
    if turn.schema:
        return ""
    if turn.outside:
        wish = _COUNT.sub("", turn.text)
        plain = len(turn.text) < max(len(turn.outside), _PLAIN) and not _OTHERWISE.search(wish)
        return turn.outside if plain and _WISH.search(turn.text) else ""
    return to_summarise(turn.text)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is said, and a word beside it."""

    text: str
    note: str = ""


def without_a_model(turn: Turn, rung: Rung) -> Summary | None:
    """The answer, where a summary is asked for and the model of this rung can't write one; None elsewhere."""
    if has_nothing(turn):
        return Summary(_of_what(turn.language))
    if rung != "pocket" or not (text := wanted(turn)):
        return None
    most = _how_many(turn.text)
    if is_short(text) and (most is None or len(sentences(text)) <= most):
        return Summary(_as_it_is(text, turn.language))
    said = gist(text, most)
    return Summary(_joined(said), _note(turn.language)) if said else None


def _how_many(said: str) -> int | None:
    match = _COUNT.search(said)
    number = (match["en"] or match["ja"]).casefold() if match else ""
    return (_NUMBERS.get(number) or int(number)) if match else None


def has_nothing(turn: Turn) -> bool:
    """Whether a summary is asked for, and of nothing that anybody could read."""
    return not (turn.outside or turn.history) and _BARE.fullmatch(turn.text.strip()) is not None


def is_short(text: str) -> bool:
    """Whether there is nothing to leave out of it."""
    whole = sentences(text)
    return len(gist(text)) == len(whole) and (
        length(text) <= _SHORT or (len(whole) == 1 and length(text) <= _LONG)
    )


def _of_what(language: Language) -> str:
    if language == "ja":
        return "何を要約しますか？ 続けて文章を貼るか、`cat 手紙.txt | kippu ask 要約して` で渡してください。"
    return "Summarise what? Paste a text behind it, or pipe one in: `cat letter.txt | kippu ask summarise`."


def _as_it_is(text: str, language: Language) -> str:
    said = " ".join(text.split())
    return f"もう十分に短い文章です: {said}" if language == "ja" else f"That is as short as it gets: {said}"


def _joined(said: list[str]) -> str:
    """Sentences as one text, in the way of their writing; lines of notes stay lines."""
    if not all(one[-1] in _ENDS for one in said):
        return "\n".join(f"- {one}" for one in said)
    return "".join(one if one[-1] in "。！？」』）" else f"{one} " for one in said).strip()


def _note(language: Language) -> str:
    """Whose words these are."""
    if language == "ja":
        return "文章からそのまま選んだ文です。いまのモデルは、自分の言葉で正しくまとめるには小さすぎます。"
    return (
        "Sentences of the text itself, chosen without a model: the one here is too small to put it rightly "
        "in its own words."
    )
