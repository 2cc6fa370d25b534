"""Answers as JSON and back, so that what happened can be kept and read again years later.

Knows the shape of an Answer and nothing of where the JSON goes.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from pydantic_core import to_jsonable_python

from kippu.turn import Answer, Call, Condition, Egress, Meaning, Message, Offer, Outcome, Placement, Source

_Kind = TypeVar("_Kind", Message, Offer, Source)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The answer as JSON values: objects, arrays, text, numbers, booleans and null."""
    plain: dict[str, Any] = to_jsonable_python(answer)
    return plain


def answer_from_json(stored: Mapping[str, Any]) -> Answer:
    """The answer that ``answer_to_json`` took apart. Fields that a newer Kippu added are left out."""
    meaning = stored["meaning"]
    placement = stored["placement"]
    return Answer(
        turn=stored["turn"],
        conversation=stored["conversation"],
        text=stored["text"],
        language=stored["language"],
        meaning=Meaning(
            by=meaning["by"],
            confidence=meaning["confidence"],
            calls=tuple(_call(call) for call in meaning.get("calls", ())),
            question=meaning.get("question"),
            proposed=tuple(_call(call) for call in meaning.get("proposed", ())),
            choices=tuple(meaning.get("choices", ())),
            talk=meaning.get("talk", ""),
            condition=_condition(meaning.get("condition")),
            unclear=tuple(meaning.get("unclear", ())),
        ),
        placement=Placement(
            rung=placement["rung"],
            model=placement.get("model"),
            reason=placement.get("reason", ""),
            provider=placement.get("provider"),
            asks=placement.get("asks", False),
            cents=placement.get("cents"),
            instead=placement.get("instead"),
            layers=tuple(placement.get("layers", ())),
        ),
        egress=_egress(stored.get("egress", {})),
        outcomes=tuple(_outcome(outcome) for outcome in stored.get("outcomes", ())),
        milliseconds=dict(stored.get("milliseconds", {})),
        tokens=stored.get("tokens", 0),
        read=stored.get("read", 0),
        cents=stored.get("cents"),
        notes=tuple(stored.get("notes", ())),
        sources=tuple(_known(Source, source) for source in stored.get("sources", ())),
        stopped=stored.get("stopped", False),
        cut=stored.get("cut", False),
    )


def _known(kind: type[_Kind], stored: Mapping[str, Any]) -> _Kind:
    """One of a kind whose fields are all plain values."""
    return kind(**{each.name: stored[each.name] for each in fields(kind) if each.name in stored})


def _call(stored: Mapping[str, Any]) -> Call:
    return Call(tool=stored["tool"], arguments=dict(stored.get("arguments", {})))


def _condition(stored: Mapping[str, Any] | None) -> Condition | None:
    return Condition(_call(stored["call"]), stored.get("holds", True)) if stored else None


def _egress(stored: Mapping[str, Any]) -> Egress:
    return Egress(
        to=stored.get("to", ""),
        messages=tuple(_known(Message, message) for message in stored.get("messages", ())),
        kinds=tuple(stored.get("kinds", ())),
        tools=tuple(_known(Offer, offer) for offer in stored.get("tools", ())),
        schema=stored.get("schema", ""),
        outside=stored.get("outside", ""),
        edited=stored.get("edited", False),
    )


def _outcome(stored: Mapping[str, Any]) -> Outcome:
    return Outcome(
        call=_call(stored["call"]),
        ok=stored["ok"],
        text=stored["text"],
        data=dict(stored.get("data", {})),
        tainted=stored.get("tainted", False),
        undo=tuple(_call(call) for call in stored.get("undo", ())),
    )
