"""What ``kippu doctor`` looks at next: the model, whether it speaks, the languages, the home.

Each check gives a Finding and never raises what was expected to happen.
"""

import asyncio
import time
from typing import TYPE_CHECKING, Any

from kippu.cli.device_checks import Finding
from kippu.errors import Busy, KippuError, ModelMissing

if TYPE_CHECKING:
    from pathlib import Path

    from kippu.settings import Settings

_HOME_SECONDS = 8.0
_TOKENS = 32


async def all_of(settings: "Settings", address: str | None) -> list[Finding]:
    """All of them. ``address`` is that of the Kippu which serves this data folder, if one does."""
    model, path = await _model(settings)
    findings = [model]
    if path is not None:
        findings.append(await _speaks(path, settings.model))
    findings.append(_languages())
    findings.append(await (_home_of(address) if address else _home(settings)))
    return findings


async def _model(settings: "Settings") -> "tuple[Finding, Path | None]":
    from kippu.models.store import Store

    store = Store(settings.data / "models")
    get = f"kippu models get {settings.model}"
    try:
        known = store.model(settings.model)
        state = await store.verify(settings.model)
    except ModelMissing:
        what = f"{known.name} is not on this device yet. All that needs no model works without."
        return Finding("model", "note", what, f"Get it: {get}"), None
    except KippuError as error:
        again = f"Get it again: kippu models remove {settings.model} --yes; {get}"
        return Finding("model", "broken", str(error), again), None
    return Finding("model", "ok", f"{known.name} is here and {state}."), store.path(settings.model)


async def _speaks(path: "Path", name: str) -> Finding:
    """Load it and let it say a few words."""
    from kippu.engines.llama import Llama

    try:
        begun = time.perf_counter()
        llama = await asyncio.to_thread(Llama, path)
        loaded = time.perf_counter()
        try:
            request = {
                "messages": [{"role": "user", "content": "Count from one to ten."}],
                "max_tokens": _TOKENS,
            }
            times = [time.perf_counter() async for chunk in llama.chat(request) if _has_text(chunk)]
        finally:
            await llama.close()
    except KippuError as error:
        return Finding("model speaks", "broken", str(error), "Choose another: kippu models fit")
    if len(times) < 2:
        return Finding("model speaks", "broken", f"{name} says nothing.", "Choose another: kippu models fit")
    speed = (len(times) - 1) / (times[-1] - times[0])
    return Finding("model speaks", "ok", f"loads in {loaded - begun:.1f} s, writes {speed:.1f} tokens/s")


def _has_text(chunk: dict[str, Any]) -> bool:
    return any((choice.get("delta") or {}).get("content") for choice in chunk.get("choices", ()))


def _languages() -> Finding:
    """Whether the sentences of both languages came with the installation."""
    from home_assistant_intents import get_languages

    missing = {"en", "ja"} - set(get_languages())
    if missing:
        return Finding(
            "languages",
            "broken",
            f"The sentences of {', '.join(sorted(missing))} are missing.",
            "Install Kippu again: make run, or pip install --force-reinstall home-assistant-intents",
        )
    return Finding("languages", "ok", "English and Japanese")


async def _home(settings: "Settings") -> Finding:
    """Connect to the home as a command would."""
    from kippu.server.lock import hold
    from kippu.start import running

    try:
        with hold(settings.data):
            async with running(settings) as kippu:
                await kippu.home.settled(_HOME_SECONDS)
                connected, things = kippu.home.connected, len(kippu.home.things())
    except Busy as error:
        return Finding("home", "note", f"Not looked at: {error}", "Leave that chat, and ask again.")
    except KippuError as error:
        return Finding("home", "broken", str(error), "Put it right, and ask again: kippu doctor")
    return _told(connected, not settings.home, settings.home.rpartition("@")[2], things)


async def _home_of(address: str) -> Finding:
    """What the Kippu that serves says of its home."""
    import httpx

    try:
        async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=_HOME_SECONDS) as client:
            home = (await client.get("/api/status")).json()["home"]
    except (httpx.HTTPError, KeyError, ValueError) as error:
        return Finding(
            "home", "broken", f"The Kippu at {address} doesn't tell ({error}).", "Start it anew: kippu serve"
        )
    return _told(home["connected"], home["demo"], home["address"], home["things"])


def _told(connected: bool, demo: bool, address: str, things: int) -> Finding:
    kind = "demo home" if demo else "home"
    if not connected:
        return Finding(
            "home",
            "broken",
            f"No connection to the broker {address}.",
            "Is it running? Is KIPPU_HOME (or home in settings.toml) right?",
        )
    if not things:
        return Finding(
            "home",
            "note",
            f"The broker {address} is there, and nothing announces itself on it.",
            "Switch on MQTT discovery in your devices or bridges (docs/home.md).",
        )
    return Finding("home", "ok", f"{kind} with {things} things {address}".strip())
