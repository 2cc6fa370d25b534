"""Regional Japanese with the endings of the standard language, and what is said around a command.

「つけてけろ」 and 「つけちゃらん」 are 「つけて」; 「え、暗くない？電気つけて」 asks for 「電気つけて」.
Knows the grammar of endings; knows no tool.
"""

import re
from collections.abc import Iterator

_PLEASE = (
    "んか ん?えな えや や け(?:ろや?|れ|で|ら|ねが?)"
    " くれ(?:っか|へん(?:か|かな)?|ん(?:か|かな|かね|かのう|ね)?) くんろ くんなはれ つか[あー]?さい"
    " ちょうだいな ちょう?(?:よ|だい)? はいよ もろて(?:ええ|いい)?か? もらえん(?:か|かね|やろか)?"
    " ほしい(?:ねん|んや|とよ?|っちゃ)(?:けど)? おくんなはれ おくれやす ごしない ごせ"
).replace(" ", "|")
"""How regions ask for something behind the form in て."""
_END = r"(?=$|[、。！？!?])"
_RULES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (rf"(?<=[てでねよなかわや])[ーぁぇぃ〜～]+{_END}", ""),
        (r"(?:ええと|えっと|えーっ?と|あのー?|んーと|うーんと|そのー)[、 ]+", ""),
        (r"(?<=[けせねめれべげ])で(?=け[ろれねでら])", "て"),
        (r"(?<=い)どい(?=[てた])", "とい"),
        (r"(?<=[いきしちにひみりけせてねめれっん])[とど]って(?=$|[、。！？!?ねよ]|くれ|ほし|もら)", "て"),
        (rf"ちゃ(?:らん|り|んない|れ)か?{_END}", "て"),
        (rf"(?<=[てで])(?:{_PLEASE}){_END}", ""),
        (rf"(?:もん|なん|ん)?(?:や|ねん)けど{_END}", "んだけど"),
        (rf"(?:だ|や|じゃ)?(?:さかい|けん|けえ|がら|はんで)に?{_END}", "から"),
        (rf"やから{_END}", "だから"),
        (rf"(?:やったっけ|やったかいな|やったかね|だったかしゃん|だったかいな){_END}", "だっけ"),
        (rf"(?:やろか|やろ|かいな|かいね|かのう|べか|だべか?|かしゃん|かね){_END}", "か"),
        (r"(?<=[いきしちっえけせめれん])とる(?=$|[？?かのん])", "てる"),
        (r"(?<=[いきしちっえけせめれん])とらん", "てない"),
        (r"(?<=[一-龠ァ-ヶー])ば(?=[一-龠ァ-ヶ])", "を"),
        (rf"(?<=[一-龠ァ-ヶー])(?:たい|ばい|やで|やねん|やん|やわ|だべ|じゃ){_END}", ""),
        (r"^[^、。]{1,12}?(?:[.…・]*)(?:じゃ|では?)なく(?:って|て)?[、 ]?(?=.{4})", ""),
        (r"もっかい", "もう1回"),
        (r"どっか(?!ら)", "どこか"),
        (r"なんどき", "何時"),
        (r"ちょっこし|ちくと|ちょびっと", "少し"),
        (r"しもた", "しまった"),
        (r"ぬくう|ぬくく", "暖かく"),
        (r"めっちゃ|ばり(?=[一-龠])|でら|どえらい|えらい(?=[暑寒])", "とても"),
        (r"おおきに", "ありがとう"),
        (r"ええ(?=$|わ|よ|で|か|ね|んちゃう)", "いい"),
        (r"いらん", "いらない"),
        (r"せなあかん|せんといけん|せんとあかん|せんば(?:いかん)?", "しないといけない"),
        (r"わからん", "わからない"),
        (r"(聞こえ|見え)(?:へん|ん(?=$|[、。わよ]))", r"\1ない"),
    )
)
_CLAUSE = re.compile(r"[、,。！!？?\s]+")
_MATTERS = re.compile(
    r"\d|たら|れば|なら|とき|時|場合|[前後]|まで|から(?!$)|じゃなく|ではなく|でなく|以外|だけ(?!ど)|いや|やっぱ|違|でも|のに|って言"
)
"""Of what stands beside a command: it may be its time, its condition or another wish."""
_ASIDE = re.compile(
    r"(?:[うくすつぬむるいただよねわなぞさげ]|から|ので|んで|けど|もん|し|です|ます|ん|っと|ごめん|はい|よし|ねえ|お願い|頼む|よろしく|まって|待って|ごめんね|すみません)$"
)
"""How a clause ends that says something by itself: a reason, a feeling, a word to the listener."""
_ASKS = re.compile(
    r"(?<!ま)(?<!待っ)(?<![のん])[てで]$|.{2}お願い(?:します)?$|[ろよ]$(?<=[てでしけせめれ].)|ください$|なさい$|ほしい$|たい$"
)


def standard(text: str) -> str:
    """The sentence with the endings of the standard language; the same where it had none of a region."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text


def without_asides(text: str) -> Iterator[str]:
    """The one clause that asks, where all others only say why or how one feels."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    for place, clause in enumerate(clauses) if 2 <= len(clauses) <= 4 else ():
        others = clauses[:place] + clauses[place + 1 :]
        if len(clause) > 3 and all(_is_aside(other) for other in others):
            yield clause


def _is_aside(clause: str) -> bool:
    if len(clause) <= 2 and clause.isalpha():
        return True
    return not _MATTERS.search(clause) and not _ASKS.search(clause) and _ASIDE.search(clause) is not None
