"""Writes the trained networks as ONNX files, weights in half precision, and says how far the results are off.

PYTHONPATH=src python scripts/pictures/export.py --work FOLDER
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from network import CONTROLLED, WIDE, Control, Flow
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn


def halved(path: Path) -> None:
    """Keeps weights in float16 and turns them to float32 when the file is loaded: half the size, and the
    reckoning is as before."""
    model = onnx.load(path)
    casts = []
    for kept in list(model.graph.initializer):
        if kept.data_type == TensorProto.FLOAT and np.prod(kept.dims) > 256:
            half = numpy_helper.from_array(
                numpy_helper.to_array(kept).astype(np.float16), kept.name + "_half"
            )
            model.graph.initializer.remove(kept)
            model.graph.initializer.append(half)
            casts.append(helper.make_node("Cast", [half.name], [kept.name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.save(model, path)


def write(network: nn.Module, given: dict[str, Tensor], path: Path) -> None:
    network.eval()
    with torch.no_grad():
        before = network(**given).numpy()
    torch.onnx.export(
        network, (), str(path), kwargs=given, input_names=list(given), output_names=["out"], dynamo=False,
        dynamic_axes={name: {0: "n"} for name in given}, opset_version=17,
    )  # fmt: skip
    halved(path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    after = session.run(None, {name: value.numpy() for name, value in given.items()})[0]
    print(f"{path.name}: {path.stat().st_size} bytes, largest difference {np.abs(before - after).max():.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    asked = parser.parse_args()
    torch.manual_seed(0)
    given = {
        "noisy": torch.randn(2, 64, 96), "shown": torch.randn(2, 2, 64, 96),
        "kinds": torch.tensor([[2, 1], [0, 0]]),
        "time": torch.tensor([0.5, 0.9]), "style": torch.tensor([0, 2]), "relation": torch.tensor([1, 7]),
        "colour": torch.tensor([0, 3]), "words": torch.randn(2, 2, 64),
    }  # fmt: skip

    def kept(name: str, part: str) -> dict[str, Tensor]:
        return torch.load(asked.work / f"{name}.pt", weights_only=False)[part]

    flow = Flow()
    flow.load_state_dict(kept("flow", "average"))
    control = Control(flow)
    if (asked.work / "control.pt").exists():
        control.load_state_dict(kept("control", "average"))
    write(flow, {**given, "added": torch.randn(2, CONTROLLED, 64, WIDE)}, asked.work / "flow.onnx")
    write(control, {"sketch": torch.ones(2, 64, 64), **given}, asked.work / "control.onnx")


if __name__ == "__main__":
    main()
