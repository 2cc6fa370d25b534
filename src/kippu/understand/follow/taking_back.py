"""Whether a sentence takes back what was done last, in this conversation or where it was said: "undo".

Knows what was done as the record tells it, once it is done; within one sentence ``follow`` takes back.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Deed, Language
from kippu.understand.follow.phrases import IT_JA, THAT, en, ja, may_mean
from kippu.understand.follow.stopping import stopped
from kippu.understand.follow.undoing import undo_all

CANCEL = {
    "en": en(
        rf"(?:cancel|stop|delete|remove|scrap|clear|dismiss|discard|erase|get rid of|forget|turn off) "
        rf"{THAT}|cancel|"
        r"delete|scrap that"
    ),
    "ja": ja(
        rf"{IT_JA}(?:キャンセル|取り消し?|とりけし|取消|削除|消し|やめ|中止|なし|取りやめ)(?:に|"
        rf"し)*"
    ),
}
_SOFTLY = {
    "en": en(
        r"(?:i(?:'ve)? )?changed my mind|(?<=[ ,])(?:don't|do not)|(?:don't|do not) (?:do (?:it|that)|bother)"
    ),
    "ja": ja(rf"{IT_JA}(?<=.)やめ(?:た|る|とく|ておく|とこう|にする)(?:わ)?"),
}
"""A change of mind, by which no lock is opened again."""
_NEEDLESS = ja(rf"{IT_JA}(?:もう)?(?:いらない|要らない|いらなくなった)(?:です|や|わ|かな)?")
_OVER = regex(
    r"(?:あ、?)?(?:もう)?[^、。]{1,10}?(?:[っいん]た|[っん]だ|けた|えた|きた|した)から(?:、|もう)*(?:いい|大丈夫|(?:い|要)らない|やめて?)(?:や|です|よ|わ)*"
)
"""Says of what is to ring that its moment is over: 「もう焼けたからいいや」."""
_RINGS = frozenset({"timers.start", "alarms.set", "reminders.add"})
_WANTED = frozenset({
    "lists.add", "timers.start", "timers.repeat", "timers.add", "alarms.set", "alarms.snooze",
    "reminders.add", "calendar.add", "notes.add", "home.turn_on", "home.set_mode", "home.play",
})  # fmt: skip
"""What brings or begins something, which can be no more wanted; nobody wants a lock opened by that word."""
OFF = {
    "en": en(rf"turn off {THAT}|(?:turn|switch) {THAT} off"),
    "ja": ja(rf"(?:もう|全部|すぐ)?{IT_JA}(?:消し|けし)"),
}
"""What cancels a timer or a note, and switches off a light."""
_BEFORE_EN = (
    r"(?:the way|how|as|like|to what|to how|to where|to the way) (?:it|they|things) (?:was|were)(?: before)?"
)
UNDO = {
    "en": en(
        rf"(?:never ?mind[, ]+)?undo(?: (?:{THAT}|both|all|everything|all of (?:it|that|them))|"
        rf" (?:the|my) last (?:one|thing|commands?|change|two))?(?: (?:what )?(?:you|i)(?: just)? did)?|"
        rf"revert(?: {THAT})?|scratch {THAT}|"
        rf"(?:take|put|set|change|turn|switch) (?:it|that|them|both|everything) back(?: {_BEFORE_EN})?|"
        rf"(?:go )?back (?:to|as) (?:how )?(?:it|they|things) (?:was|were)|go back|go {_BEFORE_EN}|"
        rf"i didn't mean that|(?:make it |leave it )?{_BEFORE_EN}"
    ),
    "ja": ja(
        r"(?:それ|今の|さっきの|全部|両方|どっちも)?(?:を|は|も)?(?:元|もと)(?:の[^、。にへ]{1,6}|通り|どおり|の状態)?(?:に|へ)?"
        r"(?:(?:戻|もど)し|し)?|戻し|取り消し|(?:今の)?なし(?:で|に)?|なかったことにし|"
        r"(?:さっき|前|直前)(?!の?(?:曲|歌|トラック|チャンネル))の?(?:[^、。にへ]{1,6})?に(?:戻し|もどし|し)|"
        r"(?:今|いま|さっき)のは?(?:なし|ナシ|無し|やめ)(?:に?し|で)?"
    ),
}
_LATER = {
    "en": en(
        r"not now|(?:(?<=no, )|(?<=no )|(?<=actually )|(?<=actually, )|(?<=wait, ))later"
        r"|(?:maybe |rather |do (?:it|that) )later|later (?:is|will be) (?:fine|better)"
    ),
    "ja": ja(
        r"(?:(?:(?<=やっぱり)|(?<=やっぱ)|(?<=やっぱり、))(?:後で|あとで|また今度)|(?:後で|あとで|また今度で?)(?:いい|やる|する|頼む|大丈夫))(?:や|です|わ)*"
    ),
}
"""Puts off what was just done: nothing of it is wanted now."""
RESTORE = en(rf"restore (?:{THAT}|both|everything)(?: {_BEFORE_EN})?")
"""Of a list it brings back what was taken off."""
_PLAINLY = {
    "en": en(
        rf"(?:never ?mind[, ]+)?undo(?: .*)?|revert(?: {THAT})?|scratch that|take (?:it|that) back|"
        rf"i didn't mean that"
    ),
    "ja": ja(
        r"(?:それ|今の|さっきの|全部|両方)?(?:を|は|も)?(?:元|もと)(?:通り|どおり|の状態)?(?:に|へ)(?:戻|もど)し|"
        r"(?:今の|さっきの|それ)(?:を|は)?取り消し|(?:それ|今の|さっきの)?(?:を|は)?なかったことにし"
    ),
}
"""Words for that alone, also where nothing was done."""
_NOT_THAT = regex(
    r"undo (?:the |my )?(?!the |my |last|that|it|this|all|both|everything|what|please|again)\w+"
)
""" "Undo the lock": something else is meant."""
_NEARBY = frozenset({"home", "lists"})
"""Skills whose commands "cancel that" takes back; what others set, it cancels itself."""


def needless(folded: str, language: Language) -> bool:
    """Whether it says that something isn't wanted any more: 「もういらない」."""
    return language == "ja" and _NEEDLESS.match(folded) is not None


def is_wanted(earlier: Sequence[Call]) -> bool:
    """Whether all that was done before brought or began something."""
    return all(
        call.tool in _WANTED or (call.tool, call.arguments.get("command")) == ("home.media", "play")
        for call in earlier
    )


def is_cancelled(folded: str, language: Language, earlier: Sequence[Call]) -> bool:
    """Whether it says that what was done, or is planned, shall not be."""
    softly = _SOFTLY[language].match(folded) is not None
    over = language == "ja" and _OVER.fullmatch(folded) and all(one.tool in _RINGS for one in earlier)
    return (
        bool(over)
        or CANCEL[language].match(folded) is not None
        or (softly and not any(map(_lets_in, earlier)))
    )


def _lets_in(call: Call) -> bool:
    return call.tool == "home.lock"


def _can_wait(earlier: Sequence[Call]) -> bool:
    """Whether all that was done was of the home, and nobody is let in by its end."""
    return all(call.tool.startswith("home.") and not _lets_in(call) for call in earlier)


def taking_back(
    text: str, language: Language, earlier: Sequence[Call], deed: Deed | None
) -> tuple[Call, ...]:
    """What takes back the ``deed``, and says which that is; none where the sentence asks for no such thing.

    ``text`` as ``text.sentence`` gives it; ``earlier``: the calls of the turn before.
    """
    folded = text.casefold()
    last = earlier[-1].tool.partition(".")[0] if earlier else ""
    if earlier and stopped(folded, language, earlier[-1]):
        return ()
    asked = UNDO[language].match(folded) is not None
    if deed is None:
        plainly = _PLAINLY[language].match(folded) and not _NOT_THAT.search(folded)
        return (Call("about.nothing_to_undo"),) if plainly or (asked and earlier) else ()
    asked = asked or (last == "home" and RESTORE.match(folded) is not None)
    if not asked and last in _NEARBY and tuple(earlier) == deed.calls and not OFF[language].match(folded):
        off_the_list = last == "lists" and needless(folded, language) and is_wanted(earlier)
        cancelled = is_cancelled(folded, language, earlier) or off_the_list
        asked = cancelled and may_mean(folded, earlier[-1].tool)
        asked = asked or (_LATER[language].match(folded) is not None and _can_wait(earlier))
    if not asked:
        return ()
    back = undo_all(deed.calls, deed.undo)
    if not back:
        return (Call("about.no_way_back"),)
    return (Call("history.take_back", {"turn": deed.turn, "said": deed.said}), *back)
