"""What is said of a routine that there is: to be told what it does, or to be forgotten."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kippu.names import Routine
from kippu.turn import Call, Language
from kippu.understand.text import tidy

_TOLD: dict[Language, str] = {
    "en": (
        r"(?:and )?(?:what (?:does|will|would) [\"']?{0}[\"']?(?: routine)? do"
        r"|what happens (?:when|if) i say [\"']?{0}[\"']?"
        r"|what(?:'s| is) (?:in )?(?:the |my )?[\"']?{0}[\"']?(?: routine)?"
        r"|what do you do (?:when|if) i say [\"']?{0}[\"']?)"
    ),
    "ja": (
        r"「?{0}」?(?:の?(?:ルーティン|ルーチン))?(?:って言ったら|と言ったら|は|って|で|だと)?"
        r"(?:何|なに)を?(?:する|してくれる|します|やる)(?:の|か|んだっけ|っけ|ん)*(?:ですか)?"
    ),
}
_FORGOTTEN: dict[Language, str] = {
    "en": (
        r"(?:please )?(?:forget|delete|remove|erase|drop|get rid of) (?:about )?(?:the |my )?"
        r"[\"']?{0}[\"']?(?: routine)?(?: please)?"
    ),
    "ja": (
        r"「?{0}」?(?:の?(?:ルーティン|ルーチン))?(?:を|は)?"
        r"(?:忘れて|消して|削除(?:して)?|なくして|やめて)(?:ください|いいよ|ね)*"
    ),
}


def spoken_of(text: str, language: Language, routines: Sequence[Routine]) -> Call | None:
    """The call that tells of a routine or forgets it; None where none is spoken of."""
    plain = tidy(text).strip(" .,!?。、！？").casefold()
    for routine in routines:
        name = re.escape(tidy(routine.name).casefold())
        if _pattern(_TOLD[language], name).fullmatch(plain):
            return Call("routines.list", {"name": routine.name})
        if not routine.layer and _pattern(_FORGOTTEN[language], name).fullmatch(plain):
            return Call("routines.remove", {"name": routine.name})
    return None


_THAT = {
    "en": re.compile(
        r"(?:(?:actually|oh|ok|okay|please|and)[, ]+)*(?:forget|delete|remove|erase|drop|get rid of|cancel)"
        r" (?:about )?(?:that|this|the|my new)(?: new)? routine(?: again)?(?:,? please)?"
    ),
    "ja": re.compile(
        r"(?:やっぱり?|、)*(?:その|この|今の|さっきの)(?:ルーティン|ルーチン)(?:を|は)?"
        r"(?:忘れて|消して|削除(?:して)?|なくして|やめて|取り消して)(?:ください|いいよ|ね)*"
    ),
}


def that_one(text: str, language: Language, turns: Sequence[Sequence[Call]]) -> Call | None:
    """The call that forgets "that routine": the one that was taught in the turns before, the newest first;
    where none was, it is not known which."""
    if not _THAT[language].fullmatch(tidy(text).strip(" .,!?。、！？").casefold()):
        return None
    taught = [call for calls in turns for call in reversed(calls) if call.tool == "routines.add"]
    return Call("routines.remove", {"name": taught[0].arguments["name"]}) if taught else Call("about.which")


@lru_cache(maxsize=256)
def _pattern(frame: str, name: str) -> re.Pattern[str]:
    return re.compile(frame.replace("{0}", name))
