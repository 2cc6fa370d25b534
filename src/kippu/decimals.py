"""With how many decimals a result is to be told: "to 4 decimal places", 「小数点以下4桁まで」."""

import re

from kippu.regex import regex

_SAID = regex(
    r",?\s+(?:rounded\s+)?(?:to|with|at)\s+(?:up\s+to\s+)?(?P<en>\d{1,2})"
    r"\s+(?:decimals?(?:\s+(?:places?|digits?))?|places|d\.?p\.?)\s*[?.]?$"
    r"|[をの、]?小数(?:点)?(?:以下|第)?(?P<ja>\d{1,2})[桁位](?:まで|で)?(?:の値)?(?:を?(?:計算|四捨五入)(?:して)?)?[。？?]?$",
    re.IGNORECASE,
)
_ROUND = regex(r"^round\s+(?:off\s+)?", re.IGNORECASE)


def exactly(said: str) -> tuple[str, int | None]:
    """What is to be computed, and with how many decimals it is to be told, where that was said."""
    match = _SAID.search(said)
    if match is None:
        return said, None
    return _ROUND.sub("", said[: match.start()]), int(match["en"] or match["ja"])
