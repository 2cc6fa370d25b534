"""Finds the numbers by which countries know people, where their form alone tells: no word needs to be near.

Knows forms and check digits, as each country publishes them; plain digits are left to ``numbers.py``.
"""

import re
from collections.abc import Callable, Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_FORM = regex(
    rf"""
    (?<![\w.,/-])(?:
      (?P<ahv>756\.\d{{4}}\.\d{{4}}\.\d{{2}})                                      # Switzerland
      |(?P<cpf>\d{{3}}\.\d{{3}}\.\d{{3}}-\d{{2}})                                  # Brazil
      |(?P<rut>\d{{1,2}}\.\d{{3}}\.\d{{3}}-[\dKk])                                 # Chile
      |(?P<fiscale>[A-Z]{{6}}\d\d[A-EHLMPRST]\d\d[A-Z]\d{{3}}[A-Z])                # Italy
      |(?P<curp>[A-Z]{{4}}\d\d{_MONTH}{_DAY}[HMX][A-Z]{{5}}[A-Z0-9]\d)             # Mexico
      |(?P<nir>[12](?P<gap>\ ?)\d\d(?P=gap)(?:0[1-9]|1[0-2])(?P=gap)\d[\dAB](?P=gap)\d{{3}}
          (?P=gap)\d{{3}}(?P=gap)\d\d)                                            # France
      |(?P<dni>\d{{8}}-?[A-Z]|[XYZ]-?\d{{7}}-?[A-Z])                               # Spain
      |(?P<cpr>{_DAY}{_MONTH}\d\d-\d{{4}})                                         # Denmark
      |(?P<hetu>{_DAY}{_MONTH}\d\d[-+A-FU-Y]\d{{3}}[0-9A-Y])                       # Finland
      |(?P<personnummer>(?:19|20)?\d\d{_MONTH}(?:0[1-9]|[12]\d|3[01]|[67]\d|8\d|9[01])[-+]\d{{4}})  # Sweden
      |(?P<rrn>\d\d{_MONTH}{_DAY}-\d{{7}})                                    # Korea
      |(?P<mykad>\d\d{_MONTH}{_DAY}-\d\d-\d{{4}})                                  # Malaysia
      |(?P<rodne>\d\d(?:[05][1-9]|[1267][0-9]|[38][0-2]){_DAY}/\d{{3,4}})             # Czechia
      |(?P<belgian>\d\d\.{_MONTH}\.{_DAY}-\d{{3}}\.\d\d)                           # Belgium
      |(?P<cuit>(?:20|23|24|27)-\d{{8}}-\d)                                        # Argentina
      |(?P<chinese>[1-9]\d{{5}}(?:19|20)\d\d{_MONTH}{_DAY}\d{{3}}[\dX])            # China
      |(?P<nric>[STFGM]\d{{7}}[A-Z])                                               # Singapore
      |(?P<hkid>[A-Z]{{1,2}}\d{{6}}\([0-9A]\))                                     # Hong Kong
      |(?P<pan>[A-Z]{{3}}[PCHABGJLFT][A-Z]\d{{4}}[A-Z])                            # India
      |(?P<aadhaar>[2-9]\d{{3}}(?P<mark>[ -])\d{{4}}(?P=mark)\d{{4}})
      |(?P<zairyu>[A-Z]{{2}}\d{{8}}[A-Z]{{2}})                                     # Japan's residence card
    )(?![A-Za-z0-9_]|[./-]\d)
    """,
    re.VERBOSE | re.ASCII,
)
_FIGURES = regex(r"\d{3}")
_JOINTS = ("gap", "mark")
_BARE = frozenset({"cpr", "personnummer", "rrn", "mykad", "rodne", "aadhaar", "nric"})
"""Forms that other numbers have as well: a word before one says more."""
_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DOUBLED = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
)
"""Verhoeff's permutation, none and once."""


def look(text: str) -> Iterator[Span]:
    """National numbers by their form, and by their check digit where the form alone isn't enough."""
    for match in _FORM.finditer(text) if _FIGURES.search(text) else ():
        group = next(name for name, value in match.groupdict().items() if value and name not in _JOINTS)
        right = _CHECKS.get(group)
        if right is None or right(match[0]):
            yield Span(match.start(), match.end(), "ssn", 7 if group in _BARE else 8)


def _digits(value: str) -> str:
    return re.sub(r"\D", "", value)


def _dni(value: str) -> bool:
    """Orden INT/2058/2008: the rest by 23 says the letter."""
    plain = value.replace("-", "")
    number = int(plain[:-1].translate(str.maketrans("XYZ", "012")))
    return plain[-1] == _LETTERS[number % 23]


def _hetu(value: str) -> bool:
    return value[-1] == _HETU[int(value[:6] + value[7:10]) % 31]


def _nir(value: str) -> bool:
    """INSEE: 97 less the rest by 97, with 19 and 18 for Corsica's 2A and 2B."""
    plain = value.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return " " in value or int(plain[-2:]) == 97 - int(plain[:13]) % 97


def _ten(value: str) -> bool:
    """Ten figures, of which the sum of pairs or all by 11 leave nothing, as since 1954; nine before."""
    digits = _digits(value)
    return len(digits) == 9 or int(digits) % 11 == 0 or int(digits[:9]) % 11 == 10


def _chinese(value: str) -> bool:
    """GB 11643: MOD 11-2."""
    total = sum(int(digit) * pow(2, 17 - at, 11) for at, digit in enumerate(value[:17]))
    return value[-1] == "10X98765432"[total % 11]


def _aadhaar(value: str) -> bool:
    """Verhoeff's check digit."""
    rest = 0
    for at, digit in enumerate(reversed(_digits(value))):
        turned = int(digit)
        for _ in range(at % 8):
            turned = _DOUBLED[1][turned]
        rest = _times(rest, turned)
    return rest == 0


def _times(one: int, other: int) -> int:
    """The product in the group of the pentagon's symmetries."""
    if one < 5:
        return (one + other) % 5 if other < 5 else 5 + (one + other) % 5
    return 5 + (one - other) % 5 if other < 5 else (one - other) % 5


_CHECKS: dict[str, Callable[[str], bool]] = {
    "dni": _dni,
    "hetu": _hetu,
    "nir": _nir,
    "rodne": _ten,
    "chinese": _chinese,
    "aadhaar": _aadhaar,
}
