"""What can only be a sequel, stands behind what tools did or told, and that no reader took: "and of 81",
"is it muted", "actually half past", 「いつからだっけ？」.

A small model would make up an answer: it has no look at timers, lists or lights. It is said that it wasn't
understood. Only sentences that mean nothing by themselves; runs nothing.
"""

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.later.schedule import TELLS
from kippu.understand.text import tidy

_SURE = 0.9
_MOST_WORDS = 7
_MOST_LETTERS_JA = 16
_THING = r"(?:it|they|them|that|those|these|this|one|ones|both|all|he|she|him|her|there)"
_VERB = (
    r"(?:turn|switch|set|make|move|put|push|change|delete|cancel|remove|clear|stop|start|open|close|shut"
    r"|lock|call|text|pause|resume|add|drop|swap|raise|lower|dim|mark|skip|shorten|extend|undo|redo|keep"
    r"|leave|bring|send)"
)
_LEAD_EN = r"(?:(?:ok|okay|oh|hm+|um+|uh|well|please|so|but|then|now|sorry|and|also)[, ]+)*"
_GOES_ON_EN = (
    r"(?:and|also|plus|or|what about|how about|same (?:for|with|in)|not|only|just|except|another|by|until"
    r"|without)\b(?! (?:what|who|why|how|where|when)\b)(?: [^ ]+){1,6}"
    r"|(?:times|minus|plus|divided by|multiplied by) \d[\d.,]*(?: percent| ?%)?"
    r"|(?:cubed|squared|rounded|doubled|halved)"
    r"|(?:the )?(?:square root|half|double|third|quarter) of (?:that|it)"
)
_PUTS_RIGHT_EN = (
    r"(?:no|actually|wait|i mean|i meant|rather|instead)\b[, ]+(?:no[, ]+)?(?:[^ ]+ ?){1,5}"
    r"|(?:[^ ]+ ){1,4}(?:too|as well|instead|again)"
)
_ASKS_EN = (
    rf"(?:is|are|was|were|did|does|do|has|have|will|can) {_THING} (?:[^ ]+ ?){{1,3}}"
    r"|(?:since when|by whom|when|what time|at what time|how (?:long|many|much|bright|warm|loud|fast|high)"
    r"|which (?:one|ones|of (?:them|those|these))"
    r"|what (?:speed|colou?r|volume|level|brightness|temperature|day|song))"
    rf"(?: (?:is|are|was|were|will|does|did|do|has|have|left|you|{_THING}|be|at|on|now|set|ring|end|start"
    r"|ends?|rings?|the|next|first|last|go off|take|then|finish))*"
    rf"|where (?:is|are|was|were) {_THING}(?: now)?"
    r"|who (?:turned|did|set|opened|closed|locked|unlocked) .*"
)
_NAMES_EN = (
    rf"{_VERB} (?:[^ ]+ ){{0,4}}(?:it|them|that|those|these|him|her|both|ones?|back)(?: [^ ]+){{0,3}}"
    r"|(?:the )?(?:first|second|third|last|next|other|former|latter|longer|shorter)(?: ones?)?(?: [^ ]+){0,3}"
)
_OPEN_EN = regex(rf"{_LEAD_EN}(?:{_GOES_ON_EN}|{_PUTS_RIGHT_EN}|{_ASKS_EN}|{_NAMES_EN})[?!. ]*")
_TALK_EN = regex(
    r"\b(?:me|you|your|why|because|think|feel|love|like|hate|joke|story|poem|means?|true|safe|good|bad"
    r"|nice|great|funny|sense|translate|write|explain|thanks?|problem|worries|way|kidding|maybe|idea"
    r"|should|people|friend|talk|chat|tell|life|bored|tired|sad|happy|hungry|okay|fine|right|wrong|really"
    r"|sure)\b"
)
"""What has one of these may well be meant for a model."""
_LEAD_JA = r"(?:(?:じゃあ?|では|で|あと|やっぱり?|いや|あ|ごめん|えっと)[、 ]?)*"
_ASKS_JA = (
    r".{0,8}(?:いつ|何時|何分|何秒|何度|何個|何色|何パー(?:セント)?|いくつ|どれくらい|どのくらい|どれ|どっち)"
    r"(?:から|まで|に|後|なの|です|になって|なって|鳴)*(?:る|た|ます)?(?:か|かな|だっけ|っけ|の)?[?？]?"
)
_OPEN_JA = regex(
    rf"{_LEAD_JA}(?:.{{1,8}}も[?？]?|.{{1,8}}(?:なら|だと|すると|足すと|引くと|引きなら)[?？]?|{_ASKS_JA}"
    r"|(?:それ|あれ|そっち|両方|どっちも|最初の|次の|残りの?|ほかの?|他の?|長い|短い|もう[一1](?:つ|回|度|個)).{0,8}"
    r"|(?:やっぱり?|じゃなくて|間違えた?).{1,10}|.{1,8}(?:に変更|にして|に変えて|だった)(?:ください|ね|よ)?"
    r"|(?:全部|一番[上下])?(?:終わった|消して|止めて|やめて|取り消して|戻して|解除(?:して)?|まだ)[?？]?)"
)
_WHAT_OF_JA = regex(rf"{_LEAD_JA}.{{1,8}}は[?？]?")
"""Goes on behind a question alone: behind a deed 「富士山は？」 is one of its own."""
_TALK_JA = regex(
    r"話|好き|思|面白|おもしろ|元気|ありがと|すご|いいね|うれし|嬉し|楽し|悲し|だよ$|誰の|意味|教えて|なぜ|なんで|どうして"
    r"|あなた|君|きみ|天気|お腹|疲れ|眠い|^みんな|おはよう|こんにちは|こんばんは|おやすみ|名前"
)


def unfinished(turn: Turn) -> Meaning | None:
    """That it wasn't understood, behind what tools did; None for what may be talk."""
    before = turn.asked or (() if turn.after_talk else turn.earlier)
    if not before or turn.outside or turn.schema:
        return None
    said = tidy(turn.text).casefold()
    open_ = _is_open_ja(said, before[-1]) if turn.language == "ja" else _is_open_en(said)
    return Meaning("cues", _SURE, (Call("about.unfinished"),)) if open_ else None


def _is_open_en(said: str) -> bool:
    if len(said.split()) > _MOST_WORDS or _TALK_EN.search(said):
        return False
    return _OPEN_EN.fullmatch(said) is not None


def _is_open_ja(said: str, last: Call) -> bool:
    if len(said) > _MOST_LETTERS_JA or _TALK_JA.search(said):
        return False
    asked = last.tool in TELLS or not last.tool.startswith("home.")
    return bool(_OPEN_JA.fullmatch(said) or (asked and _WHAT_OF_JA.fullmatch(said)))
