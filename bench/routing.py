"""Quality kept against share sent: which questions are worth a large model, beside other ways to choose.

    python bench/routing.py --data FOLDER [--limit N]

FOLDER has RouteLLM's questions with whether Mixtral 8x7B and GPT-4 were right (routellm_mmlu.jsonl and
routellm_gsm8k.jsonl). Every way to choose gives each question a score; the highest are sent. Only questions
are counted of which the weights learned nothing.

The learned chances decide for the kinds of questions that they were learned of, a table for all others, and
a threshold says what is sent (``Router.wins``). That whole decision is scored as a point beside the curve,
for a device whose own model is about as good as the middling one: how much it sends, how much of the gap that
wins, and what the curve wins at the same share. Last, how often each kind is told on the three sets (IFEval's
requests too).
The last line is JSON:

- point.sent, point.won, point.curve: of ``Router.wins``; point.right: answers right here or there by it;
- apgr: the mean share of the gap between the two models that is won over all shares sent (chance: 0.5);
- cpt50, cpt80: the least share that must be sent to win 50 % and 80 % of the gap;
- peer.*: the same by other ways in the same run: random, by length, and nearest neighbours (by TF-IDF;
  RouteLLM's similarity-weighted router does that with embeddings), which look at the same learned questions.
"""

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from time import process_time

import numpy as np

sys.path.append(str(Path(__file__).parents[1] / "scripts" / "router"))

from marked import Marked, apgr, cpt, read, recovered

from kippu.models.catalogue import load
from kippu.place.chances import chances
from kippu.place.features import plain
from kippu.place.kinds import request
from kippu.place.now import Now
from kippu.place.router import Router
from kippu.turn import Turn

_SHARES = range(0, 101, 10)
_NEIGHBOURS = 40
_DRAWS = 200
_FEWEST = 30
"""Questions of a part that is judged."""
_AT = datetime(2026, 1, 1, tzinfo=UTC)
LOCALS = ("qwen3-8b", "qwen3-1.7b", "smollm2-135m-instruct")
"""Models of the device for which the decision is scored: the first is about as good as the middling one,
whose marks stand for it; for the smaller ones only what is sent means something."""


def learned() -> set[int]:
    """Marks of the questions that the weights learned from."""
    with (files("kippu.place") / "router.npz").open("rb") as file, np.load(file) as kept:
        return set(kept["learned"].tolist())


def ours(rows: Sequence[Marked]) -> np.ndarray:
    return np.array([chances(row.prompt).gain for row in rows])


def by_length(rows: Sequence[Marked]) -> np.ndarray:
    return np.array([float(len(row.prompt)) for row in rows])


def by_neighbours(known: Sequence[Marked]) -> Callable[[Sequence[Marked]], np.ndarray]:
    """What the most similar learned questions won, weighed by how similar they are."""
    words = [Counter(re.findall(r"\w+", plain(row.prompt).lower())) for row in known]
    seen = Counter(word for one in words for word in one)
    place = {word: n for n, word in enumerate(word for word, count in seen.items() if count > 1)}
    rare = np.array([math.log(len(known) / seen[word]) for word in place])
    won = np.array([float(row.strong) - float(row.middling) for row in known])

    def table(bags: Sequence[Counter[str]]) -> np.ndarray:
        made = np.zeros((len(bags), len(place)), np.float32)
        for row, bag in enumerate(bags):
            for word, count in bag.items():
                if word in place:
                    made[row, place[word]] = (1 + math.log(count)) * rare[place[word]]
        return made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)

    library = table(words)

    def score(rows: Sequence[Marked]) -> np.ndarray:
        asked = table([Counter(re.findall(r"\w+", plain(row.prompt).lower())) for row in rows])
        near = asked @ library.T
        best = np.argsort(-near, axis=1)[:, :_NEIGHBOURS]
        weight = np.take_along_axis(near, best, axis=1) + 1e-6
        return (weight * won[best]).sum(axis=1) / weight.sum(axis=1)

    return score


def decided(rows: Sequence[Marked], local: str) -> np.ndarray:
    """Whether the router would ask elsewhere, where this model of the catalogue is on the device, idle and
    with room, nothing in the question is personal and nothing is spent."""
    model = load().get(local)
    router = Router(lambda: [model], lambda: model, lambda _: True, lambda: Now(64 << 30, strained=False))

    def wins(prompt: str) -> bool:
        asked = request(Turn(prompt, "en", _AT, "bench", "bench"))
        return router.wins(asked, router.look(asked).best, 0, 0.0)[0]

    return np.array([wins(row.prompt) for row in rows])


def point(name: str, rows: list[Marked], score: np.ndarray, sent: np.ndarray) -> dict[str, float]:
    """Print and give what that decision wins beside the curve."""
    curve, share = recovered(rows, score), float(sent.mean())
    gain = np.array([float(row.strong) - float(row.middling) for row in rows])
    told = {
        "sent": share,
        "won": float(gain[sent].sum() / gain.sum()),
        "curve": float(curve[int(sent.sum())]),
        "right": float(
            np.mean([(row.strong if out else row.middling) for row, out in zip(rows, sent, strict=True)])
        ),
    }
    print(f"{name:30}" + "".join(f"{100 * told[key]:9.1f}" for key in ("sent", "won", "curve", "right")))
    return told


def kinds(folder: Path, rows: Sequence[Marked]) -> dict[str, dict[str, float]]:
    """The share of each kind that the words of a set's questions tell."""
    sets = {name: [row.prompt for row in rows if row.set == name] for name in ("mmlu", "gsm8k")}
    if (path := folder / "ifeval.jsonl").exists():
        sets["ifeval"] = [json.loads(line)["prompt"] for line in path.open(encoding="utf-8")]
    told = {}
    for name, prompts in sets.items():
        count = Counter(request(Turn(text, "en", _AT, "bench", "bench")).kind for text in prompts)
        told[name] = {kind: round(many / max(1, len(prompts)), 3) for kind, many in count.most_common()}
        print(f"{name:8}" + ", ".join(f"{kind} {share:.1%}" for kind, share in told[name].items()))
    return told


def spread(rows: list[Marked], score: np.ndarray) -> float:
    """Standard error of APGR, by drawing the questions again."""
    draws = np.random.default_rng(1)
    found = []
    for _ in range(_DRAWS):
        which = draws.integers(0, len(rows), len(rows))
        drawn = [rows[n] for n in which]
        if sum(row.strong for row in drawn) > sum(row.middling for row in drawn):
            found.append(apgr(drawn, score[which]))
    return float(np.std(found))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=0, help="so many of the questions, drawn with a seed")
    chosen = parser.parse_args()
    everything = read(chosen.data)
    marks = learned()
    known = [row for row in everything if row.mark in marks]
    rows = [row for row in everything if row.mark not in marks]
    if chosen.limit and chosen.limit < len(rows):
        rows = random.Random(0).sample(rows, chosen.limit)
    ways: dict[str, Callable[[Sequence[Marked]], np.ndarray]] = {
        "kippu": ours, "length": by_length,
    }  # fmt: skip
    if len(known) > 10 * _NEIGHBOURS:  # data of which nothing was learned has no neighbours to ask
        ways["neighbours"] = by_neighbours(known)
    subjects = {row.subject for row in known if row.subject}
    parts = {
        "all": rows,
        "mmlu": [row for row in rows if row.set == "mmlu"],
        "gsm8k": [row for row in rows if row.set == "gsm8k"],
        "known subjects": [row for row in rows if row.subject in subjects],
        "new subjects": [row for row in rows if row.subject and row.subject not in subjects],
    }
    scored = {name: (way(rows), rows) for name, way in ways.items()}
    figures = report(parts, scored)
    place = {row.prompt: n for n, row in enumerate(rows)}
    print(f"\n{'what the router decides':30}{'sent %':>9}{'won %':>9}{'curve %':>9}{'right %':>9}")
    for local in LOCALS:
        sent = decided(rows, local)
        for part, some in parts.items():
            if len(some) < _FEWEST or sum(row.strong - row.middling for row in some) <= 0:
                continue
            which = [place[row.prompt] for row in some]
            told = point(f"{local}, {part}", some, scored["kippu"][0][which], sent[which])
            if local == LOCALS[0]:
                after = "" if part == "all" else f".{part.replace(' ', '_')}"
                figures |= {f"point.{key}{after}": round(value, 3) for key, value in told.items()}
    print("\nkinds, by the words of the questions")
    print(json.dumps(figures | {"kinds": kinds(chosen.data, everything)}))


def report(
    parts: dict[str, list[Marked]], scored: dict[str, tuple[np.ndarray, list[Marked]]]
) -> dict[str, float]:
    """Print the curves, and give their figures."""
    figures: dict[str, float] = {}
    for part, rows in parts.items():
        if len(rows) < _FEWEST or sum(row.strong - row.middling for row in rows) <= 0:
            continue
        weak, strong = (sum(getattr(row, who) for row in rows) / len(rows) for who in ("middling", "strong"))
        print(f"\n{part}: {len(rows)} questions; right here {weak:.1%}, there {strong:.1%}")
        print(f"{'':12}{'APGR':>7}{'±':>7}{'CPT50':>7}{'CPT80':>7}   gap won (%) with 0, 10 … 100 % sent")
        after = "" if part == "all" else f".{part.replace(' ', '_')}"
        for name, (score, every) in scored.items():
            place = {row.prompt: n for n, row in enumerate(every)}
            told = line(name, rows, score[[place[row.prompt] for row in rows]])
            before = "" if name == "kippu" else f"peer.{name}."
            figures |= {f"{before}{key}{after}": round(value, 3) for key, value in told.items()}
        print(f"{'random':12}{0.5:7.3f}{'':7}{0.5:7.2f}{0.8:7.2f}   " + "".join(f"{n:5}" for n in _SHARES))
        figures |= {"peer.random.apgr": 0.5, "peer.random.cpt50": 0.5, "peer.random.cpt80": 0.8}
    figures["milliseconds"] = speed([row.prompt + " " for row in parts["all"]])
    print(f"\n{figures['milliseconds']} ms a question")
    return figures


def line(name: str, rows: list[Marked], score: np.ndarray) -> dict[str, float]:
    """Print how one way to choose fares; gives its figures."""
    curve = recovered(rows, score)
    told = {"apgr": apgr(rows, score), "cpt50": cpt(rows, score, 0.5), "cpt80": cpt(rows, score, 0.8)}
    won = "".join(f"{100 * curve[round(share / 100 * len(rows))]:5.0f}" for share in _SHARES)
    first, *others = (f"{told['apgr']:7.3f}{spread(rows, score):7.3f}", told["cpt50"], told["cpt80"])
    print(f"{name:12}{first}" + "".join(f"{one:7.2f}" for one in others) + f"   {won}")
    return told


def speed(texts: Sequence[str]) -> float:
    """Milliseconds of this processor that one question takes."""
    begun = process_time()
    for text in texts:
        chances(text)
    return round(1000 * (process_time() - begun) / len(texts), 3)


if __name__ == "__main__":
    main()
