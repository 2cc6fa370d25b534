"""Every template file on its own, and all of them together as the assistant reads them."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hassil import Intents, recognize_all

from kippu.names import Names, Room, Thing
from kippu.reasons import SKILLS
from kippu.skills.calculate.arithmetic import compute
from kippu.skills.calculate.expression import arithmetic
from kippu.tool import Context, Skill
from kippu.turn import Language
from kippu.understand.routines import lesson
from kippu.understand.templates import Templates
from kippu.understand.text import sentence
from skills.conftest import TOKYO

SAID = Path(__file__).with_name("said.yaml")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO)
NAMES = Names(
    things=(Thing("light.kitchen", "Kitchen light", "light", room="Kitchen"),),
    rooms=(Room("Kitchen"), Room("寝室")),
    lists=("shopping", "to do"),
)
ABOUT_A_THING = {
    "history.why", "help.which", "history.happened", "history.take_back", "timers.repeat", "routines.add",
    "notes.put_back", "calendar.put_back", "timers.put_back", "alarms.put_back", "reminders.put_back",
}  # fmt: skip
"""Tools that no template says: others find the thing, or what is to be done, that they are about."""
LANGUAGES: tuple[Language, ...] = ("en", "ja")


@pytest.fixture(scope="module")
def templates() -> dict[Language, Templates]:
    root = Path(__file__).parents[2] / "src" / "kippu" / "skills"
    folders = sorted(root.glob("*/sentences"))
    return {language: Templates(language, folders) for language in LANGUAGES}


@pytest.fixture
def skills(skills: tuple[Skill, ...]) -> tuple[Skill, ...]:
    """Those of every day: the home's sentences need a home, and what is said of Kippu takes no arguments."""
    return tuple(skill for skill in skills if skill.name not in ("home", "about"))


def said() -> Iterator[tuple[Language, str, str, dict[str, Any]]]:
    for language, tools in yaml.safe_load(SAID.read_text(encoding="utf-8")).items():
        for tool, sentences in tools.items():
            for text, arguments in sentences.items():
                yield language, text, tool, arguments or {}


@pytest.mark.parametrize(("language", "text", "tool", "arguments"), list(said()))
def test_what_people_say(
    templates: dict[Language, Templates], language: Language, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    match = templates[language].read(sentence(text, language), NAMES, NOW)
    assert match is not None
    heard = dict(match.call.arguments)
    if tool == "math.calculate":
        heard = {"value": compute(arithmetic(heard["expression"]))}
    assert (match.call.tool, heard) == (tool, arguments)


def test_each_file_is_whole_and_speaks_of_every_tool(skills: tuple[Skill, ...]) -> None:
    for skill in skills:
        assert skill.sentences is not None
        for language in LANGUAGES:
            file = yaml.safe_load((skill.sentences / f"{language}.yaml").read_text(encoding="utf-8"))
            assert file["language"] == language
            tools = {tool.name: tool for tool in skill.tools}
            assert set(file["intents"]) == set(tools) - ABOUT_A_THING, (skill.name, language)
            markers = {name: {"values": [f"z{name}"]} for name in ("when", "duration", "day", "span", "area")}
            markers["between"] = {"values": ["zspan"]}
            intents = Intents.from_dict({**file, "lists": {**file.get("lists", {}), **markers}})
            list(recognize_all("a sentence that nobody takes zwhen", intents))
            for name, intent in intents.intents.items():
                arguments = {
                    "when": {"at", "repeat"},
                    "clock": {"at", "repeat"},
                    "ends": {"at", "end", "until"},
                    "duration": {"hours", "minutes", "seconds"},
                    "between": {"at", "end"},
                    "span": {"at", "end", "day", "until", "part"},
                }
                for block in intent.data:
                    for template in block.sentences:
                        slots = _slots(template.text or "", file.get("expansion_rules", {})) | set(
                            block.slots
                        )
                        for slot in slots:
                            for argument in arguments.get(slot, {slot}):
                                known = set(tools[name].schema["properties"]) | {"repeat"}
                                assert argument in known, (name, template.text, argument)


def test_every_example_is_understood_as_its_own_skill(
    templates: dict[Language, Templates], skills: tuple[Skill, ...]
) -> None:
    for language in LANGUAGES:
        for skill in skills:
            for example in skill.examples[language]:
                if lesson(example, language):
                    assert skill.name == "routines"
                    continue
                match = templates[language].read(sentence(example, language), NAMES, NOW)
                assert match is not None, example
                assert match.call.tool in {tool.name for tool in skill.tools}, example


@pytest.mark.anyio
async def test_every_call_that_a_sentence_gives_can_be_run(skills: tuple[Skill, ...]) -> None:
    tools = {tool.name: tool for skill in skills for tool in skill.tools}
    for language, text, tool, arguments in said():
        given = {"expression": text} if tool == "math.calculate" else arguments
        heard = await tools[tool].run(Context(language, NOW), given)
        assert heard.text, text


def test_every_tool_is_said_in_both_languages(skills: tuple[Skill, ...]) -> None:
    counted = Counter((language, tool) for language, _, tool, _ in said())
    for skill in skills:
        for tool in (tool for tool in skill.tools if tool.name not in ABOUT_A_THING):
            for language in LANGUAGES:
                assert counted[(language, tool.name)] >= 2, (language, tool.name)


@pytest.mark.parametrize(
    "talk",
    [
        "tell me about the moon",
        "what is the capital of france",
        "what's the weather like",
        "write a poem about time",
        "i have a question",
        "how are you",
        "月について教えて",
        "おはよう",
        "フランスの首都はどこ？",
        "詩を書いて",
        "元気ですか",
    ],
)
def test_talk_is_left_to_talk(templates: dict[Language, Templates], talk: str) -> None:
    language: Language = "en" if talk.isascii() else "ja"
    match = templates[language].read(sentence(talk, language), NAMES, NOW)
    assert match is None or match.call.tool.startswith(("home.", "about.")), match


def _slots(template: str, rules: dict[str, str]) -> set[str]:
    """Names of the slots in a template, through its rules."""
    slots = {name.split(":")[-1] for name in re.findall(r"\{([^}]+)\}", template)}
    for rule in re.findall(r"<([^>]+)>", template):
        if rule in rules:
            slots |= _slots(rules[rule], rules)
    return slots


def test_each_skill_has_a_japanese_name_under_its_answers(skills: tuple[Skill, ...]) -> None:
    shown = {skill.name: SKILLS.get(skill.name, ("", ""))[1] for skill in skills}
    assert {name for name, ja in shown.items() if ja.isascii()} == set()
