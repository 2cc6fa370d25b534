"""Writes the lists of words that English has, as hashes, for ``kippu.guard.personal.lexicon``.

    apt-get download wamerican-large wbritish-large && for f in *.deb; do dpkg-deb -x $f words; done
    npm pack simple-icons@16.37.0 && tar xzf simple-icons-*.tgz
    PYTHONPATH=src python scripts/personal/lexicon.py --words words/usr/share/dict --icons package/data/simple-icons.json

SCOWL's lists (American and British, large) hold 170,000 forms each; simple-icons the names of 3,400 brands. A word of
three letters or fewer is known whatever it is, so none is kept.
"""

import argparse
import json
import re
from pathlib import Path

from kippu.guard.personal.lexicon.lexicon import digest

_OUT = Path(__file__).parents[2] / "src" / "kippu" / "guard" / "personal" / "lexicon"
_WORD = re.compile(r"[^\W\d_]{4,}")


def main() -> None:
    """Reads the lists, writes the hashes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=Path, required=True, help="folder of the dictionaries")
    parser.add_argument("--icons", type=Path, required=True)
    wanted = parser.parse_args()
    common: set[str] = set()
    names: set[str] = set()
    for path in sorted(wanted.words.glob("*-large")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in _WORD.findall(line.removesuffix("'s")):
                (common if word.islower() else names).add(word.lower())
    brands = {
        word.lower()
        for icon in json.loads(wanted.icons.read_text(encoding="utf-8"))
        for word in _WORD.findall(icon["title"])
    }
    write("common.bin", common)
    write("names.bin", names | (brands - common))


def write(file: str, words: set[str]) -> None:
    """The hashes of the words, lowest first, four bytes each, the low one first."""
    hashes = sorted({digest(word) for word in words})
    (_OUT / file).write_bytes(b"".join(one.to_bytes(4, "little") for one in hashes))
    print(f"{file}: {len(words)} words, {4 * len(hashes) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
