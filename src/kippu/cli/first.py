"""The first times: the default model that is not here yet, and the word on a better one, said once.

Knows the store and what fits; fetches nothing without a yes.
"""

import sys
from typing import TYPE_CHECKING

from kippu.cli.person import language, say

if TYPE_CHECKING:
    from kippu.models.fit import Fit
    from kippu.settings import Settings


def default_is_here(settings: "Settings") -> bool:
    """Whether the model that talks is on this device."""
    from kippu.models.store import Store

    return Store(settings.data / "models").has(settings.model)


async def before_a_chat(settings: "Settings") -> None:
    """At a terminal: offer the model that talks while it is missing, and once, later, a better one."""
    if default_is_here(settings):
        await offer_better(settings)
    else:
        await offer_default(settings)


async def offer_default(settings: "Settings") -> bool:
    """Show what the model that talks is, and fetch it on a yes. True when it is here now."""
    from kippu.cli import fetching
    from kippu.models.store import Store

    store = Store(settings.data / "models")
    if store.has(settings.model):
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(
        say(
            "To talk, Kippu needs a model; everything else works without it.\n",
            "会話にはモデルが必要です。他の機能はモデルなしで動きます。\n",
        )
    )
    sys.stderr.write(fetching.describe(store.plan(settings.model)) + "\n")
    if not fetching.agreed():
        return False
    await fetching.fetch(store, settings.model)
    return True


async def offer_better(settings: "Settings") -> None:
    """Once in a data folder's life: show the best model that this device can carry; fetch it on a yes."""
    from kippu.cli import fetching
    from kippu.models.store import Store
    from kippu.settings import keep

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    found = tell_better(settings)
    if found is not None and fetching.agreed():
        await fetching.fetch(Store(settings.data / "models"), found)
        keep(settings, model=found)


def tell_better(settings: "Settings") -> str | None:
    """Show the best model that this device can carry, if there is a better one and it was not said before.

    Gives its id.
    """
    from kippu.cli import fetching, showing
    from kippu.models.store import Store

    said = settings.data / "offered"
    if said.exists():
        return None
    found = better(settings)
    if found is None:
        return None
    said.touch()
    id = found.model.id
    sys.stderr.write(
        say("This device can carry a better model:\n", "このデバイスではより良いモデルが動きます:\n")
        + fetching.describe(Store(settings.data / "models").plan(id))
        + f"\n  {showing.clean(found.why[language()])}\n"
    )
    return id


def better(settings: "Settings") -> "Fit | None":
    """The best model for this person and device, if it is larger than the one that talks and not here yet."""
    from kippu.models.device import measure
    from kippu.models.fit import best
    from kippu.models.runs import Runs
    from kippu.models.store import Store

    store = Store(settings.data / "models")
    device, runs = measure(settings.data), Runs(settings.data).all()
    found = best(store.models(), device, {language()}, runs)
    if found is None or store.has(found.model.id):
        return None
    return found if found.model.parameters > store.model(settings.model).parameters else None
