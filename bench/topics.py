"""How often the topics that a person may keep at home are told, and how often one is told wrongly.

    python bench/topics.py [--data ../shared/data] [--words] [--limit N] [--show]

``bench/topics`` holds sentences about one's own life as different persons would say them, 20 for each topic
and language, and 40 impersonal ones that use such words otherwise. ``read.txt`` was looked at when rules were
chosen; of ``blind.txt`` nobody ever saw which failed, and ``--show`` doesn't show it either. A topic is found
when it is among those told; others beside it are no failure there.

False alarms are counted a topic at a time, for each is kept at home by itself: on the impersonal sentences,
on requests to an assistant (SLURP's where nothing personal is marked; Japanese commands that training never
reads; ``nothing_japanese.txt``, of which some are near a topic), and on questions to a language model
(IFEval, GSM8K, and MMLU's subjects that have nothing to do with any topic, half of each: the half that the
training never reads). ``any`` is the share in which at least one topic is told.

``--words`` measures the list of words alone. Times are the processor's.
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is imported

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, quantiles
from typing import Any, get_args

from kippu.guard.topics import Topics, topics
from kippu.settings import Topic
from privacy import read_marked, requests
from topics_asked import commands, kept_aside

_HERE = Path(__file__).parent
_ENCODER = _HERE.parent / "src/kippu/layers/shipped/phone-and-home/encoder"
_TOPICS: tuple[Topic, ...] = get_args(Topic)
Tell = Callable[[str], tuple[Topic, ...]]


def read(path: Path) -> Iterator[tuple[str, str, str]]:
    """Language, topic or ``none``, and sentence of each line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        topic, _, text = line.partition(": ")
        yield ("en" if text.isascii() else "ja"), topic, text


def recall(rows: list[tuple[str, str, str]], tell: Tell, *, show: bool = False) -> dict[str, Any]:
    """The share of each topic that is told, by language, their mean, and the impersonal ones' alarms."""
    result: dict[str, Any] = {}
    for language in ("en", "ja"):
        said, found, alarms, plain = Counter[str](), Counter[str](), Counter[str](), 0
        for _, topic, text in (row for row in rows if row[0] == language):
            told = tell(text)
            if topic == "none":
                plain += 1
                alarms.update(told)
                alarms["any"] += bool(told)
            else:
                said[topic] += 1
                found[topic] += topic in told
            if show and (told if topic == "none" else topic not in told):
                print(f"{topic}: {text}  -> {', '.join(told) or 'nothing'}")
        by_topic = {topic: round(found[topic] / said[topic], 3) for topic in said}
        result[language] = by_topic | {"mean": round(mean(by_topic.values()), 3)}
        result[language]["alarms"] = _alarms(alarms, plain)
    return result


def alarms(texts: list[str], tell: Tell) -> dict[str, Any]:
    """How many texts there are, and in which share of them a topic is told."""
    count = Counter[str]()
    for text in texts:
        told = tell(text)
        count.update(told)
        count["any"] += bool(told)
    return {"texts": len(texts)} | _alarms(count, len(texts))


def _alarms(count: Counter[str], texts: int) -> dict[str, float]:
    return {name: round(count[name] / max(1, texts), 3) for name in ("any", *_TOPICS) if count[name]}


def speed(texts: list[str], tell: Tell) -> dict[str, float]:
    """Milliseconds for a text."""
    took = []
    for text in texts:
        began = time.process_time()
        tell(text)
        took.append(1000 * (time.process_time() - began))
    cuts = quantiles(took, n=100)
    return {"p50_ms": round(cuts[49], 2), "p99_ms": round(cuts[98], 2)}


def main() -> None:
    """Reads the command, measures, prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent.parent / "shared" / "data")
    parser.add_argument("--words", action="store_true", help="the list of words alone")
    parser.add_argument("--limit", type=int, help="of each kind of questions without a topic")
    parser.add_argument("--show", action="store_true", help="print what failed of the half that was read")
    wanted = parser.parse_args()
    tell = topics if wanted.words else Topics(lambda: _ENCODER, tuple).of
    for text in ("はい", "Ready?"):
        tell(text)
    halves = {name: list(read(_HERE / "topics" / f"{name}.txt")) for name in ("read", "blind")}
    result: dict[str, Any] = {
        name: recall(rows, tell, show=wanted.show and name == "read") for name, rows in halves.items()
    }
    asked = {
        "requests": requests(wanted.data / "commands"),
        "commands_ja": commands(learn=False),
        "requests_ja": [text for text, _ in read_marked(_HERE / "personal" / "nothing_japanese.txt")],
    } | kept_aside(wanted.data / "questions")
    result["wrongly"] = {name: alarms(texts[: wanted.limit], tell) for name, texts in asked.items()}
    for language in ("en", "ja"):
        texts = [f"{row[2]} " for row in halves["read"] if row[0] == language]  # not one that is remembered
        result[f"speed_{language}"] = speed(texts, tell)
    for name, value in result.items():
        print(name)
        for key, figure in value.items():
            print(f"    {key:<14}{figure}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
