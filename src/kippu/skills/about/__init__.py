"""What the assistant says of itself and in passing: greetings, thanks, who it is, and what it can't take.

All of it is fixed and true: a small model asked who it is invents a life. Knows neither home nor record.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from kippu.skills.about.joking import Joking
from kippu.tool import Context, Said, Skill, Tool, ToolFunction

ASIDE: Mapping[str, bool] = {"aside": True}
"""Marks an outcome as said in passing: "it" in the next sentence means what was spoken of before."""
_FOLDER = Path(__file__).parent


def skill(stays: Callable[[], bool] = lambda: True) -> Skill:
    """The skill ``about``: a tool without arguments for each entry of ``answers.yaml``, and a few more.

    ``stays``: whether the person's settings keep everything on this device.
    """
    answers: dict[str, dict[str, str]] = yaml.safe_load(
        (_FOLDER / "answers.yaml").read_text(encoding="utf-8")
    )
    away = {"privacy": answers.pop("privacy_away"), "offline": answers.pop("offline_away")}
    fixed = [
        Tool(f"about.{topic}", _fixed(texts, away.get(topic, texts), stays), acts=False)
        for topic, texts in answers.items()
    ]
    return Skill(
        name="about",
        title={"en": "About me", "ja": "わたしについて"},
        examples={
            "en": ("who are you", "do you send my data anywhere", "tell me a joke"),
            "ja": ("あなたは誰？", "データはどこかに送られる？", "冗談を言って"),
        },
        tools=(
            *fixed,
            Tool("about.no_such_thing", no_such_thing, acts=False),
            Tool("about.unclear", unclear, acts=False),
            Tool("about.not_done", not_done, acts=False),
            Tool("about.no_more", no_more, acts=False),
            Tool("about.there_are", there_are, acts=False),
            Tool("about.was", was, acts=False),
            Tool("about.joke", Joking().joke, acts=False),
        ),
        sentences=_FOLDER / "sentences",
    )


def _fixed(texts: Mapping[str, str], away: Mapping[str, str], stays: Callable[[], bool]) -> ToolFunction:
    async def answer(context: Context) -> Said:
        """Say a fixed sentence."""
        told = texts if stays() else away
        return Said(context.say(told["en"], told["ja"]), data=ASIDE)

    return answer


async def no_such_thing(context: Context, what: str) -> Said:
    """Say that the home has no such thing."""
    verb = "are" if what.endswith("s") and not what.endswith("ss") else "is"
    return Said(
        context.say(
            f"There {verb} no {what} in this home that I know of.",
            f"この家に「{what}」は見つかりません。",
        ),
        ok=False,
        data=ASIDE,
    )


async def unclear(context: Context, what: str) -> Said:
    """Say that the thing is known, but not what is wanted of it."""
    return Said(
        context.say(
            f"I know “{what}”, but can't do that with it, or didn't understand it all, so I did nothing. "
            "Say it more simply, such as “turn on …”.",
            f"「{what}」のことだとは分かりましたが、それはできないか、全部は聞き取れなかったので、何もしていません。"
            "「…をつけて」のように、短く言ってみてください。",
        ),
        ok=False,
        data=ASIDE,
    )


async def not_done(context: Context, what: str) -> Said:
    """Say which of several orders was left undone."""
    return Said(
        context.say(
            f"I left out “{what}”: that can't be done to it, as far as I know.",
            f"「{what}」は、できないことのようなので、していません。",
        ),
        ok=False,
        data=ASIDE,
    )


async def was(context: Context, what: str) -> Said:
    """Say how a thing stood before it was changed."""
    return Said(context.say(f"It was {what} before.", f"その前は{what}でした。"), data=ASIDE)


async def no_more(context: Context, count: int, names: str) -> Said:
    """Say that there are not as many as were spoken of: ``names`` holds those that there are."""
    there = "is only one" if count == 1 else f"are only {count}"
    return Said(
        context.say(f"There {there} that I know of: {names}.", f"{names}の{count}つしか見つかりません。"),
        data=ASIDE,
    )


async def there_are(context: Context, count: int, names: str) -> Said:
    """Say how many there are, and which: ``names`` holds the first ones."""
    if not count:
        return Said(context.say("None that I know of.", "ひとつも見つかりません。"), data=ASIDE)
    told = names.count("、" if context.language == "ja" else ", ") + 1
    more = count > told
    return Said(
        context.say(
            f"{count}: {names}{', and more' if more else ''}.",
            f"{count}つあります：{names}{'など' if more else ''}。",
        ),
        data=ASIDE,
    )
