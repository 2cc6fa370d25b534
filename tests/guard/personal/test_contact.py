"""Mail, web and internet addresses."""

import pytest

from kippu.guard.personal.contact import look


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("the switch sees 00a1.2b3c.4d5e on port 3", ("ip", "00a1.2b3c.4d5e")),
        ("mail ada.lovelace+news@example.co.uk!", ("email", "ada.lovelace+news@example.co.uk")),
        ("メールはtaro@example.jpまで", ("email", "taro@example.jp")),
        ("ada (at) example (dot) com", ("email", "ada (at) example (dot) com")),
        ("ada.love at example dot com", ("email", "ada.love at example dot com")),
        ("jane AT example DOT com, please", ("email", "jane AT example DOT com")),
        ("write jane@ example . com today", ("email", "jane@ example . com")),
        ("jane @ example.com", ("email", "jane @ example.com")),
        ("jane{at}example{dot}org", ("email", "jane{at}example{dot}org")),
        ("anna-at-example-dot-org", ("email", "anna-at-example-dot-org")),
        ("john.smith at gmail.com", ("email", "john.smith at gmail.com")),
        (
            "it's jdoe underscore 88 at yahoo dot co dot uk",
            ("email", "jdoe underscore 88 at yahoo dot co dot uk"),
        ),
        ("tanaka★example.jpまで", ("email", "tanaka★example.jp")),
        ("tanaka[アット]example.jp", ("email", "tanaka[アット]example.jp")),
        ("tanaka アットマーク example ドット jp", ("email", "tanaka アットマーク example ドット jp")),
        ("GET /u?m=ada%40example.org", ("email", "ada%40example.org")),
        ("see https://example.com/a?token=abc.", ("url", "https://example.com/a?token=abc")),
        ("予約はhttps://example.jp/u/8841から", ("url", "https://example.jp/u/8841")),
        ("www.example.org is mine", ("url", "www.example.org")),
        ("it is on example.io/shop now", ("url", "example.io/shop")),
        ("ping 192.168.1.24:8080", ("ip", "192.168.1.24:8080")),
        ("ping 2001:db8::8a2e:370:7334 now", ("ip", "2001:db8::8a2e:370:7334")),
        ("its card is 00:1A:2b:3c:4D:5e", ("ip", "00:1A:2b:3c:4D:5e")),
    ],
)
def test_found(text: str, want: tuple[str, str]) -> None:
    assert want in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "meet at 10:30",
        "look at the dot on the map",
        "dinner at noon dot",
        "we met at home at 5 dot com",
        "star★rating",
        "the sums are 1234.5678.9012, or add.ed12.cafe.",
        "version 300.2.1.999",
        "std::vector and a::b",
        "I said no.Then I left",
        "3.5 stars",
        "the user manual",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
