"""What ``understand.py`` tells of verdicts: shares, times, and how far a confidence can be believed."""

from collections.abc import Sequence
from typing import Any

from understand_judging import Verdict

_BINS = 10


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which so much of them lies."""
    return round(sorted(values)[min(int(share * len(values)), len(values) - 1)], 1) if values else 0.0


def figures(verdicts: Sequence[Verdict], times: Sequence[float]) -> dict[str, Any]:
    """Shares of some sentences, and milliseconds."""
    count = max(len(verdicts), 1)
    free = [one for one in verdicts if one.free]
    return {
        "sentences": len(verdicts),
        "exact": round(sum(one.exact for one in verdicts) / count, 4),
        "tool_right": round(sum(one.tool_right for one in verdicts) / count, 4),
        "wrong": round(sum(one.wrong for one in verdicts) / count, 4),
        "talk_or_tool": round(sum(one.told_apart for one in verdicts) / count, 4),
        "asked": round(sum(one.asked for one in verdicts) / count, 4),
        "free": len(free),
        "free_exact": round(sum(one.exact for one in free) / max(len(free), 1), 4),
        "p50_ms": quantile(times, 0.5),
        "p95_ms": quantile(times, 0.95),
    }


def calibration(verdicts: Sequence[Verdict]) -> tuple[float, list[dict[str, float]]]:
    """Expected calibration error over ten bins of equal width, and each bin that is not empty: how many said
    to be so sure, how sure in the mean, and the share of them that is exact."""
    bins: dict[int, list[Verdict]] = {}
    for one in verdicts:
        bins.setdefault(min(int(one.sure * _BINS), _BINS - 1), []).append(one)
    curve = [
        {
            "from": number / _BINS,
            "sentences": len(held),
            "sure": round(sum(one.sure for one in held) / len(held), 4),
            "exact": round(sum(one.exact for one in held) / len(held), 4),
        }
        for number, held in sorted(bins.items())
    ]
    off = sum(one["sentences"] * abs(one["sure"] - one["exact"]) for one in curve)
    return round(off / max(len(verdicts), 1), 4), curve
