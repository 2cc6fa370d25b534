"""Which layers stand on each other: base, then industry, then scenario, with adapters of one model.

Knows what layers say of themselves; no folders and no requests.
"""

from collections.abc import Mapping, Sequence

from kippu.errors import LayerMisfit
from kippu.layers.manifest import RANK
from kippu.layers.reading import Layer


def stacked(layer: Layer, layers: Mapping[str, Layer]) -> tuple[Layer, ...]:
    """The layer with all that it stands on, the lowest first; raises LayerMisfit with what can't be so."""
    stack = [layer]
    while (below := stack[0].manifest.below) is not None:
        under, top = layers.get(below), stack[0]
        if under is None:
            raise LayerMisfit(
                f"The layer {top.name} stands on {below}, which is not here, or not whole: add that first.",
                f"レイヤー {top.name} の土台の {below} がないか、壊れています。先に追加してください。",
            )
        if RANK[under.manifest.level] >= RANK[top.manifest.level]:
            raise LayerMisfit(
                f"{top.name} is of the level {top.manifest.level} and can't stand on {below}, which is of "
                f"the level {under.manifest.level}.",
                f"{top.name}（段階 {top.manifest.level}）は、"
                f"{below}（段階 {under.manifest.level}）を土台にできません。",
            )
        stack.insert(0, under)
    if two := _of_two_models(stack):
        lower, upper = two
        raise LayerMisfit(
            f"{upper.name} has an adapter for {_base(upper)}, and {lower.name}, which it stands on, has one "
            f"for {_base(lower)}: adapters are only used together on one model.",
            f"{upper.name} のアダプターは {_base(upper)} 用、土台の {lower.name} のアダプターは"
            f"{_base(lower)} 用です。アダプターは同じモデルの上でだけ重ねられます。",
        )
    return tuple(stack)


def together(lower: Sequence[Layer], upper: Sequence[Layer]) -> tuple[Layer, ...]:
    """Two stacks as one, if they have no two layers of a level and no adapters of two models; else the
    ``upper`` one alone."""
    both = {layer.name: layer for layer in (*lower, *upper)}.values()
    joined = sorted(both, key=lambda layer: RANK[layer.manifest.level])
    levels = {layer.manifest.level for layer in joined}
    return tuple(upper) if len(levels) < len(joined) or _of_two_models(joined) else tuple(joined)


def _of_two_models(stack: Sequence[Layer]) -> tuple[Layer, Layer] | None:
    """Two of them whose adapters are of different models."""
    adapted = [layer for layer in stack if layer.adapter]
    return next(((adapted[0], layer) for layer in adapted if _base(layer) != _base(adapted[0])), None)


def _base(layer: Layer) -> str:
    base = layer.manifest.base
    return f"{base.model} ({base.sha256[:12]}…)" if base else ""
