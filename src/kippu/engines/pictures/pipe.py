"""Messages between two processes: a word, some facts, some pictures. Knows nothing of what they are about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Message:
    """One message."""

    word: str
    facts: dict[str, Any]
    """Whatever JSON can say."""
    pictures: dict[str, NDArray[np.uint8]]
    """By name."""


def send(
    to: BinaryIO, word: str, facts: Mapping[str, Any] | None = None, **pictures: NDArray[np.uint8]
) -> None:
    """Write a message: a line of JSON, then the pictures' bytes. Raises OSError when nobody reads."""
    shapes = {name: picture.shape for name, picture in pictures.items()}
    to.write(json.dumps({"word": word, "facts": dict(facts or {}), "shapes": shapes}).encode() + b"\n")
    for picture in pictures.values():
        to.write(picture.tobytes())
    to.flush()


def receive(of: BinaryIO) -> Message | None:
    """Read the next message; None once there are no more, or the last one is not whole."""
    line = of.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    pictures = {}
    for name, shape in head["shapes"].items():
        content = of.read(prod(shape))
        if len(content) < prod(shape):
            return None
        pictures[name] = np.frombuffer(bytearray(content), np.uint8).reshape(shape)
    return Message(head["word"], head["facts"], pictures)
