"""``kippu draw``: a picture from words, and where wanted from a picture and a sketch."""

import asyncio
import os
import sys
from contextlib import aclosing, closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli.person import say
from kippu.errors import BadInput, KippuError
from kippu.failures_ja import system_ja

if TYPE_CHECKING:
    from kippu.cli.drawing import Drawn
    from kippu.engines.pictures import Pixels
    from kippu.skills.pictures.wanted import Wanted

_KINDS = (".png", ".webp")
_STRENGTH = 0.6


def command(
    what: Annotated[
        str | None, typer.Argument(help="What to draw, in English or Japanese.", show_default=False)
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="A .png or .webp. Default: the gallery alone."),
    ] = None,
    sticker: Annotated[
        Path | None,
        typer.Option("--sticker", metavar="FILE", help="Also a .webp of 512 pixels, as messengers want it."),
    ] = None,
    style: Annotated[
        str | None, typer.Option("--style", metavar="NAME", help="A set of artwork, such as noto.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="NUMBER", help="The same seed gives the same picture.")
    ] = None,
    variants: Annotated[int, typer.Option("--variants", metavar="NUMBER", help="1 to 4.")] = 1,
    mode: Annotated[
        str, typer.Option("--mode", metavar="NAME", help="model draws; composed puts artwork together.")
    ] = "model",
    start: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="A picture to start from: PNG, JPEG or WebP."),
    ] = None,
    strength: Annotated[
        float | None,
        typer.Option(
            "--strength", metavar="0-1", help="With --from: 0 keeps the picture, 1 forgets it. [0.6]"
        ),
    ] = None,
    sketch: Annotated[
        Path | None, typer.Option("--sketch", metavar="FILE", help="Dark lines to follow.")
    ] = None,
    control: Annotated[
        float, typer.Option("--control", metavar="0-2", help="How strictly to follow the lines.")
    ] = 1.0,
    steps: Annotated[int | None, typer.Option("--steps", metavar="NUMBER", help="1 to 100.")] = None,
    guidance: Annotated[
        float | None, typer.Option("--guidance", metavar="0-20", help="How closely to keep to the words.")
    ] = None,
    upscale: Annotated[
        bool, typer.Option("--upscale", help="Make it four times as wide and high once it is drawn.")
    ] = False,
    upscale_of: Annotated[
        str | None,
        typer.Option(
            "--upscale-of", metavar="PICTURE", help="Instead: one of the gallery, by its id or file."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Draw a picture on this device.

    Each picture is kept in the gallery with all that it takes to draw it again, and says in its file which
    model made it, from which words and with which seed. Of a photo that it starts from nothing but the
    pixels is used. Ctrl-C stops at once.

    \b
    Examples:
      kippu draw "a cat with sunglasses" -o cat.png --seed 7
      kippu draw "富士山" --style twemoji --sticker fuji.webp
      kippu draw "a blue bird" --from cat.png --strength 0.5 -o bird.png
      kippu draw "a robot" --variants 4 -o robot.png --json
      kippu draw "a robot" --upscale -o large.png
      kippu draw --upscale-of 3f0c… -o large.png
    """
    from kippu.cli.ask import print_json
    from kippu.skills.pictures.styles import not_known, stands_in
    from kippu.skills.pictures.wanted import Wanted

    for path, kinds in ((to, _KINDS), (sticker, (".webp",))):
        if path is not None:
            _check(path, kinds)
    if (what is None) == (upscale_of is None):
        raise BadInput(
            'Say what to draw, such as: kippu draw "a cat". Or name a picture to make larger: --upscale-of.',
            "何を描くか書いてください。例: kippu draw 猫。前の絵を大きくするなら --upscale-of を使います。",
        )
    if strength is not None and start is None:
        raise BadInput(
            "--strength says how far to go from a picture: name one with --from.",
            "--strength は元の絵からどれだけ変えるかです。--from で元の絵を指定してください。",
        )
    wanted = Wanted(
        what or "", mode, style, seed, variants=variants, start=_brought(start),
        strength=_STRENGTH if strength is None else strength,
        sketch=_brought(sketch), control=control, steps=steps, guidance=guidance, larger=upscale,
    )  # fmt: skip
    drawn, lacks = asyncio.run(_draw(wanted, None if upscale_of is None else Path(upscale_of).stem))
    told = [
        _kept(one, _numbered(to, at, drawn), _numbered(sticker, at, drawn)) for at, one in enumerate(drawn, 1)
    ]
    if drawn and (note := not_known(drawn[0].picture)):
        sys.stderr.write(say(*note) + "\n")
    if lacks:
        sys.stderr.write(say(*stands_in(lacks)) + "\n")
    if as_json:
        print_json({"pictures": told, "lacks": list(lacks)})
        return
    for each in told:
        sys.stdout.write(f"{each['file']}\n")
        if sticker is not None:
            sys.stdout.write(f"{each['sticker']}\n")


async def _draw(wanted: "Wanted", large: str | None) -> "tuple[list[Drawn], tuple[str, ...]]":
    """All variants, or the picture of the id ``large`` made larger, with how far they are on stderr; and what
    something near stands in for."""
    from kippu.cli.drawing import Drawn, Lacks, drawing
    from kippu.cli.steps import Bar, Step
    from kippu.settings import load

    found: list[Drawn] = []
    lacks: tuple[str, ...] = ()
    async with drawing(load()) as painters:
        begun = painters.draw(wanted) if large is None else painters.larger(large)
        with closing(Bar(wanted.variants if large is None else 1)) as bar:
            async with aclosing(begun) as coming:
                async for news in coming:
                    if isinstance(news, Step):
                        bar.show(news)
                    elif isinstance(news, Lacks):
                        lacks = news.things
                    else:
                        found.append(news)
    return found, lacks


def _check(path: Path, kinds: tuple[str, ...]) -> None:
    """Raise what is wrong with a place for a picture before anything is drawn."""
    if path.suffix.lower() not in kinds:
        ways = say(" or ", " か ").join(kinds)
        raise BadInput(f"{path} must end in {ways}.", f"{path} の末尾は {ways} にしてください。")
    if not path.parent.is_dir():
        raise BadInput(f"There is no folder {path.parent}.", f"フォルダー {path.parent} がありません。")
    if path.is_dir():
        raise BadInput(f"{path} is a folder.", f"{path} はフォルダーです。")


def _brought(path: Path | None) -> "Pixels | None":
    """A picture of the person's; raises BadInput that names the file."""
    if path is None:
        return None
    from kippu.engines.pictures import files

    try:
        with path.open("rb") as file:
            data = file.read(files.LARGEST + 1)
    except OSError as error:
        raise BadInput(
            f"{path} can't be read: {error.strerror}.", f"{path} を読めません（{system_ja(error)}）。"
        ) from error
    return files.read(data, str(path))


def _numbered(path: Path | None, at: int, drawn: "list[Drawn]") -> Path | None:
    """Where the variant of this number goes."""
    if path is None or len(drawn) == 1:
        return path
    return path.with_stem(f"{path.stem}-{at}")


def _kept(drawn: "Drawn", to: Path | None, sticker: Path | None) -> dict[str, Any]:
    """Write what was wanted; gives the picture's row with the files that there are now."""
    from kippu.engines.pictures import files
    from kippu.settings import load
    from kippu.skills.pictures.studio import origin
    from kippu.start.painters import certificate

    settings = load()
    by, of, pixels = certificate(settings), origin(drawn.picture), files.own(drawn.png)

    def signed(webp: bytes) -> bytes:
        return webp if by is None else by.signed(webp, "webp", of)

    told = asdict(drawn.picture)
    told["file"] = str(to or settings.data / "pictures" / f"{drawn.picture.id}.png")
    if to is not None:
        webp = to.suffix.lower() == ".webp"
        _write(to, signed(files.webp(pixels, of)) if webp else drawn.png)
    if sticker is not None:
        cut = files.sticker(pixels, of)
        if cut is None:
            sys.stderr.write(say(*files.UNEVEN) + "\n")
        _write(sticker, signed(cut or files.webp(pixels, of, files.STICKER)))
        told["sticker"] = str(sticker)
    return told


def _write(to: Path, data: bytes) -> None:
    """The whole file or none."""
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(to)
    except OSError as error:
        raise KippuError(
            f"{to} can't be written: {error.strerror}.", f"{to} に書き込めません（{system_ja(error)}）。"
        ) from error
    finally:
        part.unlink(missing_ok=True)
