"""Turns ESRGAN's slim weights (the npm package @upscalerjs/esrgan-slim, MIT) into what makes a picture four
times larger: finisher.onnx.

    python scripts/pictures/upscale.py --packages FOLDER --work FOLDER

The network is a residual dense one in Keras' layers (https://github.com/thekevinscott/UpscalerJS); it is
given the colours on white, and the alpha as a picture of its own.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from export import halved
from torch import Tensor, nn
from torch.nn import functional


class Enlarged(nn.Module):
    """1 x 64 x 64 x 4 to 1 x 256 x 256 x 4, colour times alpha, 0 to 1."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        told = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        content, place = (folder / "group1-shard1of1.bin").read_bytes(), 0
        for one in told["weightsManifest"][0]["weights"]:
            count = int(np.prod(one["shape"]))
            values = torch.from_numpy(np.frombuffer(content, np.float32, count, place).copy())
            values = values.reshape(one["shape"])
            kept = values.permute(3, 2, 0, 1).contiguous() if values.dim() == 4 else values
            self.register_buffer(one["name"].replace("/", "_"), kept)
            place += 4 * count

    def layer(self, seen: Tensor, name: str) -> Tensor:
        kernel = self.get_buffer(f"{name}_kernel")
        return functional.conv2d(seen, kernel, self.get_buffer(f"{name}_bias"), padding=kernel.shape[-1] // 2)

    def enlarged(self, seen: Tensor) -> Tensor:
        """n x 3 x H x W to n x 3 x 4H x 4W, 0 to 255."""
        first = self.layer(seen, "F_m1")
        one = self.layer(first, "F_0")
        more = functional.relu(self.layer(one, "F_1_1"))
        two = self.layer(torch.cat([one, more], 1), "LFF_1") + one
        more = functional.relu(self.layer(two, "F_2_1"))
        three = self.layer(torch.cat([two, more], 1), "LFF_2") + two
        joined = self.layer(self.layer(torch.cat([two, three], 1), "GFF_1"), "GFF_2") + first
        up = functional.relu(self.layer(joined, "UPN1"))
        up = self.layer(functional.relu(self.layer(up, "UPN2")), "UPN3")
        return self.layer(functional.interpolate(up, scale_factor=4, mode="nearest"), "SR")

    def forward(self, given: Tensor) -> Tensor:
        seen = given.permute(0, 3, 1, 2)
        colour, alpha = seen[:, :3] + 1 - seen[:, 3:], seen[:, 3:].expand(1, 3, -1, -1)
        large = self.enlarged(torch.cat([colour, alpha]) * 255) / 255
        alpha = large[1:].mean(1, keepdim=True)
        return torch.cat([large[:1] - (1 - alpha), alpha], 1).clamp(0, 1).permute(0, 2, 3, 1)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    asked = parser.parse_args()
    network = Enlarged(next(asked.packages.glob("upscalerjs-esrgan-slim-*/models/x4")))
    path = asked.work / "finisher.onnx"
    torch.onnx.export(
        network, (torch.rand(1, 64, 64, 4),), str(path), input_names=["given"], output_names=["out"],
        dynamo=False, opset_version=17,
    )  # fmt: skip
    halved(path)
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
