"""Puts a layer that reads free speech or brings routines through its exam: each sentence goes through the
whole step.

That is the templates, word cues, the encoder and the layer's routines, in the home that the layer brings for
it, and without a model. Nothing is done: right are the tools that a sentence is taken for, be it at once or
after a question whether that is meant.
"""

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.errors import LayerBroken
from kippu.events import Events
from kippu.failures_ja import system_ja
from kippu.layers import Layer, Mark, Question, Report
from kippu.names import Names
from kippu.record import Contacts, Database, History, Pictures
from kippu.settings import Settings
from kippu.skills import calendar, lists, notes, routines
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.skills.pictures.studio import Studio
from kippu.start.skills import all_skills, by_name
from kippu.tool import Skill
from kippu.turn import Language, Meaning, Turn
from kippu.understand import Understanding, language_of, tidy
from kippu.understand.free import Free
from kippu.understand.routines import Likeness
from kippu.values import why

_NOWHERE = "mqtt://127.0.0.1:1883"
"""A home that is never connected to: only its tools are asked for."""
_TALK = ("about.", "help.")
"""How tools begin that only say something of Kippu itself."""


async def examine_reading(
    layer: Layer, encoder: Path, settings: Settings, told: Callable[[int, int], None]
) -> Report:
    """The report; ``told`` hears how many of how many are read. Raises LayerBroken for a wrong home.

    ``encoder``: the folder of the one that reads for a layer that brings none.
    """
    assert layer.manifest.evaluation  # noqa: S101  # else it has no exam
    folder, home = layer.folder / (layer.manifest.encoder or encoder), layer.manifest.evaluation.home
    names = replace(_home(layer.folder / home) if home else Names(), routines=layer.routines)
    with tempfile.TemporaryDirectory() as place, closing(Database(Path(place) / "kippu.db")) as database:
        skills = _skills(database, Path(place), settings)
        folders = [skill.sentences for skill in skills if skill.sentences]
        tools = by_name(skills)
        reads: dict[Language, Encoder] = {"en": Encoder(folder), "ja": Encoder(folder / "ja")}
        free = Free(reads, lambda tool: tools[tool].acts, folders)
        likeness = Likeness(reads, Embedder(folder))
        understanding = Understanding(folders, free=free, likeness=likeness)
        marks: list[Mark] = []
        for question in layer.questions:
            turn = Turn(
                question.ask, language_of(tidy(question.ask)), datetime.now().astimezone(), "exam", "exam"
            )
            marks.append(_mark(question, await understanding.understand(turn, names)))
            told(len(marks), len(layer.questions))
    return Report(tuple(marks))


def _mark(question: Question, meaning: Meaning) -> Mark:
    calls = [call for call in meaning.calls or meaning.proposed if not _says(call.tool, question)]
    wanted = [set(one.split("|")) for one in question.has]
    done = {call.tool for call in calls}
    right = all(done & one for one in wanted) and done <= set().union(*wanted) if wanted else not calls
    shown = "; ".join(
        f"{call.tool}({', '.join(f'{key}={value!r}' for key, value in call.arguments.items())})"
        for call in calls
    )
    asked = "asks: " if calls and not meaning.calls else ""
    return Mark(question, f"{asked}{shown}" if calls else meaning.question or "talk", right)


def _says(tool: str, question: Question) -> bool:
    """Whether it is a word of Kippu's own, and not what the question is after."""
    return tool.startswith(_TALK) and not any(tool in wanted.split("|") for wanted in question.has)


def _home(file: Path) -> Names:
    try:
        return TypeAdapter(Names).validate_json(file.read_bytes())
    except OSError as error:
        raise LayerBroken(
            f"{file.name} is no home for an evaluation: {error.strerror}.",
            f"{file.name} は評価用の家として読めません（{system_ja(error)}）。",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = f"{'.'.join(map(str, first['loc']))}: " if first["loc"] else ""
        en, ja = why(first)
        raise LayerBroken(
            f"{file.name} is no home for an evaluation: {place}{en}.",
            f"{file.name} は評価用の家として読めません（{place}{ja}）。",
        ) from error


def _skills(database: Database, folder: Path, settings: Settings) -> tuple[Skill, ...]:
    """All that come with Kippu, with nothing kept in them."""
    events = Events()
    return all_skills(
        Home(_NOWHERE, events),
        Bells(database, events),
        lists.Lists(database),
        notes.Notes(database),
        calendar.Calendar(database),
        Contacts(database),
        Studio(Pictures(database, folder / "pictures"), {}),
        events,
        History(database),
        settings,
        routines.Routines(database),
    )
