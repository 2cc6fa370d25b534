"""Drawing as a job: in order, with progress, stopped at once, kept in the gallery."""

import asyncio
import io
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kippu.engines.pictures import Order, Pixels, Seen, Stopped, files
from kippu.errors import BadInput, Busy, KippuError, ModelMissing, NotFound
from kippu.record import Picture, Pictures
from kippu.skills.pictures.job import End, Progress
from kippu.skills.pictures.studio import Studio
from kippu.skills.pictures.wanted import Wanted
from painting import Gradient

pytestmark = pytest.mark.anyio


async def test_a_picture_comes_step_by_step_and_is_kept(studio: Studio, gallery: Pictures) -> None:
    job = await studio.begin(Wanted("a cat", seed=7, conversation="c"))
    news = [news async for news in job.news()]
    steps = [(each.step, each.steps) for each in news if isinstance(each, Progress)]
    assert steps and steps == sorted(steps) and {total for _, total in steps} == {3}
    picture, end = news[-2:]
    assert isinstance(picture, Picture) and end == End(stopped=False)
    assert gallery.list() == (picture,)
    assert (picture.prompt, picture.seed, picture.style) == ("a cat", 7, "noto")
    assert (picture.model, picture.mode, picture.conversation) == ("gradient 1", "model", "c")
    assert (picture.width, picture.height, picture.strength, picture.control) == (32, 32, None, None)
    with Image.open(gallery.file(picture.id)) as image:
        assert image.text["Seed"] == "7" and image.text["Description"] == "a cat"


async def test_whoever_comes_late_gets_all_that_is_done(studio: Studio) -> None:
    job = await studio.begin(Wanted("a cat", variants=3))
    pictures = await job.done()
    assert [each async for each in job.news()] == [*pictures, End(stopped=False)]
    assert studio.job(job.id) is job


async def test_previews_show_the_picture_as_it_is_so_far(studio: Studio, gradient: Gradient) -> None:
    gradient.go.clear()
    job = await studio.begin(Wanted("a cat", steps=2, seed=1))
    news = job.news()
    gradient.go.set()
    first = await anext(news)
    assert isinstance(first, Progress) and files.read(first.preview).shape == (32, 32, 4)
    await job.done()


async def test_one_is_drawn_at_a_time(studio: Studio, gradient: Gradient) -> None:
    jobs = [await studio.begin(Wanted("a cat", variants=2)) for _ in range(3)]
    for job in jobs:
        assert len(await job.done()) == 2
    assert gradient.most_at_work == 1 and len(gradient.orders) == 6


async def test_stop_ends_it_at_once_and_keeps_what_is_done(
    studio: Studio, gradient: Gradient, gallery: Pictures
) -> None:
    gradient.only = 1
    job = await studio.begin(Wanted("a cat", variants=2))
    news = job.news()
    async for each in news:
        if isinstance(each, Picture):
            break
    await asyncio.to_thread(gradient.held.wait)
    waiting = await studio.begin(Wanted("a dog"))
    job.stop()
    assert job.ended
    assert [each async for each in news if not isinstance(each, Progress)] == [End(stopped=True)]
    gradient.go.set()
    (dog,) = await waiting.done()
    assert [picture.prompt for picture in gallery.list()] == ["a dog", "a cat"]
    assert dog.prompt == "a dog"


async def test_one_that_still_waits_is_never_begun(studio: Studio, gradient: Gradient) -> None:
    gradient.go.clear()
    first, second = await studio.begin(Wanted("a cat")), await studio.begin(Wanted("a dog"))
    second.stop()
    gradient.go.set()
    await first.done()
    assert [order.prompt for order in gradient.orders] == ["a cat"]


async def test_asked_for_again_by_its_id_it_is_the_same_job(studio: Studio, gradient: Gradient) -> None:
    id = "0" * 31 + "1"
    first, second = await asyncio.gather(*(studio.begin(Wanted("a cat"), id) for _ in range(2)))
    assert first is second is studio.job(id)
    await first.done()
    assert await studio.begin(Wanted("a cat"), id) is first
    assert len(gradient.orders) == 1


async def test_a_stop_that_comes_before_the_order_holds(studio: Studio, gradient: Gradient) -> None:
    id = "0" * 31 + "2"
    studio.stop(id)
    job = await studio.begin(Wanted("a cat", variants=4), id)
    assert [each async for each in job.news()] == [End(stopped=True)]
    with pytest.raises(NotFound):
        studio.stop("what")
    await (await studio.begin(Wanted("a dog"))).done()
    assert [order.prompt for order in gradient.orders] == ["a dog"]


async def test_one_is_watched_and_stopped_while_its_painter_is_made(gallery: Pictures) -> None:
    ready, gradient, id = threading.Event(), Gradient(), "0" * 31 + "3"

    def made() -> Gradient:
        ready.wait()
        return gradient

    studio = Studio(gallery, {"model": made})
    begun = asyncio.create_task(studio.begin(Wanted("a cat"), id))
    await asyncio.sleep(0)
    watching = studio.job(id).news()
    studio.stop(id)
    ready.set()
    assert (await begun).ended and [each async for each in watching] == [End(stopped=True)]
    await studio.close()
    assert gradient.orders == []


async def test_what_is_refused_is_told_to_whoever_watches(studio: Studio) -> None:
    id = "0" * 31 + "4"
    with pytest.raises(BadInput):
        await studio.begin(Wanted("a cat", style="in oil"), id)
    refused, end = [each async for each in studio.job(id).news()]
    assert isinstance(refused, BadInput) and end == End(stopped=False)


async def test_whoever_waits_no_more_stops_it(studio: Studio, gradient: Gradient, gallery: Pictures) -> None:
    gradient.go.clear()
    job = await studio.begin(Wanted("a cat"))
    waiting = asyncio.create_task(job.done())
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert job.ended and gallery.list() == ()


async def test_again_gives_the_same_picture(studio: Studio, gallery: Pictures) -> None:
    photo = np.full((40, 40, 4), 200, np.uint8)
    wanted = Wanted("a cat", seed=5, start=photo, strength=0.3, sketch=photo, control=0.5, style="twemoji")
    (first,) = await (await studio.begin(wanted)).done()
    assert (first.has_start, first.has_sketch, first.strength, first.control) == (True, True, 0.3, 0.5)
    (second,) = await (await studio.again(first.id)).done()
    assert gallery.file(first.id).read_bytes() == gallery.file(second.id).read_bytes()
    (third,) = await (await studio.again(first.id, seed=None)).done()
    assert third.seed != first.seed and third.style == "twemoji"
    assert gallery.file(first.id).read_bytes() != gallery.file(third.id).read_bytes()


async def test_one_begins_from_another(studio: Studio, gradient: Gradient, gallery: Pictures) -> None:
    (first,) = await (await studio.begin(Wanted("a cat"))).done()
    (second,) = await (await studio.begin(Wanted("a dog", parent=first.id, strength=0.2))).done()
    assert (second.parent, second.has_start) == (first.id, True)
    start = gradient.orders[-1].start
    assert start is not None
    assert np.array_equal(start, files.read(gallery.file(first.id).read_bytes()))
    gallery.remove(first.id)
    assert len(await (await studio.again(second.id)).done()) == 1, "its own start is kept with it"


async def test_what_can_not_be_drawn_is_told_before_it_begins(studio: Studio, gradient: Gradient) -> None:
    with pytest.raises(BadInput):
        await studio.begin(Wanted(""))
    with pytest.raises(NotFound, match=r"no mode 'oil'\. The modes are: model"):
        await studio.begin(Wanted("a cat", mode="oil"))
    with pytest.raises(NotFound, match="no picture"):
        await studio.begin(Wanted("a cat", parent="x"))
    with pytest.raises(NotFound):
        await studio.again("x")
    with pytest.raises(NotFound):
        studio.job("x")
    assert gradient.orders == []


async def test_too_many_at_once_are_refused(studio: Studio, gradient: Gradient) -> None:
    gradient.go.clear()
    jobs = [await studio.begin(Wanted("a cat")) for _ in range(8)]
    with pytest.raises(Busy, match="8 drawings wait already"):
        await studio.begin(Wanted("a cat"))
    jobs[3].stop()
    await studio.begin(Wanted("a cat"))


async def test_old_jobs_are_forgotten(studio: Studio) -> None:
    first = await studio.begin(Wanted("a cat"))
    await first.done()
    for _ in range(40):
        await (await studio.begin(Wanted("a cat", steps=1))).done()
    with pytest.raises(NotFound):
        studio.job(first.id)


class Broken(Gradient):
    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        raise ZeroDivisionError


def missing() -> Gradient:
    raise ModelMissing("The painter is not on this device.")


async def test_a_painter_that_fails_is_told_of(gallery: Pictures) -> None:
    studio = Studio(gallery, {"model": missing, "composed": Broken})
    with pytest.raises(ModelMissing):
        await studio.begin(Wanted("a cat"))
    job = await studio.begin(Wanted("a cat", mode="composed"))
    with pytest.raises(KippuError, match="went wrong inside the painter"):
        await job.done()
    news = [each async for each in job.news()]
    assert isinstance(news[0], KippuError) and news[1] == End(stopped=False)
    await studio.close()


async def test_a_disk_that_is_full_is_told_of(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file where the folder should be")
    job = await studio.begin(Wanted("a cat"))
    with pytest.raises(KippuError, match="can't be kept in"):
        await job.done()


async def test_close_stops_all(gallery: Pictures) -> None:
    gradient = Gradient()
    gradient.go.clear()
    studio = Studio(gallery, {"model": lambda: gradient})
    jobs = [await studio.begin(Wanted("a cat")) for _ in range(3)]
    await studio.close()
    assert all(job.ended for job in jobs) and gallery.list() == () and gradient.at_work == 0


async def test_a_picture_is_made_larger_and_both_are_kept(
    studio: Studio, gradient: Gradient, gallery: Pictures
) -> None:
    photo = np.full((32, 32, 4), 90, np.uint8)
    (small,) = await (
        await studio.begin(Wanted("a cat", seed=7, start=photo, sketch=photo, conversation="c"))
    ).done()
    (large,) = await (await studio.larger(small.id)).done()
    assert gallery.list() == (large, small)
    assert (large.width, large.height, large.times, large.parent) == (128, 128, 4, small.id)
    assert (large.prompt, large.seed, large.weights, large.conversation) == ("a cat", 7, small.weights, None)
    with Image.open(gallery.file(large.id)) as image:
        assert image.size == (128, 128)
        assert image.text["Larger"] == "Made 4 times larger from a picture of 32 x 32 pixels"
    (again,) = await (await studio.again(large.id)).done()
    assert (again.times, again.width, len(gradient.orders)) == (4, 128, 2)
    assert gallery.file(again.id).read_bytes() == gallery.file(large.id).read_bytes()
    with pytest.raises(BadInput, match="large already: 128 x 128"):
        await studio.larger(large.id)
    with pytest.raises(NotFound):
        await studio.larger("0" * 32)


async def test_each_is_made_larger_once_it_is_drawn(studio: Studio, gallery: Pictures) -> None:
    found = await (await studio.begin(Wanted("a cat", variants=2, larger=True))).done()
    assert [(each.width, each.times, each.parent) for each in found] == [(128, 4, None)] * 2


async def test_making_larger_stops_at_once(studio: Studio, gradient: Gradient, gallery: Pictures) -> None:
    (small,) = await (await studio.begin(Wanted("a cat"))).done()
    gradient.go.clear()
    id = "0" * 31 + "5"
    job = await studio.larger(small.id, id)
    assert await studio.larger(small.id, id) is job
    job.stop()
    assert [each async for each in job.news()] == [End(stopped=True)]
    gradient.go.set()
    await studio.close()
    assert gallery.list() == (small,)


async def test_what_a_gone_model_drew_is_made_larger_all_the_same(gallery: Pictures) -> None:
    studio = Studio(gallery, {"own": Gradient})
    (small,) = await (await studio.begin(Wanted("a cat", mode="own"))).done()
    await studio.close()
    studio = Studio(gallery, {"model": Gradient})
    (large,) = await (await studio.larger(small.id)).done()
    assert large.width == 128 and files.own(gallery.file(large.id).read_bytes())[..., 3].max() > 250
    await studio.close()


async def test_what_a_picture_comes_of_is_kept_and_a_difference_told(
    studio: Studio, gradient: Gradient, gallery: Pictures
) -> None:
    (first,) = await (await studio.begin(Wanted("a cat", seed=1))).done()
    assert (first.weights, first.steps, first.guidance) == ({"weights": "0123456789ab"}, 3, 2)
    with Image.open(gallery.file(first.id)) as image:
        assert image.text["Weights"] == "weights 0123456789ab"
    job = await studio.again(first.id)
    await job.done()
    assert job.differs == ()
    gradient.weights = "ba9876543210"
    job = await studio.again(first.id)
    await job.done()
    assert job.differs == ("weights",)
    job = await studio.again(first.id, seed=2)
    await job.done()
    assert job.differs == (), "another one was asked for"
    gradient.name = "gradient 2"
    job = await studio.again(first.id)
    await job.done()
    assert job.differs == ("model", "weights")


async def test_previews_and_the_start_say_where_they_come_from(studio: Studio, gallery: Pictures) -> None:
    (first,) = await (await studio.begin(Wanted("a cat", seed=7))).done()
    job = await studio.begin(Wanted("a dog", seed=8, parent=first.id))
    shown = [each async for each in job.news() if isinstance(each, Progress)]
    text = Image.open(io.BytesIO(shown[-1].preview)).text  # type: ignore[attr-defined]  # a PNG's
    assert text["Description"] == "a dog" and text["Seed"] == "8" == str(shown[-1].origin.seed)
    (again,) = await (await studio.again(job.pictures[0].id)).done()
    for picture in (*job.pictures, again):
        with Image.open(gallery.file(picture.id, "start")) as start:
            assert start.text["Description"] == "a cat" and start.text["Comment"] == "Made by a model"
    gallery.remove(first.id)
    (again,) = await (await studio.again(again.id)).done()
    assert again.has_start and again.parent is None
    (photo,) = await (await studio.begin(Wanted("a dog", start=np.zeros((9, 9, 4), np.uint8)))).done()
    with Image.open(gallery.file(photo.id, "start")) as start:
        assert not start.text, "of a photo nothing is known"
