"""How Kippu is, and its models: what fits this device, getting, using and removing one.

Knows the store and the device's measure; runs no model.
"""

import asyncio
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter

from kippu import __version__
from kippu.errors import BadInput
from kippu.models import Device, Fit, Runs, better, fit, measure, out_of_reach, reachable, unreached
from kippu.server import shapes
from kippu.server.brought import Brought
from kippu.server.fetches import Fetches
from kippu.server.problems import RESPONSES
from kippu.settings import keep

if TYPE_CHECKING:
    from kippu.start import Kippu


def router(kippu: "Kippu", fetches: Fetches, brought: Brought) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["Models"], responses=RESPONSES)
    data = kippu.settings.data

    @routes.get("/status", tags=["Status"])
    async def status() -> shapes.Status:
        """How Kippu is: its model, its home, and a better model if this device can carry one."""
        device = await asyncio.to_thread(measure, data)
        return shapes.Status(
            version=__version__,
            language=kippu.settings.language,
            policy=kippu.settings.policy,
            model=_model_state(kippu),
            home=_home_state(kippu),
            offer=_offer(kippu, device),
            brought=brought.told(),
        )

    @routes.get("/models", response_model=shapes.Models)
    async def models() -> dict[str, Any]:
        """This device, and every model with what it would be on it."""
        device = await asyncio.to_thread(measure, data)
        runs = Runs(data).all()
        known, kinds = kippu.store.models(), reachable(kippu.store.folder)
        facts = [_facts(kippu, fetches, fit(model, device, runs=runs, known=known), kinds) for model in known]
        return {"device": _device(device), "models": facts}

    @routes.post("/models/{id}/get")
    async def get(id: str, use: bool = False) -> shapes.Done:
        """Begin to fetch a model; its progress comes as news. With `use` it talks as soon as it is here."""
        if use:
            _check_talks(kippu, id)
        fetches.begin(id, use)
        return shapes.Done()

    @routes.post("/models/{id}/cancel")
    async def cancel(id: str) -> shapes.Done:
        """Stop fetching it; what came is kept for the next time."""
        kippu.store.model(id)
        await fetches.cancel(id)
        return shapes.Done()

    @routes.post("/models/{id}/use")
    async def use(id: str) -> shapes.Done:
        """Talk with this model from now on."""
        _check_talks(kippu, id)
        kippu.store.path(id)
        keep(kippu.settings, model=id)
        return shapes.Done()

    @routes.delete("/models/{id}")
    async def remove(id: str) -> shapes.Done:
        """Take a model off this device; a file of the person's own stays where it is."""
        kippu.store.remove(id)
        return shapes.Done()

    return routes


def _check_talks(kippu: "Kippu", id: str) -> None:
    if kippu.store.model(id).kind != "chat":
        raise BadInput(f"{id} is not a model to talk with.", f"{id} は会話用のモデルではありません。")


def _model_state(kippu: "Kippu") -> shapes.ModelState:
    model = kippu.talker
    state = kippu.loader.state(model.id) if kippu.store.has(model.id) else "missing"
    return shapes.ModelState(id=model.id, name=model.name, rung=model.rung, state=state)


def _home_state(kippu: "Kippu") -> shapes.HomeState:
    _, _, address = kippu.settings.home.rpartition("@")
    return shapes.HomeState(
        connected=kippu.home.connected,
        demo=kippu.demo,
        address=address.removeprefix("mqtt://"),
        things=len(kippu.home.things()),
    )


def _offer(kippu: "Kippu", device: Device) -> shapes.Offer | None:
    """The best model that can be had from here and has room, if it is better than all that are here."""
    language = kippu.settings.language
    languages = () if language == "auto" else (language,)
    runs = Runs(kippu.settings.data).all()
    found = better(kippu.store, device, languages, runs)
    if found is None:
        return None
    plan = kippu.store.plan(found.model.id)
    beyond = out_of_reach(kippu.store, device, languages, runs, found)
    return shapes.Offer(
        id=found.model.id,
        name=found.model.name,
        bytes=plan.bytes,
        source=plan.source.text,
        tokens_per_second=round(found.tokens_per_second, 1),
        purpose=found.model.purpose,
        instead=beyond[0].name if beyond else None,
        unreached=beyond[1].text if beyond else None,
    )


def _facts(kippu: "Kippu", fetches: Fetches, found: Fit, kinds: frozenset[str]) -> dict[str, Any]:
    model = found.model
    speed = found.tokens_per_second
    arriving = fetches.arriving(model.id)
    missed = unreached(kinds, model.sources)
    return {
        **{name: getattr(model, name) for name in _COPIED},
        "sources": [source.text for source in model.sources],
        "unreached": missed.text if missed else None,
        "installed": kippu.store.has(model.id),
        "current": model.id == kippu.settings.model,
        "fits": found.fits,
        "tight": found.room == "tight",
        "slow": found.slow,
        "memory": found.memory,
        "took": found.took,
        "tokens_per_second": round(speed * (1 + (found.off or 0)), 1),
        "measured": round(speed, 1) if found.measured else None,
        "reads": round(found.prompt_tokens_per_second, 1) if found.prompt_tokens_per_second else None,
        "progress": asdict(arriving) if arriving else None,
    }


_COPIED = (
    "id",
    "name",
    "maker",
    "kind",
    "instruct",
    "purpose",
    "parameters",
    "bytes",
    "licence",
    "rung",
    "languages",
    "context",
)


def _device(device: Device) -> shapes.DeviceFacts:
    return shapes.DeviceFacts(
        system=device.system,
        processor=device.processor,
        cores=device.cores,
        memory=device.memory,
        available=device.memory_free,
        disk=device.disk_free,
        bandwidth=device.bandwidth_all,
    )
