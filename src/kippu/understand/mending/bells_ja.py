"""Timers and reminders as one calls them out, without the particles that the templates know.

「パスタ8分タイマー」 is 「パスタの8分タイマー」; 「…、7時にゴミ出すリマインドも」 asks for a reminder.

Knows words alone.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame

_LENGTH = r"\d+(?:\.\d+)?(?:時間半|時間\d+分|時間|分半|分\d+秒|分|秒)"
_TIMER = r"(?:の)?(?:タイマー|たいまー)"
_PARTICLE = "はがもにでとへ"
_NAME = (
    rf"(?P<name>(?:[^\d、。・「」のを{_PARTICLE}?]|(?<![ァ-ヶー一-龥])[{_PARTICLE}]){{1,12}}?)"
    rf"(?<![{_PARTICLE}])"
)
"""Without a particle, which makes a sentence of it: 「ゆで卵」 has none, 「卵を」 has."""
_CALLED = regex(
    rf"{_NAME}(?P<rest>{_LENGTH}(?:間)?{_TIMER}.*?|(?:タイマー|たいまー)(?:を)?{_LENGTH}.*?)(?:で|ね|よ)*"
)
_NO_NAME = regex(
    r"今|いま|明日|明後|毎|昨|午前|午後|朝|昼|夜|夕方|あと|もう|さら|次|つぎ|じゃあ?|では|やっぱ|まず|とりあえず|別|同じ|新し"
    r"|追加|延長|短縮|残|約|合計|それ|これ|あれ|その|この|あの|さっき|全部|最初|最後|ちょっと|すぐ|早く|また|ねえ|ごめん"
    r"|お願い|カウント|ストップ|ポモドーロ|集中|スヌーズ|アラーム|リマイン|から|まで|だけ|くらい|ぐらい|ほど|より|ので|けど"
    r"|たら|んだ|です|ます|って|用$|[てねよなさ]$|何|なん|どの|どれ|いつ|誰|番"
)
"""What stands before a length and is no name of it: when, how much more, why."""
_ONE_BESIDE = regex(
    r"(?:(?:あと|それと|それから|で)、?)*(?:(?:次は|次に|今度は)、?(?P<next>)|)"
    rf"(?P<name>[^\d、。・「」をはがにの]{{1,12}}?)(?:用(?:に|の|で)?も?|の(?=\d.*も)|(?(next)[、はをに]|(?!)))、?"
    rf"(?P<length>{_LENGTH})(?:間)?(?:の)?(?:タイマー)?(?:も|を)*"
    r"(?:セット|スタート|お願い(?:します)?|かけて|して|で)*(?:ください|ね|よ)*"
)
_EACH = regex(
    rf"(?:(?P<what>[^\d、。]{{1,12}}?)の?)?(?P<length>{_LENGTH})(?:間)?{_TIMER}(?P<set>(?:を)?[^、。と]{{0,8}})"
)
_BETWEEN = regex(r"[、。]|(?<=タイマー)と")
_SETS = regex(
    r"(?:を)?(?:(?:セット|スタート|開始|お願い)(?:します|して)?|かけて|入れて|で|も)*(?:ください|ね|よ)*"
)
_SAYS_NAME = regex(
    rf"(?P<name>[^\d、。・「」]{{1,12}}?)(?:って|という|っていう)名前?(?:で|の)、?(?P<rest>{_LENGTH}(?:間)?{_TIMER}.*)"
)
"""「煮物って名前で30分タイマー」."""
_FOR_COOKING = regex(
    rf"{_NAME}を?"
    r"(?:茹で|ゆで|煮込[むん]?|煮|焼[いく]?|蒸[しす]|揚げ|炊[いく]|温め|あたため|チン(?:し|す)|炒め|寝かせ|冷やす)"
    rf"る?(?:から|ので|んで|のに|ため(?:に|の)?|用(?:に|の)|間)、?(?P<rest>{_LENGTH}(?:間)?(?:の)?{_TIMER}.*)"
)
"""What is on the stove gives the timer its name: 「パスタ茹でるから9分のタイマー」."""
_BESIDE = regex(
    r"(?P<first>.+?[、。])(?:あと|それと|それから|ついでに)?、?"
    r"(?P<then>[^、。]*\d+[時分](?:半|\d+分)?(?:後)?に?[^、。]+?)"
    r"(?:って|と|の)?(?:リマインド|リマインダー)(?:も|を)(?:ね|よ|お願い(?:します)?|して|セットして|入れて)*"
)


def called_out(text: str, apart: Callable[[str], Frame]) -> str:
    """The sentence with the particles; as it is where it is nothing such. ``apart`` takes a text apart."""
    if match := _BESIDE.fullmatch(text):
        return f"{match['first']}{match['then']}ってリマインドして"
    if each := _several(text, apart):
        return each
    match = _SAYS_NAME.fullmatch(text) or _FOR_COOKING.fullmatch(text) or _CALLED.fullmatch(text)
    if match is None or not _may_be_called(match["name"], apart):
        return text
    return f"{match['name']}の{match['rest']}"


def one_beside(text: str) -> str:
    """Another timer, for what is named, as it is called out: 「ソース用に15分のも」; empty for all else."""
    match = _ONE_BESIDE.fullmatch(text)
    return (
        ""
        if match is None or _NO_NAME.search(match["name"])
        else f"{match['name']}の{match['length']}タイマー"
    )


def _several(text: str, apart: Callable[[str], Frame]) -> str | None:
    """Each of several timers as an order: 「パスタ8分タイマー、ソース5分タイマー」."""
    found = [_EACH.fullmatch(part) for part in _BETWEEN.split(text)]
    timers = [match for match in found if match]
    if len(timers) < 2 or len(timers) < len(found):
        return None
    if not all(_SETS.fullmatch(match["set"]) for match in timers):
        return None
    if any(match["what"] and not _may_be_called(match["what"], apart) for match in timers):
        return None
    named = (f"{match['what']}の" if match["what"] else "" for match in timers)
    each = zip(named, timers, strict=True)
    return "、".join(f"{name}{match['length']}タイマーをかけて" for name, match in each)


def _may_be_called(name: str, apart: Callable[[str], Frame]) -> bool:
    """Whether it is neither of the home, for that is to be switched after a while, nor an order."""
    if _NO_NAME.search(name):
        return False
    frame = apart(name)
    return not frame.mentions and not frame.tells("kinds", "verbs", "all", "ask", "blocks", "percent")
