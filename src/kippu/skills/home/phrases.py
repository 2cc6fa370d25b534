"""What to say of what was done: what the things themselves said, never what was asked of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kippu.skills.home.entity import Entity
from kippu.skills.home.orders import Result
from kippu.skills.home.words import state_word
from kippu.tool import Context, Said
from kippu.turn import Language

Phrase = Callable[[Entity], tuple[str, str]]
"""What follows the thing's name: in English with {is} or {was}, in Japanese with its particle."""

TO_NAME = 4
"""More things than these are counted, not named."""
_USUAL = ("speaker", "player", "radio", "stereo", "soundbar", "television", "projector", "smart", "music")
"""Words of players' names that are no brands."""
_ANY = ("things", "機器")
_PLURALS = {
    "light": ("lights", "照明"),
    "switch": ("switches", "スイッチ"),
    "cover": ("covers", "カバー"),
    "fan": ("fans", "ファン"),
    "lock": ("locks", "鍵"),
    "media_player": ("players", "プレーヤー"),
    "climate": ("thermostats", "エアコン"),
    "valve": ("valves", "バルブ"),
    "siren": ("sirens", "サイレン"),
    "vacuum": ("vacuums", "掃除機"),
    "water_heater": ("water heaters", "給湯器"),
    "humidifier": ("humidifiers", "加湿器"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What an action is called when it worked."""

    done: Phrase
    already: Phrase
    moving: Phrase | None = None


def says(en: str, ja: str) -> Phrase:
    """The same for every thing."""
    return lambda entity: (en, ja)


def report(context: Context, results: Sequence[Result], words: Words) -> Said:
    """All results in as few sentences as they take; ok only if every one is as it should be."""
    groups: dict[str, list[Entity]] = {}
    for result in sorted(results, key=lambda result: not result.good):
        groups.setdefault(context.say(*_told(result, words)), []).append(result.entity)
    sentences = [_sentence(context.language, entities, phrase) for phrase, entities in groups.items()]
    failed = [result for result in results if not result.good]
    return Said(
        ("" if context.language == "ja" else " ").join(sentences),
        ok=not failed and not any(result.lacks for result in results),
        data={
            "changed": [_row(result) for result in results if result.good],
            "failed": [_row(result) for result in failed],
        },
    )


def _row(result: Result) -> dict[str, object]:
    entity = result.entity
    return {
        "id": entity.thing.id,
        "name": entity.thing.name,
        "state": entity.state,
        "attributes": dict(entity.attributes),
        "end": result.end,
    }


def _told(result: Result, words: Words) -> tuple[str, str]:
    """What became of it, and what it could not beside."""
    en, ja = _phrase(result, words)
    if not result.good or result.lacks is None:
        return en, ja
    return f"{en}, but {result.lacks[0]}", f"{ja}が、{result.lacks[1]}"


def _phrase(result: Result, words: Words) -> tuple[str, str]:
    entity = result.entity
    match result.end:
        case "done":
            return words.done(entity)
        case "already":
            return words.already(entity)
        case "moving":
            return (words.moving or words.done)(entity)
        case "sent":
            return _sent(entity, words)
        case "silent":
            return "didn't answer", "が応答しませんでした"
        case "offline":
            return "didn't answer: it is offline", "はオフラインのため応答しませんでした"
        case "unreadable":
            return "answered with something I can't read", "から読み取れない応答がありました"
        case "unable" if result.why:
            return result.why
    return (
        f"answered, but {{is}} {state_word(entity, 'en')}",
        f"は応答しましたが、{state_word(entity, 'ja')}です",
    )


def _sent(entity: Entity, words: Words) -> tuple[str, str]:
    if not entity.told and entity.thing.domain not in ("button", "scene", "script"):
        return "got the command, but doesn't report its state", "に送りましたが、状態を返さない機器です"
    return words.done(entity)


def named(language: Language, entities: Sequence[Entity]) -> str:
    """Things inside a sentence: by name; when they are many, those of which there are several counted."""
    if len(entities) <= TO_NAME:
        return _listed_en(entities) if language == "en" else _listed_ja(entities)
    kinds: dict[str, list[Entity]] = {}
    for entity in entities:
        kinds.setdefault(entity.thing.domain, []).append(entity)
    parts = [
        _counted(language, alike) if len(alike) > 1 else named(language, alike) for alike in kinds.values()
    ]
    return and_en(parts) if language == "en" else "、".join(parts)


def _counted(language: Language, entities: Sequence[Entity]) -> str:
    en, ja = _kind(entities)
    return f"{len(entities)} {en}" if language == "en" else f"{len(entities)}個の{ja}"


def _sentence(language: Language, entities: Sequence[Entity], phrase: str) -> str:
    if language == "ja":
        return f"{_listed_ja(entities)}{phrase}。"
    several = len(entities) > 1 or plural(entities[0])
    # Not str.format: what a thing says of itself may hold any braces.
    verb = phrase.replace("{is}", "are" if several else "is").replace("{was}", "were" if several else "was")
    return f"{upper_first(_listed_en(entities))} {verb}."


def _listed_en(entities: Sequence[Entity]) -> str:
    if len(entities) > TO_NAME:
        return _counted("en", entities)
    first, *rest = entities
    return and_en([the(first), *(the(entity).removeprefix("the ") for entity in rest)])


def _listed_ja(entities: Sequence[Entity]) -> str:
    if len(entities) > TO_NAME:
        return _counted("ja", entities)
    return "と".join(called_ja(entity) for entity in entities)


def _kind(entities: Sequence[Entity]) -> tuple[str, str]:
    domains = {entity.thing.domain for entity in entities}
    return _PLURALS.get(domains.pop(), _ANY) if len(domains) == 1 else _ANY


def and_en(names: Sequence[str]) -> str:
    """A, B and C."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def upper_first(text: str) -> str:
    """As a sentence begins."""
    return text[:1].upper() + text[1:]


def the(entity: Entity) -> str:
    """Its name inside an English sentence: "the kitchen light"; brands and the like keep their letters."""
    name = entity.thing.name
    if not name.isascii():
        return name
    brand = entity.thing.domain == "media_player"
    usual = {*_USUAL, *(entity.thing.room or "").lower().split()}
    words = name.split()
    name = " ".join(
        word.lower() if word.istitle() and (not brand or word.lower() in usual) else word for word in words
    )
    return name if name.lower().startswith(("the ", "my ")) else f"the {name}"


def called_ja(entity: Entity) -> str:
    """Its name in a Japanese sentence: a Japanese alias if it has one."""
    names = (entity.thing.name, *entity.thing.aliases)
    return next((name for name in names if not name.isascii()), entity.thing.name)


def room_ja(entity: Entity) -> str:
    """Its room's Japanese name, if it has one."""
    names = (entity.thing.room or "", *entity.room_aliases)
    return next((name for name in names if not name.isascii()), names[0])


def plural(entity: Entity) -> bool:
    """True for a name such as "bedroom blinds"."""
    last = entity.thing.name.lower()
    return entity.thing.domain in ("cover", "light") and last.endswith("s") and not last.endswith("ss")


def joined(context: Context, names: Iterable[str]) -> str:
    """A list of names as people say it."""
    listed = list(names)
    return "、".join(listed) if context.language == "ja" else and_en(listed)
