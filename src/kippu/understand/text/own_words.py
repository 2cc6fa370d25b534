"""The person's own words again, where matching took the punctuation out: "milk eggs and bread" was
"milk, eggs and bread"; and without the quotes that only say where they begin and end. Knows no template.
"""

from functools import lru_cache

from kippu.regex import regex

_MARKS = frozenset(" \t\n\r。.,，、;；:：!！?？¡¿’'…—–-")


def as_said(value: str, text: str) -> str:
    """The part of the text that has the same words as the value; the value itself when none has."""
    if value in text or len(value.split()) < 2:
        return value
    bare, places = _bare(text)
    wanted = _bare(value)[0]
    at = bare.find(wanted) if wanted else -1
    return text[places[at] : places[at + len(wanted) - 1] + 1] if at >= 0 else value


_CALLS = regex(
    r"(?:ねえ|ねぇ|あの[さね]|えっと|えーと|じゃあ|そうだ(?![ねよなけっ])|すみません|ごめん(?!なさい)|悪いけど|できれば"
    r"|ちょっと|今(?![一-龠]))[、 ]?(?=.{2})"
)
"""How a Japanese sentence begins before it says anything."""


def uncalled(value: str, text: str) -> str:
    """What was said, without the word with which the sentence only begins: 「ねえ牛乳」 is 「牛乳」."""
    return _CALLS.sub("", value, count=1) if text.startswith(value) and _CALLS.match(value) else value


@lru_cache(maxsize=64)
def _bare(text: str) -> tuple[str, tuple[int, ...]]:
    """The small letters without the marks between them, and where each stands."""
    kept = [(letter, at) for at, character in enumerate(text) for letter in character.lower()]
    kept = [(letter, at) for letter, at in kept if letter not in _MARKS]
    return "".join(letter for letter, _ in kept), tuple(at for _, at in kept)


_HANGS_ON = regex(r"(?:[、。,]|(?<=[一-龠ァ-ヶー])(?:で|が|は|を))+$|(?:が)?入った(?:わ|よ|から|ので)?、?$")
"""What is left behind a title in Japanese: 「母の誕生会で」, 「歯医者、」."""


def unhung(value: str) -> str:
    """A title without the comma, the particle or 「入った」 that stood behind it."""
    return _HANGS_ON.sub("", value) or value


_QUOTED = regex(r"(?:\"([^\"]+)\"?|「([^」]+)」?|『([^』]+)』?)")
"""The last one may be gone with the sentence's own punctuation."""


def unquoted(value: str) -> str:
    """What is between quotes, where all of it is."""
    match = _QUOTED.fullmatch(value)
    return next(filter(None, match.groups())) if match else value
