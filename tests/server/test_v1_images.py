"""Pictures through OpenAI's API, with OpenAI's own client."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import httpx
import openai
import pytest
from PIL import Image

from .conftest import Running


@pytest.fixture
def client(kippu: Running) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{kippu.address}/v1", api_key="none", max_retries=0, timeout=120) as client:
        yield client


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A red square with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Camera of Anna"
    Image.new("RGB", (300, 200), "red").save(tmp_path / "photo.jpg", exif=exif)
    return tmp_path / "photo.jpg"


def opened(found: openai.types.Image) -> Image.Image:
    assert found.b64_json is not None
    return Image.open(io.BytesIO(base64.b64decode(found.b64_json)))


def test_from_words(client: openai.OpenAI) -> None:
    found = client.images.generate(prompt="a cat with sunglasses", extra_body={"seed": 7, "style": "noto"})
    assert found.data is not None and len(found.data) == 1
    assert (found.background, found.output_format) == ("transparent", "png")
    image = opened(found.data[0])
    assert found.size == f"{image.width}x{image.height}"
    assert image.text["Seed"] == "7" and image.text["Comment"] == "Made by a model"
    again = client.images.generate(prompt="a cat with sunglasses", extra_body={"seed": 7, "style": "noto"})
    assert again.data is not None and again.data[0].b64_json == found.data[0].b64_json


def test_a_size_over_the_painters_own_is_more_than_stretched(client: openai.OpenAI) -> None:
    found = client.images.generate(prompt="a frog", size="1024x1024", extra_body={"seed": 4, "style": "noto"})
    assert found.data is not None and opened(found.data[0]).size == (1024, 1024) and found.size == "1024x1024"
    assert "times larger from a picture of 256 x 256" in opened(found.data[0]).text["Larger"]
    found = client.images.generate(
        prompt="a frog", model="pictures-composed", size="1024x1024", extra_body={"seed": 4, "style": "noto"}
    )
    assert found.data is not None and opened(found.data[0]).size == (1024, 1024)


def test_several_in_another_form(client: openai.OpenAI) -> None:
    found = client.images.generate(
        model="pictures-composed",
        prompt="犬",
        n=2,
        size="512x512",
        output_format="webp",
        background="opaque",
    )
    assert found.data is not None and len(found.data) == 2
    for each in found.data:
        image = opened(each)
        assert (image.format, image.size) == ("WEBP", (512, 512))
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def test_a_style_that_nobody_knows_is_told(client: openai.OpenAI) -> None:
    found = client.images.generate(model="pictures-composed", prompt="a cat in watercolour style")
    assert "style “watercolour”, so it is in noto" in (found.model_extra or {})["note"]
    found = client.images.generate(model="pictures-composed", prompt="a cat in twemoji style")
    assert "note" not in (found.model_extra or {}) and found.data is not None
    assert opened(found.data[0]).text["Style"] == "twemoji"


def test_by_address(client: openai.OpenAI) -> None:
    found = client.images.generate(model="pictures-composed", prompt="a cat", response_format="url")
    assert found.data is not None and found.data[0].url is not None and found.data[0].b64_json is None
    image = httpx.get(found.data[0].url, trust_env=False)
    assert image.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(image.content)).format == "PNG"


def test_from_words_and_a_picture(client: openai.OpenAI, photo: Path) -> None:
    for image in (photo.open("rb"), [photo.read_bytes()]):
        found = client.images.edit(image=image, prompt="a cat", extra_body={"strength": 0.3, "steps": 3})  # type: ignore[arg-type]
        assert found.data is not None
        picture = opened(found.data[0])
        assert "compositeWithTrainedAlgorithmicMedia" in picture.text["XML:com.adobe.xmp"]
        assert not picture.getexif() and b"Anna" not in base64.b64decode(found.data[0].b64_json or "")


def masked(size: tuple[int, int], box: tuple[int, int, int, int], mode: str = "RGBA") -> bytes:
    """A mask whose box is clear."""
    mask = Image.new(mode, size, "black")
    if mode == "RGBA":
        mask.paste("#0000", box)
    to = io.BytesIO()
    mask.save(to, "PNG")
    return to.getvalue()


@pytest.mark.parametrize("model", ["pictures", "pictures-composed"])
def test_only_what_the_mask_leaves_clear_is_painted(client: openai.OpenAI, photo: Path, model: str) -> None:
    image = Image.open(photo)
    found = client.images.edit(
        image=photo.read_bytes(), mask=masked(image.size, (0, 0, 150, 200)), prompt="a crown", model=model,
        extra_body={"seed": 3},
    )  # fmt: skip
    assert found.data is not None
    picture = opened(found.data[0]).convert("RGB")
    side = picture.width
    expected = image.convert("RGB").getpixel((0, 0))
    stayed = picture.crop((side // 2 + 1, side // 6 + 1, side, side - side // 6 - 1))
    assert stayed.getcolors() == [(stayed.width * stayed.height, expected)]
    painted = picture.crop((0, side // 4, side // 2, side - side // 4))
    assert len(painted.getcolors(100_000) or []) > 50


def test_without_a_mask_the_clear_parts_of_the_picture_are_painted(client: openai.OpenAI) -> None:
    found = client.images.edit(
        image=masked((128, 128), (0, 0, 128, 64)), prompt="a crown", model="pictures-composed"
    )
    assert found.data is not None
    picture = opened(found.data[0])
    lower = picture.crop((0, picture.height // 2 + 16, picture.width, picture.height))
    assert lower.getcolors() == [(lower.width * lower.height, (0, 0, 0, 255))]
    assert len(picture.getcolors(100_000) or []) > 50


def test_a_mask_that_will_not_do_is_told(client: openai.OpenAI, photo: Path) -> None:
    for wrong, told in (
        (masked((100, 100), (0, 0, 50, 50)), "100 x 100 pixels and the picture 300 x 200"),
        (masked((300, 200), (0, 0, 50, 50), "RGB"), "that is fully transparent"),
        (masked((300, 200), (0, 0, 0, 0)), "that is fully transparent"),
        (photo.read_bytes(), "mask can't be read"),
        (b"no picture", "mask can't be read"),
    ):
        with pytest.raises(openai.BadRequestError, match=told) as error:
            client.images.edit(image=photo.read_bytes(), mask=wrong, prompt="a crown")
        assert error.value.param == "mask"


def test_as_it_comes_into_view(client: openai.OpenAI) -> None:
    kinds, sizes = [], []
    for event in client.images.generate(prompt="a cat", stream=True, partial_images=2):
        kinds.append(event.type)
        image = Image.open(io.BytesIO(base64.b64decode(event.b64_json)))
        sizes.append(image.size)
        assert (image.text["Comment"], image.text["Description"]) == ("Made by a model", "a cat")
        assert event.background == "transparent"
    assert kinds[-1] == "image_generation.completed"
    assert 1 <= kinds.count("image_generation.partial_image") <= 2
    assert all(width == height for width, height in sizes)


def test_on_a_ground_what_comes_into_view_says_what_it_is(client: openai.OpenAI) -> None:
    for event in client.images.generate(prompt="a cat", stream=True, partial_images=1, background="opaque"):
        image = Image.open(io.BytesIO(base64.b64decode(event.b64_json)))
        assert image.text["Comment"] == "Made by a model" and event.background == "opaque"


def test_the_ground_of_an_edited_photo_is_told_of(client: openai.OpenAI, photo: Path) -> None:
    size = Image.open(photo).size
    with photo.open("rb") as image:
        mask = masked(size, (10, 10, 60, 60))
        found = client.images.edit(image=image, mask=mask, prompt="a crown", model="pictures-composed")
    assert found.data is not None
    clear = opened(found.data[0]).convert("RGBA").getchannel("A").getextrema()[0] < 255
    assert found.background == ("transparent" if clear else "opaque")


def test_an_edit_as_it_comes_into_view(client: openai.OpenAI, photo: Path) -> None:
    with photo.open("rb") as image:
        events = list(client.images.edit(image=image, prompt="a cat", stream=True))
    assert [event.type for event in events] == ["image_edit.completed"]


def test_the_painters_are_among_the_models(client: openai.OpenAI) -> None:
    ids = [model.id for model in client.models.list()]
    assert ids[1:3] == ["pictures", "pictures-composed"]
    with pytest.raises(openai.BadRequestError, match="/v1/images/generations"):
        client.chat.completions.create(model="pictures", messages=[{"role": "user", "content": "a cat"}])


@pytest.mark.parametrize(
    ("wrong", "param", "told"),
    [
        ({"size": "1792x1024"}, "size", "pictures are square"),
        ({"size": "9000x9000"}, "size", "64 to 1024 pixels a side"),
        ({"n": 5}, "n", "'n' can't be 5"),
        ({"quality": "hd"}, "quality", "'quality' is not supported"),
        ({"output_format": "jpeg"}, "output_format", "can't be 'jpeg'"),
        ({"output_compression": 50}, "output_compression", "not supported"),
        ({"response_format": "url", "size": "512x512"}, "response_format", "use b64_json"),
        ({"style": "vivid"}, None, "The styles are: noto"),
        ({"prompt": ""}, "prompt", "'prompt' can't be ''"),
        ({"extra_body": {"seed": -1}}, "seed", "'seed' can't be -1"),
    ],
)
def test_what_can_not_be_done_is_refused(
    client: openai.OpenAI, wrong: dict[str, object], param: str | None, told: str
) -> None:
    with pytest.raises(openai.BadRequestError) as error:
        client.images.generate(**{"prompt": "a cat", **wrong})  # type: ignore[call-overload]
    assert told in str(error.value) and error.value.param == param


def test_an_unknown_model_is_told(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="There is: pictures, pictures-composed") as error:
        client.images.generate(prompt="a cat", model="dall-e-3")
    assert error.value.code == "model_not_found"


def test_what_an_edit_can_not_do_is_refused(client: openai.OpenAI, photo: Path) -> None:
    data = photo.read_bytes()
    with pytest.raises(openai.BadRequestError, match="Send one picture in 'image'"):
        client.images.edit(image=[data, data], prompt="a cat")
    with pytest.raises(openai.BadRequestError, match="The picture in 'image' can't be read"):
        client.images.edit(image=b"no picture", prompt="a cat")
    with pytest.raises(openai.BadRequestError, match="can neither start from a picture"):
        client.images.edit(image=data, prompt="a cat", model="pictures-composed")
    with pytest.raises(openai.BadRequestError, match="'strength' can't be '7'"):
        client.images.edit(image=data, prompt="a cat", extra_body={"strength": 7})


def test_no_form_is_told(kippu: Running) -> None:
    with kippu.client() as http:
        refused = http.post("/v1/images/edits", json={"prompt": "a cat"})
    assert refused.status_code == 400 and refused.json()["error"]["param"] == "prompt"
