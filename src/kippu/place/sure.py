"""How sure a small model of this device was, by the first tokens of its answer: a chance of being right.

Knows log-probabilities alone. Measured on the pocket model (docs/models/router.md); for others it is a guess.
"""

from collections.abc import Sequence
from math import exp

TOKENS = 12
"""How many of an answer's first tokens are looked at."""
UNSURE = 0.5
"""Below this, a larger model of this device should answer instead."""

# scripts/router/sure.py fit
_SLOPE, _OFFSET = 2.56, 1.99


def sure(logprobs: Sequence[float]) -> float:
    """The chance, 0 to 1, that the answer is right, of its first tokens' natural log-probabilities.

    It tells right from wrong only roughly (AUROC 0.69 and 0.78 on two halves), and nothing in sums that take
    several steps: there a small model is sure and wrong. 0 when there are no tokens.
    """
    first = logprobs[:TOKENS]
    if not first:
        return 0.0
    return 1 / (1 + exp(-(_SLOPE * sum(first) / len(first) + _OFFSET)))
