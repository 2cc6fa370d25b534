"""An appliance that the home hasn't: 「洗濯機回して」 starts no robot, 「床暖房つけて」 no thermostat, and
「扇風機つけて」 not the fan over the bath. Where a thing is called so, others read the sentence.
"""

import re
from typing import NamedTuple

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said


class _Sort(NamedTuple):
    said: re.Pattern[str]
    called: re.Pattern[str]
    """In a name of what it may be."""


def _sort(said: str, called: str) -> _Sort:
    return _Sort(regex(said), regex(called, re.IGNORECASE))


_SORTS = (
    _sort(r"洗濯機|washing machine|washer", r"洗濯|wash|laundry"),
    _sort(r"(?:衣類|洗濯|布団)?乾燥機|(?:tumble |clothes )?dryer", r"乾燥|dry|laundry|洗濯"),
    _sort(r"食器?洗い?(?:乾燥)?機|dishwasher", r"食洗|食器|dish"),
    _sort(r"炊飯器|rice cooker", r"炊飯|rice"),
    _sort(r"電子レンジ|microwave", r"レンジ|microwave"),
    _sort(r"こたつ|炬燵|コタツ|kotatsu", r"こたつ|炬燵|コタツ|kotatsu"),
    _sort(r"床暖房?|(?:under)?floor heating", r"床暖|floor ?heat"),
    _sort(r"電気毛布|ホットカーペット|electric blanket|heated blanket", r"毛布|カーペット|blanket|carpet"),
    _sort(r"空気清浄機|air purifier", r"清浄|purifier|air clean"),
)
_BLOWS = _sort(r"扇風機|せんぷうき|サーキュレーター|(?:ceiling|tower|desk|table|standing|pedestal) fan", r"")
_AIRS = regex(r"換気|レンジフード|exhaust|extractor|ventilat|bathroom|toilet|\bhood", re.IGNORECASE)
"""In a name of a fan that takes the air out, and cools nobody."""
_ORDERS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:please |can you |could you )*(?:(?:turn|switch) (?:on|off)|start|run|stop|put on) "
        r"(?:the |my |our )?(?P<what>[a-z ]+?)(?: please| now)*"
        r"|(?:turn|switch|put) (?:the |my |our )?(?P<what_>[a-z ]+?) (?:on|off)(?: please| now)*"
    ),
    "ja": regex(
        r"(?:ねえ、?|ちょっと)*(?P<what>[^、。をに]+?)(?:の電源)?を?、?"
        r"(?:回し|まわし|かけ|つけ|点け|入れ|動かし|始め|スタートし|オンにし|消し|けし|止め|とめ|オフにし|切っ|[弱中強]に?し)"
        r"(?:て|といて|ておいて)(?:ください|下さい|くれる|くれますか|くれない|ほしい|もらえる|お願い(?:します)?|ね|よ)*"
    ),
}


def no_such_appliance(said: Said) -> Meaning | None:
    """That there is none; None for every other order, and where something may be it."""
    match = _ORDERS[said.language].fullmatch(said.text.casefold()) if said.names.things else None
    what = next(filter(None, match.groups()), "") if match else ""
    if not what or not _lacks(what, said.names):
        return None
    return Meaning("cues", 0.97, (Call("about.no_such_thing", {"what": what}),))


def _lacks(what: str, names: Names) -> bool:
    """Whether it is an appliance that nothing in the home can be."""
    called = [(thing, " ".join((thing.name, *thing.aliases))) for thing in names.things]
    if any(what in (one.casefold() for one in (thing.name, *thing.aliases)) for thing, _ in called):
        return False
    if _BLOWS.said.fullmatch(what):
        fans = [ways for thing, ways in called if thing.domain == "fan"]
        return bool(fans) and all(_AIRS.search(ways) and not _BLOWS.said.search(ways) for ways in fans)
    sort = next((one for one in _SORTS if one.said.fullmatch(what)), None)
    return sort is not None and not any(sort.called.search(ways) for _, ways in called)
