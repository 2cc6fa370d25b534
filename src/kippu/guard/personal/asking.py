"""Says whether a text only asks about the world, or tells of somebody's life. Knows no name.

A name in "What did Fourier find?" is nobody's neighbour; in "Fourier called, his rent is late" it is.
"""

import re

from kippu.regex import regex

_ASKERS = (
    r"(?:do(?:n['’]t)? )?(?:want|need|would like|['’]d like|wish|hope|try|am trying|['’]m trying) to "
    r"(?:know|learn|understand|read|write|study|ask)"
    r"|wonder|(?:am|['’]m) (?:wondering|curious|interested|writing|reading|studying|learning|preparing)"
    r"|have (?:a|one|another) question|heard that|read that|know that|thought that|think|guess|mean\b"
)
"""What someone who asks about the world says of themselves."""
_STOP, _ENDS = regex(r"(?<=[.!?])\s+|\n"), regex(r"[^\n]*?(?:[.!?](?=\s)|[。！？]|(?=\n)|\Z)")
_AROUND = 160
"""Letters of a sentence, on either side."""
_OWN = regex(
    rf"\bI(?:['’](?:m|ve|d|ll))?(?=[ '’])(?! (?:is|and|or|II|nor)\b)(?! ?(?:{_ASKERS}))(?!['’]?(?:m"
    rf"|d) (?:{_ASKERS}))"
    r" [a-z]|\bi(?:['’](?:m|ve|d|ll)| (?:am|was|have|had|live|work|need|met|got|will|just|can)\b)"
    r"|\b(?:[Mm]y|MY)(?! (?:answer|essay|homework|exam|test|paper|poem|blog|book report|quiz|question)\b)\b"
    r"|\b(?:[Mm]ine|[Mm]yself|[Oo]urs?|[Oo]urselves|with us|[Ww]e(?:['’](?:re|ve|ll|d))? (?:are|live|work"
    r"|met|need|have|had|were|got))\b"
)
"""Somebody tells of themselves."""
_PEOPLE = regex(
    r"\b(?:(?:a|old|former|new) colleague|co-?workers?|neighbou?rs?|boss|landlord|tenant|roommate"
    r"|flatmate|classmate"
    r"|my friend|girlfriend|boyfriend|fianc[eé]e?|mum|mom|dad|grandma|grandpa|auntie"
    r"|dear|sincerely|regards|cheers|hi|hello|hey)\b"
    r"|\b(?:call|text|email|e-mail|phone|ring|message|invite|remind|tell|ask|meet|pay|fire|hire|cc"
    r"|forward)(?:s|ed|ing)?"
    r" (?:to )?(?-i:[A-Z])"
    r"|\b(?:reach|contact|say|speak|talk|write|wrote|mail|letter|message|reply|note|visit|trip)s? (?:to"
    r"|with|from|at) (?-i:[A-Z])"
    r"|\b(?:do|does) \w[^.?!]{0,30} live\b"
    r"|\b(?:is|are|be|gets?|getting|comes?|came) [^.?!]{0,30}\bhome\b|\b(?:here|there|coming|arriv(?:ed"
    r"|ing)|available|awake|busy) ?(?:yet|now|today|tonight|tomorrow|again)?\?"
    r"|\b(?:phone|mobile|e-?mail|password|passport|salary|date of birth|appointment|dob|ssn|bank account"
    r"|account (?:number|no)"
    r"|(?:home|postal|street|mailing|['’]s|his|her|their) address|address (?:is|of|for)"
    r"|booking|reservation|invoice|signed|lives|living|resides?|moved|grew up|birthday|earns?|raise|hired"
    r"|fired|today|yesterday|tomorrow"
    r"|tonight|last (?:week|month|night)|next (?:week|month))\b",
    re.IGNORECASE,
)
"""What people say of those in their own life, of bookings and of ways to reach somebody."""
_OWN_JA = regex(
    r"私|わたし|僕|ぼく|俺|うちの|我が家|自分の|弊社|当社|当院|わが社|同僚|友達|友人|上司|部下|部長|課長"
    r"|隣人|大家|彼女|彼氏|妻|夫|息子|娘"
    r"|母|父|兄|弟|姉|妹|祖[父母]|先輩|後輩|担当|患者|お客|さん|様|ちゃん|くん|君に|連絡|電話|メール|住所"
    r"|住んで|住まい|暮ら|携帯|予約|口座"
    r"|パスワード|誕生日|生年月日|明日|昨日|今日|来週|先週|今夜|会う|会っ|会い"
)
_SELF_JA = regex(
    r"私|わたし|僕|ぼく|俺|うちの|我が家|自分の|弊社|当社|妻|夫|息子|娘|母|父|上司|同僚|大家|彼女|彼氏"
)
_LOCAL = regex(
    r"\b(?:near(?:by|est)?|closest|directions?|route|drive|bus|train|tram|taxi|flights?|hotels?"
    r"|restaurants?"
    r"|cafés?|cafes?|shops?|stores?|pubs?|doctors?|dentists?|clinic|pharmacy|hospital|gym|schools? (?:in"
    r"|near|for)|weather|forecast|rain"
    r"|temperature|traffic|parking|apartments?|flats?|jobs? (?:in|at|near)|open (?:on|now|today|at)"
    r"|opening|tickets?|bakery"
    r"|clubs?|company|firm|employer|agency|ltd|inc|gmbh|llc|plc|corp)\b"
    r"|おすすめ|観光|天気|気温|雨|最寄|近く|近所|駅|行き方|道順|電車|バス|ホテル|店|病院|医院|歯医者|学校"
    r"|会社|株式|有限|勤務|求人|家賃|営業|祭り|イベント",
    re.IGNORECASE,
)
"""Who asks so about a place may well be there."""
_ASKS = regex(
    r"\?|？|_{3,}|:\s*$|\b(?:because|is|are|was|were|the|an?|of|to|by|that|in|with|for|when|if|except"
    r"|called|as|and|have|has|will|be"
    r"|from|than|where|which|who|not|usually|known as|in order to)\s*$"
    r"|(?:^|[.!?\n\"“] ?)(?:please )?(?:can you |could you )?(?:explain|describe|define|compare"
    r"|summari[sz]e|discuss|outline|find|compute|calculate|determine|evaluate|solve|select|identify|choose"
    r"|tell me (?:about|who|what|why|how)|what|who|whose|whom|which|when|where|why|how|statement \d"
    r"|name (?:the|an?)"
    r"|give (?:me )?(?:an?|some|the|\w+) (?:overview|example|examples|summary|explanation|definition)"
    r"|refer to|this question refers|for which|in which|in what)\b(?!:)"
    r"|\baccording to\b|とは|って何|何です|説明|教えて|違い|について|ですか|ますか|でしょうか|述べ|比較"
    r"|要約|解説|どう(?:し|や|な)|なぜ|どんな|いつ|誰|だれ",
    re.IGNORECASE,
)


def is_private(text: str) -> bool:
    """Whether a text tells of somebody's own life."""
    if not text.isascii() and _OWN_JA.search(text):
        return True
    return bool(_OWN.search(text) or _PEOPLE.search(text))


def is_own(text: str) -> bool:
    """Whether somebody tells of themselves, in the first person."""
    return bool(_OWN.search(text) or (not text.isascii() and _SELF_JA.search(text)))


def is_local(text: str) -> bool:
    """Whether who asks so may be at the place, or with the firm, that is asked about."""
    return bool(_LOCAL.search(text))


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place, as far as it can be told, and no more of it than people read at once."""
    before = _STOP.split(text[max(0, start - _AROUND) : start])[-1]
    behind = _ENDS.match(text, end, end + _AROUND)
    return before + text[start : behind.end() if behind else end]


def asks(text: str) -> bool:
    """Whether it asks, or has something explained."""
    return bool(_ASKS.search(text))
