"""What of people's own listed personal parts leaves, and what covering them costs the answer.

    python bench/pupa.py [--data FILE] [--limit N] [--model FILE] [--tokens N] [--minutes M] [--log FILE]

The data are PUPA's questions (Siyan et al., 2024, arXiv:2410.17127, MIT): real requests to an assistant,
each with its personal parts (``pii_units``) and an answer of a large model. A part leaves when it stands as
it is in what would be sent, whole words, whatever the case: PAPILLON's count. It leaves on purpose when all
that was found there is of a kind that points at nobody alone (docs/decisions/surrogates.md), and it is a mark
when an earlier redaction left it in place of what it hides. All three are told once more for the half of the
questions that was looked at when rules were written, and for the half that never was: SHA-256 of a question's
own name says which.

With ``--model`` that model plays the cloud and answers each question twice: as it is, and covered, its answer
restored. Both are compared with the large model's answer by the words they share (F1, as ROUGE-1); the ratio
is what is left of the quality. Answers go into ``--log``, and a run with the same log goes on where it ended.
"""

import argparse
import asyncio
import hashlib
import json
import re
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

from kippu.engines import Llama
from kippu.guard import Covering, Finder, Vault
from kippu.guard.personal import WEAK
from kippu.record import Database
from kippu.turn import Egress, Findings, Turn
from restoring import CLOUD, read

_DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "personal" / "pupa_tnb.jsonl"
_CONTEXT = 4096
_LONGEST = 6000
"""Letters of a question that the model of the bench can read."""
_MARK = re.compile(r"<?presidio_anonymized_\w+>?", re.IGNORECASE)


def main() -> None:
    """Count, ask if wanted, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_DATA)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--model", type=Path, help="a GGUF file that plays the cloud")
    parser.add_argument("--tokens", type=int, default=200, help="of an answer, at most")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--log", type=Path, default=Path(tempfile.gettempdir()) / "kippu_pupa.jsonl")
    wanted = parser.parse_args()
    rows = [json.loads(line) for line in wanted.data.read_text(encoding="utf-8").splitlines()]
    rows = rows[: wanted.limit]
    with tempfile.TemporaryDirectory() as folder, closing(Database(Path(folder) / "kippu.db")) as database:
        covering = Covering(Finder(), Vault(database, lambda: b"k" * 32), lambda _: 10**6)
        result = counted(rows, covering)
        if wanted.model:
            asyncio.run(ask(rows, covering, wanted))
            result["quality"] = quality(rows, read(wanted.log))
    for name, value in result.items():
        print(f"{name:<16}{value}")
    print(json.dumps(result))


def covered(row: dict[str, Any], covering: Covering) -> Egress:
    """What would be sent of a question."""
    turn = Turn(
        row["user_query"], "en", datetime.now(UTC), row["conversation_hash"], row["conversation_hash"]
    )
    return covering.cover(turn, CLOUD, Findings())


def counted(rows: list[dict[str, Any]], covering: Covering) -> dict[str, Any]:
    """How many of the listed parts leave, how many of these on purpose, and how many are marks."""
    finder, halves = Finder(), (Counter[str](), Counter[str]())
    for row in rows:
        sent = covered(row, covering).messages[-1].text
        found = finder.find(row["user_query"], "en")
        count = halves[_half(row["conversation_hash"])]
        for part in filter(None, map(str.strip, row["pii_units"].split("||"))):
            stands = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE)
            if not (places := [match.span() for match in stands.finditer(row["user_query"])]):
                continue  # the list has it in other words than the question
            count["parts"] += 1
            if stands.search(sent):
                kinds = {
                    one.kind for one in found for start, end in places if one.start < end and start < one.end
                }
                count["leaves"] += 1
                count["on_purpose"] += bool(kinds) and kinds <= WEAK
                count["marks"] += bool(_MARK.fullmatch(part))
    looked_at, never = map(_shares, halves)
    return _shares(halves[0] + halves[1]) | {"looked_at": looked_at, "never_looked_at": never}


def _half(name: str) -> int:
    """0 for the questions that were looked at, 1 for those that never were."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def _shares(count: Counter[str]) -> dict[str, Any]:
    parts = count["parts"]
    shares = {name: round(count[name] / max(1, parts), 4) for name in ("leaves", "on_purpose", "marks")}
    return {"parts": parts} | shares


async def ask(rows: list[dict[str, Any]], covering: Covering, wanted: argparse.Namespace) -> None:
    """Both answers to each question, into the log."""
    done = {row["hash"] for row in read(wanted.log)}
    llama = await asyncio.to_thread(Llama, wanted.model, slots=1, context=_CONTEXT)
    end = time.monotonic() + wanted.minutes * 60
    for row in rows:
        name = row["conversation_hash"]
        if name in done or len(row["user_query"]) > _LONGEST or time.monotonic() > end:
            continue
        egress = covered(row, covering)
        as_it_is = await _answer(llama, row["user_query"], wanted.tokens)
        restorer = covering.restorer(name)
        said = await _answer(llama, egress.messages[-1].text, wanted.tokens)
        restored = restorer.feed(said) + restorer.end()
        line = {"hash": name, "as_it_is": as_it_is, "covered": restored, "kinds": egress.kinds}
        with wanted.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
    await llama.close()


async def _answer(llama: Llama, text: str, tokens: int) -> str:
    request = {"messages": [{"role": "user", "content": text}], "max_tokens": tokens, "temperature": 0.0}
    said = ""
    async for chunk in llama.chat(request):
        for choice in chunk.get("choices", ()):
            said += choice.get("delta", {}).get("content") or ""
    return said


def quality(rows: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, Any]:
    """Words shared with the large model's answer, as it is and covered; only where something was covered."""
    target = {row["conversation_hash"]: row["target_response"] for row in rows}
    pairs = [one for one in answers if one["kinds"] and one["hash"] in target]
    if not pairs:
        return {"answers": 0}
    plain = mean(shared(one["as_it_is"], target[one["hash"]]) for one in pairs)
    ours = mean(shared(one["covered"], target[one["hash"]]) for one in pairs)
    better = sum(
        shared(one["covered"], target[one["hash"]]) >= shared(one["as_it_is"], target[one["hash"]])
        for one in pairs
    )
    return {
        "answers": len(pairs), "as_it_is": round(plain, 4), "covered": round(ours, 4),
        "ratio": round(ours / max(1e-9, plain), 4), "as_good_or_better": round(better / len(pairs), 4),
    }  # fmt: skip


def shared(said: str, target: str) -> float:
    """F1 of the words that both have, the target cut to the length of what was said."""
    ours = re.findall(r"\w+", said.lower())
    theirs = re.findall(r"\w+", target.lower())[: max(1, len(ours))]
    both = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * both / max(1, len(ours) + len(theirs))


if __name__ == "__main__":
    main()
