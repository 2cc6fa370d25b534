"""The first times: the default model that is not here yet, and the word on a better one, said once.

Knows the store and what fits; fetches nothing without a yes.
"""

import sys
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kippu.cli.person import can_be_asked, language, say
from kippu.errors import KippuError

if TYPE_CHECKING:
    from kippu.models.fit import Fit
    from kippu.models.store import Store
    from kippu.settings import Settings

_SAID = "offered"
"""File in the data folder that is there once a better model was told of."""


def default_is_here(settings: "Settings") -> bool:
    """Whether the model that talks is on this device."""
    from kippu.models.store import Store

    return Store(settings.data / "models").has(settings.model)


def was_removed(settings: "Settings") -> bool:
    """Whether the person took the model that talks away: it is not fetched again unasked."""
    from kippu.models.store import Store

    return Store(settings.data / "models").was_removed(settings.model)


@dataclass(frozen=True, slots=True)
class Before:
    """What the person said to an offer before a chat."""

    wanted: str | None = None
    """Id of a better model that they want: to be fetched while they chat with what is here."""
    said: str = ""
    """A sentence that they said instead of a yes or a no: the first of the chat."""


async def before_a_chat(settings: "Settings") -> Before:
    """At a terminal: offer the model that talks while it is missing, and once, later, a better one."""
    if default_is_here(settings):
        before = offer_better(settings)
        # For the offer at the next start: this one waits for no network.
        threading.Thread(target=look, args=(settings,), daemon=True).start()
        return before
    if tell_instead(settings) and talker_is_here(settings):
        return Before()
    _, said = await get_default(settings)
    return Before(said=said)


def tell_instead(settings: "Settings") -> bool:
    """Say on stderr that another model talks than the one that the settings name, where that is so."""
    from kippu.models.store import Store
    from kippu.start.talkers import instead

    found = instead(settings, Store(settings.data / "models"))
    if found is not None:
        sys.stderr.write(say(" ", "").join((say(*found.what), say(*found.do))) + "\n")
    return found is not None


def talker_is_here(settings: "Settings") -> bool:
    """Whether any model talks on this device, be it the chosen one or not."""
    from kippu.models.store import Store
    from kippu.start.talkers import here

    return here(settings, Store(settings.data / "models")) is not None


async def offer_default(settings: "Settings") -> bool:
    """Show what the model that talks is, and fetch it on a yes. True when it is here now."""
    here, _ = await get_default(settings)
    return here


async def get_default(settings: "Settings") -> tuple[bool, str]:
    """The same, with what the person said instead of a yes or a no."""
    from kippu.cli import fetching
    from kippu.models.store import Store
    from kippu.start.talkers import talker

    store = Store(settings.data / "models")
    model = talker(settings, store).id
    if store.has(model):
        return True, ""
    if not can_be_asked():
        return False, ""
    sys.stderr.write(
        say(
            "To talk, Kippu needs a model; everything else works without it.\n",
            "会話にはモデルが必要です。他の機能はモデルなしで動きます。\n",
        )
    )
    sys.stderr.write(fetching.describe(store.plan(model)) + "\n")
    reply = fetching.reply(model)
    if reply.yes:
        await fetching.fetch(store, model)
    return reply.yes, reply.rest


def offer_better(settings: "Settings") -> Before:
    """Once in a data folder's life: show the best model that can be had, and hear what the person says.

    Where one may look which sources can be reached, nothing is shown before an earlier start did. Elsewhere
    all are assumed: only what the person wants is asked of a network.
    """
    from kippu.cli import fetching
    from kippu.models.sources import is_known

    if not can_be_asked():
        return Before()
    if _may_look(settings) and not is_known(settings.data / "models"):
        return Before()
    found = tell_better(settings)
    if found is None:
        return Before()
    reply = fetching.reply(found)
    return Before(found if reply.yes else None, reply.rest)


def look(settings: "Settings") -> None:
    """See which sources can be reached, if an offer hangs on it and nobody knows; takes a network's time.

    Only under ``when it helps``: under the other policies nothing goes out without a yes, not even a look.
    The ledger gets a row for each; what goes wrong leaves all as it was.
    """
    from kippu.models.device import measure
    from kippu.models.offer import candidates
    from kippu.models.runs import Runs
    from kippu.models.sources import is_known, look
    from kippu.models.store import Store
    from kippu.reasons import LOOKED
    from kippu.record import Database, Ledger

    store = Store(settings.data / "models")
    known = (settings.data / _SAID).exists() or is_known(store.folder)
    if known or not _may_look(settings):
        return
    with suppress(KippuError, OSError):
        wanted = candidates(store, measure(settings.data), {language()}, Runs(settings.data).all())
        with closing(Database(settings.data / "kippu.db")) as database:
            ledger = Ledger(database)
            for source, _ in wanted:
                ledger.add("fetch", LOOKED[0], to=source.text)
        look(store.folder, wanted)


def _may_look(settings: "Settings") -> bool:
    return settings.policy == "when it helps"


def tell_better(settings: "Settings") -> str | None:
    """Show the best model that can be had from here and that this device can carry, if it is a better one.

    Once: what was said before is not said again. Gives its id.
    """
    from kippu.models.store import Store

    said = settings.data / _SAID
    if said.exists():
        return None
    store = Store(settings.data / "models")
    found = better_here(settings, store)
    if found is None:
        return None
    with suppress(OSError):  # on a full disk it is said again the next time
        said.touch()
    title = say("This device can carry a better model:", "このデバイスではより良いモデルが動きます:")
    sys.stderr.write(f"{title}\n{described(store, found)}{_still_better(settings, store, found)}")
    return found.model.id


def _still_better(settings: "Settings", store: "Store", found: "Fit") -> str:
    """A line on the model that would be better and can't be had now; empty where there is none."""
    from kippu.models.device import measure
    from kippu.models.offer import out_of_reach
    from kippu.models.runs import Runs

    beyond = out_of_reach(store, measure(settings.data), {language()}, Runs(settings.data).all(), found)
    if beyond is None:
        return ""
    model, source = beyond
    return say(
        f"  {model.name} is better still, but {source.text} couldn't be reached.\n",
        f"  {model.name} のほうが良いモデルですが、{source.text} に接続できませんでした。\n",
    )


def described(store: "Store", found: "Fit") -> str:
    """What is offered, and what it would be on this device."""
    from kippu.cli import fetching, showing

    return f"{fetching.describe(store.plan(found.model.id))}\n  {showing.clean(found.why[language()])}\n"


def better_here(settings: "Settings", store: "Store") -> "Fit | None":
    """The best model that can be had for all that is known, if it is better than those that are here."""
    from kippu.models.device import measure
    from kippu.models.offer import better
    from kippu.models.runs import Runs

    return better(store, measure(settings.data), {language()}, Runs(settings.data).all())
