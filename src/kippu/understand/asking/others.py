"""What is said of what was offered by setting it against the rest: 「短い方」, 「もう一つの方」; and
「なんで？」 of the question itself.

Knows the words that were offered and the calls that they stand for.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.asking_back import which_of
from kippu.understand.text import sentence, tidy
from kippu.understand.when import When, english, japanese

_SURE = 0.97
_WHY: dict[Language, re.Pattern[str]] = {
    "en": regex(r"(?:(?:but|and|oh|um|huh)[, ]+)*why(?: (?:do you ask|are you asking|is that|that|not))?"),
    "ja": regex(
        r"(?:(?:え|は|うん|あの)[、 ]*)*(?:なんで|何で|なぜ|どうして)"
        r"(?:なの|ですか|だ|よ|や|やねん|さ|そうなるの?|そんなことを?聞くの?|聞くの?(?:ですか)?)?"
    ),
}
_BECAUSE: dict[Language, str] = {
    "en": "I wasn't sure from your words alone, so I'd rather ask than do the wrong thing. ",
    "ja": "言葉だけでははっきりしなかったので、まちがえないように確かめています。",
}
_END_JA = (
    r"(?:を|に|で|は|が)?(?:お願い(?:します)?|消して|止めて|とめて|やめて|キャンセル(?:して)?|取り消して|削除(?:して)?|だよ|です|だ|ね|よ|や"
    r"|ください|いい)*"
)
_COMPARED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:um|oh|ok|the)[, ]+)*(?:the )?(?:(?P<less>shorter|shortest|earlier|earliest|sooner|soonest)"
        r"|longer|longest|later|latest)(?: (?:one|1))?(?:,? please)?"
    ),
    "ja": regex(
        r"(?:(?:えっと|あの|じゃあ?)、?)*(?:一番)?(?:(?P<less>短い|みじかい|早い|はやい|先の|前の)|長い|ながい|遅い|おそい|後の|あとの)"
        rf"(?:の)?(?:方|ほう|やつ|の|タイマー|予定|アラーム|リマインダー){_END_JA}"
    ),
}
_OTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(r"(?:(?:no|um|oh)[, ]+)*(?:the )?other(?: (?:one|1))?(?:,? please)?"),
    "ja": regex(
        r"(?:(?:いや|えっと|あの|じゃあ?|それ(?:じゃ|では)なくて?|そっち(?:じゃ|では)なくて?)、?)*"
        r"(?:もう(?:一つ|1つ|ひとつ|一個|1個|片方|一方|一人|1人)|別|他|ほか|違う|そうじゃない)の?(?:方|ほう|やつ|の|人)?"
        + _END_JA
    ),
}
_REST_TOO: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|now|also|ok)[, ]+)*(?:the )?(?:other(?: (?:one|1)s?)?|rest) (?:too|as well)"
        r"(?:,? please)?"
    ),
    "ja": regex(
        r"(?:(?:あと|やっぱり?|じゃあ?|ついでに)、?)*"
        r"(?:もう(?:一つ|1つ|ひとつ|一個|1個|片方|一方)|残り|のこり|他|ほか)の?(?:方|ほう|やつ|の)?(?:全部)?も"
        + _END_JA
    ),
}
_LETS_IN = (".unlock", ".open")


def asked_why(turn: Turn) -> Meaning | None:
    """The open question once more, with the reason why it is asked; None for any other sentence."""
    if not turn.asked or not turn.history or turn.outside or not _says(_WHY, turn):
        return None
    question = turn.history[-1].text
    if question.startswith(_BECAUSE[turn.language]) or not question.rstrip().endswith(("?", "？", "。", ".")):
        return None
    return Meaning(
        "cues", _SURE, question=_BECAUSE[turn.language] + question, proposed=turn.asked, choices=turn.offered
    )


def set_against(turn: Turn) -> Meaning | None:
    """The shorter or later one of what was offered; the question again for "the other one", while none was
    named yet; and the rest of what was offered, right behind the one that was chosen."""
    if turn.outside:
        return None
    if not turn.asked:
        rest = _rest(turn) if _says(_REST_TOO, turn) else ()
        return Meaning("cues", _SURE, rest) if rest else None
    if len(turn.offered) < 2:
        return None
    if compared := _says(_COMPARED, turn):
        sizes = [_size(words, turn) for words in turn.offered]
        known = [size for size in sizes if size is not None]
        if len(known) == len(sizes):
            wanted = min(known) if compared["less"] else max(known)
            if known.count(wanted) == 1:
                return Meaning("cues", _SURE, (turn.asked[known.index(wanted)],))
    elif not _says(_OTHER, turn):
        return None
    question = which_of(turn.offered, turn.language)
    return Meaning("cues", _SURE, question=question, proposed=turn.asked, choices=turn.offered)


def _rest(turn: Turn) -> tuple[Call, ...]:
    """What was offered besides the one that was chosen in the turn before."""
    done, choices = turn.earlier[0] if len(turn.earlier) == 1 else None, turn.choices
    if done is None or len(choices) < 2 or any(call.tool != done.tool for call in choices):
        return ()
    others = tuple(call for call in choices if not call.arguments.items() <= done.arguments.items())
    lets_in = done.tool.endswith(_LETS_IN)
    return others if len(others) == len(choices) - 1 and not lets_in else ()


def _size(words: str, turn: Turn) -> float | None:
    """How long what is offered takes, or when it is; None where that isn't told, or both are."""
    head = words.partition("（")[0].partition("(")[0]
    find = japanese if turn.language == "ja" else english
    lengths, moments = _measured(find.find(head, turn.at))
    if not lengths and not moments:
        lengths, moments = _measured(find.find(words.replace("（", " ").replace("）", ""), turn.at))
    if len(lengths) == 1 and not moments:
        return lengths[0]
    return moments[0].timestamp() if len(moments) == 1 and not lengths else None


def _measured(found: Sequence[When]) -> tuple[list[float], list[datetime]]:
    lengths = [one.duration.length.total_seconds() for one in found if one.duration]
    return lengths, [one.at for one in found if one.at and not one.duration]


def _says(patterns: dict[Language, re.Pattern[str]], turn: Turn) -> re.Match[str] | None:
    said = tidy(turn.text).strip(" .!?,。！？、")
    return patterns[turn.language].fullmatch(sentence(said, turn.language).casefold())
