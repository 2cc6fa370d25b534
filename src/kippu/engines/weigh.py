"""How likely each of a few given answers is: exact, and without writing any of them.

The answers' tokens make a tree; at each fork the model is asked once how likely each branch is, and an
answer's probability is the product along its way. Knows llama.cpp's completion request, and no meaning of
the answers.
"""

from collections.abc import Sequence
from typing import Any

from kippu.engines.host import Host
from kippu.errors import BadInput

_LIFT = 50.0  # lifts the branches above all other tokens, and leaves them alone among each other


async def choices(host: Host, slot: int, end: int, prompt: str, answers: Sequence[str]) -> dict[str, float]:
    """The probability of each answer after the prompt, given that it is one of them; ``end`` follows each."""
    if len(set(answers)) < len(answers) or not answers or not all(answers):
        raise BadInput("The choices to weigh must be different from each other, and none of them empty.")
    start = await _tokens(host, prompt)
    wholes = [await _tokens(host, prompt + answer) for answer in answers]
    begin = min(_common(start, whole) for whole in wholes)
    ways = {answer: [*whole[begin:], end] for answer, whole in zip(answers, wholes, strict=True)}
    return await _walk(host, slot, start[:begin], ways)


async def _walk(host: Host, slot: int, path: list[int], ways: dict[str, list[int]]) -> dict[str, float]:
    if len(ways) == 1:
        return dict.fromkeys(ways, 1.0)
    branches: dict[int, dict[str, list[int]]] = {}
    for answer, way in ways.items():
        branches.setdefault(way[0], {})[answer] = way[1:]
    share = (
        await _fork(host, slot, path, sorted(branches)) if len(branches) > 1 else dict.fromkeys(branches, 1.0)
    )
    result: dict[str, float] = {}
    for token, rest in branches.items():
        below = await _walk(host, slot, [*path, token], rest)
        result |= {answer: share[token] * part for answer, part in below.items()}
    return result


async def _fork(host: Host, slot: int, path: list[int], tokens: list[int]) -> dict[int, float]:
    """How the model shares its next token among these."""
    body = {
        "prompt": path,
        "n_predict": 1,
        "id_slot": slot,
        "temperature": 1.0,
        "samplers": ["temperature"],
        "n_probs": len(tokens),
        "post_sampling_probs": True,
        "logit_bias": [[token, _LIFT] for token in tokens],
    }
    answer: dict[str, Any] = await host.post("/completion", body)
    found = {one["id"]: one["prob"] for one in answer["completion_probabilities"][0]["top_probs"]}
    weights = {token: found.get(token, 0.0) for token in tokens}
    total = sum(weights.values()) or 1.0
    return {token: weight / total for token, weight in weights.items()}


async def _tokens(host: Host, text: str) -> list[int]:
    body = {"content": text, "add_special": True, "parse_special": True}
    return list((await host.post("/tokenize", body))["tokens"])


def _common(one: list[int], other: list[int]) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
