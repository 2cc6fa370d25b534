"""Pictures: what the person wants to see is drawn on this device, and kept in the gallery."""

import re
from pathlib import Path
from typing import Any

from kippu.engines.pictures.changed import changed
from kippu.errors import BadInput
from kippu.events import Events
from kippu.record import Picture
from kippu.regex import regex
from kippu.skills.pictures.job import Job
from kippu.skills.pictures.studio import Studio
from kippu.skills.pictures.styles import not_known, stands_in
from kippu.skills.pictures.wanted import SEEDS, Wanted, named_style
from kippu.tool import Context, Said, Skill, Tool

_QUOTES = " \"“”「」'"
_SEED = regex(
    r"[,、 ]*(?:(?:with|using|from) )?(?:the )?(?:seed|シード(?:値)?)(?: number)?[ :=は]*"
    r"(?P<seed>\d{1,10})(?:で)?$",
    re.IGNORECASE,
)
_BY_MODEL = regex(
    r"[, ]+(?:with|using|by) (?:the|your|a) (?:picture |drawing |image )?model$|^(?:お絵かき)?モデルで、?",
    re.IGNORECASE,
)
"""What is said of how to draw it, beside what."""
_TOO = regex(r"(?<=\w) (?:too|as well|also)$", re.IGNORECASE)
_MODEL, _COMPOSED = "model", "composed"
"""The mode for a plain request: whole drawings put together are sharper than what the small model draws."""


def skill(studio: Studio, events: Events) -> Skill:
    """The skill ``pictures``; the news of ``drawing`` say which conversation waits for which job."""
    tools = _Tools(studio, events)
    return Skill(
        name="pictures",
        title={"en": "Pictures", "ja": "お絵かき"},
        examples={
            "en": (
                "draw a cat with sunglasses",
                "make me a sticker of a dancing robot",
                "paint a blue bird",
                "draw another one",
            ),
            "ja": (
                "サングラスをかけた猫を描いて",
                "踊るロボットのスタンプを作って",
                "富士山の絵を描いて",
                "もう一枚描いて",
            ),
        },
        tools=(
            Tool("pictures.draw", tools.draw, acts=True),
            Tool("pictures.again", tools.again, acts=True, foreign=True),
            Tool("pictures.larger", tools.larger, acts=True, foreign=True),
            Tool("pictures.remove", tools.remove, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


class _Tools:
    """The tools."""

    def __init__(self, studio: Studio, events: Events) -> None:
        self._studio = studio
        self._events = events

    async def draw(
        self,
        context: Context,
        what: str = "",
        style: str | None = None,
        variants: int = 1,
        seed: int | None = None,
    ) -> Said:
        """Draw a picture, sticker or emoji of something on this device, in one to four variants; the style is
        the name of a set of artwork; the same seed gives the same picture."""
        what, seed, by_model = _aside(what, seed)
        if not what:
            return Said(context.say("What shall I draw?", "何を描きますか？"), ok=False)
        modes = self._studio.modes
        wished = _MODEL if by_model else _COMPOSED
        mode = wished if wished in modes else modes[0]
        if style and not await self._has(mode, style):
            what, style = context.say(f"{what} in {style} style", f"{style}風の{what}"), None
        wanted = Wanted(what, mode, style, seed, variants=variants, conversation=context.conversation)
        job = await self._studio.begin(wanted)
        return await self._done(context, job)

    async def _has(self, mode: str, style: str) -> bool:
        """Whether a painter has this style. One that it lacks stays among the words: some weights read it."""
        try:
            named_style(style, (await self._studio.painter(mode)).styles)
        except BadInput:
            return False
        return True

    async def again(
        self,
        context: Context,
        style: str | None = None,
        color: str | None = None,
        added: str | None = None,
        without: str | None = None,
        instead: str | None = None,
    ) -> Said:
        """Draw the last picture of this conversation once more: another one, or the same in another style or
        color, with something added or left out, or with another thing in its place."""
        last = self._studio.gallery.last(context.conversation)
        if last is None:
            return _nothing_yet(context)
        another: dict[str, Any] = {"style": style} if style else {}
        if color or added or without or instead:
            another["prompt"] = changed(last.prompt, color, added, without, instead)
        if not another:
            # The next seed has another look, where the painter has looks; a new one begins with the same.
            another["seed"] = (last.seed + 1) % SEEDS
        job = await self._studio.again(last.id, **another)
        return await self._done(context, job)

    async def larger(self, context: Context) -> Said:
        """Make the last picture of this conversation four times as wide and as high."""
        last = self._studio.gallery.last(context.conversation)
        if last is None:
            return _nothing_yet(context)
        job = await self._studio.larger(last.id)
        self._events.send("drawing", job=job.id, conversation=context.conversation)
        made = await job.done()
        if not made:
            return _stopped(context)
        size = f"{made[0].width} × {made[0].height}"
        return Said(
            context.say(
                f"Here is “{last.prompt}” at {size} pixels.", f"「{last.prompt}」を{size}ピクセルにしました。"
            ),
            data={"pictures": [_told(picture) for picture in made]},
        )

    async def remove(self, context: Context) -> Said:
        """Delete the last picture of this conversation from the gallery."""
        last = self._studio.gallery.last(context.conversation)
        if last is None:
            return _nothing_yet(context)
        self._studio.gallery.remove(last.id)
        return Said(
            context.say(
                f"Deleted the picture “{last.prompt}”. Seed {last.seed} on the drawing page makes it again.",
                f"「{last.prompt}」の絵を削除しました。お絵かきのページでシード{last.seed}を使えば、また描けます。",
            )
        )

    async def _done(self, context: Context, job: Job) -> Said:
        self._events.send("drawing", job=job.id, conversation=context.conversation)
        return _shown(context, await job.done(), stands_in(job.lacks))


def _aside(what: str, seed: int | None) -> tuple[str, int | None, bool]:
    """What to draw, with which seed, and whether by the model, as the words say."""
    by_model = False
    for _ in range(2):  # in either order
        what = what.strip(_QUOTES)
        if found := _SEED.search(what):
            what, seed = what[: found.start()], int(found["seed"])
        if found := _BY_MODEL.search(what):
            what, by_model = what[: found.start()] + what[found.end() :], True
    return _TOO.sub("", what.strip(_QUOTES)), seed, by_model


def _nothing_yet(context: Context) -> Said:
    return Said(
        context.say(
            "Nothing was drawn in this conversation yet. Say what to draw.",
            "この会話ではまだ何も描いていません。何を描くか言ってください。",
        ),
        ok=False,
    )


def _stopped(context: Context) -> Said:
    return Said(context.say("Stopped: nothing was drawn.", "止めました。何も描いていません。"), ok=False)


def _shown(context: Context, pictures: list[Picture], near: tuple[str, str]) -> Said:
    """What was drawn, in words for the person and in rows for programs."""
    if not pictures:
        return _stopped(context)
    prompt, count = pictures[0].prompt, len(pictures)
    here = f"Here is “{prompt}”" if count == 1 else f"Here are {count} pictures of “{prompt}”"
    number = f"{count}枚" if count > 1 else ""
    text = (
        context.say(
            f"{here}, put together from open drawings.",
            f"「{prompt}」を、公開されている絵を組み合わせて{number}作りました。",
        )
        if pictures[0].mode == _COMPOSED
        else context.say(f"{here}.", f"「{prompt}」を{number}描きました。")
    )
    for note in (near, not_known(pictures[0])):
        text += context.say(f" {note[0]}", note[1]) if note and note[0] else ""
    return Said(text, data={"pictures": [_told(picture) for picture in pictures]})


def _told(picture: Picture) -> dict[str, object]:
    told = ("id", "prompt", "seed", "style", "mode", "model", "width", "height")
    return {name: getattr(picture, name) for name in told}
