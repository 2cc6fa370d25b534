"""What a skill is: a group of typed functions, with sample sentences.

A tool is an ordinary async function whose first parameter is the Context; its name, description and JSON
schema come from its signature and docstring, so nothing is described twice. A parameter that is a dataclass
stands for its fields: what many tools take is written once. This module knows no skill.
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from kippu.arguments import unwritable, wrong
from kippu.errors import BadInput
from kippu.regex import regex
from kippu.turn import Call, Language, Offer

_HALVES = regex(r"[\ud800-\udfff]")
"""Halves of letters: JSON can carry one alone, and nothing can write it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a tool may know of the turn it runs in."""

    language: Language
    now: datetime
    """Aware, in the person's time zone."""
    conversation: str = ""
    here: str | None = None
    """Name of the room in which it was said, if known."""

    def say(self, en: str, ja: str) -> str:
        """The one of the two texts that is in the person's language."""
        return ja if self.language == "ja" else en


@dataclass(frozen=True, slots=True)
class Said:
    """What a tool gives back."""

    text: str
    """What is true now, for the person, in their language."""
    ok: bool = True
    """False when what was asked for is not so."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """The same for programs (JSON values only)."""
    undo: tuple[Call, ...] = ()
    """What brings all back to how it was before; empty where the tool doesn't know."""


ToolFunction = Callable[..., Awaitable[Said]]


@dataclass(frozen=True)
class Tool:
    """One typed function that the assistant can run."""

    name: str
    """Skill and function, such as ``timers.start``."""
    function: ToolFunction
    acts: bool
    """True when it changes something, or tells somebody outside of something, if only by a page's address
    that it fetches; False when it only tells the person."""
    foreign: bool = False
    """True when what it tells may come from outside the person's own words: a page, a mail, what a thing of
    the home says of itself, or what was kept earlier and may have been copied from there."""

    @cached_property
    def description(self) -> str:
        """The docstring's first paragraph."""
        return (inspect.getdoc(self.function) or "").split("\n\n")[0].replace("\n", " ")

    @cached_property
    def _parameters(self) -> tuple[inspect.Parameter, ...]:
        """Those behind the context."""
        return tuple(inspect.signature(self.function, eval_str=True).parameters.values())[1:]

    @cached_property
    def _arguments(self) -> type[BaseModel]:
        given: dict[str, Any] = {}
        for parameter in self._parameters:
            if is_dataclass(parameter.annotation):
                given |= _fields(parameter.annotation)
            else:
                given[parameter.name] = (parameter.annotation, _or_needed(parameter.default))
        return create_model(self.name, __config__=ConfigDict(extra="forbid"), **given)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """JSON schema of the arguments."""
        return TypeAdapter(self._arguments).json_schema()

    @cached_property
    def offer(self) -> Offer:
        """What a model reads of it: without the title, by which small models call it in place of its name."""
        shape = {name: value for name, value in self.schema.items() if name != "title"}
        return Offer(self.name, self.name.replace(".", "__"), self.description, shape)

    def check(self, arguments: Mapping[str, Any]) -> BaseModel:
        """The arguments with the types of the signature; raises BadInput that says what is wrong."""
        for name, value in arguments.items():
            if isinstance(value, str) and _HALVES.search(value):
                raise unwritable(name)
        try:
            return self._arguments(**arguments)
        except ValidationError as error:
            raise wrong(error.errors()[0], self.schema) from error

    async def run(self, context: Context, arguments: Mapping[str, Any]) -> Said:
        """Check the arguments and run; raises BadInput that says what is wrong."""
        checked = self.check(arguments)
        given = {name: getattr(checked, name) for name in checked.model_fields_set}
        for parameter in self._parameters:
            if is_dataclass(parameter.annotation) and isinstance(parameter.annotation, type):
                own = given.keys() & _fields(parameter.annotation).keys()
                given[parameter.name] = parameter.annotation(**{name: given.pop(name) for name in own})
        try:
            return await self.function(context, **given)
        except OverflowError as error:
            raise BadInput(
                f"That is more than I can reckon with: {_listed(arguments)}.",
                f"数や日付が大きすぎて計算できません（{_listed(arguments)}）。",
            ) from error


def _listed(arguments: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {str(value)[:30]}" for name, value in arguments.items())


def _fields(group: Any) -> dict[str, Any]:
    """A dataclass's fields as pydantic wants them."""
    types = get_type_hints(group, include_extras=True)
    return {each.name: (types[each.name], _or_needed(each.default)) for each in fields(group)}


def _or_needed(default: Any) -> Any:
    return ... if default in (inspect.Parameter.empty, MISSING) else default


@dataclass(frozen=True)
class Skill:
    """A group of tools, with the sentences that ask for them."""

    name: str
    """Also the first part of its tools' names."""
    title: Mapping[Language, str]
    """What it is called on screen."""
    examples: Mapping[Language, tuple[str, ...]]
    """Sentences that show what it can do; each must be understood."""
    tools: tuple[Tool, ...]
    sentences: Path | None = None
    """Folder of hassil templates, ``en.yaml`` and ``ja.yaml``, whose intents are named like the tools."""
