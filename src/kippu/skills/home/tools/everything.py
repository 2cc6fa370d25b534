""" "Switch everything off": what that means, what it leaves alone, and how it is told."""

from collections.abc import Sequence

from kippu.skills.home.entity import Entity
from kippu.skills.home.orders import Result
from kippu.skills.home.phrases import TO_NAME, Words, named, plural, report, says
from kippu.skills.home.target import Target
from kippu.skills.home.tools.robots import works
from kippu.tool import Context, Said

SWITCHED = ("light", "switch", "fan", "media_player", "humidifier")
"""What everything is: nobody means the heating, the locks or the blinds by it."""
SILENCED = (*SWITCHED, "siren")
"""Off takes a siren too; on never does."""


def is_everything(target: Target) -> bool:
    """True for "all" without a word for a kind."""
    return target.name == "all" and target.domain is None and target.device_class is None


def words(on: bool) -> Words:
    """One word for all kinds, so that they stand in one sentence."""
    is_so = says("{is} on", "をオンにしました") if on else says("{is} off", "をオフにしました")
    was_so = says("{was} already on", "はもうオンです") if on else says("{was} already off", "はもうオフです")
    return Words(is_so, was_so)


def left_alone(things: Sequence[Entity]) -> list[Entity]:
    """What runs or stands open and stays so."""
    return [entity for entity in things if _goes_on(entity)]


def _goes_on(entity: Entity) -> bool:
    match entity.thing.domain:
        case "climate" | "water_heater":
            return entity.state not in ("off", "unknown")
        case "lock":
            return True
        case "cover" | "valve":
            return entity.state in ("open", "opening")
        case "vacuum" | "lawn_mower":
            return works(entity)
    return False


def told(
    context: Context, results: Sequence[Result], on: bool, left: Sequence[Entity], place: tuple[str, str]
) -> Said:
    """What was changed, what failed, and what was left as it is. ``place``: as ``place_called`` gives it."""
    already = [result for result in results if result.end == "already"]
    new = [result for result in results if result.end != "already"]
    sentences = [report(context, new, words(on)).text] if new else []
    if already:
        few = new and len(already) <= TO_NAME
        rest = (
            report(context, already, words(on)).text
            if few
            else context.say(*_rest(already, on, bool(new), place))
        )
        sentences.append(rest)
    if left:
        them = "they are" if len(left) > 1 or plural(left[0]) else "it is"
        sentences.append(
            context.say(
                f"I left {named('en', left)} as {them}.", f"{named('ja', left)}はそのままにしてあります。"
            )
        )
    said = report(context, results, words(on))
    data = {**said.data, "left": [entity.thing.id for entity in left]}
    return Said(("" if context.language == "ja" else " ").join(sentences), said.ok, data)


def _rest(already: Sequence[Result], on: bool, others: bool, place: tuple[str, str]) -> tuple[str, str]:
    """Of what was so before, when it is all or many; ``others`` if there is something that wasn't."""
    en, ja = ("on", "オン") if on else ("off", "オフ")
    if not others:
        where, where_ja = (f" in {place[0]}", f"{place[1]}は") if place[0] else ("", "")
        return f"Everything{where} was already {en}.", f"{where_ja}すべてもう{ja}になっています。"
    count = len(already)
    return f"The other {count} were already {en}.", f"ほかの{count}個はもう{ja}です。"
