"""After a note: show it; put it on a list too; and a question of what it says: "what colour is the bag",
「大家さんいつ来る？」."""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import offer
from kippu.understand.cues import Frame
from kippu.understand.follow.listed import listed
from kippu.understand.follow.lists import SHOW
from kippu.understand.text.leads import ASKING, GOING_ON, PUTTING_RIGHT

_ASKED_EN = regex(
    rf"^{ASKING}(?:(?:can|could) you )?(?:(?:tell|remind) me )?"
    r"(?:what|when|where|who|whose|which|how (?:much|many))\b"
)
_WORDLESS = frozenset(
    "and so hey ok okay wait again can could you tell remind me what what's whats when when's where where's"
    " who who's whose which how much many is are was were do does did will the a an my our i we it that this"
    " of for to in on at by colour color kind sort time day number name called again please now"
    " say said".split()
)
"""Words of a question that say nothing of what it is about."""
_BARE_EN = regex(
    r"(?:and |so )?(?:what|when|where|who|how (?:much|many))(?:'s| is| was| are| were)"
    r" (?:it|that|they|those)(?: again)?"
)
_STEM = 4
_ADDED = regex(
    rf"{GOING_ON}(?:add|put|write|append)"
    r" (?P<what>(?!it\b|that\b|this\b).+?)"
    r" (?:to|on|onto|in|into) (?:it|that|that one|this one|(?:that|the|this|my) note)"
    r"(?: too| as well| please)*"
)
_IN = r"in|under|on|at|behind|inside|beside|next to|above|below|by|near"
_CHANGED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{PUTTING_RIGHT}(?:(?:change|make|update|correct) (?:it|that)(?: to)?|it(?:'s| is) now)"
        r" (?P<new>[^,]{1,40}?)(?: now| instead| please)*"
    ),
    "ja": regex(
        r"(?:あ|やっぱり?|ごめん|それ[をは]?|、)*(?P<new>[^、。をは]{1,20}?)に(?:変えて|変更(?:して)?|変わった|直して|訂正(?:して)?)"
        r"(?:ください|おいて|から|ね|よ)*"
    ),
}
_VALUE: dict[Language, re.Pattern[str]] = {
    "en": regex(r"(?P<what>[^,]+?)(?P<is> (?:is|are|was|should be) |: )\S+(?: \S+)?", re.IGNORECASE),
    "ja": regex(r"(?P<what>[^、。]+?)(?P<is>は|：)[^、。は]+"),
}
"""A note of one value, which may become another: "the wifi password is sunflower22"."""
_NO_VALUE = frozenset(
    (
        "in",
        "at",
        "on",
        "under",
        "behind",
        "every",
        "a",
        "an",
        "louder",
        "brighter",
        "red",
        "warmer",
        "cooler",
        "hotter",
        "colder",
        "quiet",
        "quieter",
        "softer",
        "darker",
        "dimmer",
        "blue",
        "green",
        "yellow",
        "white",
        "pink",
        "purple",
        "orange",
        "black",
        "warm",
        "cool",
        "cold",
        "hot",
        "bigger",
        "smaller",
        "faster",
        "slower",
        "higher",
        "lower",
    )
)
_OF_HOME_JA = regex(r"語$|曲|音楽|色|^[赤青白緑黄]|明る|暗|静か|大き|小さ|モード|チャンネル")
_PLACE = regex(rf"(?P<what>.+?) (?P<is>is|are) (?:now )?(?:moved to|{_IN}) .+", re.IGNORECASE)
"""A note of where something is."""
_MOVED = regex(
    rf"{PUTTING_RIGHT}"
    r"(?:(?:i|we)(?:'ve| have)?(?: just| now)? (?:moved|put|left|hid|placed|stored|keep) (?:it|them|that)"
    r"|(?:it|they|that)(?:'s|'re| is| are))(?: now)?"
    rf" (?P<to>to|{_IN}) (?P<place>(?!\d|(?:the|my|our) (?:\w+ )?list\b|.*\bcalendar|hold\b)[^,]+?)"
    r"(?: now| instead)*"
)
_ASKED_JA = regex(r"何|なに|なん(?:だ|で)|どこ|いつ|誰|だれ|どれ|どの|どっち|どんな|いくら|いくつ|っけ")
_OF_THE_QUESTION_JA = regex(
    r"(?:何|なん|どの|どんな)(?:色|番|時|日|曜日?|階|個|本|人|円|月|年|の)?|いつ|誰|だれ|どこ|どれ|どっち|いくら|いくつ"
)
_DAYS_JA = regex(r"[月火水木金土日]曜日?|今日|明日|昨日|今週|来週|先週|今月|来月")
_WORD_JA = regex(r"[一-龠々]+|[ァ-ヶー]{2,}|[a-z0-9]{2,}")
_BARE_JA = regex(
    r"(?:で|それ|それって|それは)?、?(?:何|なん|なに|どこ|いつ|誰|だれ|いくら|何番|何時)(?:だ|に(?:ある|あった)|だった|です|でした)?(?:っけ|の|か|かな)*"
)


_THAT_TOO: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{GOING_ON}(?:(?:add|write|append"
        r"|note)(?: (?:also|down))? "
        r"that(?= (?:it|he|she|they|we|i|you|there|the|my|our|his|her|their|this|these|an?|no"
        r"|[a-z']+ (?:is|are|was|were|has|had|have|will|needs?|costs?|likes?|wants?|takes?))\b)"
        r"|add to (?:that note|the note|it|that)(?: that)?[:,]?) (?P<what>.+?)(?: too| as well"
        r"| please)*"
    ),
    "ja": regex(
        r"(?:あと|それと|、)*(?P<led>(?:そこに|それに|(?:その)?メモに(?:も)?|その下に|、)+)?(?P<what>[^。]+?)(?:って|と|も|を)?、?"
        r"(?:書き?(?:足し|加え|込ん)|追記し|付け(?:足し|加え)|メモに(?:追加し|足し)"
        r"|(?<=って)足し|(?<=..も)足し|(?(led)(?:足し|加え|追加し|書い)|(?!)))(?:て|で"
        r"|といて|ておいて|でおいて)"
        r"(?:ください|下さい|くれる|ね|よ|お願い)*"
    ),
}
_LONGEST = 300
"""Letters; more is a text of its own."""
_WHICH_NOTE = {"notes.add": "text", "notes.find": "words"}


def added_to_note(text: str, language: Language, last: Call) -> Call | None:
    """The call that writes more behind the note that was just taken or read out: "add that it cost 120"."""
    short = last.tool in _WHICH_NOTE and len(text) <= _LONGEST
    match = _THAT_TOO[language].fullmatch(text) if short else None
    if match is None or "last" in last.arguments:
        return None
    return Call(
        "notes.add", {"text": match["what"], "to": str(last.arguments.get(_WHICH_NOTE[last.tool]) or "")}
    )


def of_note(said: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """Reads out the note that ``last`` was about, where the sentence asks for it or for what it says; or
    offers to change it."""
    folded = said.casefold()
    text = str(last.arguments.get("text") or last.arguments.get("words") or "")
    if SHOW[language].match(folded) or (text and _asks_of(folded, language, text.casefold())):
        return Call("notes.find", {"words": text} if text else {})
    if text and language == "en" and (added := _ADDED.fullmatch(folded)):
        return Call("notes.add", {"text": said[added.start("what") : added.end("what")], "to": text})
    if text and (anew := _anew(said, language, text)):
        ways = [Call("notes.remove", {"words": text}), Call("notes.add", {"text": anew})]
        return offer(ways, language, Names())
    return listed(folded, language, last, frame) if last.tool == "notes.add" else None


def _asks_of(folded: str, language: Language, note: str) -> bool:
    """Whether it is a question all of whose words stand in the note."""
    if language == "ja":
        if _BARE_JA.fullmatch(folded):
            return True
        said = _WORD_JA.findall(_DAYS_JA.sub(" ", _OF_THE_QUESTION_JA.sub(" ", folded)))
        return _ASKED_JA.search(folded) is not None and bool(said) and all(word in note for word in said)
    if _BARE_EN.fullmatch(folded):
        return True
    there = re.findall(r"[\w']+", note)
    said = told_words(folded)
    return bool(said) and all(any(one.startswith(word[:_STEM]) for one in there) for word in said)


def told_words(folded: str) -> list[str]:
    """The words of an English question that say what it is about; none of any other sentence."""
    if not _ASKED_EN.match(folded):
        return []
    return [word for word in re.findall(r"[\w']+", folded) if word not in _WORDLESS]


def _anew(text: str, language: Language, note: str) -> str:
    """The note as it is now: with what is added to it, with another value, or with another place for what is
    kept there."""
    folded = text.casefold()
    if language == "en" and (added := _ADDED.fullmatch(folded)):
        return f"{note.rstrip('.')}, {text[added.start('what') : added.end('what')]}"
    changed, value = _CHANGED[language].fullmatch(folded), _VALUE[language].fullmatch(note)
    if (
        changed
        and value
        and changed["new"].split()[0] not in _NO_VALUE
        and not _OF_HOME_JA.search(changed["new"])
    ):
        return f"{value['what']}{value['is']}{text[changed.start('new') : changed.end('new')]}"
    if language == "ja":
        return ""
    moved, where = _MOVED.fullmatch(folded), _PLACE.fullmatch(note)
    if moved and where:
        way, place = ("at", moved["place"]) if moved["to"] == "to" else (moved["to"], moved["place"])
        told = "moved to" if way == "at" else way
        return f"{where['what']} {where['is']} {told} {place}"
    return ""
