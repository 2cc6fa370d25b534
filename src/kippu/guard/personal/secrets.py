"""Finds what opens doors: keys, tokens, passwords. Knows their makers' forms; ``passwords`` knows the
words before them."""

import re
from collections.abc import Iterator

from kippu.guard.personal import passwords
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_FORMS = regex(
    r"""
    -----BEGIN\ [A-Z0-9 ]{3,40}-----[\s\S]{0,8000}?(?:-----END\ [A-Z0-9 ]{3,40}-----|\Z)
    | \bssh-(?:rsa|ed25519|dss)\ [A-Za-z0-9+/=]{20,2000}
    | \bsk-[A-Za-z0-9_-]{16,200}                       # OpenAI, Anthropic and those like them
    | \b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,200}  # Stripe
    | \bgh[pousr]_[A-Za-z0-9]{20,255} | \bgithub_pat_\w{20,255} | \bglpat-[\w-]{18,100}
    | \b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b
    | \bAIza[\w-]{30,45} | \bya29\.[\w.-]{20,500} | \bGOCSPX-[\w-]{20,60}
    | \bxox[abposr]-[A-Za-z0-9-]{10,200} | \bxapp-[A-Za-z0-9-]{10,200}
    | \bhf_[A-Za-z0-9]{20,80} | \bnpm_[A-Za-z0-9]{30,60} | \bpypi-[\w-]{30,300} | \bdop_v1_[a-f0-9]{40,80}
    | \bSG\.[\w-]{16,40}\.[\w-]{16,80} | \bkey-[a-f0-9]{32}\b | \bEAAC[A-Za-z0-9]{20,300}
    | \beyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?   # JSON web tokens
    | (?<=[Bb]earer\ )[\w.~+/=-]{12,2000}
    """,
    re.VERBOSE | re.ASCII,
)
_BLOB = regex(
    r"(?<![\w+/=-])(?=[A-Za-z_-]{0,60}\d)(?=[a-z\d_-]{0,60}[A-Z])(?=[A-Z\d_-]{0,60}[a-z])[A-Za-z0-9_-]{24,512}(?![\w+/=-])"
    r"|(?<![\w-])[0-9a-f]{32,128}(?![\w-])",
    re.ASCII,
)
_LONG = regex(r"\S{12}|-----BEGIN")

_SLASHED = regex(
    r"(?<![\w+/=.:-])(?=[A-Za-z0-9]{0,200}[+/])[A-Za-z0-9+/]{32,512}={0,2}(?![\w+/.-])", re.ASCII
)
"""The same with the signs of Base64, which a path has too."""
_TURN = regex(r"[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|[0-9](?=[A-Za-z])")
_LETTERS_A_TURN = 6
"""At most so many letters stand between two turns of case or figure in what chance made; in paths more do."""
_LED = regex(
    r"\b(?:secret|token|(?:api|access|private) key|credentials?)[ \w]{0,12}[\s:=\"'`]{1,4}"
    r"(?P<led>(?=[\w+/=.-]{0,80}\d)(?=[\w+/=.-]{0,80}[A-Za-z])[A-Za-z0-9+/=_-]{16,512})"
    r"(?![\w+/=-])",
    re.IGNORECASE | re.ASCII,
)
"""A key straight behind its word."""


def look(text: str) -> Iterator[Span]:
    """Keys by their makers' forms, long strings that no language has, and what words call a password."""
    if _LONG.search(text):
        for match in _FORMS.finditer(text):
            yield Span(match.start(), match.end(), "secret", 9)
        for match in _BLOB.finditer(text):
            yield Span(match.start(), match.end(), "secret", 6)
        for match in _SLASHED.finditer(text):
            if _LETTERS_A_TURN * len(_TURN.findall(match[0])) >= len(match[0]):
                yield Span(match.start(), match.end(), "secret", 8)
        for match in _LED.finditer(text):
            yield Span(*match.span("led"), "secret", 8)
    yield from passwords.look(text)
