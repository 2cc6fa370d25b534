"""The shapes of Kippu's own routes, as its documentation and its web app have them. Knows nothing else."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from kippu.settings import Policy
from kippu.turn import Answer, Language, Rung


class Done(BaseModel):
    """It is done."""

    ok: bool = True


class ModelState(BaseModel):
    """The model that talks."""

    id: str
    name: str
    rung: Rung
    state: Literal["ready", "idle", "loading", "missing"] = Field(
        description="`ready` is in memory, `idle` is not, `missing` is not on this device."
    )


class HomeState(BaseModel):
    """The home in a line."""

    connected: bool
    demo: bool = Field(description="True while the demo home is played.")
    address: str = Field(description="Of the broker, without a password.")
    things: int


class Offer(BaseModel):
    """The best model that this device can carry and doesn't have."""

    id: str
    name: str
    bytes: int
    source: str
    tokens_per_second: float
    purpose: Literal["talk", "code", "calls"] = Field(description="What its maker made it for.")
    instead: str | None = Field(description="Name of a better one that can't be had now.")
    unreached: str | None = Field(description="Where that one is, which lately could not be reached.")


class Brought(BaseModel):
    """A model that was fetched to talk, and talks."""

    id: str
    name: str
    before: str = Field(description="Id of the model that talked before, and could again.")
    before_name: str


class Status(BaseModel):
    """How Kippu is."""

    version: str
    language: Literal["auto", "en", "ja"]
    policy: Policy
    model: ModelState
    home: HomeState
    offer: Offer | None
    brought: Brought | None = Field(description="Null once another model was chosen.")


class Ask(BaseModel):
    """What the person says."""

    text: str = Field(description="In English or Japanese.")
    conversation: str | None = Field(None, max_length=100, description="Id; none begins a new conversation.")
    language: Language | None = Field(None, description="None follows the sentence.")
    here: str | None = Field(None, max_length=200, description="Name of the room in which it is said.")
    outside: str = Field("", description="Text that came along: read, never obeyed.")
    layer: str | None = Field(
        None,
        max_length=64,
        description="Name of the layer to answer by, or `none`; none given follows the request.",
    )
    once: bool = Field(
        False, description="Said by itself: found by a search, and kept out of the list of conversations."
    )
    dry_run: bool = Field(False, description="Understand and place only: nothing is done, nothing is kept.")


class Act(BaseModel):
    """One tool to run."""

    tool: str = Field(examples=["home.turn_on"])
    arguments: dict[str, Any] = Field(default_factory=dict)


class ConversationLine(BaseModel):
    """One line of the list of conversations."""

    id: str
    title: str
    updated: str = Field(description="ISO time of the last turn.")
    turns: int
    found: str = Field(description="The line with the words that were looked for; empty without any.")


class TurnLine(BaseModel):
    """One turn as it is remembered."""

    id: str
    at: str = Field(description="ISO time.")
    text: str = Field(description="What the person said.")
    said: str = Field(description="What was answered, also when it was cut off.")
    answer: Answer | None = Field(description="None while it runs, and when it was cut off.")


class ConversationWhole(BaseModel):
    """A conversation."""

    id: str
    title: str
    stays: bool = Field(description="True when it stays on this device whatever the policy.")
    turns: list[TurnLine]


class LastKnown(BaseModel):
    """What a thing told before it sent what can't be read."""

    state: str
    attributes: dict[str, Any]
    at: str = Field(description="ISO time.")


class ThingState(BaseModel):
    """One thing of the home, as it is now."""

    id: str
    name: str
    aliases: list[str] = Field(description="What else it is called, also in other languages.")
    domain: str
    device_class: str | None
    state: str
    attributes: dict[str, Any]
    available: bool
    features: list[str]
    readable: bool = Field(description="False after a message that can't be read, until a good one comes.")
    last_known: LastKnown | None = Field(description="Where it isn't readable: how it was before.")


class RoomState(BaseModel):
    """A room; its name is null for what stands in none."""

    name: str | None
    aliases: list[str] = Field(description="What else it is called, also in other languages.")
    floor: str | None
    things: list[ThingState]


class HomeWhole(BaseModel):
    """The home, room by room."""

    connected: bool
    demo: bool
    rooms: list[RoomState]


class DeviceFacts(BaseModel):
    """This device. Sizes in bytes."""

    system: str
    processor: str
    cores: int
    memory: int
    available: int = Field(description="Memory that programs can still take, now.")
    disk: int = Field(description="Free on the disk of the data folder.")
    bandwidth: float = Field(description="Bytes of memory moved in a second by all cores.")


class LayerFacts(BaseModel):
    """One layer, as it says of itself."""

    name: str
    title: str
    version: str
    level: Literal["base", "industry", "scenario"]
    languages: list[str]
    licence: str
    author: str
    about: str
    below: str | None = Field(description="Name of the layer that it stands on.")
    score: int | None = Field(description="Per cent of its own evaluation, as its maker measured.")
    shipped: bool = Field(description="True when it came with Kippu.")


class Layers(BaseModel):
    """The layers of this device."""

    chosen: str = Field(description="A layer's name; `auto` follows each request, `none` uses none.")
    layers: list[LayerFacts]


class Progress(BaseModel):
    """A fetch under way."""

    received: int
    bytes: int
    source: str


class ModelFacts(BaseModel):
    """One model, and what it would be on this device."""

    id: str
    name: str
    maker: str
    kind: str
    instruct: bool = Field(description="False for a model that was never taught to answer.")
    purpose: Literal["talk", "code", "calls"] = Field(description="What its maker made it for.")
    parameters: int
    bytes: int
    licence: str
    rung: str
    languages: list[str]
    context: int
    sources: list[str]
    unreached: str | None = Field(description="Where it is, if that lately could not be reached.")
    installed: bool
    current: bool
    fits: bool
    tight: bool = Field(description="It fits, and leaves other programs little memory.")
    slow: bool = Field(description="Too slow here to talk with.")
    memory: int = Field(description="Bytes that it takes while it runs, as predicted.")
    took: int | None = Field(description="Bytes that it really took when it ran here; null before a run.")
    tokens_per_second: float | None = Field(description="As predicted for this device.")
    measured: float | None = Field(description="Tokens a second in real runs here; null before one.")
    reads: float | None = Field(description="Tokens of a prompt that it reads in a second, as far as known.")
    progress: Progress | None


class Models(BaseModel):
    """The device, and the ladder of models."""

    device: DeviceFacts
    models: list[ModelFacts]


class Reminder(BaseModel):
    """Something that rings."""

    id: str
    kind: Literal["timer", "alarm", "reminder"]
    text: str
    at: str = Field(description="ISO time.")
    state: Literal["pending", "paused", "ringing"]
    remaining: float = Field(description="Seconds.")
    repeat: str | None = None
    length: float | None = None
    command: str | None = None
    area: str | None = None
    late: float = 0
    message: str = ""


class Event(BaseModel):
    """An event of the calendar on one of its days."""

    id: str
    title: str
    start: str = Field(description="ISO time; an ISO date for the whole day.")
    end: str = Field(description="The same as `start` when it isn't known how long it takes.")
    whole_day: bool
    repeat: str | None = None
    place: str = ""
    people: str = ""


class Snooze(BaseModel):
    """For how long."""

    minutes: float = Field(default=10, gt=0, le=24 * 60)


class ListItem(BaseModel):
    """One line of a list."""

    text: str
    done: bool


class NamedList(BaseModel):
    """A list."""

    name: str
    items: list[ListItem]


class Note(BaseModel):
    """Something noted."""

    id: str
    text: str
    at: str


class Routine(BaseModel):
    """Commands that one saying stands for."""

    name: str
    """What is said."""
    does: list[str]
    layer: str
    """Name of the layer that brings it; empty for the person's own."""


class Consent(BaseModel):
    """What the person says to text that waits to leave."""

    allow: bool
    text: str | None = Field(default=None, max_length=200_000)
