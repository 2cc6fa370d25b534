"""Which word a question asks the meaning of, and what the dictionary that comes along says of it."""

from pathlib import Path

import pytest

from kippu.layers import Knowing, Shelf

from .making import ENCODER

SHIPPED = Shelf(Path("nowhere"), lambda model: None).layer("dictionary")


def told(question: str) -> str | None:
    found = Knowing(Path("nowhere"), ENCODER).define(question, SHIPPED)
    return found[0].text if found else None


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Tell me about the Moon.", "Moon: the natural satellite of the Earth. The average distance"),
        ("tell me something about elephants", "Elephant: "),
        ("can you explain photosynthesis to me please", "Photosynthesis: synthesis of compounds"),
        ("what are black holes?", "Black hole: a region of space"),
        ("what is the capital of australia", "Canberra: the capital of Australia"),
        ("what\u2019s the sun", "Sun: the star"),
        ("what is a bank", "1. Bank: sloping land"),
        ("What is DNA?", "DNA: (biochemistry)"),
        ("define cpu", "CPU: (noun) (computer science)"),
        ("what does \u201cubiquitous\u201d mean?", "Ubiquitous: (adjective) being present everywhere"),
        ("give me the definition of the word bank", "Bank:\n1. (noun) sloping land"),
        ("who was marie curie", "Curie: French chemist (born in Poland)"),
        ("who is Albert Einstein", "Einstein: physicist"),
        ("who was Cleopatra", "Cleopatra: "),
        ("what are the Alps", "Alps: "),
        ("tell me about Turkey", "Turkey: a Eurasian republic"),
        ("what are cookies", "Cookie: any of various small flat sweet cakes"),
        ("what are cities", "1. City: a large and densely populated urban area"),
    ],
)
def test_is_told(question: str, begins: str) -> None:
    text = told(question)
    assert text is not None and text.startswith(begins), text


def test_two_senses_at_most_of_a_thing() -> None:
    lines = (told("what is a bank") or "").splitlines()
    assert [line[:8] for line in lines] == ["1. Bank:", "2. Bank:"]
    assert "financial institution" in lines[1]


@pytest.mark.parametrize(
    "question",
    [
        "what is wrong", "what's up", "what's new", "what is it", "what is happening", "what is next",
        "what is the problem", "what is the answer", "what is the fuel level", "what is the time",
        "what is the meaning of life", "what does it mean", "what does the dog eat", "who are you",
        "who is there", "who is john", "who is my boss", "who was that", "tell me about your day",
        "tell me about yourself", "tell me a joke", "what is my name", "define", "explain", "what is",
        "what is AI", "what is ai", "what is C", "explain the joke", "tell me about the meeting",
        "define the problem", "tell me about the news", "What is Python?", "tell me about Apple",
        "what is dinner", "tell me about the blorfwangle",
        "how far is the moon", "who invented the telephone", "", "?", "月とは何ですか",
        "what is " + "a very " * 40 + "long word",
    ],
)  # fmt: skip
def test_asks_for_something_else(question: str) -> None:
    assert told(question) is None


def test_nobody_is_told_what_is_rude() -> None:
    assert "girl" not in (told("tell me about dogs") or "Dog: girl")
    assert "prostitute" not in (told("define john") or "prostitute")
