"""The skills that come with Kippu, each with what it keeps."""

from collections.abc import Callable, Iterable, Sequence

from kippu.events import Events
from kippu.names import Routine
from kippu.record import Contacts, History
from kippu.settings import Settings
from kippu.skills import (
    about,
    alarms,
    calculate,
    calendar,
    chance,
    clock,
    contacts,
    help,
    lists,
    memory,
    notes,
    phone,
    pictures,
    reminders,
    routines,
    search,
    timers,
)
from kippu.skills import settings as settings_skill
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.skills.pictures.studio import Studio
from kippu.tool import Skill, Tool
from kippu.turn import Offer


def all_skills(
    home: Home,
    bells: Bells,
    kept: lists.Lists,
    noted: notes.Notes,
    days: calendar.Calendar,
    people: Contacts,
    studio: Studio,
    events: Events,
    history: History,
    settings: Settings,
    taught: routines.Routines,
    brought: Callable[[], Iterable[Routine]] = tuple,
) -> tuple[Skill, ...]:
    skills = [
        home.skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(days, reminders.mover(bells)),
        lists.skill(kept),
        notes.skill(noted),
        routines.skill(taught, brought),
        contacts.skill(people, lambda: (note.text for note in noted.all())),
        phone.skill(people),
        pictures.skill(studio, events),
        search.skill(search.Kept(noted, kept, bells, days, people, history)),
        clock.skill(),
        calculate.skill(),
        chance.skill(),
        memory.skill(
            history,
            lambda name: any(tool.name == name and tool.acts for tool in by_name(skills).values()),
            lambda: ((entity.thing, entity.state) for entity in home.things()),
        ),
        settings_skill.skill(settings),
        about.skill(lambda: settings.policy == "device only"),
    ]
    skills.append(help.skill(lambda: skills))
    return tuple(skills)


def without_templates(skills: Sequence[Skill]) -> list[Offer]:
    """The tools that no sentence template asks for, but the home's, which is read by what it has."""
    bare = [skill for skill in skills if not skill.sentences and skill.name != "home"]
    return [tool.offer for skill in bare for tool in skill.tools]


def by_name(skills: Sequence[Skill]) -> dict[str, Tool]:
    return {tool.name: tool for skill in skills for tool in skill.tools}
