"""Where a step up or down lands: "darker", "quieter", "slower". Knows percents alone.

A step down turns nothing off: who wants that says so. Near the bottom it takes half of what is left at most,
so that "darker" at 20 % is not as good as off, and goes on being of use there.
"""

import math

FULL = 100


def stepped(now: float, step: float, *, gentle: int, least: float = 1) -> float:
    """The percent after a step. Below ``gentle`` it halves, and ``least`` is where it ends."""
    if step >= 0:
        return min(FULL, now + step)
    if now <= least:
        return now
    return max(least, now + step, min(gentle, math.ceil(now / 2)))
