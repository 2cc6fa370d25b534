"""Regional Japanese with the endings and words of the standard language: 「つけてけろ」 is 「つけて」.

Knows the grammar of endings; knows no tool.
"""

import re

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_END = r"(?=$|[、。！？!?])"
_PLEASE = (
    "んか ん?えな えや や け(?:ろや?|れ|で|ら|ねが?) くんろ くんなはれ つか[あー]?さい"
    " くれ(?:っか|へん(?:か|かな)|ん(?:か|かな|かね|かのう|ね)) もらえん(?:か|かね|やろか)"
    " ちょうだいな ちょう?(?:よ|だい)? はいよ もろて(?:ええ|いい)か?"
    " ほしい(?:ねん|んや|とよ?|っちゃ)(?:けど)? おくんなはれ おくれやす ごしない ごせ"
).replace(" ", "|")
"""How regions ask for something behind the form in て."""
_BEFORE_NOT = "さかがたなばまわらいきけしせちてねべめりれえにみぎげぜでびへ"
"""Letters before the ん that denies."""


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), said) for pattern, said in pairs)


_NO_MORE = r"な(?:よ|って|ってば)?(?=$|[、。！!])"
_DENIED = _rules(
    (
        rf"(つけ|点け|閉め|しめ|開け|あけ|止め|とめ|上げ|あげ|下げ|さげ|入れ|かけ|変え|始め)る{_NO_MORE}",
        r"\1ないで",
    ),
    (rf"(?<=[消けら流か回戻と])す{_NO_MORE}", "さないで"),
    (rf"(?<=[切触])る{_NO_MORE}", "らないで"),
    (rf"(?<=[をにンフク除])する{_NO_MORE}", "しないで"),
    (rf"(?<=[{_BEFORE_NOT}])(?:へ)?ん(?:といて|とって|とき(?:や|なはれ)?{_END})", "ないで"),
    (rf"(?<=[{_BEFORE_NOT}])んで(?:ええ|いい|よか)", "なくていい"),
)
_SAID = _rules(
    (rf"(?<=[てとっうに])言うて(?:くれ(?:え?よ|や)?|よ|な|や|ね)?{_END}", "言って"),
)
_ENDINGS = _rules(
    (rf"(?<=[いきしちにみりけせてねめれえべげ])とくれ(?:や|よ|ん?か)?{_END}", "て"),
    (rf"(?<=[てでねよなかわや])[ーぁぇぃ〜～]+{_END}", ""),
    (r"(?<=[けせねめれべげ])で(?=け[ろれねでら])", "て"),
    (r"(?<=い)どい(?=[てた])", "とい"),
    (r"(?<=[いきしちにひみけせてねめれっ])とって(?=$|[、。！？!?ねよ]|くれ|ほし|もら)", "て"),
    (r"(?<=ん)どって(?=$|[、。！？!?ねよ]|くれ|ほし|もら)", "で"),
    (rf"(?<=[いきしちにみりけせてねめれえっべげ])たって(?:ちょう?(?:だい)?|や|えな?){_END}", "て"),
    (rf"(?<=ん)だって(?:ちょう?(?:だい)?|や|えな?){_END}", "で"),
    (rf"ちゃ(?:らんか|り){_END}", "て"),
    (rf"(?<=[てで])(?:{_PLEASE}){_END}", ""),
    (r"^([^が]*[てで])(?:くれ(?:ん|へん)|もらえん)(?=[？?]?$)", r"\1"),
    (rf"(?:なん|(?<=[いるただう])ん|(?<=[一-龠])ん)(?:や|ねん)けど{_END}", "んだけど"),
    (rf"(?:だ|や|じゃ)?さかいに?{_END}", "から"),
    (rf"(?<=[るただい])(?:けん|けえ){_END}|(?<=だ)がら{_END}", "から"),
    (rf"やから{_END}", "だから"),
    (rf"(?:やったっけ|やったかいな|やったかね|だったかしゃん|だったかいな){_END}", "だっけ"),
    (rf"(?<=[いきしちっえけせめれん])(?:よっ|とっ|よう?)たかい(?:な|ね|の)?{_END}", "たっけ"),
    (rf"(?<=[一-龠たるいんう])(?:やろか|やろ|べか|だべか?|かしゃん){_END}", "か"),
    (rf"(?<=[たるいん])(?:かいな|かのう|かね){_END}", "か"),
    (r"(?<=[いきしちっえけせめれん])とる(?=$|[？?かのん])", "てる"),
    (r"(?<=[いきしちっえけせめれん])とらん", "てない"),
    (rf"(?<=[一-龠ァ-ヶー])(?:ばい|やで|やねん|やん|やわ|だべ|じゃ){_END}", ""),
)
_WORDS = _rules(
    (r"(?:ええと|えっと|えーっ?と|あのー?|んーと|うーんと|そのー)[、 ]+", ""),
    (r"(?<=[一-龠ァ-ヶー])ば(?=[一-龠ァ-ヶ])", "を"),
    (r"^[^、。]{1,12}?(?<!だけ)(?:じゃ|では?)なく(?:って|て)[、 ]?(?!も|よかった|いい|ええ)(?=.{4})", ""),
    (r"もっかい", "もう1回"),
    (r"どっか(?!ら)", "どこか"),
    (r"なんどき", "何時"),
    (r"ちょっこし|ちくと|ちょびっと", "少し"),
    (r"しもた", "しまった"),
    (r"ぬくう|ぬくく", "暖かく"),
    (r"めっちゃ|(?:^|(?<=[、はが ]))(?:ばり|でら)(?=[一-龠])|どえらい|えらい(?=[暑寒])", "とても"),
    (r"おおきに", "ありがとう"),
    (r"(?<=[ぁ-ん一-龠])ええ(?=$|わ|よ|で|か|ね|んちゃう)", "いい"),
    (r"いらん", "いらない"),
    (r"せなあかん|せんといけん|せんとあかん|せんば(?:いかん)?", "しないといけない"),
    (r"わからん", "わからない"),
    (r"(聞こえ|見え)(?:へん|ん(?=$|[、。わよ]))", r"\1ない"),
)


def denied(text: str) -> str:
    """「つけんといて」 as 「つけないで」: read first of all, for a reader who misses it does the contrary.

    So is 「言うて」 as 「言って」, without which what is to be told would be done."""
    return _put(_put(text, _DENIED), _SAID)


def ended(text: str) -> str:
    """The sentence with the endings of the standard language, and all its other words as they were said."""
    return _put(text, _ENDINGS)


def standard(text: str) -> str:
    """The sentence with the endings and words of the standard language."""
    return _put(ended(text), _WORDS)


def _put(text: str, rules: _Rules) -> str:
    for pattern, said in rules:
        text = pattern.sub(said, text)
    return text
