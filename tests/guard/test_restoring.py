"""What a model does to surrogates, and that the originals come out of it, however the stream is cut."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.surrogates.made import Made
from kippu.guard.restoring import Restorer
from kippu.guard.surrogates import Book, Pair
from kippu.guard.surrogates.pair import folded

ORIGINALS = [
    ("person", "Anna Kowalski"), ("person", "田中太郎"), ("phone", "(415) 765-2671"),
    ("phone", "090-1234-5678"),
    ("email", "anna.kowalski@gmail.com"), ("card", "4539 1488 0343 6467"), ("birth_date", "1990-05-03"),
    ("address", "12 Elm Street, Springfield, IL 62704"), ("organization", "Mallott General Store"),
    ("secret", "hunter2"),
]  # fmt: skip
MADE = Made(seed=11)
GIVEN = {text: MADE.of(kind, text) for kind, text in ORIGINALS}
FIRST, LAST = GIVEN["Anna Kowalski"].split()
FAMILY = next(other for one, other in MADE.book.pair("田中太郎").parts if one == "田中")  # type: ignore[union-attr]  # it was made above
STREET, TOWN = (GIVEN[ORIGINALS[7][1]].split()[1], GIVEN[ORIGINALS[7][1]].split(", ")[1])
PHONE, MOBILE = GIVEN["(415) 765-2671"], GIVEN["090-1234-5678"]
CARD = GIVEN["4539 1488 0343 6467"]
LONG = "Melisandor"
BIRTH = (date.fromisoformat(GIVEN["1990-05-03"]), date(1990, 5, 3))
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
ABROAD: tuple[Callable[[date], str], ...] = (
    lambda day: f"Nació el {day.day} de {SPANISH[day.month - 1]} de {day.year}.",
    lambda day: f"Geboren am {day.day}. {GERMAN[day.month - 1]} {day.year}",
    lambda day: f"am {day.day}. {GERMAN[day.month - 1]}",
    lambda day: f"({day.year % 100}/{day.month:02}/{day.day:02})",
)
MADE.book.add(Pair("person", (("Bartholomew", LONG),)))


def streamed(pieces: Sequence[str]) -> str:
    restorer = Restorer(MADE.book.homeward)
    return "".join(map(restorer.feed, pieces)) + restorer.end()


@pytest.mark.parametrize(
    ("answer", "restored"),
    [
        (f"Dear {FIRST} {LAST},", "Dear Anna Kowalski,"),
        (f"{FIRST}'s mother and the {LAST}s", "Anna's mother and the Kowalskis"),
        (f"{FIRST}’s and {FIRST}s", "Anna’s and Annas"),
        (f"DEAR {FIRST.upper()} {LAST.upper()}", "DEAR ANNA KOWALSKI"),
        (f"{FIRST.lower()}_{LAST.lower()}", "anna_kowalski"),
        (f"{LAST}, {FIRST}", "Kowalski, Anna"),
        (f"{FIRST[0]}. {LAST}", "A. Kowalski"),
        (f"{LAST}, {FIRST[0]}.", "Kowalski, A."),
        (f"{FIRST[0]}.{LAST[0]}.", "A.K."),
        (f"Ms. {LAST} or {FIRST} B. {LAST}", "Ms. Kowalski or Anna B. Kowalski"),
        (f"**{FIRST}** _{LAST}_ `{FIRST}`", "**Anna** _Kowalski_ `Anna`"),
        (f"{FIRST}\n{LAST}", "Anna\nKowalski"),
        (f"{FIRST}polis, a{LAST}", f"{FIRST}polis, a{LAST}"),
        (f"{FAMILY}さんと{FAMILY}様、{FAMILY}氏", "田中さんと田中様、田中氏"),
        (f"{GIVEN['田中太郎']}（{FAMILY}）です", "田中太郎（田中）です"),
        (PHONE.replace("(", "").replace(") ", ".").replace("-", "."), "415.765.2671"),
        (re.sub(r"\D", "", PHONE), "4157652671"),
        ("+1 " + PHONE, "+1 (415) 765-2671"),
        (MOBILE.replace("-", " "), "090 1234 5678"),
        ("+81 " + MOBILE[1:], "+81 90-1234-5678"),
        (CARD.replace(" ", ""), "4539148803436467"),
        (CARD.replace(" ", "-"), "4539-1488-0343-6467"),
        (GIVEN["anna.kowalski@gmail.com"].upper(), "ANNA.KOWALSKI@GMAIL.COM"),
        (GIVEN["hunter2"].upper(), "hunter2"),
        (f"{STREET} St., {TOWN.upper()}", "Elm St., SPRINGFIELD"),
        (f"the password {GIVEN['hunter2']}.", "the password hunter2."),
        ("Nobody is named here; call 911 on May 9.", "Nobody is named here; call 911 on May 9."),
        (f"your card ending in {CARD[-4:]}", "your card ending in 6467"),
        (f"**** **** **** {CARD[-4:]} (xxx-{MOBILE[-4:]})", "**** **** **** 6467 (xxx-5678)"),
        (f"call {PHONE[-8:]}", "call 765-2671"),
        (re.sub(r"\D+", "\u202f", PHONE).strip("\u202f"), "415\u202f765\u202f2671"),
        (CARD.replace(" ", "\u2009"), "4539\u20091488\u20090343\u20096467"),
        (f"{FIRST[:3]}\u00ad{FIRST[3:]} {LAST[:2]}\u00ad{LAST[2:4]}\u00ad{LAST[4:]}", "Anna Kowalski"),
        (f"'{FIRST}\\n{LAST}\\t{FIRST}'", "'Anna\\nKowalski\\tAnna'"),
        (f"C:\\Users\\{FIRST}\\n", "C:\\Users\\Anna\\n"),
        (f"{FIRST[0]}. {LAST[0]}. wrote", "A. K. wrote"),
        *(((write(BIRTH[0]), write(BIRTH[1]))) for write in ABROAD),
        (f"末尾{CARD[-4:]}のカード", "末尾6467のカード"),
    ],
)
def test_what_models_do(answer: str, restored: str) -> None:
    assert MADE.back(answer) == restored
    assert streamed(list(answer)) == restored
    for cut in range(1, len(answer)):
        assert streamed([answer[:cut], answer[cut:]]) == restored


HOUSE = MADE.of("address", "4417 Farm Road, Redvale")
NUMBER, ROAD = HOUSE.split()[0], HOUSE.split()[1]


@pytest.mark.parametrize(
    ("answer", "restored"),
    [
        (f"Number {NUMBER}, as you said. {NUMBER}.", "Number 4417, as you said. 4417."),
        (f"${NUMBER} {NUMBER}.5 1,{NUMBER} {NUMBER}% 12:{NUMBER} {NUMBER}/2", None),
        (f"12-{CARD[-4:]} and {CARD[-4:]}-12 and {PHONE[:-1]}", None),
        (f"{LONG[:3]}{LONG[4:]}, {LONG[:2]}{LONG[3]}{LONG[2]}{LONG[4:]}.", "Bartholomew, Bartholomew."),
        (f"{LONG[:4]}q{LONG[4:]}’s, {LONG[:-2].upper()}Q{LONG[-1:].upper()}", "Bartholomew’s, BARTHOLOMEW"),
        (f"{LONG[:2]}qq{LONG[4:]} {LONG[:5]} q{LONG[1:]} {LONG[:3].lower()}{LONG[4:]}", None),
        (f"un{LONG[:3]}{LONG[4:]} {LONG[:3]}{LONG[4:]}qq", None),
    ],
)  # fmt: skip
def test_short_numbers_and_slips_only_where_nothing_else_is_meant(answer: str, restored: str | None) -> None:
    assert MADE.back(answer) == (restored or answer)
    for cut in range(len(answer)):
        assert streamed([answer[:cut], answer[cut:]]) == (restored or answer)
    assert streamed(list(answer)) == (restored or answer)


def test_a_word_in_its_own_right_is_no_slip() -> None:
    book = Book([Pair("person", (("Anna", "Georgina"),)), Pair("person", (("Eva", "Kenworthy"),))])
    book.real = folded("We met Kenworth there")
    text = "Georgia, Kenworth, Georgin"
    assert book.homeward.replaced(text) == "Georgia, Kenworth, Anna"


def test_last_digits_leave_covered_where_words_say_what_they_are() -> None:
    covered = MADE.book.outward.replaced("the card ending in 6467, x6467, 6467 people; 末尾は6467")
    assert covered == f"the card ending in {CARD[-4:]}, x6467, 6467 people; 末尾は{CARD[-4:]}"


def _changed(text: str, how: str) -> str:
    return {"as it is": str, "capitals": str.upper, "small": str.lower}[how](text)


WORDS = st.sampled_from([
    "the", " ", ", ", ". ", "\n", "**", "「", "」さん", " - ", "call ", "Anna", "田", "1", "55", "@", "('",
    "’s", "s", "Dear ", "は",
])  # fmt: skip


@given(st.data())
def test_any_cut_gives_the_same(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.one_of(WORDS, st.sampled_from(list(GIVEN.values())), st.text(max_size=4))))
    answer = "".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(answer)), max_size=12)))
    parts = [answer[one:other] for one, other in zip([0, *cuts], [*cuts, len(answer)], strict=True)]
    assert streamed(parts) == MADE.back(answer)


@given(
    st.permutations(list(GIVEN)),
    st.sampled_from([", ", "; ", "\n- ", " | ", "、", " and "]),
    st.sampled_from(["as it is", "capitals", "small"]),
)
def test_any_order_and_case_comes_back(originals: list[str], between: str, how: str) -> None:
    exact = how == "as it is"
    given = [GIVEN[text] for text in originals]
    back = MADE.back(between.join(_changed(text, how) for text in given))
    wanted = between.join(originals)
    assert back == wanted if exact else back.casefold() == wanted.casefold()


@given(st.sampled_from(["phone", "card"]), st.text(" .-/", min_size=1, max_size=1), st.integers(2, 5))
def test_digits_grouped_anew(kind: str, mark: str, size: int) -> None:
    original = "(415) 765-2671" if kind == "phone" else "4539 1488 0343 6467"

    def grouped(text: str) -> str:
        digits = re.sub(r"\D", "", text)
        return mark.join(digits[at : at + size] for at in range(0, len(digits), size))

    assert MADE.back(f"on {grouped(GIVEN[original])}!") == f"on {grouped(original)}!"


@given(st.text())
def test_other_text_passes_as_it_is(text: str) -> None:
    if not any(
        word.casefold() in text.casefold() for pair in GIVEN.values() for word in re.findall(r"\w{2,}", pair)
    ):
        assert streamed(list(text)) == text


def test_no_more_is_held_than_may_be_a_surrogate() -> None:
    restorer = Restorer(MADE.book.homeward)
    longest = max(map(len, GIVEN.values())) + 4
    text = (
        f"Dear {FIRST}, "
        + "this is an answer of many words, as models give them. " * 5
        + " ".join(GIVEN.values())
    )
    for letter in text:
        restorer.feed(letter)
        assert len(restorer.held) <= longest
    assert Restorer(MADE.book.homeward).feed("Hello there, how are you ") == "Hello there, how are you "


def test_arguments_of_a_tool() -> None:
    restorer = Restorer(MADE.book.homeward)
    arguments = {"to": [FIRST, {"phone": PHONE}], "count": 3, "all": True, "none": None}
    assert restorer.restore_all(arguments) == {
        "to": ["Anna", {"phone": "(415) 765-2671"}], "count": 3, "all": True, "none": None,
    }  # fmt: skip


def test_a_corner_of_two_streets_comes_back() -> None:
    made = Made(seed=5)
    made.of("address", "5th & Vine")
    text = made.book.outward.replaced("I live at 5th & Vine, and 5th & Vine is loud")
    assert "Vine" not in text and made.back(text) == "I live at 5th & Vine, and 5th & Vine is loud"


@pytest.mark.parametrize(
    "address", ["Apt #25, 12 Elm Street, Dayton", "Suite #36, #37", "Unit # 41, 12 Elm Street"]
)
def test_a_numbered_door_comes_back(address: str) -> None:
    made = Made(seed=5)
    text = f"Send it to {made.of('address', address)}, please."
    assert address not in text and made.back(text) == f"Send it to {address}, please."
