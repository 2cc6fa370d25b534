"""What else floors are called: by number and by direction, where no other floor is called so."""

import pytest

from kippu.understand.text.floors import also_called
from understand.home import call, understand


def test_floors_by_number() -> None:
    assert "2階" in also_called("Upstairs", ("Ground Floor", "Upstairs"))
    assert also_called("First Floor", ("Ground Floor", "First Floor")) == ("2階",)
    assert also_called("First Floor", ("First Floor", "Second Floor")) == ("1階",)
    assert "downstairs" not in also_called("Ground Floor", ("Ground Floor", "Downstairs"))
    assert also_called("Mezzanine", ("Mezzanine",)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "is everything off upstairs?",
        "is everything turned off upstairs",
        "are all devices off upstairs?",
        "did I turn everything off upstairs?",
        "have we switched off everything upstairs?",
        "2階は全部消えてる？",
        "二階は全部消えてる？",
        "2階は全部消えていますか？",
        "上の階は全部オフ？",
        "2階のものは全部消えてる？",
    ],
)
def test_everything_of_a_floor(text: str) -> None:
    assert understand(text).calls == (call("home.state", floor="Upstairs", state="off", ask="all"),)


@pytest.mark.parametrize(
    "text", ["is everything off?", "is everything switched off at home?", "家の中は全部消えてる？"]
)
def test_everything_of_the_home(text: str) -> None:
    assert understand(text).calls == (call("home.state", state="off", ask="all"),)


def test_a_light_upstairs_by_its_number() -> None:
    assert understand("2階の電気を消して").calls == (call("home.turn_off", floor="Upstairs", domain="light"),)


@pytest.mark.parametrize(
    "text", ["is everything locked?", "is the house secure", "家の戸締まりは大丈夫？", "戸締まりできてる？"]
)
def test_whether_the_home_is_locked(text: str) -> None:
    assert understand(text).calls == (call("home.state", state="locked", ask="all", domain="lock"),)
