"""The only way out: asks the provider of an egress, with the budget and the ledger before each byte.

``start.py`` makes one only where the policy lets text leave; nothing else holds an engine that sends.
Sends what it is given: what that may be was decided before.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from kippu.engines import keys
from kippu.engines.breaker import Breaker
from kippu.engines.cloud import Cloud
from kippu.engines.constrain import schema_format
from kippu.engines.length import Length
from kippu.engines.price import LONGEST_ANSWER, cents, worst
from kippu.errors import CloudError, OverBudget, StaysHere, TooSlow
from kippu.reasons import ALL_STAYS, MEANWHILE, Reason, filled
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
        stays: Callable[[], Reason | None],
        messages: Sequence[Mapping[str, Any]],
        tools: Sequence[Mapping[str, Any]] = (),
    ) -> AsyncGenerator[dict[str, Any], None]:
        """OpenAI's chunks of the provider's answer; the last has ``cents``, what it cost, and ``dearer``,
        whether that is more than what it was told to keep to may cost. Who writes beyond that is heard no
        longer: the connection is cut, and the answer ends there.

        ``why``: the placement's reason, for the ledger. ``stays``: asked before each try, why it has to stay
        on this device after all. ``messages``: the egress's, and in the middle of a tool's use those behind
        it. Raises CloudError when it can't be asked, or not to its end, and StaysHere when it may not be.
        """
        provider = self._provider(egress.to)
        request: dict[str, Any] = {"messages": list(messages), "max_tokens": LONGEST_ANSWER}
        if tools:
            request["tools"] = list(tools)
        if egress.schema:
            request["response_format"] = schema_format(egress.schema)
        bill = _Bill(self._spending, provider, self._settings)

        def write(body: str) -> None:
            self._ledger.add(
                "egress", why, turn=turn, to=provider.name, text=body, kinds=egress.kinds,
                keep=self._settings.keep_sent,
            )  # fmt: skip

        try:
            sending = _Sending(self._ledger, self._settings, provider, stays, bill, write)
            async with aclosing(self._cloud(provider).chat(request, sending)) as chunks:
                async for chunk in chunks:
                    bill.heard(chunk)
                    yield chunk
                    if bill.over:
                        yield {"choices": [{"index": 0, "delta": {}, "finish_reason": "length"}]}
                        break
        except OverBudget:  # which is no failure of theirs
            raise
        except CloudError as error:
            self._breaker.failed(provider.name, badly=isinstance(error, TooSlow))
            raise
        finally:
            bill.settle()
        if bill.dearer:
            self._breaker.failed(provider.name, badly=True)
        else:
            self._breaker.worked(provider.name)
        yield {"choices": [], "cents": bill.cents, "dearer": bill.dearer}

    async def close(self) -> None:
        """Let go of all connections."""
        for cloud in self._clouds.values():
            await cloud.close()
        self._clouds.clear()

    def _provider(self, name: str) -> Provider:
        for provider in self._settings.providers:
            if provider.name == name:
                return provider
        raise _gone(name)

    def _cloud(self, provider: Provider) -> Cloud:
        if provider not in self._clouds:
            self._clouds[provider] = Cloud(provider, keys.key_of(provider))
        return self._clouds[provider]


def _gone(name: str) -> CloudError:
    return CloudError(f"There is no provider '{name}' any more.", f"プロバイダー「{name}」はもうありません。")


class _Sending:
    """Lets each try go, once its worst is taken and its row is written."""

    def __init__(
        self,
        ledger: Ledger,
        settings: Settings,
        provider: Provider,
        stays: Callable[[], Reason | None],
        bill: "_Bill",
        write: Callable[[str], None],
    ) -> None:
        self._ledger = ledger
        self._settings = settings
        self._provider = provider
        self._stays = stays
        self._bill = bill
        self._write = write

    def leaves(self, body: str) -> None:
        """It may; raises StaysHere or CloudError where it may not."""
        if self._settings.policy == "device only":
            raise StaysHere(*filled(MEANWHILE, ALL_STAYS))
        if reason := self._stays():
            raise StaysHere(*reason)
        if self._provider not in self._settings.providers:
            raise _gone(self._provider.name)
        with self._ledger.at_once():
            self._bill.reserve(body)
            self._write(body)

    def refused(self) -> None:
        """It cost nothing."""
        self._bill.refund()


class _Bill:
    """What one request costs: the worst of each try, until it is known that it was less."""

    def __init__(self, spending: Spending, provider: Provider, settings: Settings) -> None:
        self._spending = spending
        self._provider = provider
        self._settings = settings
        self._reserved = 0
        self._worst = 0.0
        self._finished = False
        self._length = Length()
        self._usage: Mapping[str, Any] | None = None

    @property
    def cents(self) -> float:
        """What it cost by the provider's count; the worst where an answer broke off, or nobody counted.

        Of one that was cut at its length, the more of both: it may count what it wrote before it heard of it.
        """
        counted = (
            cents(
                self._provider,
                int(self._usage.get("prompt_tokens") or 0),
                int(self._usage.get("completion_tokens") or 0),
            )
            if self._usage
            else 0.0
        )
        if self.over:
            return max(counted, self._worst)
        return counted if self._usage and self._finished else self._worst

    @property
    def over(self) -> bool:
        """Whether it writes on beyond the longest answer that it was allowed."""
        return not self._finished and self._length.tokens > LONGEST_ANSWER

    @property
    def dearer(self) -> bool:
        """Whether the provider counts or writes more than the longest answer that it was allowed."""
        return self.over or self.cents > self._worst

    def reserve(self, body: str) -> None:
        """Take the worst for one more try. What was taken for the one before stays, unless refunded."""
        self._worst = worst(self._provider, body)
        self._reserved = self._spending.reserve(self._provider.name, self._worst, self._settings.budget_cents)

    def refund(self) -> None:
        """The last try cost nothing."""
        self._spending.settle(self._reserved, 0.0)
        self._reserved, self._worst = 0, 0.0

    def heard(self, chunk: Mapping[str, Any]) -> None:
        """A piece of the answer."""
        self._finished = self._finished or any(choice.get("finish_reason") for choice in chunk["choices"])
        self._usage = chunk.get("usage") or self._usage
        self._length.heard(chunk)

    def settle(self) -> None:
        """Put down what it cost."""
        if self._reserved:
            self._spending.settle(self._reserved, self.cents)
