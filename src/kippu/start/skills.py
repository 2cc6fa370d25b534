"""The skills that come with Kippu, each with what it keeps."""

from collections.abc import Callable, Sequence

from kippu.record import History
from kippu.skills import (
    about,
    alarms,
    calculate,
    calendar,
    clock,
    help,
    lists,
    memory,
    notes,
    reminders,
    timers,
)
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.tool import Skill, Tool


def all_skills(
    home: Home,
    bells: Bells,
    kept: lists.Lists,
    noted: notes.Notes,
    days: calendar.Calendar,
    history: History,
    stays: Callable[[], bool],
) -> tuple[Skill, ...]:
    skills = [
        home.skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(days),
        lists.skill(kept),
        notes.skill(noted),
        clock.skill(),
        calculate.skill(),
        memory.skill(
            history, lambda name: any(tool.name == name and tool.acts for tool in by_name(skills).values())
        ),
        about.skill(stays),
    ]
    skills.append(help.skill(lambda: skills))
    return tuple(skills)


def by_name(skills: Sequence[Skill]) -> dict[str, Tool]:
    return {tool.name: tool for skill in skills for tool in skill.tools}
