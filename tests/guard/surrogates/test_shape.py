"""A surrogate has the shape of what it stands for."""

from kippu.guard.surrogates import Book, Making


def test_a_known_bank_stays_and_its_branch_is_another_town() -> None:
    pair = Making().pair("organization", "三菱UFJ銀行新宿支店", "", Book())
    assert pair is not None
    assert pair.surrogate.startswith("三菱UFJ銀行") and pair.surrogate.endswith("支店")
    assert "新宿" not in pair.surrogate


def test_a_number_in_words_is_one_in_words() -> None:
    pair = Making().pair("secret", "four two seven one", "", Book())
    assert pair is not None and pair.surrogate != pair.original
    figures = "zero one two three four five six seven eight nine".split()
    assert all(word in figures for word in pair.surrogate.split())
