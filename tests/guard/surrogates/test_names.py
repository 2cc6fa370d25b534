"""A person for a person: of the same gender, script and origin."""

import pytest

from guard.surrogates.made import Made
from kippu.guard.surrogates.lists import known
from kippu.guard.surrogates.names import script_of
from kippu.guard.surrogates.pair import folded


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    ("name", "gender", "origin"),
    [
        ("Mary Smith", "f", "en"), ("John", "m", "en"), ("Jürgen Müller", "m", "german"),
        ("Lucia Rossi", "f", "romance"),
        ("Priya Patel", "f", "south"), ("Dmitri Ivanov", "m", "slavic"), ("花子", "f", "ja"),
        ("田中太郎", "m", "ja"),
        ("Hanako Sato", "f", "ja"), ("鈴木一郎", "m", "ja"), ("ジョン・スミス", "m", "en"),
        ("Fatima Hassan", "f", "arabic"),
    ],
)  # fmt: skip
def test_like_for_like(name: str, gender: str, origin: str, seed: int) -> None:
    made = Made(seed=seed)
    made.of("person", name)
    pair = made.book.pair(name)
    assert pair
    given = [known()[folded(other)] for one, other in pair.parts if one != other]
    assert {item.origin for item in given} == {origin}
    assert {item.gender for item in given if item.role == "given"} == {gender}
    assert [script_of(one) for one, _ in pair.parts] == [script_of(other) for _, other in pair.parts]


@pytest.mark.parametrize(
    ("before", "gender"), [("my wife ", "f"), ("Mr. ", "m"), ("her sister ", "f"), ("my son ", "m")]
)
def test_words_before_tell_the_gender(before: str, gender: str) -> None:
    for seed in range(10):
        made = Made(seed=seed)
        name = known()[folded(made.of("person", "Xanthor Qualliston", before).split()[0])]
        assert name.gender == gender


@pytest.mark.parametrize("seed", range(5))
def test_a_family_name_alone(seed: int) -> None:
    assert known()[folded(Made(seed=seed).of("person", "Xyzzywick", "ask Dr. "))].role == "family"
    assert known()[folded(Made(seed=seed).of("person", "Kowalski"))].role == "family"
    assert known()[Made(seed=seed).of("person", "高橋")].role == "family"


def test_the_same_name_in_another_script() -> None:
    made = Made(seed=4)
    surrogate = known()[made.of("person", "田中")]
    assert made.out("Tanaka and タナカ") == f"{surrogate.latin} and {surrogate.katakana}"
    assert made.back(f"Mr. {surrogate.latin}, {surrogate.katakana}さん") == "Mr. Tanaka, タナカさん"
    english = known()[folded(made.of("person", "Emma"))]
    assert made.back(f"{english.katakana}さん") == "エマさん"


def test_honorifics_stay() -> None:
    made = Made(seed=5)
    assert made.of("person", "田中様").endswith("様")
    assert made.of("person", "Mr. Smith").startswith("Mr. ")
    assert made.of("person", "Ludwig van Beethoven").split()[1] == "van"


def test_a_letter_and_its_marks_stay_together() -> None:
    """A vowel's sign is no letter of its own: half of a name would stay."""
    for name in ("प्रिया शर्मा", "สมชาย สุขสวัสดิ์", "দীপা", "தமிழரசி"):
        made = Made(seed=3).of("person", name)
        assert not set(made) & set(name) - {" "}, made
