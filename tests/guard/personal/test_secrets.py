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
        ("the password's blue-Horse-77, for guests", "blue-Horse-77"),
        ("my pw Kanel42! is gone", "Kanel42!"),
        ("the gate is 4408, come in", "4408"),
        ("Key under the pot, alarm 5512.", "5512"),
        ("CVVが451なのに", "451"),
        ("I use Giraffe!9021 for everything", "Giraffe!9021"),
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
    [
        "my password is wrong",
        "set an alarm 0730",
        "stay safe 2024",
        "I forgot the password",
        "the token was invalid",
        "a counterrevolutionary idea",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == set()
