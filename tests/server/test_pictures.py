"""The routes about pictures, with the painters that come with Kippu."""

import base64
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from kippu.engines.pictures import files
from kippu.start import Kippu
from models.test_picture_parts import written

from .conftest import events

pytestmark = pytest.mark.anyio


async def drawn(near: httpx.AsyncClient, **wanted: Any) -> list[tuple[str, dict[str, Any]]]:
    """All that a drawing tells."""
    begun = await near.post("/api/pictures", json={"prompt": "a cat", "mode": "composed", **wanted})
    assert begun.status_code == 202, begun.text
    return events((await near.get(f"/api/pictures/jobs/{begun.json()['job']}")).text)


async def picture(near: httpx.AsyncClient, **wanted: Any) -> dict[str, Any]:
    """The row of the one picture that comes of it."""
    (row,) = [data for kind, data in await drawn(near, **wanted) if kind == "picture"]
    return row


def sketch() -> str:
    """A circle in black on white."""
    y, x = np.mgrid[:64, :64]
    pixels = np.full((64, 64, 4), 255, np.uint8)
    pixels[abs(np.hypot(x - 32, y - 32) - 20) < 2] = (0, 0, 0, 255)
    return files.data_url(files.png(pixels))


async def test_painters(near: httpx.AsyncClient) -> None:
    model, composed = (await near.get("/api/pictures/painters")).json()
    assert (model["mode"], model["starts"]) == ("model", True)
    assert (composed["mode"], composed["starts"]) == ("composed", False)
    for painter in (model, composed):
        assert painter["name"] and painter["size"] >= 64 and "noto" in painter["styles"]
        assert painter["opaque"] is False
    assert (model["steps"], model["guidance"]) == (24, {"least": 1, "usual": 2, "most": 4})
    assert (composed["steps"], composed["guidance"]) == (None, None)


async def test_a_drawing_from_words_to_the_end(near: httpx.AsyncClient) -> None:
    told = await drawn(near, mode="model", seed=7, steps=2, style="twemoji")
    progress = [data for kind, data in told if kind == "progress"]
    assert progress and progress[-1]["steps"] == 2 and progress[-1]["variant"] == 0
    preview = base64.b64decode(progress[-1]["preview"].removeprefix("data:image/png;base64,"))
    assert Image.open(io.BytesIO(preview)).size[0] >= 64
    assert [kind for kind, _ in told[-2:]] == ["picture", "end"]
    row, end = told[-2][1], told[-1][1]
    assert end == {"stopped": False, "lacks": [], "differs": []}
    assert (row["prompt"], row["seed"], row["style"], row["steps"]) == ("a cat", 7, "twemoji", 2)
    assert (await near.get(f"/api/pictures/{row['id']}")).json() == row
    assert (await near.get("/api/pictures")).json() == [row]


@pytest.mark.parametrize("mode", ["model", "composed"])
async def test_a_picture_is_made_larger(near: httpx.AsyncClient, mode: str) -> None:
    small = await picture(near, mode=mode, seed=8)
    begun = await near.post(f"/api/pictures/{small['id']}/larger", json={"job": "0" * 31 + "a"})
    assert begun.status_code == 202 and begun.json() == {"job": "0" * 31 + "a"}
    told = events((await near.get(f"/api/pictures/jobs/{begun.json()['job']}")).text)
    (large,) = [data for kind, data in told if kind == "picture"]
    assert (large["width"], large["times"], large["parent"]) == (small["width"] * 4, 4, small["id"])
    assert large["weights"] == small["weights"] and large["weights"]
    opened = Image.open(io.BytesIO((await near.get(large["image"])).content))
    assert opened.size == (large["width"],) * 2 and "times larger from" in opened.text["Larger"]
    refused = await near.post(f"/api/pictures/{large['id']}/larger")
    assert refused.status_code == 400 and "large already" in refused.text
    assert (await near.post(f"/api/pictures/{'0' * 32}/larger")).status_code == 404


async def test_what_is_drawn_again_says_whether_it_can_be_the_same(
    near: httpx.AsyncClient, alone: Kippu
) -> None:
    row = await picture(near, seed=8)
    kept = alone.studio.gallery.get(row["id"])
    other = replace(kept, id="f" * 32, weights={"artwork": "000000000000"})
    alone.studio.gallery.add(other, alone.studio.gallery.file(kept.id).read_bytes())
    for id, differs in ((row["id"], []), (other.id, ["artwork"])):
        begun = await near.post(f"/api/pictures/{id}/again")
        told = events((await near.get(f"/api/pictures/jobs/{begun.json()['job']}")).text)
        assert told[-1] == ("end", {"stopped": False, "lacks": [], "differs": differs})


async def test_a_ground_is_cut_out_of_a_sticker_or_it_is_said_why_not(
    near: httpx.AsyncClient, alone: Kippu
) -> None:
    row = await picture(near)
    kept = alone.studio.gallery.get(row["id"])
    flat = np.full((64, 64, 4), 255, np.uint8)
    flat[20:40, 20:40, :3] = (200, 0, 0)
    uneven = flat.copy()
    uneven[:, :, 1] = np.linspace(0, 255, 64).astype(np.uint8)
    for id, pixels in (("a" * 32, flat), ("b" * 32, uneven)):
        alone.studio.gallery.add(replace(kept, id=id, width=64, height=64), files.png(pixels))
    cut = Image.open(io.BytesIO((await near.get(f"/api/pictures/{'a' * 32}/sticker.webp")).content))
    assert cut.getchannel("A").getextrema() == (0, 255)
    refused = await near.get(f"/api/pictures/{'b' * 32}/sticker.webp")
    assert refused.status_code == 400 and "not of one colour" in refused.text
    plain = await near.get(f"/api/pictures/{'b' * 32}/sticker.webp?ground=keep")
    assert Image.open(io.BytesIO(plain.content)).size == (512, 512)


async def test_the_files_of_a_picture(near: httpx.AsyncClient) -> None:
    row = await picture(near, seed=7)
    image, sticker = await near.get(row["image"]), await near.get(row["sticker"])
    assert image.headers["content-type"] == "image/png"
    opened = Image.open(io.BytesIO(image.content))
    assert opened.size == (row["width"], row["height"])
    assert opened.text["Seed"] == "7" and "Kippu" in opened.text["Software"]
    assert sticker.headers["content-type"] == "image/webp"
    opened = Image.open(io.BytesIO(sticker.content))
    assert opened.size == (512, 512) and opened.getchannel("A").getextrema() == (0, 255)
    assert b"digitalsourcetype" in opened.info["xmp"]
    assert (await near.get(f"/api/pictures/{row['id']}/sketch.png")).status_code == 404


async def test_four_variants_have_seeds_in_a_row(near: httpx.AsyncClient) -> None:
    rows = [data for kind, data in await drawn(near, variants=4, seed=4294967294) if kind == "picture"]
    assert [row["seed"] for row in rows] == [4294967294, 4294967295, 0, 1]


async def test_from_a_picture_and_a_sketch_and_the_same_again(near: httpx.AsyncClient) -> None:
    given = {"mode": "model", "steps": 2, "seed": 3, "start": sketch(), "strength": 0.8, "sketch": sketch()}
    row = await picture(near, **given, control=0.7)
    assert (row["has_start"], row["has_sketch"], row["strength"], row["control"]) == (True, True, 0.8, 0.7)
    kept = await near.get(f"/api/pictures/{row['id']}/sketch.png")
    assert Image.open(io.BytesIO(kept.content)).getpixel((0, 0)) == (255, 255, 255, 255)
    again = (await near.post(f"/api/pictures/{row['id']}/again")).json()["job"]
    told = events((await near.get(f"/api/pictures/jobs/{again}")).text)
    (same,) = [data for kind, data in told if kind == "picture"]
    assert (await near.get(same["image"])).content == (await near.get(row["image"])).content


async def test_one_from_another(near: httpx.AsyncClient) -> None:
    first = await picture(near)
    second = await picture(near, prompt="a dog", mode="model", steps=2, parent=first["id"])
    assert second["parent"] == first["id"] and second["has_start"]


def clear(left: int, right: int, side: int = 64) -> str:
    """A mask that is clear between two columns."""
    pixels = np.full((side, side, 4), 255, np.uint8)
    pixels[:, left:right] = 0
    return files.data_url(files.png(pixels))


@pytest.mark.parametrize("mode", ["model", "composed"])
async def test_a_part_of_a_picture_and_the_same_again(near: httpx.AsyncClient, mode: str) -> None:
    row = await picture(near, mode=mode, steps=2, start=sketch(), mask=clear(0, 32), strength=1)
    at = f"/api/pictures/{row['id']}"
    start, image, mask = [
        np.asarray(Image.open(io.BytesIO((await near.get(f"{at}/{file}.png")).content)).convert("RGBA"))
        for file in ("start", "image", "mask")
    ]
    hole = mask[..., 3] == 0
    assert hole.mean() == 0.5 and hole[:, 0].all()
    assert (image[~hole] == start[~hole]).all() and (image[hole] != start[hole]).any()
    again = (await near.post(f"{at}/again")).json()["job"]
    told = events((await near.get(f"/api/pictures/jobs/{again}")).text)
    (same,) = [data for kind, data in told if kind == "picture"]
    assert (await near.get(same["image"])).content == (await near.get(row["image"])).content


async def test_a_part_of_one_that_was_drawn(near: httpx.AsyncClient) -> None:
    first = await picture(near)
    assert (await near.get(f"/api/pictures/{first['id']}/mask.png")).status_code == 204
    row = await picture(near, parent=first["id"], mask=clear(0, 300, first["width"]), prompt="a hat")
    assert row["parent"] == first["id"]
    assert (await near.get(f"/api/pictures/{row['id']}/mask.png")).status_code == 200


async def test_stop_is_the_end_at_once(near: httpx.AsyncClient, alone: Kippu) -> None:
    begun = await near.post("/api/pictures", json={"prompt": "a cat", "steps": 100, "variants": 4})
    job = begun.json()["job"]
    assert (await near.post(f"/api/pictures/jobs/{job}/stop")).status_code == 200
    assert alone.studio.job(job).ended
    told = events((await near.get(f"/api/pictures/jobs/{job}")).text)
    assert told[-1] == ("end", {"stopped": True, "lacks": [], "differs": []}) and "picture" not in dict(told)
    assert (await near.post(f"/api/pictures/jobs/{job}/stop")).status_code == 200, "twice is once"


async def test_search_and_delete(near: httpx.AsyncClient) -> None:
    cat, dog = await picture(near), await picture(near, prompt="犬")
    assert (await near.get("/api/pictures", params={"search": "犬"})).json() == [dog]
    assert (await near.delete(f"/api/pictures/{cat['id']}")).status_code == 200
    assert (await near.get("/api/pictures")).json() == [dog]
    for path in (f"/api/pictures/{cat['id']}", cat["image"], cat["sticker"]):
        gone = await near.get(path)
        assert gone.status_code == 404 and "There is no picture" in gone.json()["error"]["message"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"prompt": ""}, "'prompt'"),
        ({"prompt": " "}, "Say what to draw"),
        ({"style": "cubism"}, "The styles are: noto"),
        ({"variants": 5}, "'variants' can't be 5"),
        ({"seed": 2**32}, "'seed' can't be 4294967296"),
        ({"start": "data:image/png;base64,AAAA", "mode": "model"}, "The picture to start from can't be read"),
        ({"sketch": "http://192.0.2.1/a.png", "mode": "model"}, "The sketch is no data URL"),
        ({"sketch": sketch()}, "can neither start from a picture nor follow a sketch"),
        ({"mask": clear(0, 8)}, "send that picture in 'start'"),
        ({"mask": clear(0, 8, 32), "start": sketch()}, "32 x 32 pixels and the picture 64 x 64"),
        ({"mask": clear(0, 0), "start": sketch()}, "that is fully transparent"),
        ({"size": 3}, "There is no 'size' here"),
    ],
)
async def test_what_can_not_be_drawn_is_told(
    near: httpx.AsyncClient, wrong: dict[str, Any], told: str
) -> None:
    refused = await near.post("/api/pictures", json={"prompt": "a cat", "mode": "composed", **wrong})
    assert refused.status_code == 400
    assert told in refused.json()["error"]["message"]


async def test_a_job_that_was_named_is_stopped_before_its_order_comes(near: httpx.AsyncClient) -> None:
    job = "a" * 32
    assert (await near.post(f"/api/pictures/jobs/{job}/stop")).status_code == 200
    for _ in range(2):
        assert await drawn(near, job=job) == [("end", {"stopped": True, "lacks": [], "differs": []})]
    row = await picture(near, job="b" * 32)
    again = await near.post(f"/api/pictures/{row['id']}/again", json={"job": "c" * 32})
    assert again.json() == {"job": "c" * 32}
    assert (await near.post("/api/pictures", json={"prompt": "a cat", "job": "../x"})).status_code == 400


async def test_what_nobody_drew_is_told_of(near: httpx.AsyncClient) -> None:
    told = await drawn(near, prompt="a raccoon with a hat")
    assert told[-1] == ("end", {"stopped": False, "lacks": ["raccoon"], "differs": []})


async def test_what_is_not_there_is_told(near: httpx.AsyncClient) -> None:
    for refused in (
        await near.post("/api/pictures", json={"prompt": "a cat", "mode": "oil"}),
        await near.post("/api/pictures", json={"prompt": "a cat", "parent": "x"}),
        await near.get("/api/pictures/jobs/x"),
        await near.post("/api/pictures/jobs/x/stop"),
        await near.post("/api/pictures/x/again"),
        await near.delete("/api/pictures/x"),
    ):
        assert refused.status_code == 404


async def test_a_large_photo_comes_through(near: httpx.AsyncClient) -> None:
    to = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 255, (2400, 2400, 3), np.uint8)
    Image.fromarray(noise).save(to, "JPEG", quality=95)
    assert len(to.getvalue()) > 4 * 1024 * 1024
    start = f"data:image/jpeg;base64,{base64.b64encode(to.getvalue()).decode()}"
    assert (await picture(near, mode="model", steps=1, start=start))["has_start"]


async def test_a_conversation_that_is_deleted_leaves_its_pictures(
    near: httpx.AsyncClient, alone: Kippu
) -> None:
    said = await near.post("/api/ask", json={"text": "draw a cat"})
    kind, answer = events(said.text)[-1]
    assert kind == "answer" and answer["text"].startswith("Here is “a cat”")
    (told,) = answer["outcomes"][0]["data"]["pictures"]
    row = (await near.get(f"/api/pictures/{told['id']}")).json()
    assert row["conversation"] == answer["conversation"]
    await near.delete(f"/api/conversations/{answer['conversation']}")
    assert (await near.get(f"/api/pictures/{told['id']}")).json()["conversation"] is None


async def test_a_model_whose_pictures_have_a_ground_says_so(
    near: httpx.AsyncClient, alone: Kippu, tmp_path: Path
) -> None:
    await alone.store.add(written(tmp_path, "sd15"))
    own = (await near.get("/api/pictures/painters")).json()[-1]
    assert (own["mode"], own["opaque"], own["steps"]) == ("sd15", True, 20)
    assert own["guidance"] == {"least": 1, "usual": 7, "most": 14}
    asked = {"prompt": "a cat", "model": "pictures-sd15", "background": "transparent"}
    refused = await near.post("/v1/images/generations", json=asked)
    assert refused.status_code == 400 and refused.json()["error"]["param"] == "background"
    assert "sd15 draws pictures that have a ground" in refused.json()["error"]["message"]
