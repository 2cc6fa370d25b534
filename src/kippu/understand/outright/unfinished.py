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
    r"|lock|pause|resume|add|swap|raise|lower|dim|mark|skip|shorten|extend|undo|redo|send)"
)
_LEAD_EN = r"(?:(?:ok|okay|oh|hm+|um+|uh|well|please|so|but|then|now|sorry|and|also)[, ]+)*"
_SEQUEL_EN = (
    r"(?:and|also|plus|or|what about|how about|same (?:for|with|in)|not|only|just|except|another|by|until"
    r"|without)\b(?! (?:what|who|why|how|where|when|the capital)\b)"
)
_TOLD_EN = (
    r"(?=.*(?:\d|\b(?:on|off|half|quarter|past|minutes?|hours?|today|tomorrow|tonight|noon|midnight"
    r"|it|that|them|ones?|others?|both|all|everything|there)\b))"
)
"""Says something of what was spoken of, or how much."""
_GOES_ON_EN = (
    rf"{_SEQUEL_EN}{_TOLD_EN}(?: [^ ]+){{1,5}}"
    r"|(?:times|minus|plus|divided by|multiplied by) \d[\d.,]*(?: percent| ?%)?"
    r"|(?:cubed|squared|rounded|doubled|halved)"
    r"|(?:the )?(?:square root|half|double|third|quarter) of (?:that|it)"
)
_ALSO_OF_EN = rf"{_SEQUEL_EN}(?: [^ ]+){{1,3}}"
"""Behind what Kippu keeps or reckons, which no model knows: "what about cheese"."""
_PUTS_RIGHT_EN = (
    rf"(?:no|actually|wait|i mean|i meant|rather|instead)\b[, ]+{_TOLD_EN}(?:[^ ]+ ?){{1,5}}"
    r"|(?!(?:i|we|me|my|here|there|never|once|you)\b)(?:[^ ]+ ){1,3}(?:too|as well|instead|again)"
)
_SO_EN = (
    r"(?:on|off|open|closed?|shut|locked|unlocked|muted|playing|paused|running|cleaning|docked|charging|done"
    r"|ready|finished|set|repeating|daily|ringing|still .+|(?:dark|light|bright)er|dim|loud|quiet|warm|cold"
    r"|hot|full|empty|broken|working|up|down|at \d.*|due|over|late|free|busy|red|green|blue|white|yellow"
    r"|orange|purple|pink|expensive)"
)
_ASKS_EN = (
    rf"(?:is|are|was|were|has|have) {_THING} (?:already |now |really |all )*{_SO_EN}"
    r"(?: (?:now|yet|again|then))*"
    rf"|(?:did|does|do|will|can) {_THING} (?:work|ring|repeat|go off|turn (?:on|off)|stop|start|run|play|open"
    r"|close|finish|end|change|take)(?: [^ ]+){0,2}"
    r"|(?:since when|by whom|when|what time|at what time|how (?:long|many|much|bright|warm|loud|fast|high)"
    r"|which (?:one|ones|of (?:them|those|these))"
    r"|what (?:speed|colou?r|volume|level|brightness|temperature|day|song))"
    rf"(?: (?:is|are|was|were|will|does|did|do|has|have|left|you|{_THING}|be|at|on|now|set|ring|end|start"
    r"|ends?|rings?|the|next|first|last|go off|take|then|finish))*"
    rf"|where (?:is|are|was|were) {_THING}(?: now)?"
    r"|who (?:turned|switched|set|opened|closed|locked|unlocked|did) (?:it|that|them|this|those)(?: .+)?"
)
_NAMES_EN = (
    rf"{_VERB} (?:[^ ]+ ){{0,4}}(?:it|them|that|those|these|him|her|both|ones?|back)(?: [^ ]+){{0,3}}"
    r"|(?:the )?(?:first|second|third|last|next|other|former|latter|longer|shorter)"
    r"(?: (?:ones?|timer|alarm|reminder|item|event|note|list|light|lamp))?(?: please)?"
    r"|the other (?:one|light|lamp) .{1,20}"
)
_OPEN_EN = regex(rf"{_LEAD_EN}(?:{_GOES_ON_EN}|{_PUTS_RIGHT_EN}|{_ASKS_EN}|{_NAMES_EN})[?!. ]*")
_OPEN_KEPT_EN = regex(rf"{_LEAD_EN}(?:{_ALSO_OF_EN})[?!. ]*")
_TALK_EN = regex(
    r"\b(?:me|you|your|why|because|think|feel|love|like|hate|joke|jok(?:ing|es)|story|poem|means?|true|safe"
    r"|good|bad|nice|great|funny|fun|sense|translate|write|explain|thanks?|problem|worries|way|kidding|maybe"
    r"|idea|should|people|friend|talk|chat|tell|life|bored|tired|sad|happy|hungry|okay|fine|right|wrong"
    r"|really|sure|world|much|at all|rush|deal)\b"
)
"""What has one of these may well be meant for a model."""
_KEPT = frozenset(
    {"timers", "alarms", "reminders", "calendar", "lists", "notes", "contacts", "math", "clock"}
)
_LEAD_JA = r"(?:(?:じゃあ?|では|で|あと|やっぱり?|いや|あ|ごめん|えっと)[、 ]?)*"
_ASKS_JA = (
    r"(?:(?:それ|これ|あれ|次|今|いま|あと|残り|その.{0,4})(?:だと|は|って|の|が)?)?"
    r"(?:いつ|何時|何分|何秒|何度|何個|何色|何パー(?:セント)?|いくつ|どれくらい|どのくらい|どれ|どっち)"
    r"(?:から|まで|に|後|なの|です|になって|なって|鳴)*(?:る|た|ます)?(?:か|かな|だっけ|っけ|の)?[?？]?"
)
_DO_JA = r"(?:消|つけ|止|やめ|変|取り消|戻|上げ|下げ|開|閉|だけ|じゃな|で(?:いい|お願い)|に(?:して|変))"
_OPEN_JA = regex(
    rf"{_LEAD_JA}(?:(?!(?:私|俺|僕|みんな|それ)も).{{1,5}}も[?？]?"
    rf"|.{{1,8}}(?:なら|だと|すると|足すと|引くと|引きなら)[?？]?|{_ASKS_JA}"
    rf"|(?:それ|あれ|そっち|両方|どっちも)(?:を|は|も)?{_DO_JA}.{{0,6}}"
    r"|(?:最初|次|残り|ほか|他|長い|短い)の?(?:やつ|ほう|方|もの|アラーム|タイマー|予定|リマインダー)(?:は|を|も)?.{0,6}"
    r"|もう[一1](?:つ|回|度|個).{0,6}|(?:やっぱり?|じゃなくて|間違えた?)(?=.*[\d時分日曜]|.*やめ|.*(?:で|にして)$).{1,10}"
    r"|.{1,8}(?:に変更|にして|に変えて)(?:ください|ね|よ)?|(?:\d.{0,5}|明日|今日|明後日|[月火水木金土日]曜日?)だった"
    r"|(?:全部|一番[上下])?(?:終わった|消して|止めて|やめて|取り消して|戻して|解除(?:して)?|まだ)[?？]?)"
)
_WHAT_OF_JA = regex(rf"{_LEAD_JA}.{{1,8}}は[?？]?")
"""Goes on behind a question of what is kept alone: behind a deed 「富士山は？」 is one of its own."""
_TALK_JA = regex(
    r"話|好き|思|面白|おもしろ|元気|ありがと|すご|いいね|うれし|嬉し|楽し|悲し|だよ$|誰の|意味|教えて|なぜ|なんで|どうして"
    r"|あなた|君|きみ|天気|お腹|疲れ|眠い|^みんな|おはよう|こんにちは|こんばんは|おやすみ|名前|最高|首都|人口|大臣|大統領"
)


def unfinished(turn: Turn) -> Meaning | None:
    """That it wasn't understood, behind what tools did; None for what may be talk."""
    before = turn.asked or (() if turn.after_talk else turn.earlier)
    if not before or turn.outside or turn.schema:
        return None
    said = tidy(turn.text).casefold()
    open_ = (_is_open_ja if turn.language == "ja" else _is_open_en)(said, before[-1])
    return Meaning("cues", _SURE, (Call("about.unfinished"),)) if open_ else None


def _is_open_en(said: str, last: Call) -> bool:
    if len(said.split()) > _MOST_WORDS or _TALK_EN.search(said):
        return False
    kept = last.tool in TELLS or last.tool.partition(".")[0] in _KEPT
    return bool(_OPEN_EN.fullmatch(said) or (kept and _OPEN_KEPT_EN.fullmatch(said)))


def _is_open_ja(said: str, last: Call) -> bool:
    if len(said) > _MOST_LETTERS_JA or _TALK_JA.search(said):
        return False
    kept = last.tool in TELLS or last.tool.partition(".")[0] in _KEPT - {"math", "clock"}
    return bool(_OPEN_JA.fullmatch(said) or (kept and _WHAT_OF_JA.fullmatch(said)))
