"""Finds organizations by the word that ends their name or leads to it. Knows these words, and no firm."""

from collections.abc import Iterator

from kippu.guard.personal import asking
from kippu.guard.personal.merging import Span
from kippu.guard.personal.tagger.certain import certain
from kippu.regex import regex

_ENDS = (
    "Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|GmbH|Corp|Corporation|Company|Holdings|Brands|Securities|Industries"
    "|Solutions|Technologies|Pharmaceuticals|Logistics|Consulting|Enterprises|Ventures|Associates|Partners|Motors"
    "|Embassy|University|College|Academy|Foundation|Institute|Hospital|Clinic|Agency|Stores?|Boutique|Salon|Studios?"
)
_WORD = r"[A-Z][\w&’'-]{0,40}"  # bounded: from each of its hyphens on a long row would be read again
_ENDED = regex(rf"\b(?P<name>(?:{_WORD} (?:(?:&|and|of) )?){{1,3}}(?:{_ENDS}|(?i:{_ENDS})(?<=[A-Z]{{3}})))\b")
_AROUND = (
    r"(?:Practice|Surgery|Garage|Bakery|Bakehouse|Nursery|Pharmacy|Dental|Vets?|Opticians?|Solicitors|Chambers|Lettings"
    r"|Properties|Plumbing|Upholstery|Joinery|Roofing|Insurance|Mutual|Society|Club|Choir|Trust|Church|Chapel|Mosque"
    r"|Synagogue|Hotel|Inn|Arms|Hall|Cent(?:re|er)|Bank|School|Primary|High|Lodge|Grange|House|Care|Polyclinic|Autos"
    r"|Motors|Fisheries|Farms?|Brewery|Cafe|Café|Tavern|Gym)"
)
_ENDS_NEAR = regex(rf" {_AROUND}\b")
_NEAR = regex(rf"\b(?P<name>(?:{_WORD} (?:(?:&|and|of) )?){{1,4}}{_AROUND})\b")
"""What is around the corner: somebody's, in a text about somebody's life."""
_CALLED = regex(
    r"\b(?:company|firm|business|startup|start-up|agency|brand|shop|store|salon|restaurant|café|cafe|club|charity|band)"
    r"(?:,? (?:which|that) is|'s name is|’s name is| is)? (?:called|named) [\"“'‘]?"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}|[^\W\d_]{{4,}})"
)
_AUTHORITY = regex(
    r"\b(?P<people>[A-Za-z]{4,}) (?i:ministry|department|embassy|consulate) of (?:the )?\w+(?: and \w+)?"
)
"""Somebody has to do with one country's authority. Without the country it is anybody's."""
_KINDS = frozenset(
    "town village city county community youth health day medical sports sport parish book leisure "
    "shopping primary secondary high middle elementary grammar local national general private public "
    "tennis golf football rugby chess swimming rowing cricket social working men's women's call data "
    "business conference dance music art law nursing care home child dental veterinary fitness "
    "boarding summer sunday night old new big royal state world catholic baptist methodist orthodox "
    "christian free open and of & club school centre center hall hotel house farm bank gym cafe "
    "society church trust choir head test control".split()
)
"""What many of these are called, and none alone."""
_COMMON = frozenset(
    "the a an our your my his her their its this that each every any no some all which what new best top "
    "other another dear app play google apple online grocery book department general convenience state "
    "community high junior private public limited local national international insurance software parent "
    "holding my employer in at for from of to and or by with as on if is are was were after before when "
    "while join about medical business company graduate".split()
)
"""Words that a name of a firm doesn't begin with, whatever the case."""


def look(text: str) -> Iterator[Span]:
    """Names that end like a firm's, school's or clinic's, authorities of a country, and what somebody's firm
    is said to be called."""
    for match in _ENDED.finditer(text):
        start, words = match.start("name"), match["name"].split()
        while words and words[0].lower() in _COMMON:
            start += len(words.pop(0)) + 1
        if len(words) > 1:
            yield Span(start, match.end("name"), "organization", 4)
    for match in _NEAR.finditer(text) if _ENDS_NEAR.search(text) and asking.is_private(text) else ():
        start, words = match.start("name"), match["name"].split()
        while words and words[0].lower() in _COMMON:
            start += len(words.pop(0)) + 1
        if not all(word.lower() in _KINDS for word in words[:-1]):
            yield Span(start, match.end("name"), "organization", 6)
    for match in _AUTHORITY.finditer(text):
        if certain(match["people"]) == "group":
            yield Span(match.start(), match.end(), "organization", 4)
    for match in _CALLED.finditer(text):
        if match["name"].lower() not in _COMMON:
            yield Span(match.start("name"), match.end("name"), "organization", 4)
