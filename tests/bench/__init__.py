"""What the benchmarks judge by: a figure is worth as much as its judge."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]
sys.path += [str(_CHECKOUT / "bench"), str(_CHECKOUT / "scripts" / "encoder")]
