"""What a timer was told to do at its end."""

from kippu.assistant import Assistant
from kippu.errors import KippuError
from kippu.skills.bells import Bell
from kippu.turn import Answer


class Obey:
    """Does what a timer was told to do at its end, as if the person said it then."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def do(self, bell: Bell) -> None:
        """Say its command; raises when it was not done."""
        said = bell.command or ""
        turn = self._assistant.turn(said, language=bell.language, here=bell.area, origin="plan")
        async for piece in self._assistant.answer(turn):
            if isinstance(piece, Answer) and not (
                piece.outcomes and all(outcome.ok for outcome in piece.outcomes)
            ):
                raise KippuError(piece.text)
