"""Questions about the weather: that which is now, and that which nobody on this device can tell.

Knows words; what the home's sensors say, the home skill tells.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language

_ASKS = (
    r"^(?:and |so |hey |please |(?:can|could|would) you |tell me |give me |let me know |do you know |"
    r"show me |check |i want to know |i need to know |find out |if |whether )*"
)
_SKY = (
    r"(?:rain|snow|storm|hail|freez|drizzl|thunder|sunn|cloud|wind|fog|humid|chill|cold|cool|hot|warm|nice|dry|wet|"
    r"overcast|muggy|icy|blizzard|hurricane|tornado|typhoon|sleet|mist)\w*"
)
_WEAR = (
    r"(?:jackets?|coats?|raincoats?|gloves|shorts|umbrellas?|sweaters?|jumpers?|layers|sunscreen|sun ?block|"
    r"boots|scarf|hat|sandals|sunglasses|mittens|parka|hoodie|warm clothes|winter clothes)"
)
_ASKED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_ASKS}(?:"
        r"(?:the |today's |this week's )?(?:local )?(?:weather|forecast)\b"
        r"|(?:what|how|when|where)\b.*\b(?:weather|forecast)\b"
        r"|(?:what|how)\b.*\b(?:temperature|hot|cold|warm|humid|windy|chilly)\b.*\b(?:outside|outdoors|out|will|be|"
        r"today|tomorrow|tonight)\b"
        rf"|(?:will|is|does|is there|will there be|any chance of|are we) (?:it |we )?(?:be |get |"
        rf"going to (?:be |get )?|gonna (?:be )?|have )?(?:any |a )?(?:\w+ )?{_SKY}\b"
        rf"|(?:should|will|do|can|could|must|would|shall) (?:i|we)\b.*\b{_WEAR}\b"
        r"|(?:is|will be) (?:a|the) (?:\w+ )?(?:day|weather)\b"
        rf"|(?:is|are) (?:an? |the |my )?{_WEAR} (?:necessary|needed|required|a good idea)\b"
        r"|(?:will|is) the sky (?:be )?\w+"
        r"|what(?:'s| is| will be) the wind(?: speed)?\b"
        r"|what(?:'s| is) it like (?:outside|out)\b"
        r")"
    ),
    "ja": regex(
        r"(?:明日|あした|明後日|あさって|今夜|今晩|今週|来週|週末|[月火水木金土日]曜日?|午後|夕方|これから).*"
        r"(?:天気|気温|晴れ|雨|雪|降る|降ります|暑|寒)|天気予報|(?:雨|雪)(?:は|が)?(?:降る|降ります|ふる)"
        r"|(?:上着|コート|ジャケット|手袋|長靴|日傘|マフラー|厚着|長袖|半袖|羽織るもの|日焼け止め)(?:って|は|が|を|で|の方が|のほうが)?"
        r"(?:いる|要る|いります|必要|着ていく|着る|着た(?:方|ほう)が(?:いい|良い)|持って(?:いく|行く)|持っていった(?:方|ほう)が(?:いい|良い)"
        r"|大丈夫|いい|平気)(?:べき)?(?:です|でしょう|だろう)?(?:か|かな|の|かね)$"
        r"|(?:上着|コート|ジャケット|手袋|長靴|日傘|マフラー)(?:って|は|が)?(?:いる|要る|いります|必要)$"
        r"|(?:昨日|きのう|昨夜|昨晩|ゆうべ|一昨日|おととい|先週|去年)[^、。]*(?:天気|気温|晴れ|雨|雪|降っ|暑|寒)[^、。]*(?:た|でした)(?:の|か|かな|っけ)?$"
        r"|傘(?:は|が|を)?(?:いる|いります|必要|持って|もって)|の天気(?:は|を|って|$)"
    ),
}
_WEAR_JA = regex(
    r"^(?!.*(?:明日|あさって|明後日|今夜|今晩|来週|週末|午後|夕方|曜)).*(?:上着|コート|ジャケット|手袋|厚着|長袖|半袖)"
)
"""What to wear now: the sky outside tells."""
_NOT = regex(
    r"\b(?:write|story|poem|song|imagine|joke|say|translate|mean|means|why|app|widget|change|control|explain|kettle|"
    r"oven|coffee|water|soup|tea|room|bed ?room|kitchen|upstairs|downstairs|basement|attic|bathroom|nursery|"
    r"garage|hallway|inside|indoors|buy|cost|wash|dry clean)\b"
    r"|詩|話|物語|訳|書い|英語|なぜ|理由"
)
_LATER = regex(
    r"\b(?:forecast|tomorrow|tonight|yesterday|last|later|next|coming|weekend|week|month|year|morning|afternoon|evening|night|noon|"
    r"midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|winter|summer|spring|autumn|soon|"
    r"(?:in|after|within) (?:an?|\d+) \w+|from now|umbrella|raincoat|"
    r"\d+ ?(?:am|pm|o'clock)|\d+:\d+|\d+(?:st|nd|rd|th))\b"
)
_ELSEWHERE = regex(
    r"\bwhere (?:my|your|his|her|our|their|you|he|she|they)\b"
    r"|\b(?:in|for|at|near|around) (?!the\b|my\b|here\b|our\b|this\b|a\b|an\b|today\b|now\b|me\b|general\b|"
    r"degrees\b|celsius\b|fahrenheit\b|\d)[a-z]"
)


def weather(text: str, language: Language) -> Call | None:
    """The call for a question about the weather (``text`` as ``text.sentence`` gives it); None for others."""
    folded = text.casefold()
    if not _ASKED[language].search(folded) or _NOT.search(folded):
        return None
    if (
        (language == "ja" and not _WEAR_JA.search(folded))
        or _LATER.search(folded)
        or _ELSEWHERE.search(folded)
    ):
        return Call("about.no_forecast")
    return Call("home.weather")
