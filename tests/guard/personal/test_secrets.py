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
        ("the door code (2580*) is on the chat", "2580*"),
        ("The alarm code at Wexcombe Village Hall is 4096.", "4096"),
        ("The key safe is 7719.", "7719"),
        ("SMTP_PASS=Tsuki#mi-Dango8 in my file", "Tsuki#mi-Dango8"),
        ("Guest wifi: network Heron, pass three-herring-lane.", "three-herring-lane"),
        ("玄関のキーボックスは5-1-9-3、鍵は中", "5-1-9-3"),
        ("金庫は右に37、左に12で開く", "右に37、左に12"),
        ('password="s3cr3t"', "s3cr3t"),
        ("the pass is Winter.2018! here", "Winter.2018!"),
        ("code on the back jh7Kxptqw3", "jh7Kxptqw3"),
        ("Wi-Fiのパスワードはsakura2024!です", "sakura2024!"),
        ("暗証番号は4821だから", "4821"),
        ("APIキーはZx9_kQ2", "Zx9_kQ2"),
        ("the password's blue-Horse-77, for guests", "blue-Horse-77"),
        ("my pw Kanel42! is gone", "Kanel42!"),
        ("the gate is 4408, come in", "4408"),
        ("Key under the pot, alarm 5512.", "5512"),
        ("CVVが451なのに", "451"),
        ("I use Giraffe!9021 for everything", "Giraffe!9021"),
        ("The password is: correct-horse-battery-staple", "correct-horse-battery-staple"),
        ("my wifi password is correct horse battery staple", "correct horse battery staple"),
        ("Mein Passwort ist Sommer2024", "Sommer2024"),
        ("my passphrase is the quick brown fox jumps", "the quick brown fox jumps"),
        ("seed phrase: abandon ability able about above", "abandon ability able about above"),
        ('password = "open sesame please"', "open sesame please"),
        ("my password? it's Fluffy2019!", "Fluffy2019!"),
        ("I use Fluffy2019! for everything", "Fluffy2019!"),
        ("I always use Rex1987 as my password", "Rex1987"),
        ('use "swordfish" as the password', "swordfish"),
        ("export API_TOKEN=abcd1234efgh5678", "abcd1234efgh5678"),
        ("AWS secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("the safe opens with 12-34-56", "12-34-56"),
        ("the combination to the locker is 12 34 56", "12 34 56"),
        ("Her PIN, 4821, is written there", "4821"),
        ("Wi-Fiのパスは hanako0503", "hanako0503"),
        ("Wi-FiのPWはsakura0101", "sakura0101"),
        ("パスワードは「うさぎとかめ」です", "うさぎとかめ"),
        ("パスワード：ひまわり", "ひまわり"),
        ("合言葉はひらけごまです", "ひらけごま"),
        ("金庫の番号は12-34-56", "12-34-56"),
        ("ID kuma パス wankoro2013 です", "wankoro2013"),
        ("Wi-Fiのキーb7k2m9x4が違う", "b7k2m9x4"),
        ("mysql -u root -pS3cretpw db", "S3cretpw"),
        ("curl -u ann:hunter2x https://a.example", "hunter2x"),
        ("run it --password=plum77cake now", "plum77cake"),
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
        "the pass is 1500 m high, a bus pass is 20% off",
        "code on the back of it is unreadable, code on the side 12345678",
        "my password is wrong",
        "mysql -u root -p asks for it",
        "定期のパス 12000円",
        "curl -u $USER:$PASS and --password <yours>",
        "set an alarm 0730",
        "stay safe 2024",
        "I forgot the password",
        "the token was invalid",
        "a counterrevolutionary idea",
        "the password is case sensitive and too short",
        "the password is stored in a vault",
        "my password is wrong every time",
        "how the hash token is generated",
        "Password: minimum 8 characters",
        "I use 1Password as my password manager",
        "the combination of red and blue is purple",
        "the door opens with 3000 fans waiting",
        "Euro2024! was fun, as was IPv4",
        "the path /Users/anna/MyProject2/src/AppMain/FooBar is mine",
        "What does the PIN code of Delhi mean?",
        "パスワードはランダムです",
        "パスワードは忘れた",
        "パスワード：必須",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == set()
