"""Something that shall ring every so many minutes: "remind me every ten minutes", 「10分おきに知らせて」.

Nothing here keeps such a rhythm: it is said, and asked whether once will do. Knows words and lengths of time.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import cannot, shall_i
from kippu.understand.when import Duration, english, japanese

_SURE = 0.97
_LENGTH_EN = r"(?:\d+|couple of|few|half(?: an?)?|1/2(?: an?)?)? ?(?:hour|minute|min|second|sec)s?"
_EACH_EN = rf"(?:every|each) (?P<length>{_LENGTH_EN})\b"
_EACH_JA = r"(?P<length>(?:\d+(?:\.\d+)?(?:時間半?|分|秒)|半時間))(?:おき|ごと|毎)|(?P<hourly>毎時|毎時間)"
_TELL_JA = (
    r"知らせ|教え|おしえ|リマインド|通知|鳴ら|起こし|声(?:を)?かけ|思い出させ|言って"
    r"|アラーム|タイマー|リマインダー"
)
_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?=.*(?:\b(?:remind|notify|alert|ping|nudge|buzz|wake|tell) (?:me|us)\b"
        r"(?! (?:how|what|when|if|about)\b)"
        r"|\b(?:set|start|give me|create|make|put on) .*\b(?:reminder|alarm|timer|alert)\b|^(?:ring|beep)\b))"
        rf".*?(?:{_EACH_EN}|\b(?P<hourly>hourly)\b)",
        re.IGNORECASE,
    ),
    "ja": regex(rf".*?(?:{_EACH_JA})(?:に|、|で)*(?!の)(?:.*(?:{_TELL_JA}))"),
}
_ASKS = regex(r"^(?:how|what|when|why|who|where|is|are|do|does|did|can|could|will|should)\b|(?:何|なに|どう)")
_ORDERS = regex(r"^(?:can|could|will|would) you\b")


def too_often(text: str, language: Language) -> Meaning | None:
    """The question; None for any other sentence. ``text`` as ``text.sentence`` gives it."""
    folded = text.casefold()
    match = _SAID[language].match(folded)
    if match is None or (_ASKS.search(folded) and not _ORDERS.match(folded)):
        return None
    length = Duration(hours=1) if match["hourly"] else _length(match["length"], language)
    calls = (Call("timers.start", _parts(length)),) if length else ()
    asked = shall_i(calls, language) if calls else ""
    gap = "" if language == "ja" else " "
    question = gap.join(filter(None, (cannot("repeat", language), asked)))
    return Meaning("cues", _SURE, question=question, proposed=calls)


def _length(said: str, language: Language) -> Duration | None:
    if language == "ja":
        return japanese.duration(said)
    if said.startswith(("half", "1/2")):
        return Duration(minutes=30)
    return english.duration(said if said[0].isdigit() else f"a {said}")


def _parts(length: Duration) -> dict[str, int]:
    parts = {"hours": length.hours, "minutes": length.minutes, "seconds": length.seconds}
    return {unit: count for unit, count in parts.items() if count}
