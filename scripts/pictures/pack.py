"""Writes what ships: the drawings with their captions, the vectors of words, the networks, and their hashes.

python scripts/pictures/pack.py --work FOLDER --out src/kippu/engines/pictures/weights
"""

import argparse
import gzip
import hashlib
import json
import shutil
from pathlib import Path

from artwork import read

FILES = (
    "artwork.jsonl.gz", "words.npz", "names.toml", "flow.onnx", "control.onnx", "finisher.onnx", "code.npz",
)  # fmt: skip


def artwork(work: Path) -> bytes:
    """A line a concept: its captions, and its drawings by style."""
    concepts: dict[str, dict] = {}
    for row in read(work / "drawings.jsonl.gz"):
        concept = concepts.setdefault(row.code, {
            "code": row.code, "label": row.label, "label_ja": row.label_ja, "tags": row.tags,
            "tags_ja": row.tags_ja, "group": row.group, "subgroup": row.subgroup, "drawn": {},
        })  # fmt: skip
        if "<filter" not in row.body:  # the library that draws them can fail at a filter that is made small
            concept["drawn"][row.style] = [row.side, row.body]
    lines = "".join(json.dumps(concept, ensure_ascii=False) + "\n" for concept in concepts.values())
    return gzip.compress(lines.encode(), 9, mtime=0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    (asked.out / "artwork.jsonl.gz").write_bytes(artwork(asked.work))
    for name in FILES[1:]:
        if (asked.work / name).exists():
            shutil.copy(asked.work / name, asked.out / name)
    hashes = {
        name: hashlib.sha256((asked.out / name).read_bytes()).hexdigest()
        for name in FILES
        if (asked.out / name).exists()
    }
    (asked.out / "about.json").write_text(json.dumps({"sha256": hashes}, indent=1) + "\n", encoding="utf-8")
    print({name: (asked.out / name).stat().st_size for name in hashes})


if __name__ == "__main__":
    main()
