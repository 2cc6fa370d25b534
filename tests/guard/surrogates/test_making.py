"""Every kind gets something of its own kind and shape, and gets it back."""

import re

import pytest

from guard.surrogates.made import Made
from kippu.guard.surrogates import Book, Making
from kippu.guard.surrogates.lists import pools
from kippu.guard.surrogates.making import STAYING

SAID = [
    ("person", "Anna Kowalski"), ("person", "Maria del Carmen Ruiz-Lopez"), ("person", "O'Brien"),
    ("person", "BOB JONES"),
    ("person", "smith, john"), ("person", "田中太郎"), ("person", "佐々木 美咲"), ("person", "さくら"),
    ("person", "ジョン・スミス"),
    ("person", "Taro Tanaka"), ("person", "勅使河原"), ("person", "Björn Åkesson"),
    ("person", "Nguyễn Văn An"),
    ("address", "12 Elm Street, Springfield, IL 62704"),
    ("address", "6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677"),
    ("address", "東京都渋谷区神南1-2-3 メゾン神南 205号室"),
    ("address", "PO Box 1234"), ("address", "221B Baker Street"),
    ("place", "Grass Valley"), ("place", "川越市"), ("organization", "Mallott’s General Store"),
    ("organization", "山本商店"),
    ("organization", "株式会社ABCテック"), ("organization", "General Hospital"), ("organization", "KBRT"),
    ("phone", "+1 (415) 555-2671"), ("phone", "090-1234-5678"), ("phone", "+44 7911 123456"),
    ("phone", "0151 23456789"),
    ("phone", "415-555-9999 ext. 42"), ("phone", "０３－１２３４－５６７８"), ("phone", "+358 40 1234567"),
    ("email", "anna.kowalski87@gmail.com"), ("email", "info@acme.co.jp"),
    ("url", "https://acme.test/users/55?token=abc"),
    ("username", "@sora_99"), ("ip", "192.168.1.17"), ("ip", "8.8.4.4:443"),
    ("ip", "2a02:8070:1234::1"), ("ip", "3C:22:FB:12:34:56"),
    ("card", "4539 1488 0343 6467"), ("card", "378734493671000"),
    ("iban", "DE89 3704 0044 0532 0130 00"), ("account", "12345678"),
    ("ssn", "536-90-4399"), ("my_number", "1234 5678 9018"), ("licence", "D123-4567-8901"),
    ("passport", "TK1234567"),
    ("plate", "品川 300 あ 12-34"), ("plate", "8ABC123"), ("postcode", "〒150-0041"),
    ("postcode", "SW1A 1AA"),
    ("birth_date", "1990-05-03"), ("birth_date", "昭和60年5月3日"), ("secret", "hunter2"),
    ("secret", "sk-abcdEFGH12345678abcdEFGH"),
    ("secret", "1234"),
    ("secret", "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----"),
]  # fmt: skip


@pytest.mark.parametrize("kind, text", SAID)
@pytest.mark.parametrize("seed", range(5))
def test_it_is_another_and_comes_back(kind: str, text: str, seed: int) -> None:
    made = Made(seed=seed)
    surrogate = made.of(kind, text)
    assert surrogate != text
    words = re.findall(r"[^\W\d_]{4,}|\d{4,}", text)
    kept = {
        "General",
        "Street",
        "Hospital",
        "Store",
        "Uruguay",
        "BEGIN",
        "PRIVATE",
        "0151",
        "info",
        "https",
        "1990",
    }
    assert not [word for word in words if word in surrogate and word not in kept], surrogate
    for around in ("{}", "I said {}. Yes?", "({})", "**{}**", "彼は{}と言った", "{}'s"):
        assert made.back(around.format(surrogate)) == around.format(text)
    assert made.out(f"so {text}, again") == f"so {surrogate}, again"


@pytest.mark.parametrize("kind", sorted(STAYING))
def test_what_points_at_nobody_stays(kind: str) -> None:
    assert Made().of(kind, "Friday the 13th") == "Friday the 13th"


@pytest.mark.parametrize(
    "kind, text",
    [
        ("place", "Japan"), ("place", "the United States"), ("place", "Kyoto"), ("place", "東京"),
        ("place", "Ohio"), ("address", "Ohio"), ("address", "Germany"),
        ("organization", "Google"), ("organization", "Toyota's"), ("organization", "任天堂"),
        ("url", "https://www.wikipedia.org/"),
        ("person", "Dr."),
    ],
)  # fmt: skip
def test_what_millions_share_stays(kind: str, text: str) -> None:
    assert Made().of(kind, text) == text


def test_the_city_of_somebodys_address_is_another() -> None:
    """A large city stays as a place, and points at somebody where their home is (``lives.py``)."""
    made = Made()
    assert made.of("place", "Chicago") == "Chicago" != made.of("address", "Chicago")
    assert re.fullmatch(r"(?!Berlin)\w+, Germany", made.of("address", "Berlin, Germany"))
    assert made.back(made.out("Anna lives in Chicago")) == "Anna lives in Chicago"


def test_the_same_gets_the_same() -> None:
    made = Made(seed=1)
    full = made.of("person", "Anna Kowalski")
    first, last = full.split()
    assert made.of("person", "Anna Kowalski") == full
    assert made.of("person", "ANNA  KOWALSKI") == f"{first}  {last}".upper()
    assert made.of("person", "anna") == first.lower()
    assert made.of("person", "Ms. Kowalski") == f"Ms. {last}"
    assert made.of("person", "Anna B. Kowalski") == f"{first} B. {last}"
    assert made.of("email", "kowalski.anna@mail.com").startswith(f"{last}.{first}@example.".lower())
    assert made.of("person", "Jan Kowalski").split()[1] == last


def test_a_number_gets_the_same_however_it_is_written() -> None:
    made = Made(seed=2)
    assert made.of("phone", "+1 (415) 555-2671")[-4:] == made.of("phone", "415.555.2671")[-4:]
    local, coded = made.of("phone", "090-1234-5678"), made.of("phone", "+81 90 1234 5678")
    assert coded == "+81 " + local[1:].replace("-", " ")
    assert made.of("card", "4539148803436467") == made.of("card", "4539 1488 0343 6467").replace(" ", "")
    assert made.of("birth_date", "May 3, 1990") != "May 3, 1990"
    assert made.back(made.of("birth_date", "1990-05-03")) == "1990-05-03"


def test_two_never_share_one() -> None:
    made = Made(seed=3)
    names = [
        f"{a}{b}a Xq{c}lski" for a in "BDFGHKLMNP" for b in ("an", "el", "ir", "or", "us") for c in "aeiou"
    ]
    given = [made.of("person", name) for name in names]
    words = {word.casefold() for name in given for word in name.split()}
    assert len(words) == len({word for name in names for word in name.split()})
    assert made.back(", ".join(given)) == ", ".join(names)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_that_is_in_the_talk_is_given(seed: int) -> None:
    all_but = [item.latin for items in pools().values() for item in items][:-3]
    made = Made(real=" ".join(all_but), seed=seed)
    surrogate = made.of("person", "Anna Kowalski")
    assert not set(surrogate.split()) & set(all_but)


def test_a_number_whose_like_are_all_taken_gets_a_longer_one() -> None:
    book = Book()
    book.real = " ".join(map(str, range(1000)))
    pair = Making().pair("account", "123", "", book)
    assert pair is not None and pair.surrogate != "123"
    assert pair.surrogate not in book.real.split()


@pytest.mark.parametrize(
    "said",
    [
        "ada at mail dot net",
        "ada★mail.net",
        "ada@ mail . net",
        "ada [at] mail [dot] net",
        "ada AT mail DOT net",
    ],
)
def test_a_mail_address_in_words_keeps_nothing_of_its_host(said: str) -> None:
    made = Made(seed=2)
    given = made.of("email", said)
    assert re.fullmatch(r"\w+@example\.(?:com|org|net)", given)
    assert made.back(f"Write to {given}.") == f"Write to {said}."
