import pytest

from kippu.tool import Context, Skill
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_it_tells_every_skill_with_examples(
    skills: tuple[Skill, ...], en: Context, ja: Context
) -> None:
    for context in (en, ja):
        said = await run(skills[-1], "help.what", context)
        for skill in skills:
            assert skill.title[context.language] in said.text
            assert skill.examples[context.language][0] in said.text
        assert len(said.data["skills"]) == len(skills)
