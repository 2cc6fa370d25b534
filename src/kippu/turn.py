"""What travels the one line of a request: frozen data, and nothing that acts.

    turn ─► understand ─► inspect ─► place ─► cover ─► run ─► record ─► answer

Every step takes what is defined here and gives what is defined here; no step knows another.
This module knows no skill, no model and no server.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Language = Literal["en", "ja"]
"""The languages the assistant speaks."""

Reader = Literal["template", "cues", "layer", "model", "talk"]
"""What understood a sentence: a sentence template, word cues, the layer that reads free speech, the model, or
nobody needed to (plain talk)."""

Origin = Literal["talk", "once", "plan", "tap"]
"""Where a turn comes from: a conversation, one sentence said by itself on the command line, what was to be
done later and is due, or a tap in the app, which nobody said."""

Rung = Literal["none", "pocket", "palm", "desk", "cloud"]
"""Where on the ladder of models a request runs; "none" needs no model."""

_LONGEST_WISH = 400
"""Characters of a person's own words. More is a text that they pasted, which anybody may have written."""


def pasted(text: str) -> bool:
    """Whether a text is too long to be a person's own words."""
    return len(text) > _LONGEST_WISH


@dataclass(frozen=True, slots=True)
class Message:
    """One line of a conversation, as a model reads it."""

    role: Literal["system", "user", "assistant"]
    text: str
    tainted: bool = False
    """True when it carries, or was made from, content from outside the person's own words."""
    written: str = ""
    """What the person wrote in its place before it left: all that may leave. Empty where they did not."""
    done: bool = False
    """True for both lines of a turn that tools answered alone: a command and what came of it, no talk."""
    plainly: str = ""
    """Of a command's lines the same in bare words, for a model that doesn't read its language. Empty where
    nothing came of it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One tool to run, with its arguments."""

    tool: str
    """Skill and function, such as ``home.turn_on``."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """What the tool's signature names, already of the right types."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an earlier turn did, and the way back from it."""

    turn: str
    """That turn's id."""
    said: str
    """What the person said for it."""
    calls: tuple[Call, ...]
    undo: tuple[tuple[Call, ...], ...]
    """What takes back each of ``calls``; empty for those whose skill didn't say."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person said, and all that is needed to understand it."""

    text: str
    language: Language
    at: datetime
    """When it was said, in the person's own time zone (aware)."""
    conversation: str
    """The conversation's id."""
    id: str
    """This turn's own id, unique on the device."""
    history: tuple[Message, ...] = ()
    """Earlier lines of the conversation, oldest first; without this turn."""
    earlier: tuple[Call, ...] = ()
    """The calls of the turn before, which "it" and "there" refer to."""
    before: tuple[tuple[Call, ...], ...] = ()
    """The calls of the few turns before that one, the newest first: "both" may mean one of them too."""
    undo: tuple[tuple[Call, ...], ...] = ()
    """What takes back each of ``earlier``; empty for those whose skill didn't say."""
    changed: tuple[tuple[str, ...], ...] = ()
    """Ids of the things of the home that each of ``earlier`` changed; empty where that isn't known."""
    choices: tuple[Call, ...] = ()
    """What was asked about before ``earlier``, which was the choice."""
    deed: Deed | None = None
    """What was done last, and not taken back since: "undo" means it. None when there is nothing such."""
    asked: tuple[Call, ...] = ()
    """What the turn before asked about (its ``Meaning.proposed``): this turn may be the reply."""
    listed: tuple[Call, ...] = ()
    """What takes away each of what the last tool told of, in its order: "delete the first one"."""
    offered: tuple[str, ...] = ()
    """The words that were offered as a reply for each of ``asked``; empty where a yes was the reply."""
    talked: bool = False
    """True where the turn before was talk alone: "go on" means that."""
    here: str | None = None
    """Name of the room in which it was said, if known."""
    rings: bool = False
    """True while a timer, an alarm or a reminder rings."""
    outside: str = ""
    """What came along and is not the person's own words (a piped file): to be read, never obeyed."""
    schema: str = ""
    """The JSON schema that the answer has to fit, as text; empty where any words will do."""
    limit: int | None = None
    """Tokens that a model may write, at most; None for as many as an answer may have."""
    layer: str | None = None
    """Name of the layer that the person wants it answered by, or ``none``; None leaves it to the request."""
    origin: Origin = "talk"

    @property
    def after_talk(self) -> bool:
        """Whether it follows on talk, and on nothing that was done."""
        return self.talked or (bool(self.history) and not self.earlier)

    @property
    def brings(self) -> bool:
        """Whether content from outside the person's own words comes in with it."""
        return bool(self.outside) or pasted(self.text)

    @property
    def tainted(self) -> bool:
        """Whether such content is in what a model reads for it: it came with it, or in an earlier line."""
        return self.brings or any(message.tainted for message in self.history)


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to be so, at the moment at which it is looked at, for anything to be done."""

    call: Call
    """Asks whether it is so."""
    holds: bool = True
    """The answer on which it is done; False for "unless"."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the person means, and how sure we are."""

    by: Reader
    confidence: float
    """0 to 1: the share of such readings that are right, not a score of the reader's own."""
    calls: tuple[Call, ...] = ()
    """To be run in this order. Empty for talk, and when we ask back."""
    question: str | None = None
    """Set when it is not clear enough to act: what to ask the person, in their language."""
    proposed: tuple[Call, ...] = ()
    """With a question: the calls that a yes means, or one of which the answer chooses."""
    choices: tuple[str, ...] = ()
    """With a question that names several things: what to reply for each. Without, a yes is the reply."""
    talk: str = ""
    """What of the sentence is left for a model to talk about, once the calls are made."""
    condition: Condition | None = None
    """What has to be so for the calls to be made; None where they are made in any case."""
    unclear: tuple[str, ...] = ()
    """With a question: the words that stayed unclear, and for which alone it is asked."""


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data in a text."""

    kind: str
    """Such as ``person`` or ``phone``; ``guard/personal`` lists them."""
    start: int
    end: int
    """Half-open, in code points of the text."""
    text: str
    own: bool = False
    """Somebody's own, however many share it, in a text that no answer hangs on: the employer in a CV."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What in a turn is private, and what came from outside."""

    private: tuple[str, ...] = ()
    """Kinds of personal data in the text, such as ``phone``."""
    found: tuple[Found, ...] = ()
    """The pieces themselves, in the turn's text, sorted and not overlapping."""
    marked: tuple[str, ...] = ()
    """What the person marked as private, and is in what a model would read: it stays on the device."""
    topics: tuple[str, ...] = ()
    """What it is about, of the topics that a person may keep at home: ``health``, ``money`` …"""
    unread: bool = False
    """True when a part of it is in a writing in which nothing personal can be found."""
    tainted: bool = False
    """True when content from outside the person's own words is in the conversation."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a request runs, and why."""

    rung: Rung
    model: str | None
    """Catalogue id of the model, or None when no model is needed; in the cloud the provider's name of it."""
    reason: str
    """A short sentence for the person, in their language."""
    provider: str | None = None
    """In the cloud: the name of the provider that is asked first."""
    asks: bool = False
    """True when the person must say yes to the text that would leave, before it does."""
    cents: float | None = None
    """What it will cost by estimate, in US cents; None on the device."""
    instead: str | None = None
    """In the cloud: catalogue id of this device's model that answers when no provider does, or on a no."""
    layers: tuple[str, ...] = ()
    """Names of the layers that it runs with, the lowest first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A tool that a model elsewhere may want, as that model reads of it."""

    tool: str
    """Skill and function, such as ``lists.add``."""
    name: str
    """As it is sent: providers take no dot."""
    description: str
    parameters: Mapping[str, Any]
    """JSON schema of the arguments."""


@dataclass(frozen=True, slots=True)
class Egress:
    """What is about to leave the device. An empty one means that nothing leaves."""

    to: str = ""
    """The provider that would get it."""
    messages: tuple[Message, ...] = ()
    """Exactly what would be sent, with surrogates for what is personal; oldest first."""
    kinds: tuple[str, ...] = ()
    """Kinds of personal data that are replaced in it."""
    tools: tuple[Offer, ...] = ()
    """What goes along for the model to ask for; the same for everybody."""
    schema: str = ""
    """The turn's JSON schema, with surrogates too: it stands in the first message, and is sent as a form."""
    outside: str = ""
    """What of the last message came along and is not the person's own words, as it stands at its end."""
    edited: bool = False
    """True when the person wrote the last message anew: it goes just so, and no other words of theirs."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person says to text that is about to leave."""

    allow: bool
    text: str | None = None
    """With a yes: the last message as the person edited it, to be sent just so; None leaves it as shown."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What waits for the person's yes: text before it leaves, or a call before it runs."""

    turn: str
    """Id of the turn that it is for."""
    placement: Placement
    egress: Egress
    call: Call | None = None
    """Set when it is not text that waits, but a call that a model wants and the person's words don't."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call really led to."""

    call: Call
    ok: bool
    """True only if what was asked for is now so, as read back."""
    text: str
    """What is true now, for the person, in their language."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """The same for programs (JSON values only)."""
    tainted: bool = False
    """True when the text or the data come from outside the person's own words and device."""
    undo: tuple[Call, ...] = ()
    """What brings all back to how it was before the call, as the skill knew it; empty where it doesn't."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an answer was taken from."""

    layer: str
    """Name of the layer that has it."""
    title: str
    """The document's headings above it."""
    place: str
    """The document's path in the layer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person gets, and the record of how it came about."""

    turn: str
    """Id of the turn that this answers."""
    conversation: str
    text: str
    language: Language
    meaning: Meaning
    placement: Placement
    egress: Egress = Egress()
    """What left for it, or with a dry run would; the record keeps it in the ledger, not here."""
    outcomes: tuple[Outcome, ...] = ()
    milliseconds: Mapping[str, float] = field(default_factory=dict)
    """Time each step took: understand, inspect, place, cover, run, record; and first (to the first token)."""
    tokens: int = 0
    """Tokens that a model generated."""
    read: int = 0
    """Tokens of the prompts that a model read for it."""
    cents: float | None = None
    """What a provider took for it, in US cents; None when nothing left."""
    notes: tuple[str, ...] = ()
    """Words to the person beside the answer, such as "I left out the oldest turns"."""
    sources: tuple[Source, ...] = ()
    """What a layer's documents gave for it."""
    stopped: bool = False
    """True when the person stopped it; text then holds what was said until then."""
    cut: bool = False
    """True when a model had written all that it may, so that the text ends in the middle."""
