"""The one way out of this device. What sends is not even imported before something may leave."""

from typing import TYPE_CHECKING

from kippu.engines.breaker import Breaker
from kippu.errors import StaysHere
from kippu.reasons import ALL_STAYS, MEANWHILE, filled
from kippu.record import Ledger, Spending
from kippu.settings import Provider, Settings

if TYPE_CHECKING:
    from kippu.run.elsewhere import Elsewhere


class WayOut:
    """The one way out. It is made when it is first needed, and never under ``device only``."""

    def __init__(self, settings: Settings, ledger: Ledger, spending: Spending, breaker: Breaker) -> None:
        self._parts = (settings, ledger, spending, breaker)
        self._settings = settings
        self._breaker = breaker
        self._elsewhere: Elsewhere | None = None

    def open(self) -> "Elsewhere":
        """The way out; raises StaysHere when the policy is ``device only``."""
        if self._settings.policy == "device only":
            raise StaysHere(*filled(MEANWHILE, ALL_STAYS))
        if self._elsewhere is None:
            from kippu.run.elsewhere import Elsewhere  # noqa: PLC0415  # never there under "device only"

            self._elsewhere = Elsewhere(*self._parts)
        return self._elsewhere

    def others(self, name: str) -> tuple[Provider, ...]:
        """Who may be asked when this provider fails, in the person's order."""
        return tuple(
            provider
            for provider in self._settings.providers
            if provider.name != name and not self._breaker.open(provider.name)
        )

    async def close(self) -> None:
        """Let go of its connections."""
        if self._elsewhere is not None:
            await self._elsewhere.close()
