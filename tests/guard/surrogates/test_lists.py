"""Nothing in the lists that is given could be mistaken for something else."""

from kippu.guard.surrogates.kana import katakana, romaji
from kippu.guard.surrogates.lists import known_words, pools, words
from kippu.guard.surrogates.pair import folded


def test_no_name_that_is_given_is_a_common_word() -> None:
    given = {folded(form) for items in pools().values() for item in items for form in item.scripts}
    assert not given & known_words("common")
    assert all(len(form) > 1 for form in given)


def test_no_given_name_begins_like_a_word_of_one_letter() -> None:
    first = {item.latin[0] for (role, _, _), items in pools().items() for item in items if role == "given"}
    assert not first & {"I"}


def test_every_name_that_is_given_has_katakana() -> None:
    assert all(item.katakana for items in pools().values() for item in items)


def test_no_word_that_is_given_is_kept_or_shared() -> None:
    given = {
        folded(word) for heading in ("town en", "town world", "street", "brand") for word in words(heading)
    }
    for heading in ("common", "kept org", "kept address", "city", "region", "country", "famous"):
        assert not given & known_words(heading), heading


def test_kana() -> None:
    assert romaji("さかきばら") == "sakakibara"
    assert romaji("しゅんすけ") == "shunsuke"
    assert romaji("ゆうじろう") == "yujiro"
    assert romaji("ゆうじろう", long=True) == "yuujirou"
    assert romaji("きっかわ") == "kikkawa"
    assert romaji("いのうえ") == "inoue"
    assert katakana("きりゅう") == "キリュウ"
