"""Settings: what wins over what, what is kept, and which value is wrong."""

from pathlib import Path

import pytest

from kippu.errors import SettingsError
from kippu.folder import data_folder
from kippu.settings import Provider, keep, load


def write(data: Path, text: str) -> None:
    (data / "settings.toml").write_text(text, encoding="utf-8")


def test_what_nobody_chose(data: Path) -> None:
    settings = load()
    assert (settings.data, settings.language, settings.home) == (data.resolve(), "auto", "")
    assert settings.host == "127.0.0.1"
    assert not (data / "settings.toml").exists()


def test_arguments_win_over_the_environment_and_that_over_the_file(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(data, 'language = "ja"\nport = 1111\nmodel = "kept"\n')
    monkeypatch.setenv("KIPPU_PORT", "2222")
    monkeypatch.setenv("KIPPU_MODEL", "from-environment")
    settings = load(model="given")
    assert (settings.language, settings.port, settings.model) == ("ja", 2222, "given")


def test_the_folder_is_what_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path / "x" / ".." / "y"))
    assert data_folder() == tmp_path.resolve() / "y"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KIPPU_DATA", "~/mine")
    assert data_folder() == tmp_path / "mine"
    monkeypatch.delenv("KIPPU_DATA")
    assert data_folder().name == "kippu"


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "70000"), ("port", "many"), ("language", "fr"), ("idle_minutes", "0"), ("idle_minutes", "-1")],
)
def test_a_wrong_value_names_the_setting_the_value_and_the_place(
    data: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"KIPPU_{name.upper()}", value)
    with pytest.raises(SettingsError) as caught:
        load()
    told = str(caught.value)
    assert f"'{name}'" in told
    assert value in told
    assert f"KIPPU_{name.upper()}" in told
    assert str(data / "settings.toml") in told


def test_a_wrong_value_in_the_file(data: Path) -> None:
    write(data, "port = -1\n")
    with pytest.raises(SettingsError, match="'port' can't be -1"):
        load()


def test_a_setting_that_does_not_exist(data: Path) -> None:
    write(data, "prot = 8000\n")
    with pytest.raises(SettingsError, match="prot"):
        load()


@pytest.mark.parametrize("text", ["port 8000", '"', "[[", "port = 1\nport = 2"])
def test_a_file_that_is_no_settings_file(data: Path, text: str) -> None:
    write(data, text)
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load()


def test_a_file_in_another_encoding(data: Path) -> None:
    (data / "settings.toml").write_bytes("home = 'ÄÖ'".encode("utf-16"))
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load()


def test_what_is_kept_is_there_at_the_next_start(data: Path) -> None:
    settings = load()
    keep(settings, model="another", language="ja")
    assert (settings.model, settings.language) == ("another", "ja")
    again = load()
    assert (again.model, again.language) == ("another", "ja")


@pytest.mark.parametrize(
    "value", ['quote " and \\ backslash', "行\nと改行", "mqtt://user:pä%20ss@host:1883", ""]
)
def test_any_text_is_kept_as_it_is(data: Path, value: str) -> None:
    keep(load(), home=value)
    assert load().home == value


def test_keeping_one_leaves_the_others(data: Path) -> None:
    write(data, 'language = "ja"\nport = 1234\n')
    keep(load(), port=4321)
    keep(load(), idle_minutes=2.5)
    again = load()
    assert (again.language, again.port, again.idle_minutes) == ("ja", 4321, 2.5)


def test_what_the_environment_says_is_not_written_down(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIPPU_PORT", "2222")
    keep(load(), language="en")
    monkeypatch.delenv("KIPPU_PORT")
    assert load().port == 8642


def test_a_wrong_value_is_not_kept(data: Path) -> None:
    settings = load()
    keep(settings, port=1234)
    with pytest.raises(SettingsError, match="port"):
        keep(settings, port=70000)
    assert settings.port == 1234
    assert load().port == 1234


def test_providers_are_kept_in_their_order(data: Path) -> None:
    near = Provider(name="近く", url="http://127.0.0.1:8000/v1", model="big")
    far = Provider(name="Far", url="https://api.example/v1", model="m", cents_out=60, key_variable="FAR_KEY")
    keep(load(), providers=[near, far], policy="ask me", never=["health"])
    again = load()
    assert again.providers == (near, far)
    assert (again.policy, again.never) == ("ask me", ("health",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('policy = "always"', "policy"),
        ('never = ["weather"]', "never.0"),
        ('[[providers]]\nname = "x"\nurl = "ftp://a"\nmodel = "m"', "providers.0.url"),
        ('[[providers]]\nname = "x"\nurl = "https://a"\nmodel = "m"\nkey = "sk-1"', "providers.0.key"),
        ("budget_cents = -1", "budget_cents"),
    ],
)
def test_a_wrong_choice_of_policy_is_named(data: Path, text: str, named: str) -> None:
    write(data, text)
    with pytest.raises(SettingsError, match=rf"'{named}'"):
        load()


def test_a_folder_that_is_gone_is_told(data: Path) -> None:
    settings = load()
    data.rmdir()
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        keep(settings, port=1234)
    assert settings.port == 8642


def test_no_half_written_file_is_left(data: Path) -> None:
    settings = load()
    for port in range(2000, 2010):
        keep(settings, port=port)
    assert [path.name for path in data.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "key",
    [
        "sk-live-1234",
        "sk_live_1234",
        "AKIAIOSFODNN7EXAMPLE",
        "AIzaSyD4example",
        "q8Zr2LmN0pXw4TtY",
        "0f" * 16,
        "a b",
    ],
)
def test_a_key_is_no_name_of_a_variable_and_is_not_repeated(data: Path, key: str) -> None:
    write(
        data,
        f'[[providers]]\nname = "A"\nurl = "https://a.example/v1"\nmodel = "m"\nkey_variable = "{key}"\n',
    )
    with pytest.raises(SettingsError, match="name of an environment variable") as caught:
        load()
    assert key not in str(caught.value) and key not in caught.value.ja


@pytest.mark.parametrize(
    "name", ["", "OPENAI_API_KEY", "OPENAI_API_KEY_2026_11_24", "cloud_key", "_K", "SK_CLOUD", "MyCloudKey2"]
)
def test_names_of_variables_are_taken(name: str) -> None:
    assert Provider(name="A", url="https://a.example/v1", model="m", key_variable=name).key_variable == name
