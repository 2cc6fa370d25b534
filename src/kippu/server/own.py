"""Kippu's own routes over what is kept: conversations, home, reminders, lists, notes, pairing.

Each is a line over the part that knows; none of them understands a sentence.
"""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Header, Query

from kippu.server import pairing, shapes
from kippu.server.pairing import Pairing
from kippu.server.problems import RESPONSES
from kippu.skills.calendar import ahead
from kippu.turn import Call, Language, Outcome

if TYPE_CHECKING:
    from kippu.start import Kippu

_AHEAD = timedelta(days=6)
"""How far the calendar is shown: today and until the same weekday comes again."""
_SNOOZE = 10.0
"""Minutes, when nobody says for how long."""

Search = Annotated[str, Query(max_length=500, description="Words that were all said in it, in any turn.")]


def router(kippu: "Kippu") -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", responses=RESPONSES)
    _conversations(routes, kippu)
    _home(routes, kippu)
    _reminders(routes, kippu)
    _kept(routes, kippu)
    return routes


def _conversations(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/conversations", tags=["Conversations"], response_model=list[shapes.ConversationLine])
    async def conversations(search: Search = "") -> list[dict[str, Any]]:
        """All conversations, newest first; with `search`, those in which its words were said."""
        return [asdict(line) for line in kippu.history.list(search)]

    @routes.get("/conversations/{id}", tags=["Conversations"])
    async def conversation(id: str) -> shapes.ConversationWhole:
        """One conversation, oldest turn first."""
        turns = [
            shapes.TurnLine(id=turn.id, at=turn.at, text=turn.text, said=turn.said, answer=turn.answer)
            for turn in kippu.history.turns(id)
        ]
        return shapes.ConversationWhole(
            id=id, title=kippu.history.title(id), stays=kippu.marks.stays(id), turns=turns
        )

    @routes.delete("/conversations/{id}", tags=["Conversations"])
    async def forget(id: str) -> shapes.Done:
        """Forget a conversation and all that was said in it."""
        kippu.history.delete(id)
        return shapes.Done()


def _home(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/home", tags=["Home"], response_model=shapes.HomeWhole)
    async def home() -> dict[str, Any]:
        """The home as it is now, room by room."""
        rooms = kippu.home.rooms()
        return {"connected": kippu.home.connected, "demo": kippu.demo, "rooms": rooms}

    @routes.post("/act", tags=["Home"])
    async def act(body: shapes.Act, accept_language: Annotated[str, Header()] = "") -> Outcome:
        """Run one tool, as a tap does; the answer says what is true afterwards."""
        call = Call(body.tool, body.arguments)
        kippu.run.check(call)
        wanted = accept_language if kippu.settings.language == "auto" else kippu.settings.language
        language: Language = "ja" if wanted.startswith("ja") else "en"
        return await kippu.assistant.tap(call, language)


def _reminders(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/reminders", tags=["Reminders"], response_model=list[shapes.Reminder])
    async def reminders() -> list[dict[str, Any]]:
        """Timers, alarms and reminders that wait, are paused or ring; soonest first."""
        now = datetime.now(UTC)
        return [bell.as_json(now) for bell in kippu.bells.all()]

    @routes.post("/reminders/{id}/dismiss", tags=["Reminders"])
    async def dismiss(id: str) -> shapes.Done:
        """Let one that rings be still; a repeating one comes again."""
        kippu.bells.remove(id)
        return shapes.Done()

    @routes.post("/reminders/{id}/snooze", tags=["Reminders"])
    async def snooze(id: str, body: shapes.Snooze | None = None) -> shapes.Done:
        """Let one that rings be still, and ring again in some minutes."""
        kippu.bells.snooze(id, body.minutes if body else _SNOOZE)
        return shapes.Done()

    @routes.delete("/reminders/{id}", tags=["Reminders"])
    async def remove(id: str) -> shapes.Done:
        """Cancel one."""
        kippu.bells.remove(id)
        return shapes.Done()


def _kept(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/calendar", tags=["Reminders"], response_model=list[shapes.Event])
    async def calendar() -> list[dict[str, Any]]:
        """What is still on in the calendar today and in the six days after it; soonest first."""
        return ahead(kippu.calendar, datetime.now().astimezone(), _AHEAD)

    @routes.get("/lists", tags=["Lists and notes"])
    async def lists() -> list[shapes.NamedList]:
        """All lists, and what is on them."""
        return [
            shapes.NamedList(
                name=name,
                items=[shapes.ListItem(text=i.text, done=i.done) for i in kippu.lists.items(name)],
            )
            for name in kippu.lists.names()
        ]

    @routes.get("/notes", tags=["Lists and notes"])
    async def notes() -> list[shapes.Note]:
        """All notes, newest first."""
        return [shapes.Note(id=n.id, text=n.text, at=n.at) for n in kippu.notes.all()]

    @routes.get("/routines", tags=["Home"])
    async def routines() -> list[shapes.Routine]:
        """What one saying stands for: the person's own first, then those of layers."""
        return [
            shapes.Routine(name=one.name, does=list(one.does), layer=one.layer) for one in kippu.routines()
        ]

    @routes.get("/pair", tags=["Privacy"])
    async def pair() -> Pairing:
        """How another device gets in: an address with the token, and the same as a QR code."""
        return pairing.pairing(kippu.settings.data, kippu.settings.host, kippu.settings.port)
