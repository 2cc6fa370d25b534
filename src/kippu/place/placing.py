"""Everything stays on the device, and says so: tools need no model, talk gets the model that is chosen."""

from collections.abc import Callable

from kippu.models import Model
from kippu.turn import Findings, Language, Meaning, Placement, Turn

_SKILLS: dict[str, tuple[str, str]] = {
    "home": ("home command", "家の操作"),
    "clock": ("clock", "時計"),
    "math": ("calculation", "計算"),
    "history": ("your history", "履歴"),
    "about": ("a fixed answer", "決まった答え"),
    "help": ("help", "ヘルプ"),
}


class Placing:
    """Decides where a turn runs. ``chosen`` gives the model of this device that talks."""

    def __init__(self, chosen: Callable[[], Model]) -> None:
        self._chosen = chosen

    def place(self, turn: Turn, meaning: Meaning, findings: Findings) -> Placement:
        """The rung and the reason, in the person's language."""
        if meaning.by != "model" and not meaning.talk and (meaning.calls or meaning.question):
            return Placement("none", None, _say(turn.language, *_why(meaning)))
        model = self._chosen()
        if meaning.by == "model" or meaning.talk:
            return Placement(model.rung, model.id, _say(turn.language, *_why(meaning)))
        return Placement(
            model.rung,
            model.id,
            _say(turn.language, "on this device: talk", "この端末で: 会話"),
        )

    def kept(self, turn: Turn, placement: Placement) -> Placement:
        """The same turn on this device, because nobody said yes to what would have left."""
        model = self._chosen()
        return Placement(
            model.rung, model.id, _say(turn.language, "on this device: not sent", "この端末で: 送信なし")
        )


def _why(meaning: Meaning) -> tuple[str, str]:
    if meaning.talk:
        return "on this device: command and talk", "この端末で: 操作と会話"
    if meaning.question:
        return "on this device: asking back", "この端末で: 聞き返し"
    skill = meaning.calls[0].tool.split(".")[0]
    en, ja = _SKILLS.get(skill, (skill, skill))
    return f"on this device: {en}", f"この端末で: {ja}"


def _say(language: Language, en: str, ja: str) -> str:
    return ja if language == "ja" else en
