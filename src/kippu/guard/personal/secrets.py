"""Finds what opens doors: keys, tokens, passwords. Knows their makers' forms and the words before them."""

import re
from collections.abc import Iterator

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
_FIGURE = "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|double|triple"
_SPOKEN = regex(rf"\b(?:{_FIGURE})(?:[ ,-]{{1,2}}(?:{_FIGURE})){{5,20}}\b", re.IGNORECASE)
"""A number in words, figure by figure, as people say a phone's."""
_SAID = regex(
    r"""
    (?:pass\s?word|pass\s?phrase|pass\s?code|passwd|passwort|mot\ de\ passe|contraseña|\bpwd?
      |\bpin(?:\s?code|\s?number)?|\bcvv2?|\bcvc2?
      |(?:security|door|alarm|gate|lock(?:er)?|keypad|safe|entry|garage
        |verification|one[\s-]time)\ code|recovery\ (?:key|code|phrase)
      |api[\s_-]?key|secret(?:[\s_-]?key)?|access[\s_-]?(?:key|token)|auth[\s_-]?token|\btoken|\botp
      |wi-?fi\ (?:key|code))
    (?:\s{1,2}(?:for|to|of|on)\s{1,2}(?:(?:the|my|our|his|her)\s)?[\w.'-]{1,30}(?:\s[\w.'-]{1,30})?)?
    (?:\s{0,3}(?:is|was|:|=|->|→|to|=>|"\s?:)|['’]s\s)\s{0,3}(?:now\s|still\s|set\sto\s|just\s)?
    ["'`“「『]?(?P<value>(?:FIGURE)(?:[\ ,-]{1,2}(?:FIGURE)){2,15}\b|(?:(?!["'`])[!-~À-ɏ]){3,200})
    """.replace("FIGURE", _FIGURE),
    re.VERBOSE | re.IGNORECASE,
)
_SAID_JA = regex(
    r"(?:パスワード|パスコード|パスフレーズ|暗証番号|PIN(?:コード|番号)?|APIキー|アクセスキー|秘密鍵|CVV2?|CVC2?|セキュリティコード|認証コード|合言葉)"
    r"(?:は|が|を|:|：|＝|=)?\s{0,3}[「『\"]?(?P<value>[!-~０-９ａ-ｚＡ-Ｚ]{3,200})"
)
_BARE = regex(
    r"""
    (?:pass\s?word|pass\s?phrase|pass\s?code|\bpwd?|\bpin|\bcvv2?|\bcvc2?|\botp)\s{1,2}
      (?P<bare>(?=[!-~]{0,60}\d)[!-~]{3,64})
    |(?:(?:gate|keypad|locker|lockbox)(?:'s)?|(?:door|garage|safe)(?:'s|\ is|:|=))(?:\ is|:|=)?\s{1,2}
      (?P<code>[#*]?\d{1,3}(?:-\d{1,3}){1,3}|[#*]?\d{3,8}[#*]?)(?![\w%°:-]|\.\d)
    |alarm(?:'s|\ is|:|=)?\s{1,2}                     # unless it is a time of day
      (?P<alarm>(?!(?:[01]\d|2[0-3])[0-5]\d\b)[#*]?\d{4,8}[#*]?)(?![\w%°:-]|\.\d)
    |(?<![\w@/.-])(?P<mixed>[A-Za-z]{4,30}[!@$%^&*]{1,3}\d{2,8}[!#$%]{0,2})(?![\w@./-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A value straight behind its word, a door's number, and the one form that only passwords have: word!1234."""
_BLOB = regex(
    r"(?<![\w+/=-])(?=[A-Za-z_-]{0,60}\d)(?=[a-z\d_-]{0,60}[A-Z])(?=[A-Z\d_-]{0,60}[a-z])[A-Za-z0-9_-]{24,512}(?![\w+/=-])"
    r"|(?<![\w-])[0-9a-f]{32,128}(?![\w-])",
    re.ASCII,
)
_DIGIT = regex(r"\d")
_LONG = regex(r"\S{12}|-----BEGIN")
_HINT = regex(
    r"pass|contraseña|pw|pin|cv[vc]|code|key|secret|token|otp|パス|暗証|PIN|キー|鍵|コード|合言葉",
    re.IGNORECASE,
)
"""Without one of these in a text, nothing is called a secret there; looking for them alone is quick."""
_ORDINARY = frozenset(
    "the a an not that this it wrong incorrect correct right lost stolen too very my your what how "
    "why when where who reset changed safe secure weak strong expired required invalid blocked "
    "locked being been about always never something anything different same there here and but so or "
    "if because please short long compromised".split()
)


def look(text: str) -> Iterator[Span]:
    """Keys by their makers' forms, what words call a password, long strings that no language would make."""
    if _LONG.search(text):
        for match in _FORMS.finditer(text):
            yield Span(match.start(), match.end(), "secret", 9)
        for match in _BLOB.finditer(text):
            yield Span(match.start(), match.end(), "secret", 6)
    for match in _BARE.finditer(text) if _DIGIT.search(text) else ():
        group = match.lastgroup or "bare"
        yield Span(match.start(group), match.start(group) + len(match[group].rstrip(".,;:?)]}")), "secret", 7)
    for match in _SPOKEN.finditer(text):
        yield Span(match.start(), match.end(), "secret", 7)
    if not _HINT.search(text):
        return
    for match in (*_SAID.finditer(text), *_SAID_JA.finditer(text)):
        value = match["value"].rstrip(".,;:?)]}")
        if len(value) >= 3 and value.lower() not in _ORDINARY:
            yield Span(match.start("value"), match.start("value") + len(value), "secret", 8)
