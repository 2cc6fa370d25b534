"""The step that says where a turn runs: the policy first, then what does it best, and the reason in words.

Decides and does nothing: what the run step does when a provider fails is its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kippu import reasons
from kippu.engines.price import cents
from kippu.engines.tokens import tokens
from kippu.errors import ModelMissing
from kippu.layers import Chosen
from kippu.models import Model
from kippu.place.kinds import Kind, Request, request
from kippu.place.now import Now, Watch
from kippu.place.policy import DEVICE_ONLY, Policy, Stay
from kippu.place.router import Choice, Local, Router
from kippu.reasons import Reason, filled, said
from kippu.record import Spending
from kippu.settings import Provider, Settings, Topic
from kippu.turn import Findings, Language, Meaning, Placement, Turn

_ANSWER: dict[Kind, int] = {
    "chat": 120, "knowledge": 250, "mathematics": 300, "code": 450, "writing": 400, "translation": 150,
}  # fmt: skip
"""Tokens that an answer usually has; a long one twice as many."""
_FRAME = 120
"""Letters around each line of what would be sent."""
_TELLS: frozenset[Kind] = frozenset({"chat", "knowledge"})
"""Of which it tells something how sure a model is of its first words."""
_KNOWS = 2e9
"""Weights of a model that mostly knows what a thing is; before smaller ones goes a dictionary, where there is
one. A judgement: by the table of abilities, 1.5B weights answer 58 of 100 questions of knowledge."""
_TOO_PERSONAL = Stay(reasons.TOO_PERSONAL)


class Placing:
    """Decides where a turn runs."""

    def __init__(
        self,
        local: Callable[[], Sequence[Model]],
        chosen: Callable[[], Model],
        settings: Settings,
        spending: Spending,
        stays: Callable[[str], bool],
        rests: Callable[[str], bool],
        loaded: Callable[[str], bool],
        layers: Callable[[Turn], Chosen | None],
        about: Callable[[Turn], tuple[Topic, ...]],
        now: Callable[[], Now] | None = None,
    ) -> None:
        """``local``: installed models that talk; ``chosen``: the one that the person chose, installed or not;
        ``stays``: whether a conversation stays here; ``rests``: whether a provider has failed and is not to
        be asked now; ``loaded``: whether a model is in memory; ``layers``: those that a turn is
        for; ``about``: what a turn is about of the topics that the person keeps at home; ``now``: what the
        device is like."""
        self._local = local
        self._layers = layers
        self._about = about
        self._chosen = chosen
        self._router = Router(local, chosen, loaded, now or Watch().now)
        self._policy = Policy(settings, spending, stays, rests)

    def place(self, turn: Turn, meaning: Meaning, findings: Findings) -> Placement:
        """The rung and the reason, in the person's language."""
        if meaning.by != "model" and not meaning.talk and (meaning.calls or meaning.question):
            return Placement("none", None, reasons.here(_why(meaning), turn.language))
        if meaning.by == "model":
            model = self._chosen()
            return Placement(model.rung, model.id, reasons.here(_why(meaning), turn.language))
        whole = turn
        if meaning.talk:  # the commands run here in any case
            turn = replace(turn, text=meaning.talk)
        asked = request(turn)
        choice = self._router.look(asked)
        model = choice.here.model
        if taught := self._taught(turn, model):
            return taught
        local = Placement(model.rung, model.id, reasons.here(self._reason(asked, choice), turn.language))
        if wish := self._policy.wish(turn, findings):
            return local if wish is DEVICE_ONLY else _kept(turn.language, local, wish)
        text = _sent(turn)
        way = self._policy.way(text)
        share = self._policy.share(way, text) if isinstance(way, Provider) else 0.0
        wins, would = self._router.wins(asked, choice.best, len(findings.found), share)
        if not wins:
            return _kept(turn.language, local, _TOO_PERSONAL) if would else local
        if isinstance(way, Stay):
            return _kept(turn.language, local, way)
        # Last, for it takes longest: what stays for another reason need not be read for this one.
        if wish := self._policy.wish(whole, replace(findings, topics=self._about(whole))):
            return _kept(turn.language, local, wish)
        return self._away(asked, way, text, model)

    def stays(self, turn: Turn, placement: Placement, findings: Findings) -> Reason | None:
        """Why what was placed elsewhere may not leave after all, by what the person chose since."""
        if wish := self._policy.wish(turn, findings):
            return wish.reason
        return reasons.ASKED_FIRST if self._policy.asks and not placement.asks else None

    def kept(self, turn: Turn, placement: Placement) -> Placement:
        """The same turn on this device, because nobody said yes to what would have left."""
        model = self._router.look(request(turn)).here.model
        return Placement(model.rung, model.id, reasons.here(reasons.NOT_SENT, turn.language))

    def larger(self, turn: Turn, placement: Placement) -> Placement | None:
        """Where it runs when the model of this device was not sure (``sure.py``): on a larger one, if any."""
        model = placement.model and self._router.larger(placement.model, request(turn))
        if not model:
            return None
        reason = reasons.here(reasons.LARGER, turn.language)
        return replace(placement, rung=model.rung, model=model.id, reason=reason)

    def may_leave(self, talk: Turn, placement: Placement) -> bool:
        """Whether talk that is placed on this device may leave it after all, if its model isn't sure
        (``doubted``): of questions and talk that the pocket model answers, where the policy isn't "device
        only" and somebody may be asked."""
        tells = placement.rung == "pocket" and request(talk).kind in _TELLS and placement.model is not None
        return tells and self._policy.lets_out(talk.conversation)

    def doubted(
        self, whole: Turn, talk: Turn, placement: Placement, findings: Findings, sure: float
    ) -> Placement | None:
        """Elsewhere, where the pocket model was only so ``sure`` (0 to 1), asking wins by as much, and the
        person lets it; else None. Of the ``whole`` turn, which ``findings`` are of, the ``talk`` is asked.

        Of questions and talk alone: a text that is written may begin in many ways, and whoever writes one
        well is not sure of the first words either. Of other models nobody measured what it says.
        """
        if not self.may_leave(talk, placement):
            return None
        asked, text = request(talk), _sent(talk)
        if self._policy.wish(whole, findings) or isinstance(way := self._policy.way(text), Stay):
            return None
        model = next((model for model in self._local() if model.id == placement.model), self._chosen())
        share = self._policy.share(way, text)
        wins, _ = self._router.wins(asked, Local(model, sure), len(findings.found), share)
        if not wins or self._policy.wish(whole, replace(findings, topics=self._about(whole))):
            return None
        return self._away(asked, way, text, model, reasons.UNSURE)

    def _taught(self, turn: Turn, talker: Model) -> Placement | None:
        """Where a turn runs that layers are for: always here, and without a model where they only quote.

        Raises ModelMissing when the person named a layer whose base is not on this device.
        """
        chosen = self._layers(turn)
        if chosen is None or (chosen.defines and talker.parameters >= _KNOWS):
            return None
        reason = reasons.here((chosen.title, chosen.title), turn.language)
        if chosen.quotes:
            return Placement("none", None, reason, layers=chosen.names)
        if chosen.base is None:
            return Placement(talker.rung, talker.id, reason, layers=chosen.names)
        base = next((model for model in self._local() if model.id == chosen.base), None)
        if base is None:
            if not chosen.named:
                return None
            raise ModelMissing(
                f"The layer “{chosen.title}” needs the model {chosen.base}, which is not on this device: "
                f"`kippu models get {chosen.base}` gets it.",
                f"レイヤー「{chosen.title}」にはモデル {chosen.base} が必要です。"
                f"`kippu models get {chosen.base}` で取得できます。",
            )
        return Placement(base.rung, base.id, reason, layers=chosen.names)

    def _reason(self, asked: Request, choice: Choice) -> Reason:
        """What it is asked for, and that another model than the chosen one does it."""
        model, chosen = choice.here.model, choice.chosen
        if model.id == chosen.id:
            return asked.reason
        why = reasons.BUSY if self._router.is_strained() else reasons.INSTEAD
        return filled(why, asked.reason, other=model.name, first=chosen.name)

    def _away(
        self, asked: Request, provider: Provider, text: str, instead: Model, why: Reason | None = None
    ) -> Placement:
        answer = _ANSWER[asked.kind] * (2 if asked.long else 1)
        cost = cents(provider, tokens(text), answer)
        reason = said(filled(reasons.CLOUD, _costing(why or asked.reason, cost)), asked.language)
        return Placement(
            "cloud", provider.model, reason, provider.name, self._policy.asks, cost, instead=instead.id
        )


def _sent(turn: Turn) -> str:
    """About all that would be sent, at its full length."""
    lines = (*(message.text for message in turn.history), turn.text, turn.outside)
    return "".join(f"{line}{' ' * _FRAME}" for line in lines)


def _costing(reason: Reason, cost: float) -> Reason:
    """It with what it costs, where it costs anything."""
    if not cost:
        return reason
    if cost < 0.1:
        return filled(reasons.CHEAP, reason)
    return filled(reasons.COSTS, reason, cents=f"{cost:.1f}" if cost < 10 else f"{cost:.0f}")


def _kept(language: Language, local: Placement, why: Stay) -> Placement:
    return replace(local, reason=reasons.here(why.reason, language))


def _why(meaning: Meaning) -> Reason:
    if meaning.question:
        return reasons.ASKING
    skill = meaning.calls[0].tool.split(".")[0]
    return reasons.SKILLS.get(skill, (skill, skill))
