"""Chance: a coin, dice, a number, one of several things. Drawn by the system's source of randomness."""

import re
from pathlib import Path
from secrets import choice, randbelow

from kippu.regex import regex
from kippu.skills import spoken
from kippu.tool import Context, Said, Skill, Tool

_MOST_DICE = 20
_MOST_SIDES = 1000
_BETWEEN = {
    "en": regex(r",? or |, and |, | and ", re.IGNORECASE),
    "ja": regex(r"(?:か|と|、|,)\s*"),
}


def skill() -> Skill:
    """The skill ``chance``."""
    return Skill(
        name="chance",
        title={"en": "Chance", "ja": "くじ"},
        examples={
            "en": (
                "flip a coin",
                "roll two dice",
                "pick a number between 1 and 100",
                "choose between tea and coffee",
            ),
            "ja": (
                "コインを投げて",
                "サイコロを2個振って",
                "1から100の数字を選んで",
                "お茶かコーヒーか選んで",
            ),
        },
        tools=(
            Tool("chance.coin", coin, acts=False),
            Tool("chance.dice", dice, acts=False),
            Tool("chance.number", number, acts=False),
            Tool("chance.choose", choose, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


async def coin(context: Context) -> Said:
    """Flip a coin."""
    heads = bool(randbelow(2))
    text = context.say("Heads.", "表です。") if heads else context.say("Tails.", "裏です。")
    return Said(text, data={"heads": heads})


async def dice(context: Context, count: int = 1, sides: int = 6) -> Said:
    """Roll dice: how many, of how many sides."""
    if not (1 <= count <= _MOST_DICE and 2 <= sides <= _MOST_SIDES):
        return Said(
            context.say(
                f"I roll 1 to {_MOST_DICE} dice of 2 to {_MOST_SIDES} sides.",
                f"サイコロは{_MOST_DICE}個まで、2から{_MOST_SIDES}面までです。",
            ),
            ok=False,
        )
    rolled = [1 + randbelow(sides) for _ in range(count)]
    numbers = spoken.row(context, [str(each) for each in rolled])
    text = context.say(f"{numbers}.", f"{numbers}です。")
    if count > 1:
        total = sum(rolled)
        text = context.say(f"{numbers}: {total} together.", f"{numbers}、合わせて{total}です。")
    return Said(text, data={"rolled": rolled})


async def number(context: Context, low: int = 1, high: int = 100) -> Said:
    """Pick a whole number between two, both included."""
    low, high = sorted((low, high))
    drawn = low + randbelow(high - low + 1)
    return Said(context.say(f"{drawn}.", f"{drawn}です。"), data={"number": drawn})


async def choose(context: Context, among: str) -> Said:
    """Choose one of several things: "tea or coffee"."""
    things = [each.strip() for each in _BETWEEN[context.language].split(among)]
    things = [each for each in things if each]
    if len(things) < 2:
        return Said(
            context.say(
                "Between what? Tell me two things or more.", "何と何からですか？2つ以上言ってください。"
            ),
            ok=False,
        )
    chosen = choice(things)
    return Said(context.say(f"{chosen[0].upper()}{chosen[1:]}.", f"{chosen}です。"), data={"chosen": chosen})
