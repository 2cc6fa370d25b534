"""What a GGUF file says of itself, and whether the file is whole.

llama.cpp trusts the file that it maps and may take the process with it when that trust is misplaced; so
header, metadata and the place of every tensor are read and checked here first. Knows the file format; no
engine, no store and no catalogue.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from kippu.errors import ModelBroken, ModelMissing
from kippu.failures_ja import system_ja

_SCALARS = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    7: "<?",
    10: "<Q",
    11: "<q",
    12: "<d",
}
_STRING, _ARRAY = 8, 9
_QUANTISATIONS = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K",
    19: "IQ2_XXS", 20: "IQ2_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 32: "BF16", 38: "MXFP4",
}  # fmt: skip
_SHORT_ARRAY = 1024  # longer ones are vocabularies, which nobody asks us for

# ggml type: (weights in a block, bytes of a block)
_BLOCKS = {
    0: (1, 4),
    1: (1, 2),
    2: (32, 18),
    3: (32, 20),
    6: (32, 22),
    7: (32, 24),
    8: (32, 34),
    9: (32, 36),
    10: (256, 84),
    11: (256, 110),
    12: (256, 144),
    13: (256, 176),
    14: (256, 210),
    15: (256, 292),
    16: (256, 66),
    17: (256, 74),
    18: (256, 98),
    19: (256, 50),
    20: (32, 18),
    21: (256, 110),
    22: (256, 82),
    23: (256, 136),
    24: (1, 1),
    25: (1, 2),
    26: (1, 4),
    27: (1, 8),
    28: (1, 8),
    29: (256, 56),
    30: (1, 2),
    34: (256, 54),
    35: (256, 66),
    39: (32, 17),
    40: (64, 36),
}


@dataclass(frozen=True, slots=True)
class Gguf:
    """A whole GGUF file, as its header describes it."""

    path: Path
    bytes: int
    """Size of the file."""
    metadata: Mapping[str, Any]
    """Every key of the header; of an array of more than 1024 entries (a vocabulary) only its length."""
    parameters: int
    """Weights in all tensors together."""
    shapes: Mapping[str, tuple[int, ...]]
    """Each tensor's lengths by its name, the one whose values lie side by side first."""

    @property
    def architecture(self) -> str:
        """llama.cpp's word for the kind of network, such as ``llama`` or ``qwen2``; empty when not said."""
        return str(self.metadata.get("general.architecture", ""))

    @property
    def name(self) -> str:
        return str(self.metadata.get("general.name") or self.path.stem)

    @property
    def context(self) -> int:
        """Tokens that the model was trained to look back; 0 when the file doesn't say."""
        return int(self._of("context_length", 0))

    @property
    def layers(self) -> int:
        return int(self._of("block_count", 0))

    @property
    def heads(self) -> int:
        return _largest(self._of("attention.head_count", 0))

    @property
    def width(self) -> int:
        """Length of the vector between layers, and of an embedding."""
        return int(self._of("embedding_length", 0))

    @property
    def kv_heads(self) -> int:
        """Heads that keep keys and values; ``heads`` share them."""
        return _largest(self._of("attention.head_count_kv", self.heads))

    @property
    def head_size(self) -> int:
        """Length of a key."""
        return int(self._of("attention.key_length", self.width // self.heads if self.heads else 0))

    @property
    def vocabulary(self) -> int:
        """Tokens that it knows; 0 when the file doesn't say."""
        tokens = self.metadata.get("tokenizer.ggml.tokens", 0)
        return len(tokens) if isinstance(tokens, tuple) else int(tokens)

    @property
    def quantisation(self) -> str:
        """Q4_K_M, Q8_0, …; empty when the file does not say."""
        kind = self.metadata.get("general.file_type")
        return _QUANTISATIONS.get(kind, "") if isinstance(kind, int) else ""

    @property
    def end(self) -> int:
        """The token that ends an answer."""
        return int(self.metadata.get("tokenizer.ggml.eos_token_id", 2))

    @property
    def chat_template(self) -> str | None:
        """The Jinja template that makes a prompt of messages; None for a model that wasn't taught to chat."""
        return self.metadata.get("tokenizer.chat_template")

    @property
    def embeds(self) -> bool:
        """True for an encoder, which gives vectors and can't write."""
        return f"{self.architecture}.pooling_type" in self.metadata or not self._of("attention.causal", True)

    def kv_bytes(self, tokens: int) -> int:
        """Memory that a conversation of so many tokens takes beside the weights, at 16 bits a value.

        An upper bound: models that attend to a window, or keep a state instead, take less.
        """
        plain = self.width // self.heads if self.heads else 0
        value = int(self._of("attention.value_length", plain))
        return tokens * self.layers * self.kv_heads * (self.head_size + value) * 2

    def _of(self, key: str, default: Any) -> Any:
        return self.metadata.get(f"{self.architecture}.{key}", default)


def read(path: Path, named: bool = True) -> Gguf:
    """Read and check the file; raises ModelMissing, or ModelBroken with what is wrong with it.

    ``named``: whether it must say its architecture; stable-diffusion.cpp's own files don't.
    """
    try:
        size = path.stat().st_size
        if size == 0:
            raise ModelBroken(
                f"{path} is empty. Fetch that file again from where it came.",
                f"{path} が空です。このファイルを、元の場所から取得し直してください。",
            )
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return _Reader(path, content, size, named).read()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelMissing(
            f"There is no model file at {path}: get the model first.",
            f"{path} にモデルのファイルがありません。先にモデルを取得してください。",
        ) from error
    except OSError as error:
        raise ModelBroken(
            f"{path} can't be read: {error.strerror or error}.",
            f"{path} を読めません（{system_ja(error)}）。",
        ) from error


class _Reader:
    def __init__(self, path: Path, content: mmap.mmap, size: int, named: bool) -> None:
        self._path, self._content, self._size, self._at = path, content, size, 0
        self._named = named

    def read(self) -> Gguf:
        if self._content[:4] != b"GGUF":
            raise self._broken("is not a GGUF model file", "は GGUF のモデルではありません")
        try:
            return self._read()
        except (struct.error, IndexError) as error:
            raise self._broken("ends in the middle of its header") from error
        except UnicodeDecodeError as error:
            raise self._broken("has text in its header that is not UTF-8") from error

    def _read(self) -> Gguf:
        self._at = 4
        version = self._number("<I")
        if version not in (2, 3):
            raise self._broken(f"is of GGUF version {version}; versions 2 and 3 can be read")
        tensors, keys = self._number("<Q"), self._number("<Q")
        self._check_count(tensors, 24)
        self._check_count(keys, 13)
        metadata: dict[str, Any] = {}
        for _ in range(keys):
            name = self._text()
            metadata[name] = self._value(self._number("<I"))
        if self._named and not isinstance(metadata.get("general.architecture"), str):
            raise self._broken("does not say its architecture")
        shapes = self._tensors(tensors, metadata.get("general.alignment", 32))
        parameters = sum(prod(shape) for shape in shapes.values())
        return Gguf(self._path, self._size, metadata, parameters, shapes)

    def _tensors(self, count: int, alignment: Any) -> dict[str, tuple[int, ...]]:
        if not isinstance(alignment, int) or alignment <= 0 or alignment & (alignment - 1):
            raise self._broken(f"gives an alignment of {alignment!r}, which is no power of two")
        if not count:
            raise self._broken("holds no weights")
        ends = 0
        shapes: dict[str, tuple[int, ...]] = {}
        for _ in range(count):
            name = self._text()
            dimensions = self._number("<I")
            if not 1 <= dimensions <= 4:  # ggml's own limit
                raise self._broken(f"gives tensor {name!r} {dimensions} dimensions")
            shape = tuple(self._number("<Q") for _ in range(dimensions))
            kind, offset = self._number("<I"), self._number("<Q")
            if name in shapes or not all(shape) or offset % alignment:
                raise self._broken(f"has a tensor {name!r} that is doubled, empty or out of line")
            shapes[name] = shape
            block, block_bytes = _BLOCKS.get(kind, (1, 0))
            if shape[0] % block:
                raise self._broken(f"has a tensor {name!r} whose rows don't fill whole blocks")
            ends = max(ends, offset + prod(shape) // block * block_bytes)
        start = -(-self._at // alignment) * alignment
        if start + ends > self._size:
            raise self._broken(
                f"is cut short: {self._size:,} of {start + ends:,} bytes are there",
                f"は途中で切れています（{start + ends:,} バイト中 {self._size:,} バイト）",
            )
        return shapes

    def _value(self, kind: int, inside: bool = False) -> Any:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY and not inside:
            return self._array()
        if kind not in _SCALARS:
            raise self._broken(f"has a value of the unknown kind {kind} in its header")
        return self._number(_SCALARS[kind])

    def _array(self) -> Any:
        kind, count = self._number("<I"), self._number("<Q")
        self._check_count(count, 8 if kind == _STRING else 1)
        if count <= _SHORT_ARRAY:
            return tuple(self._value(kind, inside=True) for _ in range(count))
        if kind == _STRING:
            content, at, size = self._content, self._at, self._size
            length = struct.Struct("<Q").unpack_from
            for _ in range(count):
                at += 8 + length(content, at)[0]
                if at > size:
                    raise self._broken("ends in the middle of its header")
            self._at = at
        elif kind in _SCALARS:
            self._at += count * struct.calcsize(_SCALARS[kind])
        else:
            raise self._broken(f"has an array of the unknown kind {kind} in its header")
        return count

    def _check_count(self, count: int, least: int) -> None:
        if count * least > self._size - self._at:
            raise self._broken("ends in the middle of its header")

    def _number(self, form: str) -> Any:
        (value,) = struct.unpack_from(form, self._content, self._at)
        self._at += struct.calcsize(form)
        return value

    def _text(self) -> str:
        length = self._number("<Q")
        self._check_count(length, 1)
        text = self._content[self._at : self._at + length].decode()
        self._at += length
        return text

    def _broken(self, what: str, ja: str = "は壊れています") -> ModelBroken:
        return ModelBroken(
            f"{self._path} {what}. Fetch that file again from where it came.",
            f"{self._path} {ja}。このファイルを、元の場所から取得し直してください。",
        )


def _largest(value: Any) -> int:
    """Some architectures give one number for each layer."""
    return max(value, default=0) if isinstance(value, tuple) else int(value)
