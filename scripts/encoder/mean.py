"""Gives an encoder that was written before the sentence's mean was an output this output, without training.

    python scripts/encoder/mean.py src/kippu/layers/shipped/phone-and-home/encoder/encoder.onnx

The mean is in the graph already, before the head for the tool; here it gets its name. Changes the file in
place; then ``make docs`` writes the layer's hashes anew.
"""

import sys
from pathlib import Path

import onnx

_INSIDE, _NAME, _WIDE = "/reader/Div_output_0", "mean", 384


def named(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with the mean over the pieces (sentences, 384) as its third output."""
    for node in model.graph.node:
        for names in (node.input, node.output):
            for place, name in enumerate(names):
                if name == _INSIDE:
                    names[place] = _NAME
    shape = ["sentences", _WIDE]
    model.graph.output.append(onnx.helper.make_tensor_value_info(_NAME, onnx.TensorProto.FLOAT, shape))
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    path = Path(sys.argv[1])
    onnx.save(named(onnx.load(path)), path)
