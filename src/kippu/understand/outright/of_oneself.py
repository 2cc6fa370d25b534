"""What somebody tells of themself, to be noted down: how they are called, where they live, what they like
best, what they can't eat, what their own are called, sizes and numbers of theirs.

A later question finds it among the notes (``mending/own_noted.py``). Knows words alone; keeps nothing.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.text.leads import PUTTING_RIGHT

_KEEP = r"(?:(?:please )?(?:remember|note)(?: that|:)? )?"
_GREETING = r"(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: there| kippu)?[,.!]* )"
_END = r"(?:,? (?:please|by the way|now|from now on))*"
_WORD = r"[^\W\d_][\w'’-]*"
_NO_NAME = r"(?!(?:not|what|none|no|an?|the|on|in|at|too|so|very|really|being|spelled|hard)\b)"
_NAME = rf"{_NO_NAME}{_WORD}(?: {_WORD}){{0,3}}"
_NOBODY = (
    r"(?!(?:back|later|now|again|when|if|an?|the|at|in|on|by|up|it|that|maybe|tomorrow|tonight|today|soon"
    r"|asap|anytime|sometime|crazy|mad|stupid|silly|old|weird|paranoid|picky|lazy|biased|out|names?|please|over"
    r"|first|once|before|after|to|for|from|with|my|your|his|her|their|you|me|him|them)\b)"
)
_CALLED = rf"(?P<called>{_NOBODY}{_WORD}(?: (?!(?:please|now|from|by)\b){_WORD})?)"
FAMILY = (
    r"(?:wife|husband|partner|fianc[eé]e?|girlfriend|boyfriend|son|daughter|kid|child|baby|mum|mom|mother|dad"
    r"|father|brother|sister|grandma|grandpa|grandmother|grandfather|granddaughter|grandson|niece|nephew"
    r"|uncle|aunt|cousin|boss|manager|teacher|doctor|dentist|neighbou?r|landlord|landlady|flatmate|roommate"
    r"|best friend|dog|cat|puppy|kitten|hamster|rabbit|parrot|horse|pet|fish|tortoise|guinea pig)"
)
MEASURED = (
    r"(?:(?:shoe|dress|shirt|ring|hat|trouser|clothes|collar|glove|jacket) size|blood (?:type|group)|height"
    r"|weight)"
)
_NUMBERED = (
    r"(?:(?:locker|gate|door|alarm|garage|safe|bike lock|key ?safe|entry|bank|account|passport"
    r"|member(?:ship)?|library|card|customer|policy|room|seat|flat|flight|parking|licen[cs]e|number) )+"
    r"(?:number|code|pin|plate|combination)"
)
_LIKED = r"(?:all-time )?favou?rite (?!(?:part|thing|bit|ones?|moment|scene)\b)(?:[\w'-]+ ){1,3}"
_ALLERGIC = (
    r"(?:allergic to (?!this|that|it\b|work)[\w ,'-]{2,40}|(?:lactose|gluten)[- ]intolerant|diabetic|co?eliac"
    r"|colou?r[- ]?blind|left[- ]handed|(?:a )?(?:vegan|vegetarian|pescatarian))"
)
_NO_PLACE = (
    r"(?!(?:an?|the|my|this|that|it|fear|hope|denial|pain|peace|poverty|style|luxury|sin|here|there|constant"
    r"|interesting|harmony|two|different|separate)\b)"
)
_WAYS_EN = (
    rf"{_KEEP}{_GREETING}?my (?:full |first |last |given |family |sur)?name(?:'s| is) {_NAME}",
    rf"(?:{_GREETING}|{_KEEP}(?:(?:you can|you may|just|please|everyone|everybody|people|my friends) )*)"
    rf"calls? me {_CALLED}",
    rf"(?:{_GREETING}(?:i'm|i am|this is|it's)|{_KEEP}i (?:go by|am called)|{_KEEP}i'm called) {_CALLED}",
    rf"{_KEEP}(?:my|our) {FAMILY}(?:['’]s name is| is (?:called|named)) {_NAME}",
    rf"{_KEEP}my {_LIKED}(?:is|are) (?!not\b|what\b|the (?:one|part)\b)[\w' -]{{2,40}}",
    rf"{_KEEP}(?:i'm|i am|we're|we are|my {FAMILY} is) (?:also |really |very |a bit )?{_ALLERGIC}",
    rf"{_KEEP}(?:i|we) live (?:in|at|on) {_NO_PLACE}[\w' ,.-]{{2,50}}",
    rf"{_KEEP}(?:i'm|i am|i was) (?:\d{{1,3}} years old|born (?:in|on) (?:the )?[\w' ,./-]{{2,40}})",
    rf"{_KEEP}my {FAMILY} is \d{{1,3}}(?: years old)?",
    rf"{_KEEP}my {MEASURED} is [\w' ./+-]{{1,20}}",
    rf"{_KEEP}(?:my|our) {_NUMBERED} is (?=[\w -]*\d)[\w -]{{2,24}}",
)
_I_JA = r"(?:私|わたし|僕|ぼく|俺|おれ|自分|うち|我が家|わが家)"
_END_JA = r"(?:です|だ|なの|なん|って)*(?:だ|です|いう|言います|いいます|申します)?(?:よ|ね|わ|な|から)*"
FAMILY_JA = (
    r"(?:妻|夫|嫁|旦那|主人|奥さん|彼女|彼氏|息子|娘|子ども|子供|赤ちゃん|母|父|お母さん|お父さん|兄|姉|弟|妹|祖母|祖父|孫|姪|甥"
    r"|上司|先生|大家さん|犬|猫|ネコ|ワンちゃん|ハムスター|うさぎ|ウサギ|インコ|金魚|ペット)"
)
MEASURED_JA = r"(?:血液型|靴のサイズ|足のサイズ|服のサイズ|指輪のサイズ|身長|体重)"
_WAYS_JA = (
    rf"(?:はじめまして、?)?{_I_JA}の?(?:名前|名|本名|苗字|名字)は、?[^、。はがを\s]{{1,14}}?{_END_JA}",
    r"はじめまして、?(?P<greeted>[^、。はがを\s]{1,14}?)(?:です|といいます|と言います|と申します)(?:よろしく(?:お願いします|ね)?)?",
    rf"(?:{_I_JA}のこと(?:は|を)?)?(?P<called>[^、。はがを\s]{{1,12}}?)(?:って|と)呼んで(?:ください|くれる|ほしい|ね|いいよ|よ)*",
    rf"(?:{_I_JA}の)?{FAMILY_JA}の名前は、?[^、。はがを\s]{{1,14}}?{_END_JA}",
    rf"(?:{_I_JA}の)?(?:一番)?好きな[^、。はがを\s]{{1,8}}は、?[^、。はがを\s]{{1,14}}?{_END_JA}",
    rf"(?:(?:{_I_JA}|{FAMILY_JA})は、?)?[^、。はがを\s]{{1,12}}アレルギー(?:が(?:ある|あります|あるんだ|あるの)|{_END_JA})",
    rf"(?:{_I_JA}は、?)?[^、。はがを\s]{{2,14}}に住んで(?:い)?(?:る|ます)(?:んだ|の|よ|ね)*",
    rf"(?:{_I_JA}の)?{MEASURED_JA}は、?[^、。はがを\s]{{1,10}}?{_END_JA}",
)
_WAYS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": tuple(regex(rf"{PUTTING_RIGHT}{way}{_END}", re.IGNORECASE) for way in _WAYS_EN),
    "ja": tuple(regex(way) for way in _WAYS_JA),
}
_AROUND_EN = regex(rf"^{PUTTING_RIGHT}{_KEEP}{_GREETING}?|{_END}$", re.IGNORECASE)
_AROUND_JA = regex(rf"^はじめまして、?|{_END_JA}$")
_NOT_JA = regex(
    r"(?:何|なに|なん|誰|だれ|どこ|いつ|か|っけ|かな|かも|らしい|みたい|そうだ|でしょう?|だろう?)$|[?？]$|^(?:この|その|あの)"
)


def of_oneself(text: str, asks: bool, language: Language) -> Call | None:
    """The call that notes it down; None for any other sentence, and for a question.

    ``text``: the sentence, tidied.
    """
    said = text.strip(" .。!！")
    if asks or (language == "ja" and _NOT_JA.search(said)):
        return None
    match = next((found for way in _WAYS[language] if (found := way.fullmatch(said))), None)
    return Call("notes.add", {"text": _plain(match, language)}) if match else None


def _plain(match: re.Match[str], language: Language) -> str:
    """What is told, as a sentence of its own."""
    told = match.groupdict()
    if name := told.get("called") or told.get("greeted"):
        return f"my name is {name}" if language == "en" else f"私の名前は{name}"
    return (_AROUND_EN if language == "en" else _AROUND_JA).sub("", match[0])
