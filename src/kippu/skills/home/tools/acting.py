"""What all acting tools share: find the things, order each, wait, report; how a function becomes a tool."""

import inspect
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol

from kippu.errors import HomeOffline
from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import Message, Unable
from kippu.skills.home.orders import Order, Result, carry_out, unable
from kippu.skills.home.phrases import Words, report
from kippu.skills.home.target import Search, Target, Unclear, find, reply
from kippu.skills.home.tools.restoring import as_now, undoing
from kippu.tool import Context, Said, Tool


class House(Protocol):
    """What tools need of the home."""

    @property
    def connected(self) -> bool:
        """True while the broker is there."""

    def things(self) -> Sequence[Entity]:
        """All there are."""

    async def send(self, entity: Entity, messages: Iterable[Message]) -> None:
        """Publish commands; raises HomeOffline."""


Telling = Callable[[Context, Sequence[Result], Words], Said]
"""How results are told."""


async def act(
    house: House,
    context: Context,
    target: Target,
    search: Search,
    order: Callable[[Entity], Order],
    *,
    words: Words,
    told: Telling = report,
) -> Said:
    """Do it to all that is meant and say what came of it. ``order`` may raise Unable."""
    if not house.connected:
        return offline(context)
    try:
        entities = find(house.things(), target, context.here, search)
    except Unclear as unclear:
        return asked_back(context, unclear)
    orders: list[Order] = []
    before = {entity.thing.id: as_now(entity) for entity in entities}
    results: list[Result] = []
    for entity in entities:
        try:
            orders.append(order(entity))
        except Unable as why:
            results.append(unable(entity, why))
    try:
        results += await carry_out(orders, house)
    except HomeOffline:
        return offline(context)
    return replace(told(context, results, words), undo=undoing(results, before))


def offline(context: Context) -> Said:
    """When there is no broker."""
    return Said(
        context.say(
            "I can't reach the home right now. I keep trying to connect.",
            "今は家につながっていません。接続を試み続けています。",
        ),
        ok=False,
        data={"changed": [], "failed": [], "offline": True},
    )


def asked_back(context: Context, unclear: Unclear) -> Said:
    """When it isn't clear what is meant, or there is no such thing."""
    return Said(
        context.say(unclear.en, unclear.ja),
        ok=False,
        data={
            "changed": [],
            "failed": [],
            "candidates": [entity.thing.id for entity in unclear.candidates],
            "choices": [
                reply(entity, unclear.candidates, context.language == "ja") for entity in unclear.candidates
            ],
        },
    )


ToolBody = Callable[..., Coroutine[Any, Any, Said]]
"""``async def f(house, context, target, …) -> Said``."""


def tool(body: ToolBody, house: House, acts: bool = True) -> Tool:
    """Make a tool of such a function: the target's own arguments take the target's place in its signature."""
    context, _, *own = list(inspect.signature(body, eval_str=True).parameters.values())[1:]
    names = [field.name for field in fields(Target)]

    async def run(context: Context, **arguments: Any) -> Said:
        target = Target(**{name: arguments.pop(name, None) for name in names})
        return await body(house, context, target, **arguments)

    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [inspect.Parameter(name, keyword, default=None, annotation=str | None) for name in names]
    signature = inspect.Signature([context, *(part.replace(kind=keyword) for part in own), *shared])
    run.__signature__ = signature  # type: ignore[attr-defined]  # functions may have one, typing doesn't know
    run.__doc__ = body.__doc__
    # A thing names itself, and what it plays or measures: anybody who reaches the broker can write that.
    return Tool(f"home.{body.__name__.rstrip('_')}", run, acts, foreign=True)
