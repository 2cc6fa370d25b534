"""What is to be made, where the home has a machine that makes it: "make me a coffee", 「コーヒー淹れて」.

To switch it on is not yet a coffee, so it is proposed and not done. Knows the names of the home.
"""

import re

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i

_SURE = 0.9
_MAKES: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:please|hey|ok|now|can you|could you|would you|will you|i(?:'d| would) like you to)[ ,]+)*"
        r"(?:make|brew|prepare|fix|cook|boil|toast|heat|put on)(?: (?:me|us))?"
        r"(?: (?:a|an|some|the|my|our|more|fresh|hot|cup|pot|mug|slice|bit|of|another|two|few))*"
        r" (?P<what>[a-z]+?)s?(?: (?:please|now|for (?:me|us)|ready))*$"
    ),
    "ja": regex(
        r"^(?:.{2,16}で)?(?:ちょっと|温かい|熱い|おいしい|美味しい|朝の|食後の|、)*(?P<what>[^、。をでのが]{1,8}?)"
        r"(?:(?:を?(?:一杯|1杯|二杯|2杯)?(?:淹れ|いれ|入れ|作っ|つくっ|沸かし|わかし|炊い|焼い|用意し|ドリップし)|の準備を?し)"
        r"(?:て|といて|ておいて)(?:ください|下さい|くれる|くれない|もらえる|ほしい|ちょうだい|お願い|よ|ね)*"
        r"|(?:を|が)?(?:一杯|1杯|ひとつ|1つ)?、?(?:お願い(?:します|できる)?|ちょうだい|頂戴|ください|下さい|飲みたい|欲しい|ほしい"
        r"|頼む|頼みます|よろしく)(?:よ|ね|な|なあ|なー|です|んだけど)*|(?:を)?(?:一杯|1杯|ひとつ|1つ))$"
    ),
}
_COFFEE_JA = r"コーヒー|珈琲|エスプレッソ"
_MACHINES: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (regex(r"coffee|espresso|cappuccino|latte"), r"(?:coffee|espresso)(?: \w+)?"),
        (regex(r"tea|water"), r"(?:electric )?kettle|tea ?maker"),
        (regex(r"rice"), r"rice ?cooker"),
        (regex(r"toast|bread"), r"toaster"),
    ),
    "ja": (
        (
            regex(rf"{_COFFEE_JA}|カフェオレ|ラテ"),
            rf"(?:{_COFFEE_JA})(?:メーカー|マシン|マシーン|サーバー)",
        ),
        (regex(r"お茶|紅茶|緑茶|お?湯"), r"(?:電気)?(?:ケトル|ポット)|湯沸かし器"),
        (regex(r"ご飯|ごはん|お?米"), r"炊飯器"),
        (regex(r"パン|トースト"), r"トースター"),
    ),
}
"""What is made, and how the machine for it is called, behind the name of its place or maker."""
_COFFEE_JA_MACHINE = rf"(?:{_COFFEE_JA})(?:メーカー|マシン|マシーン|サーバー)"
_MADE_JA = regex(
    rf"(?:{_COFFEE_JA})(?:を?(?:一杯|1杯|二杯|2杯)?(?:淹れ|いれ|入れ|作っ|つくっ|用意し|ドリップし)|の?準備を?し)"
    r"(?:て|といて|ておいて)(?:ください|下さい|くれる|くれない|もらえる|ほしい|ちょうだい|お願い|よ|ね)*[?？。]*$"
)
_JA = regex(r"[ぁ-んァ-ヶ一-龠]")
_SWITCHED = ("switch", "input_boolean")


def made_by(text: str, language: Language, names: Names) -> Meaning | None:
    """Whether to switch on the one machine that makes it; None for another sentence, or without a machine."""
    wanted = _MAKES[language].match(text.casefold())
    if wanted is None:
        return None
    called = [name for what, name in _MACHINES[language] if what.fullmatch(wanted["what"])]
    machines = [thing for thing in names.things if any(_is_called(thing, name) for name in called)]
    if len(machines) != 1:
        return None
    call = Call("home.turn_on", {"name": machines[0].name})
    return Meaning("cues", _SURE, question=shall_i((call,), language, names=names), proposed=(call,))


def switched(text: str, language: Language, names: Names) -> str:
    """The sentence with its one machine switched on for what that makes: 「7時にコーヒー淹れて」. Empty for
    another one; in English free speech hears it."""
    wanted = _MADE_JA.search(text) if language == "ja" else None
    machines = [thing for thing in names.things if _is_called(thing, _COFFEE_JA_MACHINE)] if wanted else []
    if wanted is None or len(machines) != 1:
        return ""
    called = next(
        (each for each in (machines[0].name, *machines[0].aliases) if _JA.search(each)), machines[0].name
    )
    return f"{text[: wanted.start()]}{called}をつけて"


def _is_called(thing: Thing, name: str) -> bool:
    """Whether that is the end of one of its names."""
    ends = re.compile(rf"(?:^|.*\W|.*の)(?:{name})$", re.IGNORECASE)
    return thing.domain in _SWITCHED and any(ends.match(each) for each in (thing.name, *thing.aliases))
