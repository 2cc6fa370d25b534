"""What a provider's answer costs, and may cost at most, in US cents."""

from kippu.engines.tokens import most
from kippu.settings import Provider

LONGEST_ANSWER = 1024
"""Tokens that an answer from elsewhere may have."""
_AROUND = 256
"""Tokens that a model's own form of a request may put around what is sent."""


def cents(provider: Provider, prompt: int, answer: int) -> float:
    """What this many tokens in and out cost."""
    return (prompt * provider.cents_in + answer * provider.cents_out) / 1_000_000


def worst(provider: Provider, text: str) -> float:
    """What sending the text and getting the longest answer costs at most, whatever script it is in."""
    return cents(provider, most(text) + _AROUND, LONGEST_ANSWER)
