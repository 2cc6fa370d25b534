"""Finds how people and machines are reached: mail, web, internet and network addresses."""

import ipaddress
import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_LETTER = "A-Za-z0-9À-ɏͰ-ӿ"
_EMAIL = regex(
    rf"(?<![{_LETTER}.+'%_-])[{_LETTER}.+'%_-]{{1,64}}(?:@|%40)(?:[{_LETTER}][{_LETTER}-]{{0,62}}\.){{1,8}}[{_LETTER}]{{2,24}}(?![{_LETTER}-])"
    rf"|(?<![{_LETTER}.])[{_LETTER}.+_-]{{1,64}}\s?(?:\(at\)|\[at\]|＠)\s?[{_LETTER}-]{{1,63}}"
    rf"(?:\s?(?:\.|\(dot\)|\[dot\]|．)\s?[{_LETTER}-]{{1,63}}){{1,4}}",
    re.IGNORECASE,
)
_URL = regex(
    r"\b(?:(?:https?|ftp|wss?|ssh|git|mqtts?|rtsp|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?)://"
    r"|www\d?\.)[^\s\u3000<>\"'「」『』（）、。ぁ-ヿ一-鿿]{2,2000}",
    re.IGNORECASE | re.ASCII,
)
_TOP = (
    "com|net|org|info|biz|edu|gov|mil|int|io|ai|app|dev|me|tv|cc|xyz|online|site|shop|store|tech|blog|cloud|page|club"
    "|ac|ad|ae|ag|al|am|ar|at|au|az|ba|bd|be|bg|br|by|ca|ch|cl|cn|co|cr|cy|cz|de|dk|do|ec|ee|eg|es|eu|fi|fo|fr"
    "|ge|gl|gr|gt|hk|hr|hu|id|ie|il|in|ir|is|it|jp|ke|kr|kz|lb|li|lk|lt|lu|lv|ly|ma|md|mk|mt|mx|my|ng|nl|no|nu|nz"
    "|pa|pe|ph|pk|pl|pt|py|qa|ro|rs|ru|sa|se|sg|si|sk|su|sv|th|tn|tr|tw|ua|ug|uk|us|uy|uz|ve|vn|za|zw"
)
_SPELLED = regex(
    rf"""
    (?<![\w.@＠+-])
    (?P<local>[a-z0-9][\w.+-]{{0,63}}(?:\ (?:dot|underscore|dash|hyphen|plus)\ [a-z0-9]{{1,40}}){{0,4}})
    (?:\s?(?P<mark>[@＠★☆●◎])\s?|\s?[(\[{{<（［]\s?(?:at|アット|あっと|@)(?:マーク)?\s?[)\]}}>）］]\s?
      |(?P<word>[\s_-])(?:at|(?:アット|あっと)(?:マーク)?)(?P=word))
    (?P<host>[a-z0-9-]*[a-z][a-z0-9-]*(?:DOT[a-z0-9-]{{2,63}}){{0,3}}(?P<dot>DOT)(?:{_TOP}))
    (?![\w-]|\.\w)
    """.replace(
        "DOT",
        r"(?:\.|\s\.\s|\s?[(\[{<（［]\s?(?:dot|ドット)\s?[)\]}>）］]\s?|[\s_-](?:dot|ドット|どっと)[\s_-])",
    ),
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)
"""A mail address whose signs are said in words, or are other ones."""
_MAY_BE_SPELLED = regex(
    r"[★☆●◎]|[@＠]\s|\s[@＠]|\bdot\b|ドット|どっと|[(\[{<（［]\s?(?:at|アット|あっと)|(?:アット|あっと)"
    r"|[\w-][._\d][\w.-]{0,62}\sat\s[a-z0-9-]{1,63}\.[a-z]|\sat\s(?:gmail|yahoo|outlook|hotmail|icloud|proton\w{0,4}|gmx|aol)\.",
    re.IGNORECASE | re.ASCII,
)
_NOBODY = frozenset(
    "me us you it them him her look looked looking work works worked is are was be here there meet meeting "
    "arrive find found available home online live only sale and or shop buy".split()
)
"""What stands before a site's name and its "at", and is nobody's address."""
_MAILS = regex(r"(?:gmail|yahoo|outlook|hotmail|icloud|proton\w{0,4}|gmx|aol)\b", re.IGNORECASE)
_NO_HOST = regex(r"(?:the|a|an|this|that|my|our|your|his|her|one|some)\b", re.IGNORECASE)
_DOMAIN = regex(
    rf"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,6}}(?:{_TOP})(?![\w-]|\.\w)(?:/[^\s<>\"'「」、。]{{0,2000}})?",
    re.IGNORECASE | re.ASCII,
)
_FOUR = regex(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}|:\d{1,5})?(?![\w]|\.\d)", re.ASCII)
_SIX = regex(
    r"(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:%\w{1,15}|/\d{1,3})?(?![\w:])",
    re.IGNORECASE | re.ASCII,
)
_MAC = regex(
    r"(?<![\w:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?![\w:-])", re.IGNORECASE | re.ASCII
)
_DOTTED = regex(
    r"(?<![\w.])(?=[0-9.]{0,12}[a-f])(?=[a-f.]{0,12}\d)[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.]\w)",
    re.IGNORECASE | re.ASCII,
)
"""A network card's address as switches write it."""
_TAIL = ".,;:!?)]}'\""


def look(text: str) -> Iterator[Span]:
    """Mail addresses, web addresses, IP and MAC addresses."""
    if any(mark in text for mark in ("@", "＠", "%40", "at)", "at]", " dot ")):
        for match in _EMAIL.finditer(text):
            yield Span(match.start(), match.end(), "email", 9)
    if _MAY_BE_SPELLED.search(text):
        for match in _SPELLED.finditer(text):
            if _is_address(match):
                yield Span(match.start(), match.end(), "email", 9)
    if "." in text or "://" in text:
        for pattern, trust in ((_URL, 9), (_DOMAIN, 7)):
            for match in pattern.finditer(text):
                yield Span(match.start(), match.start() + len(match[0].rstrip(_TAIL)), "url", trust)
    for match in (*_FOUR.finditer(text), *(_SIX.finditer(text) if ":" in text else ())):
        if _is_ip(match[0]):
            yield Span(match.start(), match.end(), "ip", 9)
    for match in (*_MAC.finditer(text), *(_DOTTED.finditer(text) if "." in text else ())):
        yield Span(match.start(), match.end(), "ip", 9)


def _is_address(match: re.Match[str]) -> bool:
    """Whether words that stand as in an address are one, unlike "dinner at noma.dk", "look at the dot"."""
    local, host = match["local"], match["host"]
    if _NO_HOST.match(host) or local.lower() in _NOBODY:
        return False
    if not match["word"] or match["dot"] != ".":
        return True
    return bool(_MAILS.match(host)) or any(letter in "._" or letter.isdigit() for letter in local)


def _is_ip(text: str) -> bool:
    """Whether it is an address, without the port, network or zone behind it."""
    bare = text.split("/", maxsplit=1)[0].split("%", maxsplit=1)[0]
    if "." in bare:
        bare = bare.split(":")[0]
    if not any(map(str.isdigit, bare)):
        return False
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return False
    return True
