"""What finding personal data gives: a kind, a place in the text, the text. Knows no way of finding it."""

from dataclasses import dataclass
from typing import Literal, get_args

from kippu.turn import Found

__all__ = ["KINDS", "WEAK", "Found", "Kind", "Known"]

Kind = Literal[
    "person",  # a name of a human being, or a part of one
    "address",  # street, house number, unit, post office box; with the town and country beside them
    "place",  # a town, region or country by itself
    "postcode",  # a postal code by itself
    "organization",  # a company, school, authority, club
    "group",  # nationality, religion, political party
    "title",  # a form of address (Dr.) or an occupation
    "phone",
    "email",
    "url",  # a web address, with or without its scheme
    "username",  # an account's public name, such as @sora
    "ip",  # an internet address, version 4 or 6; a network card's address
    "card",  # a payment card's number
    "iban",
    "account",  # a number of a bank account, a customer, an order: any long number nobody else claims
    "ssn",  # United States social security number; a national number of another country
    "my_number",  # Japan's individual number
    "licence",  # a driving licence's number
    "passport",
    "plate",  # a car's number plate
    "birth_date",
    "date",  # any other point in time: a date, a year, a weekday, a time stamp
    "age",
    "secret",  # a password, a key, a token
]
"""What a piece of personal data is."""

KINDS: tuple[Kind, ...] = get_args(Kind)

WEAK: frozenset[Kind] = frozenset({"date", "age", "title", "group", "place", "organization"})
"""Kinds that many people share: they say something about a person, and point at nobody by themselves."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something that is personal on this device already: a contact's name, the home's address, a phone."""

    kind: Kind
    text: str
    """As the person wrote it; it is looked for whatever its case and spacing."""
