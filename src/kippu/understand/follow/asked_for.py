"""The reply to "What shall I draw?": a part that the last call lacked, said again as a whole sentence.

Knows which parts tools ask for; the templates read the sentence.
"""

import re
from collections.abc import Callable, Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

_WHOLE: dict[str, tuple[tuple[str, ...], dict[Language, str]]] = {
    "pictures.draw": (("what",), {"en": "draw {reply}", "ja": "{reply}を描いて"}),
    "timers.start": (
        ("hours", "minutes", "seconds"),
        {"en": "set a timer for {reply}", "ja": "{reply}のタイマーをセットして"},
    ),
    "alarms.set": (("at",), {"en": "set an alarm for {reply}", "ja": "{reply}にアラームをセットして"}),
    "notes.add": (("text",), {"en": "take a note: {reply}", "ja": "{reply}とメモして"}),
    "contacts.add": (
        ("text", "phone", "email", "address"),
        {"en": "save {name}'s number {reply}", "ja": "{name}の番号を{reply}で登録して"},
    ),
    "lists.add": (
        ("item",),
        {"en": "add {reply} to the {list} list", "ja": "{list}リストに{reply}を追加して"},
    ),
    "lists.remove": (
        ("item",),
        {"en": "remove {reply} from the {list} list", "ja": "{list}リストから{reply}を消して"},
    ),
    "lists.create": (("list",), {"en": "make a list called {reply}", "ja": "{reply}リストを作って"}),
    "phone.call": (("to",), {"en": "call {reply}", "ja": "{reply}に電話して"}),
    "phone.message": (("to",), {"en": "text {reply}", "ja": "{reply}にメッセージを送って"}),
    "phone.mail": (("to",), {"en": "email {reply}", "ja": "{reply}にメールを送って"}),
    "calendar.add": (
        ("text", "at"),
        {"en": "add {text} {reply} to my calendar", "ja": "{reply}{text}の予定を入れて"},
    ),
    "reminders.add": (
        ("text", "at"),
        {"en": "remind me to {text} {reply}", "ja": "{reply}に{text}とリマインドして"},
    ),
}
"""By tool: of which parts one at least is missing, and the whole sentence."""
_ANY_ONE = frozenset({"timers.start", "contacts.add"})
"""Of their parts any one is enough."""
_REACHES = regex(r"\d{3}|@")
_FIRST: dict[str, dict[Language, str]] = {
    "reminders.add": {"en": "remind me to {reply}", "ja": "{reply}とリマインドして"},
}
_LISTS = {"shopping": "買い物", "to do": "やること"}
_LEAD = regex(r"^(?:(?:to|that|about|for|at|of|it's|its|it is|make it|a note that)\s+)+", re.IGNORECASE)
_OPENS = regex(
    r"^(?:(?:ok|okay|oh|um|uh|hmm?|well|yes|yeah|sure|let's say|right|and)[, ]+)+(?=\S)", re.IGNORECASE
)
"""What leads up to a time; of an item or a text it may be a word."""
_PLEASE = regex(r",? (?:please|thanks|thank you|i think|then|would be (?:good|fine|great))$", re.IGNORECASE)
_ISH = regex(r"(?<=\w)-?ish$|^(?:around|about) ", re.IGNORECASE)
_LOOSELY = regex(
    r",? ?\b(?:something like|let's say|i(?:'d| would)? say|i think|i guess|like|say|maybe|perhaps|probably"
    r"|possibly|roughly|or so|or thereabouts|ish)\b,?",
    re.IGNORECASE,
)
_AFTER = regex(
    r"\b(?:right |straight |just )?(?:after|before) (?:work|school|college|class|lunch|dinner|tea|breakfast"
    r"|practice|training|the gym|my shift|church|i get (?:home|back|up))\b,?",
    re.IGNORECASE,
)
"""Says why at that time, before the time itself: "tomorrow after work, like 6"."""
_HOUR_ALONE = regex(r"(?<!at )(?<!in )(?<![\d:.])\b(?=\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?$)", re.IGNORECASE)
_LOOSELY_JA = regex(
    r"(?:くらい|ぐらい|ごろ|頃|あたり|とか|かな(?:あ)?|たぶん|多分|だいたい)"
    r"|(?:仕事|学校|授業|会社|お昼|昼食|夕食|夕飯|朝ごはん|晩ごはん|部活|バイト)(?:の|が終わった)?"
    r"(?:あと|後|前)(?:の|に|で)?[、 ]?"
)
_TAIL = regex(r"(?:です|だよ|でお願い(?:します)?|をお願い(?:します)?|で|を|と)$")
_LEAD_JA = regex(r"^(?:あと|それと|それから|えっと|まず)、?(?=.)")
_TOO_JA = regex(r"(?<=..)も$")
_ASKS = regex(
    r"^(?:what|how|why|who|when|where|which|is|are|do|does|did|can|could|will|would|should)\b|(?:か|かな|？)$",
    re.IGNORECASE,
)
_CALLED_OFF = regex(
    r"^(?:oh |no,? |ok,? |please )*(?:cancel|stop|nothing|no|nope|forget (?:it|that|about it)"
    r"|(?:leave|skip|drop) it|not now|later)(?: (?:it|that|please|then|thanks|at all))*$"
    r"|^(?:やっぱり?)?(?:キャンセル|取り消し|中止|なし|何も|いい|もういい|やめ|やめる|結構)(?:し?て|で|に|です|や|よ|わ|おく|ください)*$",
    re.IGNORECASE,
)
_MOST_LETTERS = 120


def answered(
    reply: str,
    language: Language,
    asked: Sequence[Call],
    read: Callable[[str], Call | None],
    *,
    asks: bool = False,
) -> Call | None:
    """The whole call, where the reply (as ``text.tidy`` gives it) is the part that the one call asked about
    lacks, or calls it off; None else. ``read`` is what templates take a sentence for; ``asks``: whether it
    ended in a question mark, as a time may ("at five?") and a Japanese text to be kept doesn't."""
    missing = _lacking(asked[0]) if len(asked) == 1 else ()
    if not missing or len(reply) > _MOST_LETTERS or _ASKS.search(reply):
        return None
    if asks and language == "ja" and missing != ("at",):
        return None
    if _CALLED_OFF.match(reply):
        return Call("help.never_mind")
    if asked[0].tool == "contacts.add" and not _REACHES.search(reply):
        return None
    for said in _ways(reply, language, missing):
        call = read(_whole(said, language, asked[0], missing))
        if call and call.tool == asked[0].tool and call.arguments.keys() & set(missing):
            return Call(call.tool, {**asked[0].arguments, **call.arguments})
    return None


def _lacking(call: Call) -> tuple[str, ...]:
    """The parts of which one is needed before the call can be done; none where it has what it needs."""
    parts = _WHOLE[call.tool][0] if call.tool in _WHOLE else ()
    missing = tuple(part for part in parts if not call.arguments.get(part))
    return () if call.tool in _ANY_ONE and len(missing) < len(parts) else missing


def _ways(reply: str, language: Language, missing: tuple[str, ...]) -> tuple[str, ...]:
    """The part without what leads up to it; where a time is missing, a bare figure may be one: "five"."""
    if language == "ja":
        bare = _TAIL.sub("", reply)
        if missing == ("at",):
            return tuple(dict.fromkeys((bare, _TAIL.sub("", _LOOSELY_JA.sub("", reply)))))
        return (_TOO_JA.sub("", _LEAD_JA.sub("", bare)) if missing == ("item",) else bare,)
    plain = _OPENS.sub("", reply) if missing == ("at",) else reply
    said = _LEAD.sub("", _PLEASE.sub("", plain))
    return (said, f"at {_ISH.sub('', said)}", _strictly(said)) if missing == ("at",) else (said,)


def _strictly(said: str) -> str:
    """A time without what makes it vague, and without why it is then."""
    bare = " ".join(_AFTER.sub("", _LOOSELY.sub("", said)).split()).strip(" ,")
    return _HOUR_ALONE.sub("at ", bare)


def _whole(said: str, language: Language, call: Call, missing: tuple[str, ...]) -> str:
    parts, sentences = _WHOLE[call.tool]
    if missing in {parts, ("text",)}:
        sentences = _FIRST.get(call.tool, sentences)
    name = str(call.arguments.get("list", "shopping"))
    return sentences[language].format(
        reply=said,
        text=call.arguments.get("text", ""),
        name=call.arguments.get("name", ""),
        list=name if language == "en" else _LISTS.get(name, name),
    )
