"""Makes the drawings small and fits the code of their patches: what the flow learns from.

    PYTHONPATH=src python scripts/pictures/code.py --work FOLDER

Reads ``drawings.npy`` (artwork.py); writes ``small.npy``, 64 x 64 with colour times alpha, and ``code.npz``.
"""

import argparse
from pathlib import Path

import numpy as np
from patches import Code

from kippu.engines.pictures.patches import small

SEED = 20261127


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    asked = parser.parse_args()
    large = np.load(asked.work / "drawings.npy", mmap_mode="r")
    seen = np.stack([small(np.asarray(one)) for one in large]).astype(np.float16)
    np.save(asked.work / "small.npy", seen)
    Code.fitted(seen, SEED).save(asked.work / "code.npz")


if __name__ == "__main__":
    main()
