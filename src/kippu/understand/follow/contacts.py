"""After somebody's number or address: call them, "and her e-mail?", another number for it, delete it."""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import offer
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import en, ja
from kippu.understand.text.leads import GOING_ON, PUTTING_RIGHT

_CALL = {
    "en": en(
        r"(?:call|ring|phone|dial)(?: up)? (?:him|her|them|it|(?:that|this|the)(?: number)?)(?: up)?"
        r"|give (?:him|her|them) a (?:call|ring)"
    ),
    "ja": ja(
        r"(?:(?:その|この)(?:番号|人)|そこ|彼女?|本人)?(?:に|へ)?、?(?:(?:電話|でんわ|通話|発信)(?:(?:を|に)?(?:かけ|掛け|し|つない|お願い)|で|がいい)"
        r"|(?:かけ|掛け)(?=[てと]))"
    ),
}
_MESSAGE = {
    "en": en(r"(?:text|message) (?:him|her|them)|send (?:him|her|them) a (?:text|message)"),
    "ja": ja(
        r"(?:その人|そこ)?(?:に|へ)?(?:メッセージ|SMS|sms|ショートメール)"
        r"(?:(?:を|に|で)?(?:送っ|し|送信し|お願い)|で|がいい)"
    ),
}
_MAIL = {
    "en": en(r"(?:e-?mail|write to) (?:him|her|them)|send (?:him|her|them) an e-?mail"),
    "ja": ja(r"(?:その人|そこ)?(?:に|へ)?メール(?:(?:を|に|で)?(?:送っ|し|送信し|書い|お願い)|で|がいい)"),
}
_DELETE = {
    "en": en(r"(?:delete|remove|erase) (?:it|that|him|her|them|(?:the|this|that) (?:contact|number|entry))"),
    "ja": ja(r"(?:それ|これ|その(?:人|番号|連絡先))?(?:を|は)?(?:消し|けし|削除(?:し)?)"),
}
_NUMBER = r"\+?\(?\d[\d() -]{4,20}\d"
_EMAIL = r"[^\s@、。はをにへがの]+@[^\s@、。]+?\.[a-z.]+[a-z]"
_CHANGED_JA = (
    r"(?:(?:やっぱり?|やはり|違う|違った|ちがう|ごめん|すみません|間違えた|まちがえた|間違い|訂正|いや|あ"
    r"|(?:電話)?(?:番号|アドレス|メアド)(?:が|は)?(?:変わった|変わりました|変わって|違う|違った)(?:から|ので|んだけど|んだ|けど)?"
    r"|(?:新しい|正しい)?(?:電話)?(?:番号|アドレス|メアド|の)は|今は|正しくは|これからは|今度からは?)[、 ]*)"
)
_ENDED_JA = (
    r"(?:に(?:して|変えて|変更して|変更|なった|なりました|変わった|変わりました|直して|訂正して)"
    r"|でした|だった|(?:の間違い)?です|だ)"
)
_SAID_JA = r"(?:ください|下さい|くれる|ね|よ|から|ので|んだ|お願い(?:します)?)*"
_ANEW: dict[Language, re.Pattern[str]] = {
    "ja": regex(
        rf"(?:{_CHANGED_JA}+(?P<led>{_NUMBER}|{_EMAIL})(?:{_ENDED_JA})?|(?P<ended>{_NUMBER}|{_EMAIL}){_ENDED_JA}){_SAID_JA}"
    ),
    "en": regex(
        rf"{PUTTING_RIGHT}"
        r"(?:(?:(?:change|update|make|correct)"
        r" (?:it|that|(?:the|his|her|their) (?:number|e-?mail(?: address)?))"
        r"(?: to)?|(?:the|his|her|their) (?:new )?(?:number|e-?mail(?: address)?)"
        r" (?:is now|is|has changed to|changed to|should be)"
        rf"|it(?:'s| is) now|i meant) (?P<led>{_NUMBER}|{_EMAIL})"
        rf"|(?<=[, ])(?:it(?:'s| is) )?(?P<ended>{_NUMBER}|{_EMAIL}))(?: now| instead| please)*"
    ),
}
"""Another number or address for what was said: 「やっぱり03-…」, "no, it's 555 1234"."""
_KIND_JA = r"(?:電話|携帯|自宅|会社)?(?:の)?(?:電話)?番号|メールアドレス|メアド|アドレス|メール|電話|携帯"
_TOO: dict[Language, re.Pattern[str]] = {
    "ja": regex(
        rf"(?:あと|それと|それから)?、?(?:(?:{_KIND_JA})(?:も|は|が|を)?[、:： ]*(?P<led>{_NUMBER}|{_EMAIL})"
        rf"|(?P<ended>{_NUMBER}|{_EMAIL})も)"
        rf" *(?:で|と|を|も)?(?:登録|追加|保存|入れ|メモ|です|だ)?(?:し)?(?:て|といて)?{_SAID_JA}"
    ),
    "en": regex(
        rf"{GOING_ON}(?:(?:his|her|their|the) )?"
        r"(?:(?:phone |mobile |cell )?number|e-?mail(?: address)?) "
        rf"(?:too )?(?:is )?(?:also )?(?P<led>{_NUMBER}|{_EMAIL})(?P<ended>)(?: too| as well| please)*"
    ),
}
"""Another number or address besides: 「電話番号も 080-…」."""
_FIELDS = {
    "phone": (r"(?:phone |mobile |cell )?number", r"(?:電話|携帯)?番号|電話"),
    "email": (r"e-?mail(?: address)?", r"メール(?:アドレス)?|メアド"),
    "address": (r"(?:home |postal )?address", r"住所"),
    "birth_date": (r"birthday|birth date|date of birth", r"お?誕生日|生年月日"),
}
_ASKED: dict[Language, str] = {
    "en": r"(?:(?:and|so|ok|okay|but|what about|how about|what(?:'s| is| was)|when(?:'s| is)|tell me|give me"
    r"|do you know|do (?:you|i|we) have|have (?:you|i|we) got|can you tell me)[, ]+)*"
    r"(?:his|her|their|the)? ?(?:new |current )?(?:{})(?: (?:is|was))?"
    r"(?:[, ]+(?:now|again|then|please|currently|at the moment|these days|too|as well))*",
    "ja": r"(?:じゃあ|あと|それと|その)?、?(?:{})(?:は|って|も|を)?"
    r"(?:わかる|分かる|知ってる|何|なに|いつ|どこ|教えて|おしえて)?(?:です|だっけ|っけ|か|の|ください|くれる|ね|よ)*",
}
_EVERYBODY = en(
    r"(?:list|show|read|name|tell)(?: me)? (?:(?:all of )?them(?: all)?|(?:all )?(?:their|the) names)"
    r"(?: out| aloud| to me)*|who (?:are they|is (?:in|on) (?:it|there|that))|(?:what|which) are (?:they"
    r"|(?:their|the) names)|which ones"
)
"""After how many contacts there are, or after one of them."""
_DELETE_NAMED = en(
    r"(?:delete|remove|erase|forget|get rid of|take out)"
    r" (?P<who>(?:(?!(?:the|a|an|some|my|all|every\w*|it|that|this|them"
    r"|him|her|those|these|contact|number|entry|and|from|off)\b)[^\W\d][\w'-]*)"
    r"(?: (?!from\b|off\b|and\b|please\b|now\b|then\b)[^\W\d][\w'-]*){0,2})"
)
"""Of somebody by the name, without saying that it is a contact: it was spoken of contacts."""
_ONE_GONE = regex(
    r"(?P<name>[^、。]{1,12}(?:さん|くん|君|ちゃん|様|先生))(?:を|は|の(?:番号|連絡先)?を?)?(?:消し|けし|削除(?:し)?)(?:て|といて)(?:ください|ね|よ)*"
)
"""Of all that were told, one to be deleted."""
_TO_SOMEBODY = frozenset({"phone.call", "phone.message", "phone.mail"})
_NOBODY = (
    r"it|that|this|them|him|her|thanks?|don't|not|stop|cancel|later|never|please|way|problem|worries"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|now|wait|no|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|great|good|nice|wow|ok|okay|yes|yeah|yep|sure|god|why|what|who|when|where|how|sorry"
    r"|love|cheers|typo|nobody|none|nothing|forget|text|call|number|message|mail|email|really|seriously|damn"
    r"|shit|crap|hell|bad|mine|me|you|he|she|they|we|i|my|your|his|wrong|right|other|same|again|first|last|all"
    r"|both|everyone|everybody|home|work"
)
_NOT_THEM: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:oh|wait|sorry|actually)[, ]+)*"
        r"(?:(?:no|nope)[, ]+(?:(?:i meant?|to|make that|make it) )?|i meant )"
        rf"(?P<who>(?!(?:{_NOBODY})\b)[^\W\d_][\w'-]*)(?P<who_too>)(?: instead| please)*"
    ),
    "ja": regex(
        r"(?:あ|いや|ごめん|違う|ちがう|、)*"
        r"(?P<who>(?!番号|電話|時間|私|僕|俺|住所|宛先|名前|日|件|メール)[^、。はがをにの]{1,10}?)の間違い(?:だ|です|でした|だった)?(?:わ|よ|ね)*"
        r"|(?:あ|いや|ごめん|、)*(?P<old>[^、。]{1,10}?)(?:じゃなくて?|ではなく(?:て)?)、?(?P<who_too>[^、。はがをに]{1,10}?)(?:に|へ)?(?:して|だ|です|ね|よ)*"
    ),
}
"""Somebody else is meant: "no, Ben", 「ベンの間違い」."""
_TELLS = frozenset({"contacts.find", "contacts.add"})
_NAME_ALONE = regex(r"(?:['’]s\b.*|[\s,]*\+?\d.*)$")


def somebody_else(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The same call or message to whoever was meant; None where the sentence says no such thing."""
    match = _NOT_THEM[language].fullmatch(folded) if last.tool in _TO_SOMEBODY else None
    if match is None or frame.mentions or frame.tells("kinds", "verbs", "all", "ask", "percent"):
        return None
    if language == "ja" and match["old"] and match["old"] not in str(last.arguments.get("to")):
        return None
    other = match["who"] or match["who_too"]
    return Call(last.tool, {**last.arguments, "to": other.title() if language == "en" else other})


def of_contact(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """What is asked of the one whom ``last`` was about, or done with what is kept of them."""
    if last.tool == "contacts.find" and not last.arguments and (gone := _ONE_GONE.fullmatch(folded)):
        return offer([Call("contacts.remove", {"name": gone["name"]})], language, Names())
    name = _NAME_ALONE.sub("", str(last.arguments.get("name") or last.arguments.get("to") or ""))
    if language == "en" and (told := _of_contacts(folded, last, name, frame)):
        return told
    if not name or last.tool == "contacts.remove":
        return None
    for way, tool in ((_CALL, "phone.call"), (_MESSAGE, "phone.message"), (_MAIL, "phone.mail")):
        if way[language].match(folded):
            return Call(tool, {"to": name})
    if anew := _ANEW[language].fullmatch(folded):
        return Call("contacts.add", {"name": name, "text": anew["led"] or anew["ended"], "instead": True})
    if last.tool == "contacts.add" and (too := _TOO[language].fullmatch(folded)):
        return Call("contacts.add", {"name": name, "text": too["led"] or too["ended"]})
    for what, words in _FIELDS.items():
        asked = _ASKED[language].format(words[language == "ja"])
        if re.fullmatch(asked, folded):
            return Call("contacts.find", {"name": name, "what": what})
    if last.tool in _TELLS and _DELETE[language].match(folded):
        return offer([Call("contacts.remove", {"name": name})], language, Names())
    return None


def _of_contacts(folded: str, last: Call, name: str, frame: Frame) -> Call | None:
    """All of them, or one who goes: whoever was spoken of, or behind a row of them anyone."""
    if not last.tool.startswith("contacts."):
        return None
    if not name and _EVERYBODY.match(folded):
        return Call("contacts.find")
    gone = _DELETE_NAMED.match(folded)
    if gone is None or frame.mentions or frame.has("kinds"):
        return None
    said, spoken_of = gone["who"].removesuffix("'s"), name.casefold()
    if name and said != spoken_of and said not in spoken_of.split() and spoken_of not in said.split():
        return None
    return Call("contacts.remove", {"name": said if not name or len(said) > len(name) else name})
