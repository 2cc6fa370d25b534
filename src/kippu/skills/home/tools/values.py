"""Buttons to press, options to choose, numbers to set."""

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import switches
from kippu.skills.home.kinds.kind import Unable, plain
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.tool import Context, Said


async def press(house: House, context: Context, target: Target) -> Said:
    """Press a button."""

    def order(entity: Entity) -> Order:
        return Order(entity, tuple(switches.press(entity)), lambda entity: True, event=True)

    words = Words(says("{was} pressed", "を押しました"), says("{was} pressed", "を押しました"))
    search = Search(("button",), also=("scene", "script"), single=True)
    return await act(house, context, target, search, order, words=words)


async def select(house: House, context: Context, target: Target, option: str) -> Said:
    """Choose one of the options that a thing offers."""

    def order(entity: Entity) -> Order:
        options = {str(known).casefold(): str(known) for known in entity.attributes.get("options", ())}
        wanted = options.get(option.casefold())
        if wanted is None:
            listed = list(options.values())
            raise Unable(
                option,
                f"has no “{option}”, only {', '.join(listed)}",
                f"に「{option}」はなく、選べるのは{'、'.join(listed)}です",
            )
        return Order(entity, tuple(switches.select(entity, wanted)), lambda entity: entity.state == wanted)

    words = Words(
        lambda entity: (f"{{is}} on {entity.state}", f"を{entity.state}にしました"),
        lambda entity: (f"{{was}} already on {entity.state}", f"はもう{entity.state}です"),
    )
    return await act(house, context, target, Search(("select",), single=True), order, words=words)


async def set_value(house: House, context: Context, target: Target, value: float) -> Said:
    """Set a number that a thing offers."""

    def order(entity: Entity) -> Order:
        return Order(
            entity,
            tuple(switches.set_value(entity, value)),
            lambda entity: entity.state == plain(value) or _near(entity.state, value),
        )

    words = Words(
        lambda entity: (f"{{is}} set to {entity.state}", f"を{entity.state}にしました"),
        lambda entity: (f"{{was}} already {entity.state}", f"はもう{entity.state}です"),
    )
    return await act(house, context, target, Search(("number",), single=True), order, words=words)


def _near(state: str, value: float) -> bool:
    try:
        return abs(float(state) - value) < 1e-6
    except ValueError:
        return False


TOOLS = (press, select, set_value)
