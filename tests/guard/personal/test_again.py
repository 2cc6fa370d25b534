"""Names that were found once, looked for a second time."""

import pytest

from kippu.guard.personal.again import look
from kippu.guard.personal.found import Found


def found(text: str, name: str) -> list[str]:
    at = text.index(name)
    once = Found("person", at, at + len(name), name)
    return [text[span.start : span.end] for span in look(text, [once]) if span.start >= once.end]


@pytest.mark.parametrize(
    ("text", "name", "again"),
    [
        ("Miriam Okonkwo wrote; ask miriam for okonkwo_cv.pdf", "Miriam Okonkwo", ["miriam", "okonkwo"]),
        ("Tell Reuben. REUBEN's late, not Reubens.", "Reuben", ["REUBEN"]),
        ("Rose came, Rose left a rose", "Rose", ["Rose"]),
        ("Remark: Approval asked, his approval is due", "Approval", []),
        ("Henry came, and henry left", "Henry", ["henry"]),
        ("佐伯 明子が来た。佐伯は遅い", "佐伯 明子", ["佐伯"]),
        ("森永が来た。森永町の店", "森永", []),
        ("かえでと話した。かえではまだ", "かえで", ["かえで"]),
        ("ask Ana about the banana", "Ana", []),
        ("Joris van Dam and van life", "Joris van Dam", []),
    ],
)
def test_found_again(text: str, name: str, again: list[str]) -> None:
    assert found(text, name) == again


def test_other_kinds_are_not_looked_for() -> None:
    assert not list(look("Ghent, ghent", [Found("place", 0, 5, "Ghent")]))
