"""What the assistant can do: its skills, each with sentences that it understands."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kippu.tool import Context, Said, Skill, Tool

_EXAMPLES_EACH = 2


def skill(skills: Callable[[], Sequence[Skill]]) -> Skill:
    """The skill ``help``; ``skills`` gives all that there are, asked when the person asks."""

    async def what(context: Context) -> Said:
        """Tell what the assistant can do, with examples."""
        lines = [context.say("Here is what I can do. Try saying:", "できることの例です：")]
        data = []
        for each in skills():
            examples = each.examples[context.language]
            told = [context.say(f"“{example}”", f"「{example}」") for example in examples[:_EXAMPLES_EACH]]
            lines.append(f"- {each.title[context.language]}: {', '.join(told)}")
            data.append(
                {"skill": each.name, "title": each.title[context.language], "examples": list(examples)}
            )
        lines.append(
            context.say(
                "Or just talk with me: it all stays on this device.",
                "日本語の話せるモデルを入れれば、ふつうにお話しもできます。すべてこの端末の中だけで動きます。",
            )
        )
        return Said("\n".join(lines), data={"skills": data})

    async def never_mind(context: Context) -> Said:
        """Do nothing: the person thought better of it."""
        return Said(context.say("All right.", "わかりました。"))

    async def which(
        context: Context, question: str, calls: list[dict[str, Any]], choices: list[str] | None = None
    ) -> Said:
        """Ask which of several calls is meant, after something else was done; ``choices``: what to reply."""
        return Said(question, ok=False, data={"calls": calls, "choices": choices or []})

    return Skill(
        name="help",
        title={"en": "Help", "ja": "ヘルプ"},
        examples={"en": ("what can you do", "help"), "ja": ("何ができるの？", "使い方を教えて")},
        tools=(
            Tool("help.what", what, acts=False),
            Tool("help.never_mind", never_mind, acts=False),
            Tool("help.which", which, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )
