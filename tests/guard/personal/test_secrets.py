"""Keys, tokens, passwords."""

import pytest

from kippu.guard.personal.secrets import look


def found(text: str) -> set[str]:
    return {text[span.start : span.end] for span in look(text)}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("use sk-proj-aB3dE5fG7hI9jK1lM3nO5pQ7 now", "sk-proj-aB3dE5fG7hI9jK1lM3nO5pQ7"),
        ("ghp_0123456789abcdefghijABCDEFGHIJ012345", "ghp_0123456789abcdefghijABCDEFGHIJ012345"),
        ("AKIAIOSFODNN7EXAMPLE is it", "AKIAIOSFODNN7EXAMPLE"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
        ("Authorization: Bearer abcdef0123456789", "abcdef0123456789"),
        ("the password is hunter2!", "hunter2!"),
        ("my password for the bank is: blue-Horse9.", "blue-Horse9"),
        ("pin: 4821", "4821"),
        ('password="s3cr3t"', "s3cr3t"),
        ("Wi-Fiのパスワードはsakura2024!です", "sakura2024!"),
        ("暗証番号は4821だから", "4821"),
        ("APIキーはZx9_kQ2", "Zx9_kQ2"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----",
        ),
    ],
)
def test_found(text: str, want: str) -> None:
    assert want in found(text)


@pytest.mark.parametrize(
    "text",
    ["my password is wrong", "I forgot the password", "the token was invalid", "a counterrevolutionary idea"],
)
def test_left_alone(text: str) -> None:
    assert found(text) == set()
