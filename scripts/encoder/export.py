"""Turns a trained reader into what ships: an ONNX file in bytes, its vocabulary and its classes, and says
what that costs.

    PYTHONPATH=src:scripts/encoder python scripts/encoder/export.py \
        --data ../shared/data --base MODEL --work FOLDER --out FOLDER [--language ja]

Chances are made honest on half of the rows kept aside (temperature scaling); the other half tells how far
off they are.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from ja_network import JapaneseReader
from onnxruntime.quantization import QuantType, quantize_dynamic
from rows import TALK, Row, hash_of
from torch import Tensor, nn
from train import (
    BATCH,
    LABELS,
    SEED,
    Coded,
    Network,
    cutter,
    japanese_rows,
    network,
    rows_of,
    tensors,
)

from kippu.engines.encoder import Encoder


class Shipped(nn.Module):
    """The reader as it ships: its two heads' scores, and the sentence itself."""

    def __init__(self, reader: Network) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        tool, label, mean = self.reader(ids, mask)
        return tool, label, mean


def write(reader: Network, path: Path) -> None:
    """The network in float32, then in bytes with a scale a column (onnxruntime's dynamic quantisation)."""
    plain = path.with_suffix(".float.onnx")
    given = (torch.ones(1, 7, dtype=torch.int64), torch.ones(1, 7, dtype=torch.int64))
    torch.onnx.export(
        Shipped(reader), given, str(plain), input_names=["ids", "mask"],
        output_names=["classes", "labels", "mean"],
        dynamic_axes={name: {0: "sentences", 1: "pieces"} for name in ("ids", "mask", "labels")},
        dynamo=False,
    )  # fmt: skip
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain.unlink()


def honest(scores: Tensor, right: list[list[int]]) -> float:
    """The temperature at which the chances of the right classes are likeliest."""

    def cost(temperature: float) -> float:
        sure = torch.log_softmax(scores / temperature, -1)
        return -float(
            np.mean([float(torch.logsumexp(row[places], 0)) for row, places in zip(sure, right, strict=True)])
        )

    return min((round(0.5 + 0.05 * step, 2) for step in range(50)), key=cost)


def calibration_error(sure: list[float], good: list[bool]) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((np.array(sure) * 10).astype(int), 9)
    return float(sum(
        abs(np.mean(np.array(sure)[bins == one]) - np.mean(np.array(good)[bins == one]))
        * np.mean(bins == one)
        for one in set(bins.tolist())
    ))  # fmt: skip


def curve(encoder: Encoder, rows: list[Row]) -> None:
    """For each threshold: of all sentences, how many a tool is heard for, and how many of those wrongly."""
    heard = []
    for row in rows:
        said, sure = next(iter(encoder.hear(row.text).classes.items()))
        if not said.startswith(TALK):
            heard.append((sure, said in row.tools))
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        taken = [good for sure, good in heard if sure >= threshold]
        wrong = sum(not good for good in taken) / len(rows)
        print(f"from {threshold}: {len(taken) / len(rows):.3f} heard, {wrong:.4f} wrongly")


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "base", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--language", choices=("en", "ja"), default="en")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    classes = json.loads((options.work / "classes.json").read_text())["tools"]
    reader = network(options.base, options.language, len(classes))
    reader.load_state_dict(torch.load(options.work / "checkpoint.pt", weights_only=False)["model"])
    reader.eval()
    if isinstance(reader, JapaneseReader):
        reader.fold()
    options.out.mkdir(parents=True, exist_ok=True)
    write(reader, options.out / "encoder.onnx")
    words = {"en": ("vocab.txt", "vocabulary.txt"), "ja": ("words.txt", "words.txt")}[options.language]
    shutil.copy(options.base / words[0], options.out / words[1])
    aside = (japanese_rows() if options.language == "ja" else rows_of(options.data))[1]
    coded = Coded(aside, classes, cutter(options.base, options.language))
    meant = [[classes.index(tool) for tool in row.tools if tool in classes] for row in aside]
    half = [place for place, row in enumerate(aside) if hash_of(row.text) % 2 and meant[place]]
    batches = [half[start : start + BATCH] for start in range(0, len(half), BATCH)]
    scores = torch.cat([reader(*tensors(coded, places)[:2])[0] for places in batches])
    about = {
        "classes": classes,
        "labels": LABELS,
        "temperature": honest(scores, [meant[place] for place in half]),
    }
    (options.out / "classes.json").write_text(json.dumps(about, indent=0, ensure_ascii=False) + "\n")
    encoder = Encoder(options.out)
    fitted = set(half)
    others = [row for place, row in enumerate(aside) if place not in fitted]
    curve(encoder, others)
    by_source: dict[str, list[tuple[float, bool]]] = {}
    for row in others:
        said, sure = next(iter(encoder.hear(row.text).classes.items()))
        good = said in row.tools or (
            said.startswith(TALK) and any(tool.startswith(TALK) for tool in row.tools)
        )
        by_source.setdefault(row.source, []).append((sure, good))
    for source, found in (*by_source.items(), ("all", [one for each in by_source.values() for one in each])):
        sure, good = [one[0] for one in found], [one[1] for one in found]
        off = calibration_error(sure, good)
        print(f"{source}: {len(found)} rows, right {np.mean(good):.3f}, calibration error {off:.3f}")
    print(
        json.dumps(
            {"temperature": about["temperature"], "bytes": (options.out / "encoder.onnx").stat().st_size}
        )
    )


if __name__ == "__main__":
    main()
