"""Brightness, colour and warmth of lights."""

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import colours, lights
from kippu.skills.home.kinds.kind import Unable
from kippu.skills.home.naming import plain
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.skills.home.tools.steps import stepped
from kippu.tool import Context, Said

_GENTLE = 10
"""Percent below which "darker" halves: the eye sees ratios."""
_NEEDED = {"brightness": "brightness", "color": "color", "temperature": "color_temp"}


def _shone(entity: Entity, look: lights.Look) -> Order:
    return Order(entity, tuple(lights.shine(entity, look)), lambda entity: lights.shines(entity, look))


def _shone_as_it_can(entity: Entity, look: lights.Look) -> Order:
    """What the light has of this look; raises Unable where it has nothing of it."""
    lacks = lights.lacking(entity, look)
    part = lights.without(look, lacks)
    if not lacks or part == lights.Look():
        return _shone(entity, look)
    return replace(_shone(entity, part), lacks=lights.cant(lacks))


def _words(brightness: int | None, color: str | None, kelvin: int | None) -> Words:
    def now(entity: Entity) -> tuple[str, str]:
        if entity.state == "off":
            return "{is} off", "を消しました"
        en, ja = [], []
        if color and (entity.has("color") or entity.has("color_temp")):
            en.append(color)
            ja.append(f"{colours.IN_JAPANESE.get(color, color)}")
        if kelvin and not color and entity.has("color_temp"):
            # To the nearest ten: lights that count in mireds are never exact.
            told = round(entity.attributes.get("color_temp_kelvin", kelvin), -1)
            en.append(f"at {told} K")
            ja.append(f"{told}K")
        if brightness is not None and entity.has("brightness"):
            en.append(f"at {lights.percent(entity)} %")
            ja.append(f"明るさ{lights.percent(entity)}%")
        return f"{{is}} {' '.join(en)}", f"を{'、'.join(ja)}にしました"

    def already(entity: Entity) -> tuple[str, str]:
        en, ja = now(entity)
        return en.replace("{is}", "{was} already", 1), f"はもう{ja[1:].removesuffix('にしました')}です"

    return Words(now, already)


async def set_light(
    house: House,
    context: Context,
    target: Target,
    *,
    brightness: Annotated[int, Field(ge=0, le=100)] | None = None,
    color: str | None = None,
    temperature: Annotated[int, Field(ge=1000, le=20000)] | None = None,
) -> Said:
    """Set a light's brightness in percent, its colour by English name or #rrggbb, or its white in kelvin."""
    # A light that has a part alone of what is asked does that part, and says what it can't.
    named = plain(color) if color else None
    rgb = colours.of_name(named) if named else None
    if named and rgb is None:
        return Said(
            context.say(
                f"I don't know the colour “{color}”. I know {', '.join(list(colours.NAMES)[4:20])}.",
                f"「{color}」という色は分かりません。",
            ),
            ok=False,
            data={"changed": [], "failed": []},
        )
    look = lights.Look(brightness, rgb, temperature)
    if look == lights.Look():
        return Said(
            context.say(
                "How shall the light be: brighter, a colour?",
                "照明をどうしますか。明るさや色を教えてください。",
            ),
            ok=False,
            data={"changed": [], "failed": []},
        )
    given = {"brightness": brightness, "color": color, "temperature": temperature}
    needs = {_NEEDED[key] for key, value in given.items() if value is not None}
    search = Search(("light",), able=lambda entity: needs <= entity.thing.features)
    return await act(
        house,
        context,
        target,
        search,
        lambda entity: _shone_as_it_can(entity, look),
        words=_words(
            brightness, colours.nearest(rgb) if rgb and named not in colours.NAMES else named, temperature
        ),
    )


async def change_brightness(house: House, context: Context, target: Target, step: int) -> Said:
    """Make a light brighter or darker by so many percent points; darker never turns it off."""

    def order(entity: Entity) -> Order:
        if not entity.has("brightness"):
            raise Unable("brightness")
        if lights.percent(entity) is None and not entity.readable:
            raise Unable(
                "brightness",
                "sent something I can't read, so I don't know how bright it is now: tell me a brightness",
                "が読み取れない内容を送ってきたため、今の明るさが分かりません。明るさを%で指定してください",
            )
        now = lights.percent(entity) or 0
        if now == 0 and step < 0:
            return Order(entity, (), lambda entity: entity.state == "off")
        if (now == lights.FULL_PERCENT and step > 0) or (now == 1 and step < 0):
            return Order(entity, (), lambda entity: True)
        return _shone(entity, lights.Look(round(stepped(now, step, gentle=_GENTLE))))

    def already(entity: Entity) -> tuple[str, str]:
        if entity.state == "off":
            return "{is} off", "は消えています"
        level = lights.percent(entity)
        end, end_ja = ("dark", "暗い") if step < 0 else ("bright", "明るい")
        return f"{{was}} already at {level} %, as {end} as it goes", f"はもう一番{end_ja}{level}%です"

    search = Search(
        ("light",),
        prefer=lambda entity: entity.state == "on",
        able=lambda entity: entity.has("brightness") and (entity.state == "on" or step > 0),
    )
    words = Words(_words(0, None, None).done, already, says("{is} changing", "を変えています"))
    return await act(house, context, target, search, order, words=words)


TOOLS = (set_light, change_brightness)
