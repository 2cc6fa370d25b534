"""Whether a LoRA adapter is whole and fits its base, before llama.cpp is given both.

Knows the two GGUF headers; runs nothing. What an adapter must have is what llama.cpp's own loader asks for.
"""

from pathlib import Path

from kippu import gguf
from kippu.errors import LayerBroken, LayerMisfit, ModelError
from kippu.gguf import Gguf

_A, _B = ".lora_a", ".lora_b"


def check_adapter(path: Path) -> Gguf:
    """The adapter's header; raises LayerBroken with what is wrong with the file."""
    try:
        file = gguf.read(path)
    except ModelError as error:
        raise LayerBroken(
            f"The adapter is broken: {error}", f"アダプターが壊れています。{error.ja}"
        ) from error
    kind = file.metadata.get("general.type"), file.metadata.get("adapter.type")
    if kind != ("adapter", "lora"):
        raise LayerBroken(
            f"{path.name} is no LoRA adapter: its header says it is {kind[0]!r}, {kind[1]!r}.",
            f"{path.name} はLoRAアダプターではありません（ヘッダーの種類は {kind[0]!r}, {kind[1]!r}）。",
        )
    if not isinstance(file.metadata.get("adapter.lora.alpha"), float):
        raise LayerBroken(
            f"{path.name} does not say its strength (adapter.lora.alpha).",
            f"{path.name} に強さ（adapter.lora.alpha）が書かれていません。",
        )
    for name, first in file.shapes.items():
        if not name.endswith((_A, _B)):
            raise LayerBroken(
                f"{path.name} has a tensor {name!r}, which is no half of a LoRA pair.",
                f"{path.name} のテンソル {name!r} は、LoRAの組の片方ではありません。",
            )
        second = file.shapes.get(name.removesuffix(_A) + _B) if name.endswith(_A) else first
        if name.endswith(_B) and name.removesuffix(_B) + _A not in file.shapes:
            second = None
        if second is None:
            raise LayerBroken(
                f"{path.name} has only one half of a pair: {name!r} stands alone.",
                f"{path.name} の {name!r} には、組のもう片方がありません。",
            )
        if name.endswith(_A) and (len(first), len(second)) == (2, 2) and first[1] != second[0]:
            raise LayerBroken(
                f"{path.name} has a pair of different ranks at {name.removesuffix(_A)!r}.",
                f"{path.name} の {name.removesuffix(_A)!r} は、組の階数が合いません。",
            )
    return file


def check_fits(adapter: Gguf, base: Gguf) -> None:
    """Raises LayerMisfit when the adapter was made for weights that this base does not have."""
    if adapter.architecture != base.architecture:
        raise LayerMisfit(
            f"The adapter is for a model of the kind '{adapter.architecture}', and {base.name} is "
            f"one of the kind '{base.architecture}'.",
            f"アダプターは種類「{adapter.architecture}」のモデル用ですが、"
            f"{base.name} の種類は「{base.architecture}」です。",
        )
    for name, first in adapter.shapes.items():
        weight = name.removesuffix(_A)
        if weight == name:
            continue
        there, second = base.shapes.get(weight), adapter.shapes[weight + _B]
        # An embedding is looked up, not multiplied with: its halves change places.
        wanted = (second[1], first[0]) if weight.startswith("token_embd") else (first[0], second[1])
        if there is None or tuple(there) != wanted:
            raise LayerMisfit(
                f"The adapter does not fit {base.name}: it changes {weight} of {wanted}, which there is "
                f"{there or 'not there'}.",
                f"アダプターは {base.name} に合いません。{weight} を {wanted} として変えますが、"
                f"モデルでは {there or 'ありません'} です。",
            )
