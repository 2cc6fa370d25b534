"""What a short sentence means right after a command: "cancel that", "add two minutes", "more", "undo".

Works on the calls of the turn before, by what they were; names of the home are the other readers' affair.
"""

from collections.abc import Callable, Mapping, Sequence

from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.lists import of_list, of_note
from kippu.understand.follow.phrases import IT_JA, THAT, en, ja
from kippu.understand.follow.several import of_several
from kippu.understand.follow.steps import one_step
from kippu.understand.follow.timers import timer
from kippu.understand.follow.undoing import cancel, switched_off, timer_of, undo

_CANCEL = {
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
_OFF = {
    "en": en(rf"turn off {THAT}|(?:turn|switch) {THAT} off"),
    "ja": ja(rf"(?:もう|全部|すぐ)?{IT_JA}(?:消し|けし)"),
}
"""What cancels a timer or a note, and switches off a light."""
_UNDO = {
    "en": en(
        rf"undo(?: {THAT}| what you did| the last (?:one|thing|command|change))?|revert(?: {THAT})?|"
        rf"scratch {THAT}|"
        rf"take (?:it|that) back|put (?:it|that|them|everything) back(?: (?:the way|how|as|like) (?:it|"
        rf"they) (?:was|were))?|"
        r"(?:set|change|turn|switch) (?:it|that|them) back|go back|back (?:to|as) (?:how )?it was|"
        r"i didn't mean that|(?:make it )?(?:as|like|how) it was(?: before)?"
    ),
    "ja": ja(
        r"(?:それ|今の|さっきの)?(?:を|は)?(?:元(?:の状態|通り|どおり)?に?(?:戻し)?|元(?:通り|"
        r"どおり)(?:にし)?|戻し|取り消し|なかったことにし|前の状態に(?:戻し|し))|(?:今|いま|さっき)のは?(?:なし|ナシ|無し|やめ)(?:に?し|で)?"
    ),
}
_AGAIN = {
    "en": en(r"(?:do (?:it|that) )?(?:again|once more|one more time)|repeat that"),
    "ja": ja(r"もう(?:一度|一回|1回|1度)(?:やっ|し)?|くり返し|繰り返し"),
}
_ANOTHER = {
    "en": en(
        r"(?:(?:give|show|make|draw) (?:me )?)?(?:another(?: one)?|(?:one|1) more|a (?:different|new) one)"
    ),
    "ja": ja(
        r"(?:もう(?:一枚|1枚|一つ|1つ|ひとつ|一個|1個)|(?:別|違う|他)の(?:も|を)?)(?:見せ|作っ|お願い|描い|かい)?"
    ),
}
"""One more picture of what was just drawn."""


def follow(text: str, language: Language, earlier: Sequence[Call], frame: Frame) -> tuple[Call, ...]:
    """The calls that the sentence (as ``text.sentence`` gives it) stands for; none when it is no sequel."""
    if not earlier:
        return ()
    folded, last = text.casefold(), earlier[-1]
    skill = last.tool.partition(".")[0]
    if skill == "home" and _OFF[language].match(folded):
        return switched_off(earlier)
    if last.arguments.get("command") and _OFF[language].match(folded) and earlier[0].tool.startswith("home."):
        done = [call for call in earlier if call.tool.startswith("home.")]
        return (*switched_off(done), Call("timers.cancel", timer_of(last)))
    if _UNDO[language].match(folded) or (_CANCEL[language].match(folded) and skill in {"home", "lists"}):
        undone = tuple(back for call in reversed(earlier) if (back := undo(call)))
        return undone if len(undone) == len(earlier) else (Call("about.no_way_back"),)
    if _CANCEL[language].match(folded) and (call := cancel(last)):
        return (call,)
    if chosen := of_several(folded, language, earlier):
        return follow("turn off it" if language == "en" else "それを消して", language, [chosen], frame)
    if _AGAIN[language].match(folded) and skill in {"home", "math"}:
        return tuple(earlier)
    if skill == "pictures" and (_AGAIN[language].match(folded) or _ANOTHER[language].match(folded)):
        return (Call("pictures.again"),)
    by_skill: Mapping[str, Callable[..., Call | None]] = {
        "timers": timer, "lists": of_list, "notes": of_note, "home": one_step,
    }  # fmt: skip
    found = by_skill[skill](folded, language, last, frame) if skill in by_skill else None
    return (found,) if found else ()
