"""Whose word counts where the readers and free speech differ."""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.cues import Frame, Index
from kippu.understand.cues.mentions import stem
from kippu.understand.free import Opinion, against
from kippu.understand.free.clauses_ja import shorter
from kippu.understand.free.mood import asks
from kippu.understand.reading import PLAIN
from kippu.understand.text import tidy

_KEPT = regex(r"リマインダー|リマインド|連絡先|電話帳")
"""Names what is kept here, and no thing of the home."""
_OPEN_WORDED = frozenset({"lists.add", "lists.check", "lists.remove"})
_STATED = regex(
    r"(?:\b(?:is|are|was|were|isn't|aren't)|'s|'re)(?: (?:now|still|already|not|all))* "
    r"(?:open|closed|shut|on|off|locked|unlocked|running)\b",
    re.IGNORECASE,
)
"""How a thing is, and no order: "the garage is open"."""
_ORDERS_IN = regex(r"(?:ますか|ませんか|ください|[てで](?:ね|よ|くれ)?)[、 ]")
"""An order in what was taken for an item's name: 「シャッターを閉めていただけますか、出庫は済みました」."""
_TICKED = regex(r"買|リスト|チェック|済|完了|片付|やること|タスク")
"""Tells of a list's item in its own words."""
_REFUSALS = frozenset({"about.which", "about.unclear", "about.no_such_thing"})


def is_open(meaning: Meaning, turn: Turn) -> bool:
    """True where the encoder may know better: words taken as they come, some unexplained, or nothing done."""
    if turn.asked or turn.earlier:
        return False
    if _is_figure(meaning):
        return turn.language == "ja"
    if turn.language == "ja" and meaning.by == "cues" and _KEPT.search(turn.text):
        return True  # 「植木の水やりのリマインダーを消して」 is for no sprinkler
    if meaning.confidence >= PLAIN:
        return False  # what there surely isn't, too, is not to be another thing
    return refuses(meaning) or bool(meaning.calls or meaning.proposed or meaning.question)


def overruled(
    meaning: Meaning, heard: Opinion, again: Callable[[str], Meaning | None], frame: Frame
) -> Meaning | None:
    """What free speech makes of it where it knows better."""
    if _is_figure(meaning):
        return against.insists(heard, again) or meaning
    if _only_told(meaning, heard):
        return heard.meaning(again)
    if against.doubts(heard, meaning) or refuses(meaning):
        better = heard.meaning(again)
        if refuses(meaning):  # what there is not is better said than asked for
            asks = better and better.question and meaning.calls[0].tool == "about.unclear"
            return better if better and (asks or better.calls or better.proposed) else meaning
        return better
    if against.contradicts(heard, meaning):
        better = heard.meaning(again)
        is_item = all(call.tool.startswith("lists.") for call in meaning.calls)  # any words could be one
        return better if better and (better.calls or better.proposed or is_item) else meaning
    if not meaning.question:
        clean = shorter(meaning, heard.meaning(again)) if heard.turn.language == "ja" else None
        return clean or against.fuller(heard, meaning, again) or meaning
    return (
        against.plays(heard, again)
        or against.presses(heard, meaning, again)
        or against.confirms(heard, meaning, again, frame)
        or against.instead(heard, meaning, again)
        or meaning
    )


def _only_told(meaning: Meaning, heard: Opinion) -> bool:
    """Whether a tale or an order in Japanese was taken for the end of a task: 「やっと仕事終わった」."""
    ticks = bool(meaning.calls) and all(call.tool == "lists.check" for call in meaning.calls)
    if ticks and any(_ORDERS_IN.search(str(call.arguments.get("item", ""))) for call in meaning.calls):
        return heard.turn.language == "ja"
    told = heard.turn.language == "ja" and heard.surely_talk
    return ticks and told and not _TICKED.search(heard.turn.text)


def surely_not(
    told: Meaning | None, heard: Opinion | None, again: Callable[[str], Meaning | None]
) -> Meaning | None:
    """That there is no such thing, or that it is unclear what is meant; what is surely heard instead, where
    the readers know its names: "the kids' room blinds" where one thing of the home is called so."""
    stated = heard is None or _STATED.search(heard.turn.text) or asks(heard.turn.text, heard.turn.language)
    better = against.insists(heard, again) if heard and told and refuses(told) and not stated else None
    if better is None or any(call.tool in _REFUSALS for call in (*better.calls, *better.proposed)):
        return told
    return better


def believed(found: Meaning | None, heard: Opinion | None) -> Meaning | None:
    """What was read once the sentence was put otherwise; not an item of a list, of which any words could be
    one, where Japanese is surely heard as talk or as another tool."""
    if found is None or heard is None or heard.turn.language != "ja":
        return found
    item = bool(found.calls) and all(call.tool in _OPEN_WORDED for call in found.calls)
    other = (
        (heard.surely_talk and against.doubts(heard, found))
        or _only_told(found, heard)
        or against.contradicts(heard, found)
    )
    home = found.by == "cues" and bool(_KEPT.search(heard.turn.text)) and against.doubts(heard, found)
    return None if home or (item and other) else found


def as_heard(heard: Meaning | None, told: Meaning | None) -> Meaning | None:
    """What free speech makes of it; where what is named is not there, neither the question what is meant, nor
    the one robot there is, which was not named."""
    if heard is None or told is None or [call.tool for call in told.calls] != ["about.no_such_thing"]:
        return heard
    asks = heard.question is not None and not heard.proposed
    return told if asks or {call.tool for call in heard.calls} == {"home.start"} else heard


def there_is_none(asked: Meaning | None, heard: Opinion, frame: Frame, index: Index) -> Meaning | None:
    """That there is no kettle, instead of the question what to turn on: that was said. The meaning as it is
    where the home has anything that is called by one of the words."""
    what = heard.device
    if asked is None or not asked.question or asked.proposed or not what:
        return asked
    words = {stem(word) for word in what.casefold().split()}
    if not words <= set(frame.leftover) or index.things_with(words):
        return asked
    return Meaning("layer", asked.confidence, (Call("about.no_such_thing", {"what": what}),))


_SEQUEL: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:and|or|what about|how about|and what about)\b(?: (?:in|to|into|for|the"
        r"|some))*(?: [\w'-]+){1,3}[?!. ]*"
    ),
    "ja": regex(r"(?:じゃあ?、?|では、?|あと、?)?[^、。]{1,10}?(?:は|も|にも|では|だと|なら)[?？。]*"),
}
_ORDERS = regex(
    r"\b(?:add|put|buy|get|need|list|speak|answer|talk|language|switch|change|set)\b", re.IGNORECASE
)


def strays(meaning: Meaning | None, turn: Turn) -> bool:
    """Whether free speech makes of a short sequel what nobody spoke of: of "what about pints" after a
    conversion something to be bought, of "and to japanese" after a translation a language to be set."""
    text = tidy(turn.text).casefold()
    if meaning is None or not _SEQUEL[turn.language].fullmatch(text) or _ORDERS.search(text):
        return False
    skills = {call.tool.partition(".")[0] for call in (*meaning.calls, *meaning.proposed)}
    before = {call.tool.partition(".")[0] for call in turn.earlier}
    return bool(turn.earlier or turn.after_talk) and bool(skills & {"lists", "settings"} - before)


_LETTER = regex(r"[一-龠々ァ-ヴー]")
_SAYS_LITTLE = frozenset("今何日時分個一見言私的々ー")
_SURELY = 0.75
"""Chance from which a question is no guess."""


def far_fetched(meaning: Meaning | None, turn: Turn) -> bool:
    """Whether free speech only guesses at what the words of a Japanese sentence don't name: the dice behind
    「えーもう一個」, the plans of the day behind 「ひまー」. Of the home one may speak so, as by 「寒い」."""
    if turn.language != "ja" or meaning is None or meaning.by != "layer" or meaning.confidence >= _SURELY:
        return False
    if not meaning.proposed or any(call.tool.startswith("home.") for call in meaning.proposed):
        return False
    if any(call.tool == "clock.time" for call in meaning.proposed) and _FIGURE.search(tidy(turn.text)):
        return True  # who says an hour asks for none
    asked = set(_LETTER.findall(meaning.question or "")) - _SAYS_LITTLE
    return not asked & set(_LETTER.findall(tidy(turn.text)))


_FIGURE = regex(r"\d")


def _is_figure(meaning: Meaning) -> bool:
    """Taken for talk by its words alone, as 「手がふさがってる」 is; what follows may ask for something."""
    return meaning.by == "talk" and not meaning.talk


def refuses(meaning: Meaning) -> bool:
    """Whether all of it only says that there is no such thing, or that it isn't clear."""
    return bool(meaning.calls) and all(call.tool in _REFUSALS for call in meaning.calls)
