"""Names of accounts that stand by themselves."""

import pytest

from kippu.guard.personal.handles import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Discord mossling#4471 keeps pinging me", "mossling#4471"),
        ("the forum banned grumpyotter77, that's my son", "grumpyotter77"),
        ("his Strava, petra_runs, shows our street", "petra_runs"),
        ('account name "Quiet Badger" on the chess app', "Quiet Badger"),
        ("ハンドルネームは「もふもふ大王」です", "もふもふ大王"),
        ("Discordの配信 HN:ゆきだるま", "ゆきだるま"),
        ("インスタのmiho.bakesって垢", "miho.bakes"),
        ("HN:ゆきだるま", "ゆきだるま"),
        ("社内ID E10442xが通らない", "E10442x"),
        ("LINE IDはmochi.mochi3です", "mochi.mochi3"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "my account needs windows10 and chapter12 of the book",
        "the user said model2023 beats version22",
        "def log_in(user): return user_name",
        "select user_id from account_table; it's sql",
        "Users on covid, a followers' guide, C#1234",
        "issue#1234 of that account",
        "mossling and grumpyotter77 are two words",  # nothing speaks of accounts
        "IDの管理とログイン方法",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
