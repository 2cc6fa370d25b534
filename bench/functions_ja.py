"""What a Japanese request gives for the JSON schema of a function that was added, by its schema alone.

    python bench/functions_ja.py [--show]

Forty requests for fifteen functions, six described in English and nine in Japanese, in
``bench/functions_ja``. ``right``: every argument is as it was meant, none is made up, and what is missing is
named. The ``looked_at`` half was looked at while the reader was written, the ``unseen`` half was not;
``--show`` prints what went wrong with the first.
"""

import argparse
import json
from collections import Counter
from datetime import datetime
from pathlib import Path

from kippu.understand.by_schema import filled

_FOLDER = Path(__file__).parent / "functions_ja"
_NOW = datetime.fromisoformat("2026-12-01T15:30:00+09:00")
"""A Tuesday; the days of the requests are of that week."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what went wrong with the looked-at half")
    options = parser.parse_args()
    functions = {one["name"]: one for one in json.loads((_FOLDER / "functions.json").read_text("utf-8"))}
    right, rows = Counter[str](), Counter[str]()
    for line in (_FOLDER / "requests.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        function = functions[row["function"]]
        about = f"{function['name']} {function['description']}"
        found = filled(row["text"], function["parameters"], _NOW, about)
        missing = [name.replace("_", " ") for name in row["missing"]]
        is_right = found.arguments == row["arguments"] and len(found.missing) == len(missing)
        rows[row["half"]] += 1
        right[row["half"]] += is_right
        if options.show and not is_right and row["half"] == "looked_at":
            print(row["text"], "wants", row["arguments"], "has", found.arguments, found.missing)
    print(json.dumps({half: {"requests": rows[half], "right": right[half]} for half in rows}))


if __name__ == "__main__":
    main()
