"""The files of the model that draws, each checked against the hash it was shipped with."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.errors import ModelBroken

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

FOLDER = Path(__file__).parent
"""Where the files are that come with Kippu."""
SHORT = 12
"""Figures of a hash that are kept with a picture."""


def short(folder: Path, *names: str) -> str:
    """A short hash of these files together, made of those in ``about.json``; raises ModelBroken."""
    return hashlib.sha256(" ".join(_wanted(folder, name) for name in names).encode()).hexdigest()[:SHORT]


def read(folder: Path, name: str) -> bytes:
    """A file's content; raises ModelBroken when it can't be read or isn't what ``about.json`` says."""
    wanted = _wanted(folder, name)
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise _unreadable(folder / name, error) from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise ModelBroken(
            f"{folder / name} is not what was shipped: its hash differs. Install Kippu again.",
            f"{folder / name} は配布時のものと異なります。Kippuを入れ直してください。",
        )
    return content


def _wanted(folder: Path, name: str) -> str:
    """The hash that a file was shipped with."""
    try:
        wanted: str = json.loads((folder / "about.json").read_text(encoding="utf-8"))["sha256"][name]
    except (OSError, ValueError, KeyError) as error:
        raise _unreadable(folder / name, error) from error
    return wanted


def _unreadable(path: Path, error: Exception) -> ModelBroken:
    return ModelBroken(
        f"{path} can't be read: {error}. Install Kippu again.",
        f"{path} を読めません（{error}）。Kippuを入れ直してください。",
    )


def session(folder: Path, name: str) -> "InferenceSession":
    """A network in a folder, ready to run; raises ModelBroken when it can't be."""
    import onnxruntime  # noqa: PLC0415  # no start waits for it

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    # Threads that turn round and round while they wait took 27 % more of the processor.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    content = read(folder, name)
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has an own exception for each way a file can be broken
        raise ModelBroken(
            f"{folder / name} can't be run: {error}. Install Kippu again.",
            f"{folder / name} を動かせません（{error}）。Kippuを入れ直してください。",
        ) from error
