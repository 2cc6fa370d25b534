"""Which model of this device does a request best now, and whether a larger one elsewhere is worth asking.

Weighs chances of a good answer against waiting, money and what is personal. Knows no policy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kippu.models import Model
from kippu.models.fit import CONTEXT, memory
from kippu.place import ability
from kippu.place.kinds import Request
from kippu.place.now import Now

_ANSWER = 512
"""Tokens that are kept free for the answer."""
_BESIDE = 256 << 20
"""Bytes that the engine wants beside a model before it loads it."""

# All in chances of a good answer, so that they can be added and compared.
_WAIT, _STRAINED = 0.012, 3.0
"""For each billion weights that work here, and how much more on a device that is strained."""
_CHOSEN, _CHOSEN_STRAINED = 0.4, 0.05
"""For the model that the person chose: another takes its place only for what it can't do, such as code on the
pocket rung, or on a strained device, which it may weigh down."""
_BETTER = 0.05
"""What a larger model must win to be tried when the first was not sure."""
_WORTH_SENDING = 0.25
"""The least that sending must win."""
_PIECE = 0.04
"""For each piece of personal data that would have to be replaced."""
_LAST_CENTS = 0.5
"""For taking all that is left of the budget; half of it, half as much."""


@dataclass(frozen=True, slots=True)
class Local:
    """A model of this device for a request."""

    model: Model
    worth: float
    """Chance of a good answer, less what the wait for it costs."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The models of this device for a request."""

    chosen: Model
    """The one that the person chose, installed or not."""
    here: Local
    """The one to ask: the chosen one, or one that does far better than it and can run now; without any, the
    chosen one, worth nothing."""
    best: Local
    """The one that does it best now, whichever was chosen."""


class Router:
    """Chooses by the request and by what the device is like."""

    def __init__(
        self,
        local: Callable[[], Sequence[Model]],
        chosen: Callable[[], Model],
        loaded: Callable[[str], bool],
        now: Callable[[], Now],
    ) -> None:
        """``local``: installed models that talk; ``chosen``: the one that the person chose, installed or not;
        ``loaded``: whether one is in memory already; ``now``: what the device is like."""
        self._local = local
        self._chosen = chosen
        self._loaded = loaded
        self._now = now

    def look(self, asked: Request) -> Choice:
        """Which models of this device there are for a request; asks for them once, for that reads files."""
        chosen = self._chosen()
        able = [Local(model, self._worth(model, asked)) for model in self._runnable()] or [Local(chosen, 0.0)]
        favour = _CHOSEN_STRAINED if self.is_strained() else _CHOSEN
        here = max(able, key=lambda local: local.worth + favour * (local.model.id == chosen.id))
        return Choice(chosen, here, max(able, key=lambda local: local.worth))

    def is_strained(self) -> bool:
        """Whether the device is busy, hot or nearly empty, so that a smaller model than the chosen may do."""
        return self._now().strained

    def larger(self, than: str, asked: Request) -> Model | None:
        """The smallest installed model that does it better than this one does and can run now, or None."""
        models = self._runnable()
        this = next((model for model in self._local() if model.id == than), None)
        if this is None:
            return None
        least = ability.here(this, asked) + _BETTER
        better = [
            model
            for model in models
            if model.parameters > this.parameters and ability.here(model, asked) > least
        ]
        return min(better, key=lambda model: model.parameters, default=None)

    def wins(self, asked: Request, here: Local, pieces: int, share: float) -> tuple[bool, bool]:
        """Whether asking elsewhere wins enough; and whether it would, were nothing in it personal.

        ``pieces`` of personal data, ``share`` of the budget that is left.
        """
        won = ability.elsewhere(asked) - here.worth - _LAST_CENTS * share
        return won - _PIECE * pieces > _WORTH_SENDING, won > _WORTH_SENDING

    def _worth(self, model: Model, asked: Request) -> float:
        if asked.tokens + _ANSWER > min(model.context or CONTEXT, CONTEXT):
            return 0.0
        wait = _WAIT * (model.active or model.parameters) / 1e9
        return ability.here(model, asked) - wait * (_STRAINED if self._now().strained else 1.0)

    def _runnable(self) -> list[Model]:
        """What is in memory already, or has room there: a model that comes in sends the other out."""
        models = self._local()
        room = self._now().memory_free + sum(map(memory, filter(self._is_loaded, models)))
        return [model for model in models if self._is_loaded(model) or memory(model) + _BESIDE <= room]

    def _is_loaded(self, model: Model) -> bool:
        return self._loaded(model.id)
