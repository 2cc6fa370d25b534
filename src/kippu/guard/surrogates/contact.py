"""Mail and web addresses, user names, network addresses, secrets: as much like the real ones as is safe.

Domains are the ones kept for examples (RFC 2606 and Japan's registry), networks those for documents
(RFC 5737, 3849, 7042).
"""

import ipaddress
import random
import re

from kippu.guard.surrogates import names
from kippu.guard.surrogates.choosing import Choosing
from kippu.guard.surrogates.lists import known, known_words, words
from kippu.guard.surrogates.numbers import shaped
from kippu.guard.surrogates.pair import folded
from kippu.regex import regex

_LONGEST = 40
"""Letters of a surrogate: an answer is held back for as long as one may be coming."""
_PREFIX = regex(
    r"sk-(?:ant-|proj-)?|[sprk]{2}_(?:live|test)_|gh[pousr]_|github_pat_|glpat-|AKIA|AIza|xox[a-z]-|hf_|npm_|eyJ|SG\."
    r"|ssh-\w+ |-----BEGIN [A-Z ]+-----"
)
_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FIGURE = regex(rf"\b(?:{'|'.join(_FIGURES)}|oh)\b", re.IGNORECASE)
_SPOKEN = 3
"""Figures in words of a number that was said so."""
_OPEN, _SHUT = r"\s?[(\[{<（［]\s?", r"\s?[)\]}>）］]\s?"
_SIGNS = (
    (
        regex(
            rf"\s?[@＠★☆●◎]\s?|%40|{_OPEN}(?:at|アット|あっと|@)(?:マーク)?{_SHUT}|[\s_-](?:at|(?:アット|あっと)(?:マーク)?)[\s_-]",
            re.IGNORECASE,
        ),
        "@",
    ),
    (regex(rf"\s\.\s|．|{_OPEN}(?:dot|ドット){_SHUT}|[\s_-](?:dot|ドット|どっと)[\s_-]", re.IGNORECASE), "."),
    (regex(r"\sunderscore\s", re.IGNORECASE), "_"),
    (regex(r"\s(?:dash|hyphen)\s", re.IGNORECASE), "-"),
    (regex(r"\splus\s", re.IGNORECASE), "+"),
)
_DOCUMENT_NETS = ("192.0.2.", "198.51.100.", "203.0.113.")


def stays(text: str) -> bool:
    """True for a site that everybody knows, without a path to somebody in it."""
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", folded(text)) in known_words("host")


def email(text: str, choosing: Choosing) -> str:
    """At an example's domain; a local part made of names follows their surrogates."""
    local, _, host = _signs(text).partition("@")
    domain = choosing.chance.choice(
        ("example.co.jp", "example.jp")
        if host.endswith("jp")
        else ("example.com", "example.org", "example.net")
    )
    names = re.split("([._+-]+|\\d+)", local)
    for number in range(20):
        made = "".join(_local(part, choosing) for part in names)
        if number > 2:  # a role such as info@ may be there twice
            made += str(choosing.chance.randrange(2, 99))
        if choosing.free(f"{made}@{domain}"):
            break
    return f"{made}@{domain}"


def _signs(text: str) -> str:
    """The address with its signs where words or others stand for them."""
    at, *others = _SIGNS
    text = at[0].sub(at[1], text, count=1)
    for pattern, sign in others:
        text = pattern.sub(sign, text)
    return text


def _local(part: str, choosing: Choosing) -> str:
    if not part or not part[0].isalpha():
        return shaped(part, choosing.chance) if part.isdigit() else part
    if part in known_words("role") or len(part) == 1:
        return part
    if had := choosing.word(part):
        return had.lower() if part.islower() else had
    if folded(part) in known():
        given = names.standing_for(part, choosing)
        return given.lower() if part.islower() else given
    for cut in range(3, len(part) - 2):  # annakowalski, akowalski
        if all(choosing.word(half) for half in (part[:cut], part[cut:])):
            return f"{choosing.word(part[:cut])}{choosing.word(part[cut:])}".lower()
    if had := choosing.word(part[1:]):
        return f"{choosing.chance.choice('bdfghklmnprtvw')}{had}".lower()
    return choosing.chance.choice(words("handle"))


def url(text: str, choosing: Choosing) -> str:
    """An example's address with as many steps in its path, up to a few."""
    match = re.match(r"([a-z+]+://)?(?:[^/@\s]+@)?([^/?#\s]+)(.*)$", text, re.IGNORECASE | re.DOTALL)
    scheme, host, path = (match[1] or "", match[2], match[3]) if match else ("", text, "")
    start = "www." if host.lower().startswith("www.") else ""
    steps = [step for step in re.split("[/?#&]", path) if step]

    def made() -> str:
        chosen = choosing.chance.sample(words("handle"), min(max(len(steps), 1), 2))
        if not steps:
            return f"{scheme}{start}{chosen[0]}.example.com"[:_LONGEST]
        return f"{scheme}{start}example.com/{'/'.join(chosen)}"

    return choosing.make(made)


def username(text: str, choosing: Choosing) -> str:
    """A handle with the same mark before it and as many digits behind."""
    start = re.match("@|u/", text)
    digits = re.search(r"\d+$", text)

    def made() -> str:
        tail = shaped(digits[0], choosing.chance) if digits else ""
        return (start[0] if start else "") + choosing.chance.choice(words("handle")) + tail

    return choosing.make(made)


def ip(text: str, choosing: Choosing) -> str:
    """An address of the networks for documents; a private one stays in its network."""
    bare = re.split("[/%]", text)[0]
    chance = choosing.chance
    if re.fullmatch("(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}", text):
        mark = text[2]
        made = f"00{mark}00{mark}5e{mark}00{mark}53{mark}"
        return choosing.make(lambda: made + f"{chance.randrange(256):02x}")
    if "." in bare:
        host, _, _ = bare.partition(":")
        first = host.split(".")
        private = ipaddress.ip_address(host).is_private
        tail = text[len(host) :]
        if private:
            keep = ".".join(first[:2])
            return choosing.make(
                lambda: f"{keep}.{chance.randrange(1, 255)}.{chance.randrange(1, 255)}{tail}"
            )
        return choosing.make(lambda: f"{chance.choice(_DOCUMENT_NETS)}{chance.randrange(1, 255)}{tail}")
    return choosing.make(
        lambda: f"2001:db8::{chance.randrange(1, 65536):x}:{chance.randrange(1, 65536):x}{text[len(bare) :]}"
    )


def secret(text: str, choosing: Choosing) -> str:
    """Random letters and digits of the same shape, behind the same maker's mark; long ones are cut."""
    if len(_FIGURE.findall(text)) >= _SPOKEN:
        return choosing.make(lambda: _FIGURE.sub(lambda _: choosing.chance.choice(_FIGURES), text))
    mark = _PREFIX.match(text)
    start = mark[0][:_LONGEST] if mark else ""
    rest = text[len(start) :][:_LONGEST] if not start.startswith("-----") else "x" * 20
    rest = re.sub(r"\s", "", rest)
    if not any(letter.isalnum() and letter.isascii() for letter in rest):
        rest = "a1" * max(len(rest) // 2, 2)
    return choosing.make(lambda: start + shaped_secret(rest, choosing.chance))


def shaped_secret(text: str, chance: random.Random) -> str:
    """As ``shaped``, with no digit kept."""
    return "".join(
        chance.choice("123456789") if letter.isdigit() else shaped(letter, chance) for letter in text
    )
