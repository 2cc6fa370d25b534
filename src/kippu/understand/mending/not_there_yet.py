"""What is to go on a list "if it's not on it already": the list looks for that itself, and writes nothing
twice. Said again without the condition, where the sentence is that order alone and names the list.

Knows words alone.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_LIST = r"(?:(?:my|the|our|this|that) )?(?:[\w'-]+ ){0,2}?list"
_THERE = rf"(?:there|(?:on|in) (?:it|there|{_LIST}))"
_NOT_IS = r"(?:(?: is| are)(?: not|n't)|'s not|'re not| isnt| arent| ain't)"
_COURTESY = r"(?:(?:please|ok|okay|so|and|then|can you|could you|would you|will you|go ahead and|just)[, ]+)*"
_WORD = (
    r"(?!(?:on|off|up|down|in|to|if|unless|that|is|are|i|you|he|she|we|they|add|put|write|turn|remind"
    r"|tell|text|\w+ed|\w+ing)\b)[\w'-]+,?"
)
_ITEM = rf"(?P<item>{_WORD}(?: {_WORD})*?)"
"""What goes on a list, and no order or tale of its own: there the condition may be of something else."""
_WHERE_MISSING = regex(
    rf"(?P<order>{_COURTESY}(?:add|put|write) {_ITEM}"
    rf"(?: ?(?:down )?(?:to|on|onto|in|into) (?P<list>{_LIST}))?)"
    r"[, ]+(?:but )?(?:only )?(?P<missing>(?:"
    rf"if (?:it|they|that|those|(?:the )?(?P=item)){_NOT_IS}"
    r"|unless (?:it|they|that|those|(?:the )?(?P=item))(?:'s|'re| is| are))"
    rf"(?: already| yet)?(?: {_THERE})?(?: already| yet)?|if not (?:already )?there(?: already| yet)?)[.! ]*",
    re.IGNORECASE,
)
_ASKED_OF = r"(?:is|are|do (?:i|we) (?:already )?have|have (?:i|we) got|is there|are there)"
_LOOKED_FOR = r"(?:(?:check|see|look) if (?:there(?:'s| is| are)|(?:i|we) (?:already )?have))"
_LEAD = r"(?: ?(?:then|please|go ahead and|(?:can|could|would|will) you(?: please)?|just))*"
_ADD = rf"(?:add|put|write)(?: (?:it|them|some|that|those))?(?: (?:on|to|in)(?: it|(?: (?P<to>{_LIST})))?)?"
_ADD_2 = _ADD.replace("<to>", "<to2>")
_ASKED_FIRST = regex(
    rf"(?:(?:{_ASKED_OF}|{_LOOKED_FOR})(?: (?:there|the|any|some|a))? {_ITEM}"
    rf"|(?:check|see|look) if (?:the )?{_ITEM.replace('<item>', '<item2>')} ?(?:is|are))(?: ?already)?"
    rf" ?\b(?:on|in) (?P<list>{_LIST})(?: already)?[,?;]*"
    rf" (?:(?:and )?if not,?{_LEAD} {_ADD}"
    rf"|(?:and )?{_LEAD} ?{_ADD_2},? if (?:it|they){_NOT_IS})"
    r"(?: (?:on it|there|already|yet))*(?: please)?[.!? ]*",
    re.IGNORECASE,
)
_NAMED = regex(r"\blist\b", re.IGNORECASE)
_WHOSE = regex(r"^(?:my|the|our|this|that) ", re.IGNORECASE)
_MISSING_JA = (
    r"(?:まだ)?(?:リストに)?(?:(?:入って|載って|書いて|のって)(?:い)?な(?:い(?:なら|場合は?|ようなら|んだったら)|かったら|ければ)"
    r"|なかったら|なければ|無ければ|無かったら|ないなら)、?"
)
_LIST_JA = r"(?:[^、。「」をがはもに]{0,8}リスト|買い物メモ|買うもの)"
_PLEASE_JA = r"(?:おいて|といて|くれ(?:る|ない)?|ください|下さい|もらえる|ほしい|ね|よ|[。!?！？])*"
_WRITE_JA = rf"(?:追加|登録)?(?:し|入れ|書い|足し|加え)て{_PLEASE_JA}"
_ITEM_JA = r"(?P<item>(?!予定|時間|お?金|用事|会議|返事|雨)[^、。「」をがはもに]{1,15})"
_NOT_YET_JA = regex(
    rf"(?:(?P<list>{_LIST_JA})に、?)?{_ITEM_JA}[がはも]{_MISSING_JA}(?:(?P<list2>{_LIST_JA})に)?(?P<write>{_WRITE_JA})"
)
"""Directly behind a thing, with no other thing to write down: 「雨が降らなければ洗濯を…」 is a condition."""
_AHEAD_JA = regex(
    r"(?:もし)?(?:まだ)?(?:リストに)?(?:入って|載って|書いて|のって)(?:い)?な(?:いなら|かったら|ければ)、?"
    rf"(?P<order>{_LIST_JA}に[^、。「」がはもに]{{1,15}}を{_WRITE_JA})"
)
_ASKED_FIRST_JA = regex(
    r"(?P<list>[^、。]{0,10}リスト|買い物メモ|買うもの)に(?P<item>[^、。？?]{1,20}?)(?:は|が|って)?"
    r"(?:入って(?:い)?る|ある|載って(?:い)?る|書いて(?:あ)?る)"
    r"(?:か(?:確認|見)して|か見て|っけ|かな|か)?[、。？? ]+"
    rf"(?:もし)?{_MISSING_JA}{_WRITE_JA}"
)


def whatever_is_there(text: str, language: Language) -> str:
    """The order alone; any other sentence as it is."""
    if language == "ja":
        if match := _ASKED_FIRST_JA.fullmatch(text):
            return f"{match['list']}に{match['item']}を追加して"
        if match := _AHEAD_JA.fullmatch(text):
            return match["order"]
        match = _NOT_YET_JA.fullmatch(text)
        where = (match["list"] or match["list2"]) if match else None
        return f"{where}に{match['item']}を{match['write']}" if match and where else text
    if match := _ASKED_FIRST.fullmatch(text):
        target = match["to"] or match["to2"]
        item, name = (match["item"] or match["item2"]).strip(), match["list"]
        same = not target or target == name or _WHOSE.sub("", target) in ("list", _WHOSE.sub("", name))
        return f"add {item} to {name}" if same else text
    match = _WHERE_MISSING.fullmatch(text)
    if match and (match["list"] or _NAMED.search(match["missing"])):
        return match["order"]
    return text
