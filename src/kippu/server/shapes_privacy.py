"""What the privacy routes take and give. Shapes alone."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from kippu.settings import Policy, Provider, Topic


class ProviderLine(Provider):
    """A provider, and whether its key is there."""

    has_key: bool


class Privacy(BaseModel):
    """What may leave this device, as it is now."""

    policy: Policy
    never: tuple[Topic, ...]
    """Topics that stay, whatever the policy."""
    topics: tuple[Topic, ...]
    """All topics that there are."""
    marked: tuple[str, ...]
    """The person's private words."""
    providers: tuple[ProviderLine, ...]
    budget_cents: float
    spent_cents: float
    """This month, by the person's calendar."""
    keep_sent: bool


class PrivacyChange(BaseModel):
    """What is to be changed; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    policy: Policy | None = None
    never: tuple[Topic, ...] | None = None
    providers: tuple[Provider, ...] | None = None
    budget_cents: float | None = Field(default=None, ge=0)
    keep_sent: bool | None = None


class Words(BaseModel):
    """Words that are private."""

    words: str = Field(max_length=1000)


class Key(BaseModel):
    """A provider's key; empty forgets it."""

    key: str = Field(max_length=4000)


class Stays(BaseModel):
    """Whether a conversation stays on this device."""

    stays: bool


class LedgerRow(BaseModel):
    """One line of the ledger."""

    id: int
    at: str
    kind: Literal["placement", "egress", "action", "fetch"]
    turn: str | None
    to: str
    bytes: int
    kinds: list[str]
    what: str
    text: str | None
    digest: str
    hash: str


class Reason(BaseModel):
    """Why something ran where it did, or is in the ledger, in both languages.

    A place in braces with a number holds another reason; one with a name holds a name.
    """

    en: str
    ja: str


class LedgerTotal(BaseModel):
    """What one receiver got on one day."""

    day: str
    to: str
    times: int
    bytes: int


class Verified(BaseModel):
    """Whether the chain holds, and where it does not."""

    whole: bool
    rows: int
    id: int | None = None
    why: str = ""


class Forget(BaseModel):
    """Up to when to forget; all of it when left out."""

    before: str | None = Field(default=None, description="ISO time with offset.")


class Forgotten(BaseModel):
    """How many texts were forgotten."""

    texts: int
