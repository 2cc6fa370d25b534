"""What needs no reading: a text to work on, no words at all, thanks, a word that only stops something."""

import re

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn, pasted
from kippu.understand.follow import Morning, cancel, goes_on_telling
from kippu.understand.mending.same_breath import withdrawn
from kippu.understand.mending.soon_enough import names_a_time
from kippu.understand.outright.broken_off import broken_off, broken_off_ja
from kippu.understand.outright.put_down import put_down
from kippu.understand.outright.unmeant import dropped, hushes, thanks
from kippu.understand.reading import TEMPLATE, fixed
from kippu.understand.text import has_words, sentence, speaks_of_what_came, tidy, to_summarise, to_work_on
from kippu.understand.text.tongue import chinese

_THUMBS = {
    "👍": "yes", "👌": "yes", "🙆": "yes", "⭕": "yes", "✅": "yes", "👎": "no", "🙅": "no", "❌": "no",
}  # fmt: skip


_NEVER_MIND = regex(
    r"(?:(?:oh|ah|no|actually|wait|sorry)[, ]+)*(?:never ?mind|(?:i(?:'ve)? )?changed my mind"
    r"|(?:on second thoughts?,? )?(?:no,? )?(?<=[a-z, ] )(?:don't|do not)"
    r"|(?:don't|do not) (?:do (?:it|that)|bother))"
    r"(?: after all| please| then)*[.!]*"
    r"|(?:あ、?|ごめん、?|いや、?|うーん、?)*(?:やっぱり?、?(?:いい|やめ(?:た|る|とく|ておく"
    r"|とこう|にする)|なし(?:で|に)?|大丈夫)"
    r"|もういい)(?:や|です|わ|よ|ね|にして|ください)*[。!]*",
    re.IGNORECASE,
)
_SAID_OTHERWISE = regex(
    r"(?:please |can you |could you |now )*(?:say|repeat|translate|write|put|tell me) (?:that|this|it)"
    r"(?: again)? (?:in|into|to) [a-z]+(?: please)?[?.!]*"
    r"|(?:それ|これ|今の)を?(?:英語|日本語|[ァ-ヴー一-龥]{1,6}語)(?:で|に)(?:言っ|訳し|翻訳し|書い)て.*",
    re.IGNORECASE,
)
"""Is said once more in another language, and no language is set."""
_UNHEARD = regex(
    r"(?:(?:oh|um+|uh|sorry)[, ]+)?(?:(?:what|huh|eh|say what|pardon(?: me)?)[?!. ]*"
    r"|(?:sorry|excuse me|hm+|what now|what did you say|wait,? what|i'm sorry)\?+)"
    r"|(?:え+っ?|ん+|は|なん|何|なん?て|何て)(?:て|だって|って)?[?？]+",
    re.IGNORECASE,
)
"""Asks for nothing but what was just said: it was not heard."""
_CANCEL = regex(
    r"(?:(?:please|ok|okay|oh) )*cancel(?: (?:it|that))?(?: please)?[.!]*"
    r"|(?:やっぱり?、?)?(?:それ、?|それを)?(?:キャンセル|取り消し|取消し?|中止)(?:で|し(?:て|ます|たい))?(?:お願い(?:します)?|ください|です|ね|よ)*[。!！]*",
    re.IGNORECASE,
)
"""Behind nothing that could be cancelled."""
_WAITS = frozenset({"timers.start", "timers.repeat", "alarms.set", "reminders.add"})
"""What "never mind" takes back right behind it; behind what was done it is no more than a word."""


def at_a_glance(turn: Turn) -> Meaning | None:
    """Its meaning, or None where it has to be read."""
    if kept := put_down(turn):
        return kept
    brought = turn.outside and speaks_of_what_came(turn.text)
    if turn.schema or pasted(turn.text) or brought or to_summarise(turn.text) or to_work_on(turn.text):
        return Meaning("talk", 0.9)
    if not has_words(turn.text):
        return _wordless(turn)
    if not sentence(turn.text, turn.language):
        return fixed("about.hearing")
    if not turn.outside and (more := _broken_off(turn)):
        return more
    if never_minded := _taken_back(turn):
        return never_minded
    if withdrawn(tidy(turn.text), turn.language) and not _is_put_off(turn):
        return fixed("help.never_mind")
    if turn.rings and not turn.asked and hushes(tidy(turn.text), turn.language, turn.earlier):
        return Meaning("template", TEMPLATE, (Call("alarms.cancel"),))
    if (turn.earlier or turn.history) and _UNHEARD.fullmatch(tidy(turn.text)):
        return fixed("history.again")
    if not (turn.earlier or turn.asked or turn.rings) and _CANCEL.fullmatch(tidy(turn.text)):
        return fixed("about.nothing_to_cancel")
    return _in_passing(turn)


def _in_passing(turn: Turn) -> Meaning | None:
    """Thanks, and what is plainly told or said to nobody."""
    said = tidy(turn.text)
    if thanks(said, turn.language):
        return fixed("about.thanks")
    if _SAID_OTHERWISE.fullmatch(said) or dropped(said, turn.language) or goes_on_telling(turn):
        return Meaning("talk", 0.9)
    return fixed("about.foreign") if chinese(said) else None


def _is_put_off(turn: Turn) -> bool:
    return turn.language == "ja" and names_a_time(sentence(turn.text, "ja"), turn.at)


def _broken_off(turn: Turn) -> Meaning | None:
    if turn.language == "en":
        return broken_off(tidy(turn.text))
    return None if turn.asked else broken_off_ja(tidy(turn.text))  # 「牛乳を」 may be the reply


def _taken_back(turn: Turn) -> Meaning | None:
    """What waits since the turn before, and is not wanted any more."""
    last = turn.earlier[-1] if turn.earlier and not (turn.asked or turn.talked) else None
    if last is None or last.tool not in _WAITS or not _NEVER_MIND.fullmatch(tidy(turn.text)):
        return None
    if (morning := Morning.of(turn.earlier, turn.at)) and morning.whole:
        return Meaning("template", TEMPLATE, morning.cancelled())
    call = cancel(last)
    return Meaning("template", TEMPLATE, (call,)) if call else None


def _wordless(turn: Turn) -> Meaning:
    """Emoji and punctuation alone: a thumb may be the reply to a question."""
    thumb = next((_THUMBS[character] for character in turn.text if character in _THUMBS), None)
    if turn.asked and thumb:
        calls = tuple(turn.asked) if thumb == "yes" and len(turn.asked) == 1 else (Call("help.never_mind"),)
        return Meaning("template", TEMPLATE, calls)
    return fixed("about.wordless")
