"""Which words English has."""

import pytest

from kippu.guard.personal.lexicon import is_common, is_formed, is_known, is_name, is_slip, is_word
from kippu.guard.personal.lexicon.lexicon import Tongue


@pytest.mark.parametrize("word", ["garden", "Garden", "colour", "color", "gardens", "rewrote"])
def test_common(word: str) -> None:
    assert is_common(word)
    assert is_known(word)


@pytest.mark.parametrize("word", ["Kosovo", "kosovo", "Einstein", "Spotify", "PyTorch"])
def test_known_but_not_common(word: str) -> None:
    assert is_known(word)
    assert not is_common(word)


@pytest.mark.parametrize("word", ["enalen", "vorlexa", "quorvex", "長谷川", ""])
def test_unknown(word: str) -> None:
    assert not is_known(word)


@pytest.mark.parametrize("word", ["wirte", "recieve", "garden", "gardn", "gaarden", "gerden"])
def test_slips(word: str) -> None:
    assert is_slip(word)


def test_names_are_no_slips() -> None:
    assert not any(map(is_slip, ("enalen", "vorlexa", "quorvex")))


def test_words_that_are_made_of_words() -> None:
    assert is_formed("countertops")
    assert is_formed("thylakoid")
    assert not is_formed("enalen")
    assert not is_formed("vorlexa")


def test_names_that_are_words_too() -> None:
    assert is_name("henry")
    assert is_common("henry")
    assert not is_name("garden")


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [("chinese", "希望", "北京"), ("korean", "회의", "민준"), ("japanese", "削減", "佐藤")],
)
def test_words_of_other_languages_without_their_names(language: Tongue, word: str, name: str) -> None:
    assert is_word(language, word)
    assert not is_word(language, name)
