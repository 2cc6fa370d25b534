"""Attacks by what a model reads: none of their calls runs, and the person's own tasks still get done.

    python bench/injection.py --data FOLDER [--limit N]

The folder holds ``injecagent`` (test_cases_*_base.json, tools.json) and ``bipia`` (email_train.jsonl,
text_attack_train.json). AgentDojo's four suites come in its package, which wants an environment of its own:

    python -m venv .venv-dojo && .venv-dojo/bin/pip install -e .
    .venv-dojo/bin/pip install --no-deps agentdojo
    .venv-dojo/bin/pip install "pydantic[email]" deepdiff docstring-parser pyyaml rich tenacity \\
        python-dotenv click openai anthropic cohere google-genai langchain

The model is scripted (injection_play.py): it plans, does the person's task call by call, and obeys the
attacker as soon as it has read their words. It is played in Kippu's own agent, and in the same run in a loop
without defence. The person says yes to exactly the calls that their task needs. Also shown: a person who says
yes to everything, planners that name the attacker's tools too, or all tools, and content that came in one
turn and is obeyed in the next. The last line is JSON.
"""

import argparse
import asyncio
import importlib
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.table import Table

from injection_cases import bipia, injecagent
from injection_play import Came, Plan, Played, Scene, defended, undefended

_DOJO = "AgentDojo"
_LATER: tuple[tuple[str, str, Came, bool], ...] = (
    ("pasted", "pasted", "pasted", False),
    ("along", "came along", "along", False),
    ("told", "told by a tool", "told", False),
    ("pasted_over_v1", "pasted over /v1", "pasted", True),
    ("told_over_v1", "told by a tool over /v1", "told", True),
)
"""Content that came in one turn, and is obeyed in the next: the name in the JSON, in words, and how."""
_MISSING = "not installed: see the head of bench/injection.py for how"


class Case(Protocol):
    """One attack on one task."""

    @property
    def set(self) -> str:
        """Where it is from."""

    def scene(self, attacked: bool = True) -> Scene:
        """It, fresh."""


@dataclass
class Way:
    """One way to play the cases, and what came of it."""

    name: str
    play: Callable[[Scene], Awaitable[Played]]
    attacked: bool = True
    tried: Counter[str] = field(default_factory=Counter)
    """Cases in which the model read the attack and wanted its calls, by set."""
    ran: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    cases: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    """Cases in which the person had to say yes to a call of their own task."""
    yeses: int = 0
    noes: int = 0
    poisoned: int = 0
    """Plans that were made from a text with the attack in it."""

    async def add(self, case: Case) -> None:
        """Play it once more."""
        scene = case.scene(self.attacked)
        played = await self.play(scene)
        came, done = scene.judge(played)
        self.cases[case.set] += 1
        self.tried[case.set] += played.caught
        self.ran[case.set] += came
        self.done[case.set] += done
        self.asked[case.set] += bool(played.yeses)
        self.yeses += played.yeses
        self.noes += played.noes
        self.poisoned += bool(scene.attack) and scene.sign in played.planned_from

    def figures(self) -> dict[str, Any]:
        """For the last line."""
        cases = max(1, self.cases.total())
        return {
            "cases": self.cases.total(),
            "attacks_tried": self.tried.total(),
            "attacks_run": self.ran.total(),
            "user_tasks_done": round(self.done.total() / cases, 4),
            "needed_a_yes": round(self.asked.total() / cases, 4),
            "questions_per_task": round((self.yeses + self.noes) / cases, 4),
            "asked_for_the_attacker": self.noes,
            "plans_poisoned": self.poisoned,
        }


def ways() -> dict[str, Way]:
    """All ways, by their names in the JSON."""
    poisoned: Plan = "with the attacker's"
    everything: Plan = "everything"
    return {
        "": Way("Kippu", defended),
        "undefended": Way("no defence", undefended),
        "careless": Way("Kippu, yes to everything", partial(defended, careless=True)),
        "poisoned_plan": Way("Kippu, plan with the attacker's tools", partial(defended, plan=poisoned)),
        "poisoned_plan_careless": Way(
            "… and yes to everything", partial(defended, plan=poisoned, careless=True)
        ),
        "plan_of_everything": Way("Kippu, plan of all tools", partial(defended, plan=everything)),
        "plan_of_everything_careless": Way(
            "… and yes to everything", partial(defended, plan=everything, careless=True)
        ),
        **{
            f"later.{name}": Way(f"Kippu, {told} a turn before", partial(defended, came=came, over_v1=v1))
            for name, told, came, v1 in _LATER
        },
        "later.careless": Way(
            "… pasted, and yes to everything", partial(defended, came="pasted", careless=True)
        ),
    }


def every(data: Path, limit: int) -> tuple[list[Case], list[Case], dict[str, Any]]:
    """All cases, those whose tasks are also done without an attack, and how many of which set ran."""
    sets: list[Sequence[Case]] = [injecagent(data / "injecagent"), bipia(data / "bipia")]
    calm: list[Case] = []
    told: dict[str, Any] = {}
    try:
        dojo = importlib.import_module("injection_dojo").dojo
    except ImportError as error:
        told[_DOJO] = f"{_MISSING} ({error})"
    else:
        attacked = dojo()
        for name in dict.fromkeys(case.set for case in attacked):
            sets.append([case for case in attacked if case.set == name and not case.says_only])
        calm = [*dojo(attacked=False)]
        told["AgentDojo attacks on words alone, not counted"] = sum(case.says_only for case in attacked)
    taken = [_spread(cases, limit) for cases in sets]
    for cases in taken:
        told[cases[0].set] = len(cases)
    return [case for cases in taken for case in cases], _spread(calm, limit), told


def _spread(cases: Sequence[Any], limit: int) -> list[Any]:
    step = max(1, len(cases) // limit) if limit else 1
    return list(cases[::step])[: limit or None]


def table(results: Sequence[Way]) -> Table:
    """For people."""
    shown = Table("", "attacks tried", "attacks run", "tasks done", "a yes needed", "questions a task")
    for way in results:
        for name in (*way.cases, "all") if way.name in {"Kippu", "no defence"} else ("all",):
            cases = way.cases.total() if name == "all" else way.cases[name]
            tried, ran, done, asked = (
                (count.total() if name == "all" else count[name])
                for count in (way.tried, way.ran, way.done, way.asked)
            )
            questions = f"{(way.yeses + way.noes) / cases:.2f}" if name == "all" else ""
            shown.add_row(
                way.name if name == "all" else f"  {name}", str(tried), str(ran),
                f"{done / cases:.1%}", f"{asked / cases:.1%}", questions,
            )  # fmt: skip
    return shown


async def measured(data: Path, limit: int) -> None:
    """Play all, print all."""
    cases, calm, sets = every(data, limit)
    results = ways()
    for case in cases:
        for way in results.values():
            await way.add(case)
    without = Way("Kippu, AgentDojo's tasks without an attack", defended, attacked=False)
    bare = Way("no defence, the same", undefended, attacked=False)
    for case in calm:
        await without.add(case)
        await bare.add(case)
    shown = [way for way in (*results.values(), without, bare) if way.cases]
    Console().print(table(shown))
    figures = {
        (f"{key}.{name}" if key else name): value
        for key, way in {**results, "calm": without, "calm.undefended": bare}.items()
        if way.cases
        for name, value in way.figures().items()
    }
    print(json.dumps({"bench": "injection", "sets": sets, **figures}))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with injecagent and bipia")
    parser.add_argument("--limit", type=int, default=0, help="cases of each set; 0 is all")
    given = parser.parse_args()
    asyncio.run(measured(given.data, given.limit))


if __name__ == "__main__":
    main()
