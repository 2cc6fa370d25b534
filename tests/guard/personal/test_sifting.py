"""What is taken for somebody's and is nobody's stays; what is somebody's is still found."""

import pytest

from kippu.guard.personal import Finder, Known
from kippu.guard.surrogates.making import STAYING


def personal(text: str, finder: Finder | None = None) -> list[str]:
    return [piece.text for piece in (finder or Finder()).find(text) if piece.kind not in STAYING]


@pytest.mark.parametrize(
    "text",
    [
        "REST API with an API key",
        "My app calls a REST API with an API key, why does it fail?",
        "What is the difference between RAM and SSD?",
        "difference between TCP and UDP in IPv6",
        "How does CRISPR work?",
        "Who was Marie Curie?",
        "What did Einstein publish in 1905?",
        "what did einstein publish in 1905",
        "Write a poem about Frida Kahlo.",
        "Explain what an AdaBoost classifier does",
        "what's the difference between tcp and udp",
        "how to use ffmpeg to cut a video",
        "convert this json to yaml",
        "アインシュタインは1905年に何を発表した？",
        "夏目漱石はいつ生まれましたか？",
    ],
)
def test_a_question_about_the_world_stays_as_it_is(text: str) -> None:
    assert personal(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My colleague Marie Curie called me, what should I say?", "Marie Curie"),
        ("Call Marie Curie on 030 1234567", "Marie Curie"),
        ("My boss is Albert Einstein and his phone is 555 0100", "Albert Einstein"),
        ("Tell Darwin I am late", "Darwin"),
        ("同僚の夏目漱石に電話して", "夏目漱石"),
        ("Who was Miriam Okonkwo?", "Miriam Okonkwo"),
        ("What did Miriam Okonkwo publish in 1905?", "Miriam Okonkwo"),
        ("what does Rashida mean when she replies so", "Rashida"),
        ("tell podman my colleague that the rent is due", "podman"),
        ("The visa form has surname NGUYEN, given names THI MINH KHAI, and my passport", "THI MINH KHAI"),
        ("I live in Oundle, what can I do there?", "Oundle"),
    ],
)
def test_people_are_found_whoever_has_the_same_name(text: str, name: str) -> None:
    assert name in " ".join(personal(text))


def test_a_contact_is_found_whatever_is_asked() -> None:
    finder = Finder(lambda: [Known("person", "Marie Curie")])
    assert personal("Who was Marie Curie?", finder) == ["Marie Curie"]
    assert personal("Who was Marie Curie?") == []


def test_a_verb_is_no_part_of_a_name() -> None:
    assert personal("What did Miriam Okonkwo publish?") == ["Miriam Okonkwo"]


def test_a_date_is_no_passport() -> None:
    found = Finder().find("Passport X1234567, born 1987-05-03")
    assert [(piece.kind, piece.text) for piece in found] == [
        ("passport", "X1234567"),
        ("birth_date", "1987-05-03"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my locker code is 12-34-56", "12-34-56"),
        ("my pin is four two seven one", "four two seven one"),
        ("ring five five five oh one two three four", "five five five oh one two three four"),
    ],
)
def test_codes_are_found_however_they_are_said(text: str, value: str) -> None:
    assert value in personal(text)
