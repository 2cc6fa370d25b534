"""Running one tool of a skill, as the assistant does."""

from typing import Any

from kippu.tool import Context, Said, Skill


async def run(skill: Skill, tool: str, context: Context, **arguments: Any) -> Said:
    """Run the tool; raises StopIteration when the skill has no such tool."""
    found = next(each for each in skill.tools if each.name == tool)
    return await found.run(context, arguments)
