"""``kippu draw``, in process and by a Kippu that serves, with the painters that come with Kippu."""

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Run, environment
from .terminal import terminal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to draw into."""
    folder = tmp_path / "drawn"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def serving(data: Path) -> Iterator[Path]:
    """The data folder of a Kippu that serves, without a model that talks."""
    command = [sys.executable, "-m", "kippu", "serve", "--port", "0"]
    process = subprocess.Popen(command, env=environment(data), stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert b"http://" in process.stdout.readline()
        yield data
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_a_picture_with_its_origin(kippu: Run, here: Path) -> None:
    done = kippu("draw", "a cat with sunglasses", "-o", "cat.png", "--seed", "7", "--style", "noto")
    assert (done.returncode, done.stdout) == (0, b"cat.png\n"), done.stderr
    first = Image.open(here / "cat.png")
    assert first.text["Seed"] == "7" and first.text["Description"] == "a cat with sunglasses"
    again = kippu("draw", "a cat with sunglasses", "-o", "again.png", "--seed", "7", "--style", "noto")
    assert again.returncode == 0
    assert (here / "again.png").read_bytes() == (here / "cat.png").read_bytes()


def test_variants_and_stickers(kippu: Run, here: Path, data: Path) -> None:
    asked = ("--mode", "composed", "--variants", "2", "-o", "dog.webp", "--sticker", "s.webp", "--json")
    done = kippu("draw", "犬", *asked)
    told = json.loads(done.stdout)["pictures"]
    assert [each["file"] for each in told] == ["dog-1.webp", "dog-2.webp"]
    assert [each["sticker"] for each in told] == ["s-1.webp", "s-2.webp"]
    assert told[1]["seed"] == (told[0]["seed"] + 1) % 2**32
    assert Image.open(here / "s-2.webp").size == (512, 512)
    assert {file.name for file in here.iterdir()} == {"dog-1.webp", "dog-2.webp", "s-1.webp", "s-2.webp"}
    assert len(list((data / "pictures").iterdir())) == 2


def test_an_earlier_picture_is_made_larger(kippu: Run, here: Path, data: Path) -> None:
    small = kippu("draw", "a frog", "--mode", "composed", "--seed", "4", "--json")
    (row,) = json.loads(small.stdout)["pictures"]
    done = kippu("draw", "--upscale-of", row["file"], "-o", "large.png", "--json")
    (large,) = json.loads(done.stdout)["pictures"]
    assert (large["parent"], large["times"], large["width"]) == (row["id"], 4, 2048)
    assert Image.open(here / "large.png").size == (2048, 2048)
    refused = kippu("draw", "--upscale-of", large["id"])
    assert refused.returncode == 2 and b"large already: 2048 x 2048" in refused.stderr
    unknown = kippu("draw", "--upscale-of", "cat")
    assert unknown.returncode == 2 and "There is no picture 'cat'" in unknown.stderr.decode()


def test_a_picture_is_made_larger_as_it_is_drawn(kippu: Run, here: Path, data: Path) -> None:
    done = kippu("draw", "a frog", "--seed", "4", "--steps", "2", "--upscale", "-o", "large.png")
    assert done.returncode == 0 and Image.open(here / "large.png").size == (1024, 1024)
    assert len(list((data / "pictures").iterdir())) == 1


def test_without_a_file_it_is_in_the_gallery(kippu: Run, here: Path, data: Path) -> None:
    done = kippu("draw", "a cat", "--mode", "composed")
    path = Path(done.stdout.decode().strip())
    assert path.parent == data / "pictures" and Image.open(path).format == "PNG"


def test_a_style_that_nobody_knows_is_told(kippu: Run, here: Path) -> None:
    told = kippu("draw", "a cat in watercolour style", "--mode", "composed", "-o", "cat.png")
    assert told.returncode == 0 and (here / "cat.png").exists()
    assert "I don't know the style “watercolour”" in told.stderr.decode()


def test_what_something_near_stands_in_for_is_told(kippu: Run, here: Path) -> None:
    told = kippu("draw", "a raccoon", "--mode", "composed", "--json")
    assert json.loads(told.stdout)["lacks"] == ["raccoon"]
    assert "There is no drawing of “raccoon”" in told.stderr.decode()


def test_from_a_photo_and_a_sketch(kippu: Run, here: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Anna"
    Image.new("RGB", (300, 200), "red").save("photo.jpg", exif=exif)
    Image.new("L", (64, 64), "white").save("lines.png")
    asked = ("--from", "photo.jpg", "--strength", "0.4", "--sketch", "lines.png", "--steps", "2")
    done = kippu("draw", "a cat", *asked, "-o", "cat.png", "--json")
    assert done.returncode == 0, done.stderr
    (told,) = json.loads(done.stdout)["pictures"]
    assert (told["has_start"], told["has_sketch"], told["strength"]) == (True, True, 0.4)
    assert b"Anna" not in (here / "cat.png").read_bytes()


def test_by_the_kippu_that_serves(kippu: Run, here: Path, serving: Path) -> None:
    Image.new("RGB", (30, 20), "red").save("photo.png")
    asked = ("--from", "photo.png", "--variants", "2", "--steps", "2", "-o", "cat.png", "--seed", "1")
    done = kippu("draw", "a cat", *asked)
    assert (done.returncode, done.stdout) == (0, b"cat-1.png\ncat-2.png\n"), done.stderr
    assert Image.open(here / "cat-2.png").text["Seed"] == "2"
    assert len(list((serving / "pictures").glob("*.start.png"))) == 2
    kept = next((serving / "pictures").glob("*.start.png")).name.split(".")[0]
    large = kippu("draw", "--upscale-of", kept, "-o", "large.png")
    assert large.returncode == 0 and Image.open(here / "large.png").size == (1024, 1024)
    wrong = kippu("draw", "a cat", "--style", "oil")
    assert wrong.returncode == 2 and b"The styles are: noto" in wrong.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((" ",), "Say what to draw"),
        ((), "Say what to draw"),
        (("cat", "--upscale-of", "0"), "Or name a picture to make larger"),
        (("cat", "-o", "cat.gif"), "cat.gif must end in .png or .webp"),
        (("cat", "-o", "cat"), "cat must end in"),
        (("cat", "--sticker", "cat.png"), "cat.png must end in .webp"),
        (("cat", "-o", "nowhere/cat.png"), "There is no folder nowhere"),
        (("cat", "--from", "none.png"), "none.png can't be read: No such file"),
        (("cat", "--from", "text.png"), "text.png can't be read: it is damaged, or neither PNG"),
        (("cat", "--sketch", "large.png"), "large.png is larger than 20 MB"),
        (("cat", "--style", "cubism"), "There is no style “cubism”. The styles are: noto, fluent, twemoji"),
        (("cat", "--mode", "oil"), "There is no mode 'oil'. The modes are: model, composed"),
        (("cat", "--variants", "5"), "'variants' can't be 5: it goes from 1 to 4"),
        (("cat", "--strength", "0.3"), "--strength says how far to go from a picture"),
        (("cat", "--seed", "99999999999999"), "'seed' can't be 99,999,999,999,999"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(kippu: Run, here: Path, words: tuple[str, ...], told: str) -> None:
    (here / "text.png").write_text("no picture")
    with (here / "large.png").open("wb") as file:
        file.truncate(20_000_001)
    done = kippu("draw", *words)
    line = done.stderr.decode()
    assert done.returncode == 2 and line.startswith("kippu: ") and line.count("\n") == 1 and told in line
    assert {file.name for file in here.iterdir()} == {"text.png", "large.png"}


def test_it_is_told_in_japanese_too(kippu: Run, here: Path) -> None:
    done = kippu("draw", "猫", "--style", "油絵", LANG="ja_JP.UTF-8")
    assert "「油絵」という画風はありません" in done.stderr.decode()


@pytest.mark.parametrize("served", [False, True])
def test_ctrl_c_stops_and_leaves_nothing_half_done(
    data: Path, here: Path, served: bool, request: pytest.FixtureRequest
) -> None:
    if served:
        request.getfixturevalue("serving")
    screen, there = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "kippu",
        "draw",
        "a cat",
        "-o",
        "cat.png",
        "--steps",
        "100",
        "--variants",
        "4",
    ]
    process = subprocess.Popen(
        command, env=environment(data, TERM="xterm"), stdin=subprocess.DEVNULL, stderr=there, cwd=here
    )
    os.close(there)
    shown = b""
    while b"drawing" not in shown:
        shown += os.read(screen, 1000)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    os.close(screen)
    assert list(here.iterdir()) == [] and not list(data.glob("pictures/*"))


@pytest.mark.parametrize("served", [False, True])
def test_an_answer_shows_how_far_its_drawing_is_and_where_it_lies(
    data: Path, served: bool, request: pytest.FixtureRequest
) -> None:
    if served:
        request.getfixturevalue("serving")
    # One picture takes half a second: its answer may be there before anything is seen of it.
    said = "draw four pictures of a cat with sunglasses"
    with terminal("ask", said, environment=environment(data)) as screen:
        at = screen.until(r"drawing .*Here are 4 pictures of “a cat")
        screen.until(r"pictures/[0-9a-f]{32}\.png", at)
        assert screen.ends() == 0


def test_a_dry_run_draws_nothing(kippu: Run, data: Path) -> None:
    done = kippu("ask", "--dry-run", "サングラスをかけた猫を描いて")
    assert "pictures.draw(what='サングラスをかけた猫')" in done.stdout.decode()
    assert "送信: なし" in done.stdout.decode() or "leaves: nothing" in done.stdout.decode()
    assert not list(data.glob("pictures/*"))
