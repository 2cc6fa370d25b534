from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
import yaml

from kippu.skills.about import joking, skill
from kippu.tool import Context
from kippu.turn import Language
from skills.running import run

pytestmark = pytest.mark.anyio


def told(language: Language) -> Sequence[Any]:
    jokes: Sequence[Any] = yaml.safe_load(joking._FILE.read_text(encoding="utf-8"))[language]
    return jokes


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_each_comes_once_before_any_comes_again(language: Language) -> None:
    about, context, there = skill(), Context(language, datetime.now().astimezone()), told(language)
    first = [(await run(about, "about.joke", context)).text for _ in there]
    assert sorted(first) == sorted(there)
    assert len(set(there)) == len(there)
    assert (await run(about, "about.joke", context)).text in there
