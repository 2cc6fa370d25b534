"""What no template and no cue takes: the on-device model chooses among the few tools that could be meant.

The model only chooses: it weighs the names of the tools, and fills in arguments under their JSON schema.
Things and rooms come from what exists. A tool that changes something is never run on a guess: we ask.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from typing import Any

from kippu.engines import Llama
from kippu.errors import BadInput, ModelError
from kippu.tool import Skill, Tool
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Aim, Frame, Index, aim

UseModel = Callable[[str], AbstractAsyncContextManager[Llama]]

_MOST = 5
"""Tools to choose among: each costs the model about 15 tokens to read."""
_TALK = "talk"
_LIKELY = 0.7
"""Probability of the chosen tool below which it is talk after all."""
_LIKELY_AT_HOME = 0.5
"""The same where the sentence names a thing or a kind of the home."""
_TARGET = ("name", "area", "floor", "domain", "device_class")
_BY_DOMAIN = {
    "light": ("turn_on", "turn_off", "set_light", "change_brightness"),
    "cover": ("open", "close", "set_position", "stop"),
    "valve": ("open", "close"),
    "lock": ("lock", "unlock", "state"),
    "climate": ("set_temperature", "change_temperature", "turn_off", "turn_on"),
    "media_player": ("media", "set_volume", "change_volume", "turn_off"),
    "fan": ("turn_on", "turn_off", "set_speed"),
    "vacuum": ("start", "dock", "stop"),
    "sensor": ("state",),
    "binary_sensor": ("state",),
}
_ASKED: dict[Language, str] = {
    "en": "Which action does the person want? Answer with its name only.",
    "ja": "この人が求めている動作はどれですか。名前だけで答えてください。",
}


class Guess:
    """The reader that asks the model."""

    def __init__(self, use: UseModel, chosen: Callable[[], str | None], skills: Sequence[Skill]) -> None:
        """``use`` lends a model by id; ``chosen`` gives the id of one that is on this device, or None."""
        self._use = use
        self._chosen = chosen
        self._tools = {tool.name: tool for skill in skills for tool in skill.tools}
        self._of = {language: _nouns(skills, language) for language in ("en", "ja")}
        self._telling = {language: _telling(skills, language) for language in ("en", "ja")}

    async def read(self, turn: Turn, frame: Frame, index: Index) -> Meaning | None:
        """The most likely call, to be asked about; None for talk, and without a model."""
        tools = self._candidates(turn.language, frame, index)
        model = self._chosen() if tools else None
        if model is None:
            return None
        try:
            async with self._use(model) as llama:
                messages = _messages(turn, tools)
                await llama.remember(messages[:1])
                weights = await llama.score(messages, [*(tool.name for tool in tools), _TALK])
                best = max(weights, key=lambda name: weights[name])
                likely = _LIKELY_AT_HOME if best.startswith("home.") else _LIKELY
                if best == _TALK or weights[best] < likely:
                    return None
                call = await self._filled(llama, turn, self._tools[best], frame, index)
        except (ModelError, BadInput):
            return None
        if call is None:
            return None
        if not self._tools[best].acts:
            return Meaning("model", weights[best], (call,))
        question = shall_i((call,), turn.language, names=index.names)
        return Meaning("model", weights[best], question=question, proposed=(call,)) if question else None

    def _candidates(self, language: Language, frame: Frame, index: Index) -> list[Tool]:
        """The few tools that the words point at; none when it is plainly talk."""
        if frame.has("blocks"):
            return []
        names: list[str] = []
        things = [thing for mention in frame.mentions for thing in mention.things]
        kinds = [value.split("|")[0].split("/")[0] for value in frame.by_group.get("kinds", [])]
        for domain in [thing.domain for thing in things] + kinds:
            if any(thing.domain == domain for thing in index.names.things):
                names += [f"home.{verb}" for verb in _BY_DOMAIN.get(domain, ("turn_on", "turn_off"))]
        words = _words(_without_names(frame), language)
        counts = Counter(skill for word in words if (skill := self._telling[language].get(word)))
        for skill, _ in counts.most_common(1):
            if not self._of[language][skill] & set(words):
                continue  # "order a pizza" has only the pizza of "start a pizza timer"
            its = [name for name in self._tools if name.startswith(f"{skill}.")]
            nearest = sorted(its, key=lambda name: -_shared(words, self._tools[name]))[:3]
            names += [name for name in its if name in nearest]  # in one order: read once
        return [self._tools[name] for name in dict.fromkeys(names) if name in self._tools][:_MOST]

    async def _filled(self, llama: Llama, turn: Turn, tool: Tool, frame: Frame, index: Index) -> Call | None:
        """The call with its arguments: target from what exists, the rest from the model under the schema."""
        arguments: dict[str, Any] = {}
        if tool.name.startswith("home."):
            targets = aim(frame, index, None, turn.here).aims
            target = next((one for one in targets if not one.rivals), Aim({}))
            arguments = {key: value for key, value in target.arguments.items() if key in _TARGET}
        needed = [name for name in tool.schema.get("required", ()) if name not in arguments]
        if needed:
            properties = {name: tool.schema["properties"][name] for name in needed}
            found = await _ask(llama, turn, tool, properties, tool.schema.get("$defs", {}))
            if found is None:
                return None
            arguments |= found
        try:
            tool.check(arguments)
        except BadInput:
            return None
        return Call(tool.name, arguments)


def _messages(turn: Turn, tools: Sequence[Tool]) -> list[dict[str, str]]:
    listed = "\n".join(f"{tool.name}: {tool.description}" for tool in tools)
    return [
        {"role": "system", "content": f"{_ASKED[turn.language]}\n{listed}\n{_TALK}: anything else"},
        {"role": "user", "content": turn.text},
    ]


async def _ask(
    llama: Llama, turn: Turn, tool: Tool, properties: Mapping[str, Any], definitions: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Arguments that the model reads out of the sentence, as their schema wants them."""
    schema = {
        "type": "object", "properties": properties, "required": list(properties),
        "additionalProperties": False, "$defs": definitions,
    }  # fmt: skip
    request = {
        "messages": [
            {"role": "system", "content": f"{tool.description} Give {', '.join(properties)} as JSON."},
            {"role": "user", "content": turn.text},
        ],
        "response_format": {"type": "json_schema", "json_schema": {"name": "arguments", "schema": schema}},
        "max_tokens": 60,
        "temperature": 0,
    }
    text = ""
    async with aclosing(llama.chat(request)) as chunks:
        async for chunk in chunks:
            text += "".join(c.get("delta", {}).get("content") or "" for c in chunk.get("choices", ()))
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return _said(found, turn.text) if isinstance(found, dict) else None


def _said(found: dict[str, Any], text: str) -> dict[str, Any] | None:
    """The arguments, if every number and text in them was really said."""
    folded = text.casefold()
    for value in found.values():
        if isinstance(value, int | float) and f"{value:g}" not in folded:
            return None
        if isinstance(value, str) and value.casefold() not in folded:
            return None
    return found


def _without_names(frame: Frame) -> str:
    """The sentence without what it names of the home: a coffee machine is no word for "tea or coffee?"."""
    text = frame.text
    for mention in reversed(frame.mentions):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _words(text: str, language: Language) -> list[str]:
    if language == "ja":
        return re.findall(r"[ァ-ヶー]{2,}|[一-龠]{1,}", text)
    return re.findall(r"[a-z]{3,}", text.casefold())


def _telling(skills: Sequence[Skill], language: Language) -> dict[str, str]:
    """Words that stand in the examples of one skill alone, home apart: they point at it."""
    by_word: dict[str, set[str]] = {}
    for skill in skills:
        for example in skill.examples[language]:
            for word in _words(example, language):
                by_word.setdefault(word, set()).add(skill.name)
    return {
        word: next(iter(names)) for word, names in by_word.items() if len(names) == 1 and "home" not in names
    }


def _nouns(skills: Sequence[Skill], language: Language) -> dict[str, frozenset[str]]:
    """What each skill is about, by its name: words of its title and of what its tools are called and do."""
    told = {
        skill.name: [skill.title[language], *(f"{tool.name} {tool.description}" for tool in skill.tools)]
        for skill in skills
    }
    words = {
        name: {word for said in texts for word in _words(said, language)} for name, texts in told.items()
    }
    return {
        name: frozenset(found | {word.removesuffix("s") for word in found}) for name, found in words.items()
    }


def _shared(words: Sequence[str], tool: Tool) -> int:
    told = {*_words(tool.description, "en"), *tool.name.split(".")}
    return sum(word in told for word in words)
