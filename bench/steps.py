"""What inspect, place, cover and record cost a request, beside the model's time.

Says sentences of several kinds in growing conversations to a Kippu that may ask a cloud when it helps, and
times all that it does around the model: the four steps; and where a sentence would leave, the sealing of the
vault, the last look at what the person keeps, the worst of the price and the row of the ledger, both on the
disk before anything leaves, the restoring of the answer, and what it cost in the end. No model runs and
nothing is sent. Told by the clock and by this process's processor time, for the machine may have other work;
``share`` is how many would have left.

The first peer is the same with topics that stay at home, which have to be told by meaning; the second is the
same Kippu under ``device only``, which covers nothing.

    python bench/steps.py --limit 300 [--steps]
"""

import argparse
import asyncio
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter, process_time

from kippu.run.elsewhere import _Bill, _Sending
from kippu.settings import Policy, Provider, Topic, load
from kippu.start import Kippu, running
from kippu.turn import Answer, Egress, Meaning, Message, Placement, Turn

KINDS: tuple[tuple[str, Policy, tuple[Topic, ...]], ...] = (
    ("when it helps", "when it helps", ()),
    ("when it helps, topics stay", "when it helps", ("faith", "politics")),
    ("device only", "device only", ()),
)
_WARM = 10
"""Requests before the first that counts."""

SENTENCES = (
    "turn on the kitchen light",
    "What is the capital of Australia?",
    "Write a letter to my landlord, Martin Oakley, 14 Rose Lane, Bristol, about the broken heating.",
    "Please call me back on +44 20 7946 0123 or write to ayumi.sanderson@example.org before Friday.",
    "Write a Python function that reads a CSV file of bank statements and explain how fast it is.",
    "キッチンの電気を消して",
    "山田太郎さんに、来週の会議の案内メールを書いてください。電話は090-1234-5678です。",
    "フーリエ変換をわかりやすく説明してください。",
)
ANSWER = "Here is what I would write. The heating has been broken since Monday, and the flat is cold. " * 3


def turns(kippu: Kippu, limit: int) -> Iterator[Turn]:
    """Turns of conversations that grow to ten lines each."""
    history: tuple[Message, ...] = ()
    for number in range(limit):
        if number % 5 == 0:
            history = ()
        said = f"{SENTENCES[number % len(SENTENCES)]} ({number})"
        made = kippu.assistant.turn(said, f"c{number // 5}")
        yield replace(made, history=history)
        history = (*history, Message("user", said), Message("assistant", ANSWER))


@dataclass
class Took:
    """What each request took."""

    wall: list[float] = field(default_factory=list)
    """Milliseconds by the clock."""
    cpu: list[float] = field(default_factory=list)
    """Milliseconds of the processor, of all threads of this process."""
    steps: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Milliseconds of the processor, step by step."""
    left: int = 0


async def measure(policy: Policy, never: tuple[Topic, ...], limit: int) -> Took:
    """Each request, after a few that warm up."""
    with tempfile.TemporaryDirectory() as folder:
        async with running(load(data=Path(folder), home="mqtt://127.0.0.1:1")) as kippu:
            kippu.settings.policy = policy
            kippu.settings.never = never
            kippu.settings.budget_cents = 10_000
            kippu.settings.providers = (
                Provider(
                    name="Near", url="http://127.0.0.1:9/v1", model="m", context=32_000,
                    cents_in=20, cents_out=60,
                ),
            )  # fmt: skip
            took = Took()
            for number, turn in enumerate(turns(kippu, limit + _WARM)):
                if number == _WARM:
                    took = Took()
                one(kippu, turn, took)
            return took


def one(kippu: Kippu, turn: Turn, took: Took) -> None:
    """All of one turn, as assistant.py and run/ take it."""
    line, meaning = kippu.assistant, Meaning("talk", 0.7)
    begun, cpu = perf_counter(), process_time()
    at = cpu

    def step(name: str) -> None:
        nonlocal at
        now = process_time()
        took.steps[name].append(1000 * (now - at))
        at = now

    findings = line._inspecting.inspect(turn)
    step("inspect")
    placement = line._placing.place(turn, meaning, findings)
    step("place")
    egress = line._covering.cover(turn, placement, findings)
    step("cover")
    kippu.history.begin(turn)
    kippu.ledger.add("placement", placement.reason, turn=turn.id)
    step("record")
    answer = ANSWER
    if egress.to:
        took.left += 1
        answer = sent(kippu, turn, placement, egress, step)
    kippu.history.add(turn.id, answer)
    outcome = Answer(
        turn.id, turn.conversation, answer, turn.language, meaning, placement, replace(egress, messages=())
    )
    kippu.history.finish(outcome)
    step("record")
    took.wall.append(1000 * (perf_counter() - begun))
    took.cpu.append(1000 * (process_time() - cpu))


def sent(kippu: Kippu, turn: Turn, placement: Placement, egress: Egress, step: Callable[[str], None]) -> str:
    """What is done before a text leaves and while its answer comes."""
    abroad = kippu.run._elsewhere.__self__  # type: ignore[attr-defined]
    way_out = abroad._way_out()
    restorer = kippu.assistant._covering.restorer(turn.conversation)
    step("seal")
    provider = kippu.settings.providers[0]
    bill = _Bill(way_out._spending, provider, kippu.settings)

    def write(body: str) -> None:
        kippu.ledger.add(
            "egress", placement.reason, turn=turn.id, to=provider.name, text=body, kinds=egress.kinds
        )

    sending = _Sending(
        kippu.ledger, kippu.settings, provider, lambda: abroad._stays(turn, placement, []), bill, write
    )
    messages = [{"role": message.role, "content": message.text} for message in egress.messages]
    sending.leaves(json.dumps({"model": provider.model, "messages": messages, "stream": True}))
    step("leave")
    words = egress.messages[-1].text[:200] + ANSWER
    answer = "".join(restorer.feed(words[at : at + 5]) for at in range(0, len(words), 5)) + restorer.end()
    step("restore")
    bill.settle()
    step("leave")
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--steps", action="store_true", help="print the mean of each step, too")
    wanted = parser.parse_args()
    told: dict[str, dict[str, float]] = {}
    print(f"{'policy':<28}{'p50 ms':>9}{'p99 ms':>9}{'cpu p50':>9}{'cpu p99':>9}{'share':>8}")
    for name, policy, never in KINDS:
        took = asyncio.run(measure(policy, never, wanted.limit))
        figures = {
            f"{which}{share}_ms": round(percentile(times, share), 3)
            for which, times in (("p", took.wall), ("cpu_p", took.cpu))
            for share in (50, 99)
        }
        told[name.replace(" ", "_")] = figures | {"share": round(took.left / wanted.limit, 2)}
        print(
            f"{name:<28}"
            + "".join(f"{one:>9.2f}" for one in figures.values())
            + f"{took.left / wanted.limit:>8.2f}"
        )
        for step, times in took.steps.items() if wanted.steps else ():
            print(f"    {step:<24}{sum(times) / wanted.limit:>9.2f} ms of processor time a request")
    told["ratio"] = {"p50": round(told["when_it_helps"]["p50_ms"] / told["device_only"]["p50_ms"], 3)}
    print(json.dumps(told))


def percentile(times: list[float], share: int) -> float:
    """The time that so many of a hundred stay under."""
    return sorted(times)[int(share / 100 * (len(times) - 1))]


if __name__ == "__main__":
    main()
