"""The person's policy, reason by reason: what keeps a request on this device, and whom it may go to.

Written to be read: the first reason that holds wins. Knows no model, and not whether asking would help.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kippu.engines.price import LONGEST_ANSWER, worst
from kippu.engines.tokens import tokens
from kippu.place.now import reachable
from kippu.record import Spending
from kippu.settings import Provider, Settings, Topic
from kippu.turn import Findings, Language, Turn

_TOPICS: dict[Topic, tuple[str, str]] = {
    "health": ("health", "健康"),
    "money": ("money", "お金"),
    "work": ("work", "仕事"),
    "family": ("family", "家族"),
    "faith": ("faith", "信仰"),
    "politics": ("politics", "政治"),
    "intimacy": ("intimacy", "恋愛や性"),
    "law": ("law", "法律"),
}


@dataclass(frozen=True, slots=True)
class Stay:
    """Why a request stays on this device."""

    en: str
    ja: str

    def say(self, language: Language) -> str:
        """It in the person's language."""
        return self.ja if language == "ja" else self.en


DEVICE_ONLY = Stay("all stays here", "すべて端末内")


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

    def wish(self, turn: Turn, findings: Findings) -> Stay | None:
        """Why the person wants this to stay, or None.

        Content from outside is no reason: it is the person who brings it, and the policy says that it may go.
        """
        if self._settings.policy == "device only":
            return DEVICE_ONLY
        if findings.marked:
            return Stay("it has words that you keep private", "非公開にした言葉を含むため")
        for topic in self._settings.never:
            if topic in findings.topics:
                en, ja = _TOPICS[topic]
                return Stay(f"you keep {en} at home", f"{ja}の話題は外に出さない設定")
        if self._stays(turn.conversation):
            return Stay("this conversation stays here", "この会話は外に出さない設定")
        return None

    def way(self, text: str) -> Provider | Stay:
        """The first provider that can be asked all this text now, or why there is none."""
        if not self._settings.providers:
            return Stay("no provider is set up", "プロバイダーが未設定")
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
            return Stay(f"{name} failed and is given a rest", f"{name}は失敗が続いたため休止中")
        if not reachable(provider.url):
            return Stay("there is no network", "ネットワークなし")
        if tokens(text) + LONGEST_ANSWER > provider.context:
            return Stay(f"it is too long for {name}", f"{name}には長すぎるため")
        if (cost := worst(provider, text)) and cost > self._left():
            return Stay("it could pass this month's budget", "今月の予算を超えるおそれがあるため")
        return None

    def _left(self) -> float:
        return self._settings.budget_cents - self._spending.spent()
