"""What free speech only guesses at, and no word of a Japanese sentence names, is not asked about."""

import pytest

from kippu.turn import Call, Meaning
from kippu.understand.weighing import far_fetched
from understand.home import call, turn


def guess(plain: str, proposed: Call, chance: float = 0.5) -> Meaning:
    return Meaning("layer", chance, question=f"「{plain}」ということでいいですか？", proposed=(proposed,))


@pytest.mark.parametrize(
    ("text", "plain", "proposed"),
    [
        ("えーもう一個", "サイコロを1個振って", call("chance.dice", count=1)),
        ("ひまー", "今日の予定は", call("calendar.show", day="2026-11-24")),
        ("ごめん15時15分だった", "今何時", call("clock.time")),
        ("間違えた、ねぎだった", "リストを元に戻して", call("lists.restore")),
    ],
)
def test_a_guess_from_nowhere(text: str, plain: str, proposed: Call) -> None:
    assert far_fetched(guess(plain, proposed), turn(text))
    assert not far_fetched(guess(plain, proposed, 0.8), turn(text))


@pytest.mark.parametrize(
    ("text", "plain", "proposed"),
    [
        ("サイコロ", "サイコロを振って", call("chance.dice")),
        ("予定ってどうなってる", "今日の予定は", call("calendar.show", day="2026-11-24")),
        ("寒くてたまらん", "温度を上げて", call("home.change_temperature", domain="climate", step=1)),
        ("the dice", "サイコロを振って", call("chance.dice")),
    ],
)
def test_what_is_named_or_felt_is_asked_about(text: str, plain: str, proposed: Call) -> None:
    assert far_fetched(guess(plain, proposed), turn(text)) is False
