"""Collects the drawings and their captions from the npm packages that hold them, and draws them in pixels.

    PYTHONPATH=src python scripts/pictures/artwork.py --packages FOLDER --work FOLDER \
        --exam ../shared/data/pictures/exam_hexcodes.txt

``--packages`` holds the unpacked packages, as ``npm pack`` names them: @iconify-json/noto (Apache-2.0),
@iconify-json/fluent-emoji-flat (MIT), @iconify-json/twemoji (CC BY 4.0), emojibase-data (MIT). Left out: the
emoji of ``--exam`` in every set and skin tone, whatever is drawn as one of those in any set (twins.py), skin
tones other than the first, and the flags of countries.
"""

import argparse
import gzip
import json
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image
from twins import ALIKE, nearest

from kippu.engines.pictures.patches import small

SETS = {
    "noto": "iconify-json-noto-1*",
    "fluent": "iconify-json-fluent-emoji-flat-*",
    "twemoji": "iconify-json-twemoji-*",
}
"""A style and the package that its drawings are from."""
SIDE = 256
TONES = {"1f3fb", "1f3fc", "1f3fd", "1f3fe", "1f3ff"}
GROUPS_LEFT_OUT = {"component"}
SUBGROUPS_LEFT_OUT = {"country-flag", "subdivision-flag", "skin-tone", "hair-style"}


@dataclass(frozen=True)
class Drawing:
    """One drawing of one set."""

    code: str
    """Code points in hexadecimal, small letters, without the one that asks for colour (FE0F)."""
    style: str
    label: str
    tags: list[str]
    label_ja: str
    tags_ja: list[str]
    group: str
    subgroup: str
    side: int
    """Width and height of the drawing's own units."""
    body: str
    """What stands inside of the svg element."""


def code_of(hexcode: str) -> str:
    """The code that all sets are compared by."""
    return "-".join(part for part in hexcode.lower().split("-") if part != "fe0f")


def exam_codes(path: Path) -> set[str]:
    return {code_of(line) for line in path.read_text(encoding="utf-8").split()}


def captions(packages: Path) -> dict[str, dict]:
    """What emojibase says of each emoji, by code."""
    folder = next(packages.glob("emojibase-data-*/"))
    groups = json.loads((folder / "en/messages.json").read_text(encoding="utf-8"))
    group = {row["order"]: row["key"] for row in groups["groups"]}
    subgroup = {row["order"]: row["key"] for row in groups["subgroups"]}
    english = json.loads((folder / "en/data.json").read_text(encoding="utf-8"))
    japanese = {
        row["hexcode"]: row for row in json.loads((folder / "ja/data.json").read_text(encoding="utf-8"))
    }
    said = {}
    for row in english:
        if "group" not in row or group[row["group"]] in GROUPS_LEFT_OUT:
            continue
        if subgroup[row["subgroup"]] in SUBGROUPS_LEFT_OUT:
            continue
        other = japanese[row["hexcode"]]
        said[code_of(row["hexcode"])] = {
            "label": row["label"], "tags": row.get("tags", []),
            "label_ja": other["label"], "tags_ja": other.get("tags", []),
            "group": group[row["group"]], "subgroup": subgroup[row["subgroup"]],
        }  # fmt: skip
    return said


def drawings(
    packages: Path, pattern: str, style: str, said: dict[str, dict], names: set[tuple[str, str]]
) -> list[Drawing]:
    """The drawings of one package that have a caption; ``names`` are codes and
    names of icons, for a package that does not tell."""
    folder = next(packages.glob(pattern + "/"))
    icons = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
    chars = folder / "chars.json"
    own = json.loads(chars.read_text(encoding="utf-8")) if chars.exists() else {}
    found: dict[str, Drawing] = {}
    for hexcode, name in (*own.items(), *(() if own else sorted(names))):
        code = code_of(hexcode)
        if code not in said or code in found:
            continue
        icon = icons["icons"].get(name)
        if icon is None and name in icons.get("aliases", {}):
            icon = icons["icons"].get(icons["aliases"][name]["parent"])
        if icon is None or icon.get("width", icons["width"]) != icon.get("height", icons["height"]):
            continue
        found[code] = Drawing(
            code=code, style=style, side=icon.get("width", icons["width"]), body=icon["body"], **said[code]
        )
    return list(found.values())


def collected(packages: Path, said: dict[str, dict]) -> list[Drawing]:
    """The drawings of all sets."""
    return [row for style, pattern in SETS.items() for row in drawings(packages, pattern, style, said, set())]


def unnamed(codes: set[str]) -> dict[str, dict]:
    """Captions that say nothing, for what emojibase has none of: the letters of flags."""
    nothing = {"label": "", "tags": [], "label_ja": "", "tags_ja": [], "group": "", "subgroup": ""}
    return dict.fromkeys(codes, nothing)


def twins(every: list[Drawing], pixels: NDArray[np.uint8], unseen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which drawings are of a thing that some set draws as it draws one of ``unseen``."""
    seen = np.stack([small(one) for one in pixels])
    near = np.ones(len(every), np.float32)
    near[~unseen] = nearest(seen[~unseen], seen[unseen])
    bodies = {row.body for row, out in zip(every, unseen, strict=True) if out}
    same = {
        row.code
        for row, away, out in zip(every, near, unseen, strict=True)
        if not out and (away <= ALIKE or row.body in bodies)
    }
    return np.array([row.code in same for row in every])


def svg_of(drawing: Drawing) -> str:
    side = drawing.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {side} {side}">{drawing.body}</svg>'
    )


def pixels_of(svg: str, side: int) -> NDArray[np.uint8]:
    """A picture of height x width x 4, 0 to 255, colour not multiplied by alpha."""
    png = resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, skip_system_fonts=True)
    return np.asarray(Image.open(BytesIO(png)).convert("RGBA"))


def read(path: Path) -> list[Drawing]:
    """What ``main`` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Drawing(**json.loads(line)) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--exam", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    exam = exam_codes(asked.exam)
    said = captions(asked.packages)
    every = collected(asked.packages, unnamed(exam - set(said)) | said)
    pixels = np.stack([pixels_of(svg_of(row), SIDE) for row in every])
    unseen = np.array([row.code in exam for row in every])
    again = twins(every, pixels, unseen)
    for name, chosen in (("drawings", ~unseen & ~again), ("exam", unseen), ("twins", again)):
        rows = [row for row, taken in zip(every, chosen, strict=True) if taken]
        with gzip.open(asked.work / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
        np.save(asked.work / f"{name}.npy", pixels[chosen])
        print(name, len(rows), {style: sum(row.style == style for row in rows) for style in SETS})
    np.savez_compressed(  # what tests/engines/pictures looks for among what ships
        asked.work / "exam.npz",
        codes=np.array(sorted(exam)),
        looks=np.round(
            np.stack([small(one) for one in pixels[unseen]]).reshape(-1, 16, 4, 16, 4, 4).mean((2, 4)) * 255
        ).astype(np.uint8),
    )
    print("exam emoji without a drawing:", sorted(exam - {row.code for row in every}))


if __name__ == "__main__":
    main()
