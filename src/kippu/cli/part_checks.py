"""What ``kippu doctor`` looks at next: the model, whether it speaks, the languages, pictures, the home.

Each check gives a Finding and never raises what was expected to happen. Where a Kippu serves, it is asked:
a second model beside its own would take the memory of both.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Any

from kippu.cli.device_checks import Finding
from kippu.cli.person import language, say
from kippu.errors import Busy, KippuError, ModelError, ModelMissing

if TYPE_CHECKING:
    from pathlib import Path

    from kippu.models.store import Store
    from kippu.settings import Settings

_HOME_SECONDS = 8.0
_REQUEST: Mapping[str, Any] = {
    "messages": [{"role": "user", "content": "Count from one to ten."}],
    "max_tokens": 32,
}


async def all_of(settings: "Settings", address: str | None) -> list[Finding]:
    """All of them. ``address`` as ``kippu.server.lock.holder`` gives it."""
    model, path = await _model(settings)
    findings = [model]
    if path is not None:
        if address is None:
            findings.append(await _speaks(path, settings.model))
        elif address:
            findings.append(await _speaks_there(settings, address))
        else:
            findings.append(_not_looked_at("model speaks"))
    findings.append(_languages())
    findings.append(_free_speech(settings))
    findings.append(await asyncio.to_thread(_pictures))
    if address is None:
        findings.append(await _home(settings))
    elif address:
        findings.append(await _home_there(settings, address))
    else:
        findings.append(_not_looked_at("home"))
    return findings


def _not_looked_at(check: str) -> Finding:
    return Finding(
        check,
        "note",
        say("Not looked at: another Kippu is using it.", "別の Kippu が使用中のため調べていません。"),
        say("Leave that chat, and ask again: kippu doctor", "その会話を終えてから、もう一度: kippu doctor"),
    )


async def _model(settings: "Settings") -> "tuple[Finding, Path | None]":
    from kippu.models.store import Store
    from kippu.start.talkers import instead

    store = Store(settings.data / "models")
    get = f"kippu models get {settings.model}"
    if (other := instead(settings, store)) is not None:
        return Finding("model", "note" if other.exists else "broken", say(*other.what), say(*other.do)), None
    try:
        known = store.model(settings.model)
        state = await store.verify(settings.model)
    except ModelMissing:
        what = say(
            f"{known.name} is not on this device yet. All that needs no model works without.",
            f"{known.name} はまだこのデバイスにありません。モデルのいらない機能は使えます。",
        )
        return Finding("model", "note", what, say(f"Get it: {get}", f"取得するには: {get}")), None
    except KippuError as error:
        return Finding("model", "broken", error.say(language()), _mend(store, settings.model)), None
    here = say(f"{known.name} is here and {state.en}.", f"{known.name} があります（{state.ja}）。")
    return Finding("model", "ok", here), store.path(settings.model)


def _mend(store: "Store", model: str) -> str:
    """What to do about a model whose files are damaged."""
    if store.is_own(model):  # what was found says how to mend it
        choose = "kippu models fit; kippu models use MODEL"
        return say(f"Or talk with another: {choose}", f"または別のモデルを選んでください: {choose}")
    commands = f"kippu models remove {model} --yes; kippu models get {model}"
    return say(f"Get it again: {commands}", f"取得し直してください: {commands}")


async def _speaks(path: "Path", name: str) -> Finding:
    """Load it and let it say a few words."""
    from kippu.engines.llama import Llama

    try:
        begun = time.perf_counter()
        llama = await asyncio.to_thread(Llama, path)
        loaded = time.perf_counter() - begun
        try:
            return await _spoken(llama.chat(_REQUEST), name, loaded)
        finally:
            await llama.close()
    except KippuError as error:
        return _mute(error.say(language()))


async def _speaks_there(settings: "Settings", address: str) -> Finding:
    """Let the model that serves say a few words."""
    from kippu.cli.served import served

    try:
        async with served(address, settings.data) as kippu:
            return await _spoken(kippu.chat(model=settings.model, **_REQUEST), settings.model, None)
    except KippuError as error:
        return _mute(error.say(language()))


async def _spoken(chunks: AsyncIterator[Mapping[str, Any]], name: str, loaded: float | None) -> Finding:
    times = [time.perf_counter() async for chunk in chunks if _has_text(chunk)]
    if len(times) < 2:
        return _mute(say(f"{name} says nothing.", f"{name} は何も答えません。"))
    speed = (len(times) - 1) / (times[-1] - times[0])
    loads = "" if loaded is None else say(f"loads in {loaded:.1f} s, ", f"{loaded:.1f} 秒で読み込み、")
    writes = say(f"writes {speed:.1f} tokens/s", f"毎秒 {speed:.1f} トークンを書きます")
    return Finding("model speaks", "ok", loads + writes)


def _mute(why: str) -> Finding:
    choose = say("Choose another: kippu models fit", "別のモデルを選んでください: kippu models fit")
    return Finding("model speaks", "broken", why, choose)


def _has_text(chunk: Mapping[str, Any]) -> bool:
    return any((choice.get("delta") or {}).get("content") for choice in chunk.get("choices", ()))


def _languages() -> Finding:
    """Whether the sentences of both languages came with the installation."""
    from home_assistant_intents import get_languages

    missing = {"en", "ja"} - set(get_languages())
    if missing:
        which = ", ".join(sorted(missing))
        install = "make run, pip install --force-reinstall home-assistant-intents"
        return Finding(
            "languages",
            "broken",
            say(f"The sentences of {which} are missing.", f"{which} の文型がありません。"),
            say(f"Install Kippu again: {install}", f"Kippu を入れ直してください: {install}"),
        )
    return Finding("languages", "ok", say("English and Japanese", "英語と日本語"))


def _free_speech(settings: "Settings") -> Finding:
    """Whether the encoders that read free speech run: without them, only what a template takes is done."""
    from kippu.models import Store
    from kippu.start.talkers import encoders, shelf

    reading = encoders(shelf(settings, Store(settings.data / "models")))
    try:
        reading["en"].hear("it is dark in here")
        reading["ja"].hear("部屋が薄暗い")
    except ModelError as error:
        return Finding(
            "free speech",
            "broken",
            error.say(language()),
            say("Install Kippu again: make run", "Kippu を入れ直してください: make run"),
        )
    return Finding("free speech", "ok", say("English and Japanese", "英語と日本語"))


def _pictures() -> Finding:
    """Whether the painters draw."""
    from kippu.engines.pictures import Order
    from kippu.start.painters import shipped

    drawn = []
    for make in shipped().values():
        try:
            painter = make()
            begun = time.perf_counter()
            painter.draw(Order("a cat", 0, painter.styles[0]), lambda *_: None, lambda: False)
        except ModelError as error:
            return Finding(
                "pictures",
                "broken",
                error.say(language()),
                say("Install Kippu again: make run", "Kippu を入れ直してください: make run"),
            )
        took = time.perf_counter() - begun
        drawn.append(
            say(f"{painter.name} draws in {took:.1f} s", f"{painter.name} は {took:.1f} 秒で描きます")
        )
    return Finding("pictures", "ok", say("; ", "、").join(drawn))


async def _home(settings: "Settings") -> Finding:
    """Connect to the home as a command would."""
    from kippu.server.lock import hold
    from kippu.server.log import logged
    from kippu.start import running

    try:
        with hold(settings.data), logged(settings.data / "kippu.log"):
            async with running(settings) as kippu:
                await kippu.home.settled(_HOME_SECONDS)
                connected, things = kippu.home.connected, len(kippu.home.things())
    except Busy:
        return _not_looked_at("home")
    except KippuError as error:
        return _no_home(error)
    return _told(connected, not settings.home, settings.home.rpartition("@")[2], things)


async def _home_there(settings: "Settings", address: str) -> Finding:
    """What the Kippu that serves says of its home."""
    from kippu.cli.served import served

    try:
        async with served(address, settings.data) as kippu:
            home = (await kippu.status())["home"]
    except KippuError as error:
        return _no_home(error)
    return _told(home["connected"], home["demo"], home["address"], home["things"])


def _no_home(error: KippuError) -> Finding:
    again = say("Put it right, and ask again: kippu doctor", "直してから、もう一度: kippu doctor")
    return Finding("home", "broken", error.say(language()), again)


def _told(connected: bool, demo: bool, address: str, things: int) -> Finding:
    if not connected and demo:
        return Finding(
            "home",
            "broken",
            say("The demo home doesn't answer.", "デモの家から返事がありません。"),
            say(
                "Kippu starts it again by itself; if it stays so, kippu.log in the data folder says why.",
                "Kippuが自動で起動し直します。続くときは、データフォルダの kippu.log を見てください。",
            ),
        )
    if not connected:
        return Finding(
            "home",
            "broken",
            say(f"No connection to the broker {address}.", f"ブローカー {address} につながりません。"),
            say(
                "Is it running? Is KIPPU_HOME (or home in settings.toml) right?",
                "動いていますか。KIPPU_HOME（または settings.toml の home）は正しいですか。",
            ),
        )
    if not things:
        return Finding(
            "home",
            "note",
            say(
                f"The broker {address} is there, and nothing announces itself on it.",
                f"ブローカー {address} にはつながりましたが、何も見つかりません。",
            ),
            say(
                "Switch on MQTT discovery in your devices or bridges (docs/home.md).",
                "機器やブリッジの MQTT Discovery を有効にしてください（docs/home.md）。",
            ),
        )
    kind = say("demo home", "デモの家") if demo else say("home", "家")
    return Finding(
        "home", "ok", say(f"{kind} with {things} things {address}", f"{kind}（{things} 台）{address}").strip()
    )
