"""Things that were said and answered, to be kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kippu.turn import Answer, Call, Meaning, Outcome, Placement, Turn


def turn(text: str, number: int = 1, conversation: str = "c1", day: int = 23) -> Turn:
    at = datetime(2026, 11, day, 9, number, tzinfo=ZoneInfo("Asia/Tokyo"))
    return Turn(text, "en", at, conversation, f"t{number}")


def answer(number: int = 1, text: str = "The light is on.", conversation: str = "c1") -> Answer:
    call = Call("home.turn_on", {"name": "lamp", "levels": [1, 2]})
    return Answer(
        turn=f"t{number}",
        conversation=conversation,
        text=text,
        language="en",
        meaning=Meaning("template", 0.99, (call,)),
        placement=Placement("none", None, "No model is needed."),
        outcomes=(Outcome(call, True, text, {"changed": [{"id": "light.lamp"}]}),),
        milliseconds={"understand": 1.5},
        tokens=3,
        notes=("A note.",),
    )
