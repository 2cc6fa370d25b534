"""Whom letters are to and from."""

import pytest

from kippu.guard.personal.letters import look


def found(text: str) -> list[str]:
    return list(dict.fromkeys(text[span.start : span.end] for span in look(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Reuben Please note the change", ["Reuben"]),
        ("Dear Mrs. Okonjo-Vance,\nthank you", ["Okonjo-Vance"]),
        ("Rewrite: Hi Soledad Paz, are you in?", ["Soledad Paz"]),
        ("See you.\n\nBest regards,\nTariq Anwar\n", ["Tariq Anwar"]),
        ("Yours sincerely\nMbali", ["Mbali"]),
        ("so true. Quenby replied on 3 May 2011", ["Quenby"]),
        ("sorry, mrs okonjo, I was late; Dr. Halvard knows", ["okonjo", "Halvard"]),
        ("draft a mail to Precious informing her of it", ["Precious"]),
        ("Imke 22:14 so when\nme 22:15 thurs?\nImke 22:16 ok", ["Imke"]),
    ],
)
def test_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir or Madam,",
        "Hi all, good news",
        "write an email to Support about it",
        "write a letter to Congress about taxes",
        "Dear Hiring Manager,",
        "Oh dear Lord!",
        "Kind regards,\nThe Team",
        "I miss you, so bring dr pepper",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
