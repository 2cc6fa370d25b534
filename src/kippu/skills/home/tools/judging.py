"""Whether things are so, which of them, how many: as whole sentences."""

from collections.abc import Mapping, Sequence

from kippu.skills.home.entity import Entity
from kippu.skills.home.nouns import common, many
from kippu.skills.home.phrases import and_en, called_ja, plural, room_ja, the, upper_first
from kippu.skills.home.predicates import in_state, negative, predicate
from kippu.skills.home.words import is_state
from kippu.tool import Context

_TO_LIST = 12
"""More things than these are counted, not named."""
_THERE: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "motion": (("there is movement", "動きがあります"), ("there is no movement", "動きはありません")),
    "moving": (("something is moving", "動いています"), ("nothing is moving", "何も動いていません")),
    "occupancy": (("somebody is there", "人がいます"), ("nobody is there", "誰もいません")),
    "presence": (("somebody is there", "人がいます"), ("nobody is there", "誰もいません")),
    "smoke": (("there is smoke", "煙が出ています"), ("there is no smoke", "煙は出ていません")),
    "gas": (("there is gas", "ガスが漏れています"), ("there is no gas", "ガスは漏れていません")),
    "sound": (("there is a sound", "音がしています"), ("there is no sound", "音はしていません")),
    "moisture": (("it is wet", "水漏れがあります"), ("it is not wet", "水漏れはありません")),
    "carbon_monoxide": (
        ("there is carbon monoxide", "一酸化炭素が出ています"),
        ("there is no carbon monoxide", "一酸化炭素は出ていません"),
    ),
}
"""What a sensor of this class says of its room, on and off."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def is_so(context: Context, entities: Sequence[Entity], state: str) -> str:
    """Yes or no of all these, and what is so."""
    others = [entity for entity in entities if not is_state(entity, state)]
    if not others:
        return _yes(context, _fact(context, entities, predicate(entities[0], state)))
    if others[0].state != "unknown" and len({predicate(entity) for entity in others}) == 1:
        return _no(context, _fact(context, others, predicate(others[0])))
    return _no(context, _fact(context, others, negative(others[0], state)))


def any_so(context: Context, entities: Sequence[Entity], state: str, *, device_class: str | None) -> str:
    """Yes with those that are so, or no."""
    so = [entity for entity in entities if is_state(entity, state)]
    if sensed := _sensed(context, entities, so, state):
        return (_yes if so else _no)(context, sensed)
    if so:
        return _yes(context, _fact(context, so, predicate(so[0], state), "が"))
    if len(entities) == 1 and entities[0].state != "unknown":
        return _no(context, _fact(context, entities, predicate(entities[0])))
    return _no(context, _none(context, entities, state, device_class))


def which_so(context: Context, entities: Sequence[Entity], state: str, *, device_class: str | None) -> str:
    """Those that are so, or that none is."""
    so = [entity for entity in entities if is_state(entity, state)]
    if sensed := _sensed(context, entities, so, state):
        return upper_first(sensed)
    if state == "playing" and so and all(entity.attributes.get("media_title") for entity in so):
        return context.say(" ", "").join(_plays(context, entity) for entity in so)
    if so:
        return upper_first(_fact(context, so, predicate(so[0], state), "が"))
    return upper_first(_none(context, entities, state, device_class))


def _plays(context: Context, entity: Entity) -> str:
    title, artist = (entity.attributes.get(key) for key in ("media_title", "media_artist"))
    by, by_ja = (f" by {artist}", f"（{artist}）") if artist else ("", "")
    return context.say(
        f"{upper_first(the(entity))} is playing “{title}”{by}.",
        f"{called_ja(entity)}で「{title}」{by_ja}を再生中です。",
    )


def how_many_so(context: Context, entities: Sequence[Entity], state: str, *, device_class: str | None) -> str:
    """How many are so, and which."""
    so = [entity for entity in entities if is_state(entity, state)]
    if not so:
        return upper_first(_none(context, entities, state, device_class))
    (noun, noun_ja), (en, ja) = common(entities, device_class), predicate(so[0], state)
    count = len(so)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    verb = en.replace("{is}", "is" if count == 1 else "are")
    noun = noun if count == 1 else many(noun)
    if count > _TO_LIST:
        return context.say(f"{number} {noun} {verb}.", f"{count}個の{noun_ja}が{ja}。")
    return context.say(
        f"{number} {noun} {verb}: {_names_en(so)}.", f"{count}個の{noun_ja}が{ja}：{_names_ja(so)}。"
    )


def all_so(context: Context, entities: Sequence[Entity], state: str, *, device_class: str | None) -> str:
    """Yes of all, or no with those that are not so."""
    others = [entity for entity in entities if not is_state(entity, state)]
    if others or len(entities) == 1:
        return is_so(context, others or entities, state)
    (noun, noun_ja), (en, ja) = common(entities, device_class), predicate(entities[0], state)
    how = "both" if len(entities) == 2 else f"all {len(entities)}"
    return _yes(
        context,
        context.say(f"{how} {many(noun)} {en.replace('{is}', 'are')}.", f"すべての{noun_ja}が{ja}。"),
    )


def _sensed(context: Context, entities: Sequence[Entity], so: Sequence[Entity], state: str) -> str | None:
    """What sensors say of their rooms: "there is movement in the entrance"; None for other things."""
    first = so[0] if so else entities[0]
    there = _THERE.get(first.thing.device_class or "")
    if first.thing.domain != "binary_sensor" or there is None or in_state(first, state).state != "on":
        return None
    en, ja = there[0 if so else 1]
    told = so or entities
    rooms = list(dict.fromkeys(entity.thing.room for entity in told if entity.thing.room))
    if not rooms or len(rooms) > _TO_LIST or (not so and len(rooms) > 1):
        return context.say(f"{en}.", f"{ja}。")
    place = and_en([f"the {room.lower()}" for room in rooms])
    en = en.removesuffix(" there") if en.endswith(" there") else en
    return context.say(f"{en} in {place}.", f"{'と'.join(dict.fromkeys(map(room_ja, told)))}に{ja}。")


def _fact(context: Context, entities: Sequence[Entity], phrase: tuple[str, str], particle: str = "は") -> str:
    en, ja = phrase
    several = len(entities) > 1 or plural(entities[0])
    return context.say(
        f"{_names_en(entities)} {en.replace('{is}', 'are' if several else 'is')}.",
        f"{_names_ja(entities)}{particle}{ja}。",
    )


def _names_en(entities: Sequence[Entity]) -> str:
    if len(entities) > _TO_LIST:
        return f"{len(entities)} {many(common(entities)[0])}"
    first, *rest = entities
    return and_en([the(first), *(the(entity).removeprefix("the ") for entity in rest)])


def _names_ja(entities: Sequence[Entity]) -> str:
    if len(entities) > _TO_LIST:
        return f"{len(entities)}個の{common(entities)[1]}"
    return "、".join(_lock_ja(entity) for entity in entities)


def _lock_ja(entity: Entity) -> str:
    """A lock is spoken of as one, for a door that is 閉まっている need not be locked."""
    if entity.thing.domain != "lock":
        return called_ja(entity)
    names = (entity.thing.name, *entity.thing.aliases)
    own = next((name for name in names if "鍵" in name or "ロック" in name), None)
    return own or f"{called_ja(entity)}の鍵"


def _none(context: Context, entities: Sequence[Entity], state: str, device_class: str | None) -> str:
    (noun, noun_ja), (en, _) = common(entities, device_class), predicate(entities[0], state)
    _, ja = negative(entities[0], state)
    en = en.replace("{is}", "is")
    if noun == "thing":
        return context.say(f"nothing {en}.", f"どれも{ja}。")
    return context.say(f"no {noun} {en}.", f"どの{noun_ja}も{ja}。")


def _yes(context: Context, fact: str) -> str:
    return context.say(f"Yes, {fact}", f"はい、{fact}")


def _no(context: Context, fact: str) -> str:
    return context.say(f"No, {fact}", f"いいえ、{fact}")
