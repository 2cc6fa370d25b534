"""What is said when somebody asks for a picture."""

import asyncio
from dataclasses import replace

import pytest

from kippu.errors import BadInput
from kippu.events import Events
from kippu.record import Pictures
from kippu.skills import pictures
from kippu.skills.pictures.studio import Studio
from kippu.tool import Context
from painting import Gradient
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_draw(studio: Studio, gallery: Pictures, en: Context, ja: Context) -> None:
    skill = pictures.skill(studio, Events())
    said = await run(skill, "pictures.draw", replace(en, conversation="c"), what="“a cat”")
    assert (said.ok, said.text) == (True, "Here is “a cat”.")
    (picture,) = gallery.list()
    (told,) = said.data["pictures"]
    assert told["id"] == picture.id and told["seed"] == picture.seed and picture.conversation == "c"
    said = await run(skill, "pictures.draw", ja, what="猫", style="twemoji", variants=2)
    assert said.text == "「猫」を2枚描きました。"
    assert [told["style"] for told in said.data["pictures"]] == ["twemoji", "twemoji"]


async def test_a_plain_request_is_put_together_and_said_so(
    gallery: Pictures, en: Context, ja: Context
) -> None:
    studio = Studio(gallery, {"model": Gradient, "composed": Gradient})
    skill = pictures.skill(studio, Events())
    said = await run(skill, "pictures.draw", en, what="a cat")
    assert said.text == "Here is “a cat”, put together from open drawings."
    assert gallery.list()[0].mode == "composed"
    said = await run(skill, "pictures.draw", ja, what="猫", variants=2)
    assert said.text == "「猫」を、公開されている絵を組み合わせて2枚作りました。"
    await studio.close()


async def test_nothing_to_draw(studio: Studio, en: Context, ja: Context) -> None:
    skill = pictures.skill(studio, Events())
    assert (await run(skill, "pictures.draw", ja)).text == "何を描きますか？"
    assert not (await run(skill, "pictures.draw", en, what=' "" ')).ok


async def test_a_style_that_nobody_knows_is_told_and_drawn_without(
    studio: Studio, gallery: Pictures, en: Context, ja: Context
) -> None:
    skill = pictures.skill(studio, Events())
    told = "I don't know the style “watercolour”, so it is in noto; the styles are noto, fluent, twemoji."
    said = await run(skill, "pictures.draw", en, what="a cat in watercolour style")
    assert said.ok and said.text == f"Here is “a cat in watercolour style”. {told}"
    assert told in (await run(skill, "pictures.draw", en, what="a cat", style="watercolour")).text
    said = await run(skill, "pictures.draw", ja, what="水彩画風の猫")
    assert said.text == (
        "「水彩画風の猫」を描きました。「水彩画」という画風は使えないのでnotoで描きました。"
        "使えるのはnoto、fluent、twemojiです。"
    )
    assert [picture.style for picture in gallery.list()] == ["noto"] * 3
    said = await run(skill, "pictures.draw", en, what="a cat in twemoji style")
    assert said.text == "Here is “a cat in twemoji style”." and gallery.list()[0].style == "twemoji"


async def test_what_nobody_drew_is_said(studio: Studio, en: Context, ja: Context) -> None:
    skill = pictures.skill(studio, Events())
    said = await run(skill, "pictures.draw", en, what="a raccoon")
    assert (
        said.text == "Here is “a raccoon”. There is no drawing of “raccoon”: something near stands in for it."
    )
    said = await run(skill, "pictures.draw", ja, what="raccoon")
    assert said.text == "「raccoon」を描きました。「raccoon」の絵はないので、近いもので代えました。"


async def test_again_with_something_changed_keeps_the_rest(
    studio: Studio, gallery: Pictures, en: Context
) -> None:
    skill = pictures.skill(studio, Events())
    here = replace(en, conversation="c")
    await run(skill, "pictures.draw", here, what="a cat", style="twemoji")
    first = gallery.list()[0]
    await run(skill, "pictures.again", here, color="blue")
    await run(skill, "pictures.again", here, added="a hat")
    await run(skill, "pictures.again", here, without="hat", instead="a dog")
    said = [(picture.prompt, picture.seed, picture.style) for picture in reversed(gallery.list())]
    prompts = ["a cat", "a blue cat", "a blue cat with a hat", "a dog"]
    assert said == [(prompt, first.seed, "twemoji") for prompt in prompts]
    with pytest.raises(BadInput, match="no “crown” in “a dog”"):
        await run(skill, "pictures.again", here, without="a crown")


async def test_again_is_another_one_of_this_conversation(
    studio: Studio, gallery: Pictures, en: Context
) -> None:
    skill = pictures.skill(studio, Events())
    here, there = replace(en, conversation="here"), replace(en, conversation="there")
    await run(skill, "pictures.draw", here, what="a cat", style="twemoji")
    await run(skill, "pictures.draw", there, what="a dog")
    assert (await run(skill, "pictures.again", here)).text == "Here is “a cat”."
    again, _, first = gallery.list()
    assert again.prompt == "a cat" and again.style == "twemoji" and again.seed != first.seed
    await run(skill, "pictures.again", here, style="fluent")
    assert (gallery.list()[0].style, gallery.list()[0].seed) == ("fluent-flat", again.seed)
    nothing = await run(skill, "pictures.again", replace(en, conversation="new"))
    assert not nothing.ok and nothing.text.startswith("Nothing was drawn in this conversation yet")


@pytest.mark.parametrize(
    ("said", "prompt", "seed", "mode"),
    [
        ("a cat with seed 7", "a cat", 7, "composed"),
        ("a cat using the model, seed 12", "a cat", 12, "model"),
        ("a bag with seeds", "a bag with seeds", None, "composed"),
    ],
)
async def test_seed_and_painter_may_be_said(
    studio: Studio, gallery: Pictures, en: Context, said: str, prompt: str, seed: int | None, mode: str
) -> None:
    await run(pictures.skill(studio, Events()), "pictures.draw", en, what=said)
    (drawn,) = gallery.list()
    assert drawn.prompt == prompt and (seed is None or drawn.seed == seed)
    assert drawn.mode == (mode if mode in studio.modes else studio.modes[0])


async def test_the_last_picture_is_made_larger_or_deleted(
    studio: Studio, gallery: Pictures, en: Context
) -> None:
    skill = pictures.skill(studio, Events())
    await run(skill, "pictures.draw", en, what="a cat")
    (drawn,) = gallery.list()
    larger = await run(skill, "pictures.larger", en)
    assert larger.text == f"Here is “a cat” at {drawn.width * 4} × {drawn.height * 4} pixels."
    assert {each.width for each in gallery.list()} == {drawn.width, drawn.width * 4}
    deleted = await run(skill, "pictures.remove", en)
    assert deleted.text.startswith("Deleted the picture “a cat”.")
    assert drawn.id not in {each.id for each in gallery.list()}
    nothing = await run(skill, "pictures.larger", replace(en, conversation="new"))
    assert not nothing.ok


async def test_a_turn_that_is_stopped_stops_the_painter(
    studio: Studio, gradient: Gradient, gallery: Pictures, en: Context
) -> None:
    gradient.go.clear()
    drawing = asyncio.create_task(run(pictures.skill(studio, Events()), "pictures.draw", en, what="a cat"))
    await asyncio.to_thread(gradient.began.wait)
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing
    await studio.close()
    assert gallery.list() == ()


async def test_whoever_listens_is_told_what_a_conversation_waits_for(studio: Studio, en: Context) -> None:
    events = Events()
    with events.listen() as news:
        await run(
            pictures.skill(studio, events), "pictures.draw", replace(en, conversation="c"), what="a cat"
        )
        told = await anext(news)
    assert (told.kind, told.data["conversation"]) == ("drawing", "c")
    assert studio.job(told.data["job"]).ended
