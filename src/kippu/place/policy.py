"""The person's policy, reason by reason: what keeps a request on this device, and whom it may go to.

Written to be read: the first reason that holds wins. Knows no model, and not whether asking would help.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kippu import reasons
from kippu.engines.price import LONGEST_ANSWER, worst
from kippu.engines.tokens import tokens
from kippu.place.now import reachable
from kippu.reasons import Reason, filled
from kippu.record import Spending
from kippu.settings import Provider, Settings
from kippu.turn import Findings, Turn


@dataclass(frozen=True, slots=True)
class Stay:
    """Why a request stays on this device."""

    reason: Reason


DEVICE_ONLY = Stay(reasons.ALL_STAYS)


class Policy:
    """Applies the settings as they are at the moment."""

    def __init__(
        self,
        settings: Settings,
        spending: Spending,
        stays: Callable[[str], bool],
        rests: Callable[[str], bool],
    ) -> None:
        """``stays``: whether a conversation stays here; ``rests``: whether not to ask a provider now."""
        self._settings = settings
        self._spending = spending
        self._stays = stays
        self._rests = rests

    @property
    def asks(self) -> bool:
        """Whether the person wants to see each text before it leaves."""
        return self._settings.policy != "when it helps"

    def lets_out(self, conversation: str) -> bool:
        """Whether anything of a conversation may leave at all, whatever it is."""
        named = self._settings.policy != "device only" and bool(self._settings.providers)
        return named and not self._stays(conversation)

    def wish(self, turn: Turn, findings: Findings) -> Stay | None:
        """Why the person wants this to stay, or None; nobody wants to send what can't be covered.

        Content from outside is no reason: it is the person who brings it, and the policy says that it may go.
        """
        if self._settings.policy == "device only":
            return DEVICE_ONLY
        if findings.marked:
            return Stay(reasons.MARKED)
        for topic in self._settings.never:
            if topic in findings.topics:
                return Stay(filled(reasons.TOPIC, reasons.TOPICS[topic]))
        if self._stays(turn.conversation):
            return Stay(reasons.CONVERSATION)
        if findings.unread:
            return Stay(reasons.UNREAD)
        return None

    def way(self, text: str) -> Provider | Stay:
        """The first provider that can be asked all this text now, or why there is none."""
        if not self._settings.providers:
            return Stay(reasons.NOBODY)
        hindered = [(provider, self._hindrance(provider, text)) for provider in self._settings.providers]
        for provider, hindrance in hindered:
            if hindrance is None:
                return provider
        return next(hindrance for _, hindrance in hindered if hindrance)

    def share(self, provider: Provider, text: str) -> float:
        """What part of the budget that is left asking may take, at worst: 0 to 1."""
        cost = worst(provider, text)
        return min(1.0, cost / max(cost, self._left())) if cost else 0.0

    def _hindrance(self, provider: Provider, text: str) -> Stay | None:
        name = provider.name
        if self._rests(name):
            return Stay(filled(reasons.RESTS, name=name))
        if not reachable(provider.url):
            return Stay(reasons.OFFLINE)
        if tokens(text) + LONGEST_ANSWER > provider.context:
            return Stay(filled(reasons.TOO_LONG, name=name))
        if (cost := worst(provider, text)) and cost > self._left():
            return Stay(reasons.BUDGET)
        return None

    def _left(self) -> float:
        return self._settings.budget_cents - self._spending.spent()
