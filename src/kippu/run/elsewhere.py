"""The only way out: asks the provider of an egress, with the budget and the ledger before each byte.

``start.py`` makes one only where the policy lets text leave; nothing else holds an engine that sends.
Sends what it is given: what that may be was decided before.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from kippu.engines import keys
from kippu.engines.breaker import Breaker
from kippu.engines.cloud import Cloud
from kippu.engines.constrain import schema_format
from kippu.engines.price import LONGEST_ANSWER, cents, worst
from kippu.errors import CloudError, NotAllowed
from kippu.record import Ledger, Spending
from kippu.settings import Provider, Settings
from kippu.turn import Egress


class Elsewhere:
    """Asks providers, one engine each."""

    def __init__(self, settings: Settings, ledger: Ledger, spending: Spending, breaker: Breaker) -> None:
        self._settings = settings
        self._ledger = ledger
        self._spending = spending
        self._breaker = breaker
        self._clouds: dict[Provider, Cloud] = {}

    async def chat(
        self,
        turn: str,
        egress: Egress,
        why: str,
        messages: Sequence[Mapping[str, Any]],
        tools: Sequence[Mapping[str, Any]] = (),
    ) -> AsyncGenerator[dict[str, Any], None]:
        """OpenAI's chunks of the provider's answer; the last has ``cents``, what it cost.

        ``why``: the placement's reason, for the ledger. ``messages``: the egress's, and in the middle of a
        tool's use those behind it. Raises CloudError when it can't be asked, or not to its end.
        """
        provider = self._provider(egress.to)
        request: dict[str, Any] = {"messages": list(messages), "max_tokens": LONGEST_ANSWER}
        if tools:
            request["tools"] = list(tools)
        if egress.schema:
            request["response_format"] = schema_format(egress.schema)
        bill = _Bill(self._spending, provider, self._settings)

        def sending(body: str) -> None:
            if self._settings.policy == "device only":
                raise NotAllowed("The policy was set to device only meanwhile: nothing was sent.")
            bill.reserve(body)
            self._ledger.add(
                "egress", why, turn=turn, to=provider.name, text=body, kinds=egress.kinds,
                keep=self._settings.keep_sent,
            )  # fmt: skip

        try:
            async with aclosing(self._cloud(provider).chat(request, sending)) as chunks:
                async for chunk in chunks:
                    bill.heard(chunk)
                    yield chunk
        except CloudError:
            self._breaker.failed(provider.name)
            raise
        finally:
            bill.settle()
        self._breaker.worked(provider.name)
        yield {"choices": [], "cents": bill.cents}

    async def close(self) -> None:
        """Let go of all connections."""
        for cloud in self._clouds.values():
            await cloud.close()
        self._clouds.clear()

    def _provider(self, name: str) -> Provider:
        for provider in self._settings.providers:
            if provider.name == name:
                return provider
        raise CloudError(
            f"There is no provider '{name}' any more.", f"プロバイダー「{name}」はもうありません。"
        )

    def _cloud(self, provider: Provider) -> Cloud:
        if provider not in self._clouds:
            self._clouds[provider] = Cloud(provider, keys.key_of(provider))
        return self._clouds[provider]


class _Bill:
    """What one request costs: the worst of it before each try, the truth at its end."""

    def __init__(self, spending: Spending, provider: Provider, settings: Settings) -> None:
        self._spending = spending
        self._provider = provider
        self._settings = settings
        self._reserved: list[int] = []
        self._worst = 0.0
        self._answered = 0
        self._usage: Mapping[str, Any] | None = None

    @property
    def cents(self) -> float:
        """What it cost by the provider's count; by ours, rather too much, where an answer broke off."""
        if self._usage:
            return cents(
                self._provider,
                int(self._usage.get("prompt_tokens") or 0),
                int(self._usage.get("completion_tokens") or 0),
            )
        return self._worst if self._answered else 0.0

    def reserve(self, body: str) -> None:
        """Take the worst for one more try; the one before got no answer."""
        self._worst = worst(self._provider, body)
        self._settle_failed()
        self._reserved.append(
            self._spending.reserve(self._provider.name, self._worst, self._settings.budget_cents)
        )

    def heard(self, chunk: Mapping[str, Any]) -> None:
        """A piece of the answer."""
        self._answered += 1
        self._usage = chunk.get("usage") or self._usage

    def settle(self) -> None:
        """Put down what it cost."""
        if self._reserved:
            self._spending.settle(self._reserved[-1], self.cents)

    def _settle_failed(self) -> None:
        if self._reserved:
            self._spending.settle(self._reserved[-1], 0.0)
