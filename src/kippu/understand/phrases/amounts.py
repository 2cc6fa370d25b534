"""How much of something is said: 「2個」, 「5キロ」, "2", "3 packs". Knows words alone."""

from kippu.units import BOUGHT_EN, BOUGHT_JA

AMOUNT_JA = rf"\d+(?:\.\d+)?{BOUGHT_JA}"
"""A number with its unit, as ``text.sentence`` spells it."""
AMOUNT_EN = rf"(?:\d+(?:\.\d+)?(?: ?{BOUGHT_EN})?|an? {BOUGHT_EN}|a couple)"
"""A number, with or without one."""
