"""What was tried and did not work is what "try again" means."""

import pytest

from understand.home import call, understand

LAMP = call("home.turn_on", name="Floor Lamp")
DOOR = call("home.lock", name="Front Door")


@pytest.mark.parametrize(
    "text",
    [
        "try again", "please try that again", "again", "once more", "retry", "give it another try",
        "do it again", "もう一回", "もう一度", "もう一度やって", "もう一回試してみて",
        "再度お願いします", "やり直して",
    ],
)  # fmt: skip
def test_it_is_tried_again(text: str) -> None:
    assert understand(text, earlier=(LAMP,), asked=(LAMP,)).calls == (LAMP,)
    assert understand(text, earlier=(DOOR, LAMP), asked=(LAMP,)).calls == (LAMP,)


@pytest.mark.parametrize("text", ["try again", "もう一回やって"])
def test_what_is_only_offered_or_to_be_chosen_is_not_done_so(text: str) -> None:
    assert understand(text, asked=(DOOR,)).calls != (DOOR,)
    both = {"asked": (DOOR, LAMP), "offered": ("the door", "the lamp"), "earlier": (DOOR, LAMP)}
    assert DOOR not in understand(text, **both).calls


@pytest.mark.parametrize("text", ["try again tomorrow", "try the other one", "もう一度説明して"])
def test_other_words(text: str) -> None:
    assert understand(text, earlier=(LAMP,), asked=(LAMP,)).calls != (LAMP,)
