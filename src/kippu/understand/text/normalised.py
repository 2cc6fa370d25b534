"""A sentence as the readers see it: one alphabet, one spelling of numbers, no noise around it.

Knows letters and numbers; knows no tool and no home.
"""

import re
import unicodedata
from functools import lru_cache

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text.dialect import denied
from kippu.understand.text.framing import without_framing
from kippu.understand.text.kana import usual
from kippu.understand.text.numbers import digits_en, digits_ja
from kippu.understand.text.parting import without_parting
from kippu.understand.text.typed import with_colons

_JAPANESE = regex(r"[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]|[\u4e00-\u9fff]")
_CONTROL = regex(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_EDGES = ' \t\r\n.。．!！?？…~〜♪、,;；:："“”「」『』'
_BRACKETED = regex(r"\([^()]*\)")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "–": "-", "—": "-", "⁄": "/"})
_PART_OF_ONE = regex(r"(?<=\d)(?=[¼-¾⅐-⅞])")
"""A figure right before the sign of a part: 1½, which would become 11/2."""
_OF_WHAT_CAME = regex(
    r"\b(?:this|these|that|those|it|its|them|text|file|above|below|following|summar\w*|translate|explain)\b"
    r"|これ|この|それ|その|以下|上の|下の|次の|文章|本文|要約|翻訳|訳して|まとめて|説明",
    re.IGNORECASE,
)
"""Words of a sentence that speak of a text which came along with it."""
_OTHERS = r"alexa|siri|cortana|bixby|jarvis|olly"
_GREETED = regex(
    rf"^(?:(?:hey|ok|okay|hi|hello)[ ,]+)?"
    rf"(?:kippu|(?:{_OTHERS})(?=,|!| (?!is\b|was\b|has\b|had\b|and\b|can't\b)))[ ,、!]+"
    r"|^(?:hey|ok|okay|hi|hello)[ ,]+google[ ,!]+"
    r"|^(?:oh|ah|ooh|hm+)[ ,]+(?:(?:and|so|but|also|by the way)[ ,]+)?"
    r"(?=(?:is|are|was|were|does|do|did|what|when|where|who|how|which)(?:'s)? )"
    r"|^(?:ねえ|ねぇ)?(?:キップ|アレクサ|シリ|グーグル)[、, !]+|^(?:オーケー|ok)(?:google|グーグル)[、, !]+",
    re.IGNORECASE,
)
"""By its name, or by that of the assistant that the person was used to; and what leads up to a question."""


_WHOLE = {
    "whats": "what's", "hows": "how's", "wheres": "where's", "whens": "when's", "whos": "who's",
    "thats": "that's", "theres": "there's", "im": "i'm", "ive": "i've", "youre": "you're", "dont": "don't",
    "cant": "can't", "wont": "won't", "isnt": "isn't", "arent": "aren't", "doesnt": "doesn't",
    "didnt": "didn't", "havent": "haven't", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "gimme": "give me", "lemme": "let me", "pls": "please", "plz": "please", "tmrw": "tomorrow",
    "what've": "what have", "how long's": "how long is",
    "bed room": "bedroom", "bath room": "bathroom", "week day": "weekday",
    "week days": "weekdays",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorrrow": "tomorrow",
    "tomoz": "tomorrow", "2morrow": "tomorrow", "rmind": "remind",
    "remid": "remind", "wensday": "wednesday", "wednsday": "wednesday", "thrusday": "thursday",
    "calender": "calendar", "tiemr": "timer", "alram": "alarm", "shoping": "shopping",
    "tmr": "tomorrow", "tonite": "tonight", "u": "you", "ur": "your", "thx": "thanks",
}  # fmt: skip
"""How people type what is spelt otherwise."""
_CLIPPED = regex(rf"\b(?<!['’.@/-])(?:{'|'.join(_WHOLE)})\b(?!['’.@/-])", re.IGNORECASE)


TITLED = regex(r"(?:please |can you |could you )?(?:play|put on|queue) ", re.IGNORECASE)
"""What is played has a title of its own spelling: "play never gonna give you up"."""


_COURTESY_EN = (
    r"(?:if|when(?:ever)?) (?:you (?:can|could|may|would|will|please|like|wish|don't mind|wouldn't mind"
    r"|(?:have|get|find) (?:a|the|some) (?:second|sec|moment|minute|time|chance))|(?:(?:it|that)(?:'s| is) )?"
    r"(?:possible|ok|okay|all ?right|convenient|no (?:trouble|bother)|not too much (?:trouble|to ask)))"
    r"(?: with you)?"
)
_COURTESY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"^(?:{_COURTESY_EN})(?:,| then|, then)? (?=\w)"
        r"|(?:(?<=pause the timer)|(?<=stop the timer)|(?<=hold the timer)|(?<=pause my timer))"
        r" for (?:just )?(?:a|one) (?:sec|second|moment|minute|bit|tick|mo)$"
        rf"|(?:(?<= it)|(?<= that)|(?<= them)|(?<= off)|(?<= on)),? (?:anyway|regardless|all the same)$"
        r"|(?<!know)(?<!see)(?<!check)(?<!me)(?<!ask),? if (?:there(?: is| are|'s) )?any"
        r"(?: left| set| there)?(?:,? please)?$"
        rf"|,? (?:{_COURTESY_EN}|if (?:it|they)(?:'s|'re| is| are)"
        r"(?: still| not| already)* (?:on|off|open|closed|shut|locked|unlocked))(?:,? please)?$",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"^(?:もし)?(?:よ(?:かったら|ければ|ろしければ|ろしかったら)|でき(?:れば|たら|るなら)|可能(?:なら|であれば|でしたら)ば?"
        r"|(?:暇|ひま)(?:なら|だったら)|手が(?:空いたら|あいたら))[、,\s]*(?=.{4})"
    ),
}
"""Conditions that nobody means, and those that the command itself fulfils: "if you can", "if it's off"."""


DOING = {
    "turning": "turn", "switching": "switch", "setting": "set", "opening": "open", "closing": "close",
    "shutting": "shut", "locking": "lock", "unlocking": "unlock", "dimming": "dim", "making": "make",
    "putting": "put", "playing": "play", "starting": "start", "stopping": "stop", "raising": "raise",
    "lowering": "lower", "adding": "add", "reminding": "remind", "waking": "wake", "telling": "tell",
    "pausing": "pause",
}  # fmt: skip
_MIND = regex(rf"^(?:(?:would|do) you )?mind ({'|'.join(DOING)})\b", re.IGNORECASE)
"""How an order is put as a question: "would you mind closing the blinds"."""
_DAILY = regex(
    r"\bdaily (?P<what>reminder|alarm)\b(?P<between>.*?) (?:at|for) (?=\d|noon|midday|midnight|half|quarter)",
    re.IGNORECASE,
)

_WEEKLY = regex(
    r"\bweekly (?P<what>reminder|alarm)\b(?P<between>.*?) (?:on|for) "
    r"(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.IGNORECASE,
)
"""What repeats, as a reminder of its own kind: the time phrases know "every day"."""


_DRAWN = tuple(
    (regex(pattern), said)
    for pattern, said in (
        (r"ぜー+んぶ", "ぜんぶ"),
        (r"(も|ちょ|ず)(?:っー+|ー+っ)と", r"\1っと"),
        (r"すごー+く", "すごく"),
        (r"(?<![ァ-ヶー])ニ(?=十)|(?<=十)ニ(?![ァ-ヶー])", "二"),
        *(
            (f"まい{said}", f"毎{kanji}")
            for said, kanji in (
                ("しゅう", "週"),
                ("にち", "日"),
                ("あさ", "朝"),
                ("ばん", "晩"),
                ("つき", "月"),
            )
        ),
        (r"おしえて(?=(?:ください|くれる|ね|よ)*$)", "教えて"),
        (r"(?<=[一-龥ァ-ヶー])ん?とこ(?=の|は|だけ)", ""),  # 「玄関とこの電気」
        (r"こんしゅう", "今週"),
        (r"らいしゅう", "来週"),
        *(
            (rf"{said}ようび?(?![ぁ-ん]う)", f"{kanji}曜日")
            for said, kanji in zip(
                ("げつ", "(?<![ぁ-ん])か", "すい", "もく", "きん", "ど", "にち"),
                "月火水木金土日",
                strict=True,
            )
        ),
        (r"(?<=\d)じ(?=に|$|から|まで|ごろ|はん|の|、|。)", "時"),
        (r"(?<=\d)パー(?=[^セトツマ]|$)", "パーセント"),
    )
)
"""Words drawn out or cut short, as one speaks, and the katakana ニ that is typed for 二."""
_TWICE_JA = regex(r"(もっと|ちょっと|少し|すこし|ずっと|早く)(?:\1)+")
"""What is said twice for once: 「もっともっと暗く」."""


def language_of(text: str, otherwise: Language = "en") -> Language:
    """Japanese if any kana or kanji is in it, otherwise English; ``otherwise`` when there is no letter."""
    if _JAPANESE.search(text):
        return "ja"
    return "en" if re.search(r"[A-Za-z]", text) else otherwise


def tidy(text: str) -> str:
    """Unicode NFKC (half-width kana and full-width letters become the usual ones), invisible characters out,
    quotes plain, runs of space one space."""
    apart = _PART_OF_ONE.sub(" ", _CONTROL.sub("", text))
    plain = unicodedata.normalize("NFKC", apart).translate(_QUOTES)
    return re.sub(r"\s+", " ", plain).strip()


def without_courtesy(text: str, language: Language) -> str:
    """The sentence without "if you can" and the like."""
    return _COURTESY[language].sub("", text)


@lru_cache(maxsize=512)  # every reader of a turn asks for it
def sentence(text: str, language: Language) -> str:
    """What templates and cues match against: tidy, no punctuation at its edges, numbers as digits."""
    plain = without_courtesy(_spelt(_GREETED.sub("", tidy(text)).strip(_EDGES)), language)
    plain = without_parting(plain, language)
    if _BRACKETED.fullmatch(plain) or plain.count("(") != plain.count(")"):
        plain = plain.strip(f"{_EDGES}()")  # other brackets at an edge are a calculation's, or a name's
    if language == "ja":
        return digits_ja(usual(denied(_as_written(plain))))
    if TITLED.match(plain):
        return digits_en(plain)
    plain = without_framing(_CLIPPED.sub(_whole, plain))
    plain = _MIND.sub(lambda match: DOING[match[1].casefold()], plain)
    weekly = _WEEKLY.sub(r"\g<what>\g<between> every ", with_colons(digits_en(plain)))
    return _DAILY.sub(r"\g<what>\g<between> every day at ", weekly)


def _spelt(text: str) -> str:
    """With the mark that "if its off" lacks."""
    return _ITS.sub(r"\g<lead> it's ", text)


def _as_written(text: str) -> str:
    for pattern, said in _DRAWN:
        text = pattern.sub(said, text)
    return _TWICE_JA.sub(r"\1", text)


def _whole(match: re.Match[str]) -> str:
    spelt = _WHOLE[match[0].casefold()]
    return spelt.capitalize() if match[0][0].isupper() else spelt


def folded(text: str, language: Language) -> str:
    """A sentence as words are looked for in it: small letters, and in Japanese no spaces."""
    return text.casefold() if language == "en" else text.casefold().replace(" ", "")


_LED_UP: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|oh|ah|so|ok|okay|(?:hey|hi|hello)(?: there)?|right|well|also|um|uh|alright|yeah|yes|then"
        r"|plus|just|quick(?:ly)?|(?:let's )?go ahead and|(?:i want|i need|i'd like) you to"
        r"|do me a favou?r and|be so kind (?:as )?to|kindly|would you mind(?: to)?|real quick),? )+"
        r"(?=\S+ \S+ \S|(?:call|ring|phone|text|play|lock|mute|pause|flip|roll) \S)",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:(?:あと|それと|それから|じゃあ|では|で|ねえ|ちなみに|そうだ|あっ?|すみません|すいません|ごめん)、"
        r"|(?:おはよう(?:ございます)?|こんにちは|こんばんは|ただいま)[、。！!]"
        r"|(?:じゃあ|それじゃあ?|とりあえず|[悪わ]る?いけど|すまんけど|ついでに)、?(?![^ぁ-んァ-ヶ一-龥0-9])"
        r"|ちょっと(?!.*(?:上げ|下げ|明る|暗|大き|小さ|強|弱|暖|温|涼|早|遅|待|開け|閉め|下ろ|戻|進|止))"
        r"(?=[^、。]{1,14}(?:[を]|に(?:電話|アラーム|追加)|の(?:予定|タイマー))|タイマー|今何|明日|今日|[0-9]))"
        r"+(?=.{3})"
    ),
}
"""Too short a rest may be another saying: "so long"."""
_ORDERED = regex(r"(?:i want|i need|i'd like) you to |would you mind |go ahead and ", re.IGNORECASE)
"""What leads up so has no other meaning; a name may begin with all else."""
_ITS = regex(
    r"\b(?P<lead>if|unless|because|since|that|when) its "
    r"(?=(?:not |still |already )*(?:on|off|open|closed|shut|locked|unlocked|running|dark|playing)$)",
    re.IGNORECASE,
)
_AT_ONCE = regex(r",? (?:(?<!from )now|right now|right away|asap|thanks|thank you)$", re.IGNORECASE)
_OWN_WORDS = regex(
    r"(?:\w+ )?(?:play|note|remember|remind|text|message|tell|take|write|search|what|is|are|how|why|who)\b",
    re.IGNORECASE,
)
"""Begins what may end in such a word of its own, or needs it."""
_THANKS = regex(r", (?:thanks|thank you|please)$", re.IGNORECASE)


def led_up(text: str, language: Language) -> int:
    """How many letters only lead up to what is said: "oh and", 「あと、」."""
    match = _LED_UP[language].match(text)
    return match.end() if match else 0


def leads_first(text: str, language: Language) -> bool:
    """Whether what leads up to it is to be left out first."""
    return language == "ja" or _ORDERED.match(text) is not None


def without_last_words(text: str, language: Language) -> str:
    """Without what only says that it is to be at once, or thanks."""
    text = text if language == "ja" else _THANKS.sub("", text)
    return text if language == "ja" or _OWN_WORDS.match(text) else _AT_ONCE.sub("", text)


def is_question(text: str) -> bool:
    """True when the sentence ends in a question mark."""
    return tidy(text).endswith("?")


def has_words(text: str) -> bool:
    """False for text without a single letter or digit, such as emoji alone."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


def speaks_of_what_came(text: str) -> bool:
    """True for "summarise this": the sentence is about a text that came along with it."""
    return _OF_WHAT_CAME.search(text) is not None
