"""One settings file, ``settings.toml`` in the data folder, with ``KIPPU_…`` environment overrides.

Knows where things are kept and what the person chose; reads nothing else.
"""

import tomllib
from pathlib import Path
from typing import Any, ClassVar, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kippu.errors import SettingsError
from kippu.failures_ja import unreadable_ja
from kippu.folder import data_folder
from kippu.regex import regex
from kippu.values import is_secret, secret, why

Policy = Literal["device only", "ask me", "when it helps"]
"""May a larger model elsewhere be asked: never; only after a look at what would leave; or when it helps."""

Topic = Literal["health", "money", "work", "family", "faith", "politics", "intimacy", "law"]
"""What a person may want to keep at home whatever the policy."""


_VARIABLE = regex(r"[A-Za-z_][A-Za-z0-9_]*")
_LIKE_A_KEY = regex(
    r"^(?:sk|pk|rk|gsk|hf|gh[a-z]|github_pat|glpat|xai|xox[a-z]|r8|pplx|nvapi)_|^AKIA|^AIza"
    r"|^(?=\w*[a-z])(?=\w*[A-Z])(?=\w*[0-9])\w{16}|^[0-9a-f]{24}"
)
"""How providers' keys begin, and what only chance writes; names of variables are made of words."""


class Provider(BaseModel):
    """A cloud that speaks OpenAI's API. Its key is in the system's keyring or the environment, never here."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=60)
    """What the person calls it; the ledger names it so."""
    url: str = Field(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?$")
    """Base address, such as ``https://api.example/v1``."""
    model: str = Field(min_length=1)
    """The model's name there."""
    key_variable: str = Field(default="", max_length=100, pattern=r"^([A-Za-z_][A-Za-z0-9_]*)?$")
    """Environment variable that holds the key; empty looks into the system's keyring."""
    context: int = Field(default=8192, ge=256)
    """Tokens that a request and its answer may take together."""
    cents_in: float = Field(default=0, ge=0)
    """US cents for a million tokens of a request."""
    cents_out: float = Field(default=0, ge=0)
    """US cents for a million tokens of an answer."""

    @field_validator("url", mode="before")
    @classmethod
    def _no_key_in_the_address(cls, url: object) -> object:
        if isinstance(url, str) and any(sign in url for sign in "@?#"):
            raise secret(
                "an address with @, ? or # may hold a password or a key, and that belongs into the keyring "
                "or an environment variable",
                "「@」「?」「#」の付いたアドレスには、パスワードやキーが含まれているおそれがあります。"
                "キーリングか環境変数に入れてください",
            )
        return url

    @field_validator("key_variable", mode="before")
    @classmethod
    def _no_key_for_its_name(cls, name: object) -> object:
        if isinstance(name, str) and name and (not _VARIABLE.fullmatch(name) or _LIKE_A_KEY.search(name)):
            raise secret(
                "it is the name of an environment variable, such as CLOUD_KEY, and never the key itself",
                "CLOUD_KEY のような環境変数の名前を書いてください。キーそのものは書けません",
            )
        return name


class Settings(BaseSettings):
    """What the person chose. A setting exists only where two people need two values."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix="KIPPU_", extra="forbid", validate_assignment=True
    )

    data: Path = Field(default_factory=data_folder)
    language: Literal["auto", "en", "ja"] = "auto"
    """Language of the interface and of answers; auto follows the sentence."""
    model: str = "smollm2-135m-instruct"
    """Catalogue id of the model that talks."""
    layer: str = "auto"
    """Name of the layer that answers what is no command; ``auto`` follows the request, ``none`` uses none."""
    home: str = ""
    """Address of the home's MQTT broker, ``mqtt://user:password@host:1883``; empty plays the demo home."""
    host: str = "127.0.0.1"
    port: int = Field(default=8642, ge=0, le=65535)
    idle_minutes: float = Field(default=10, gt=0)
    """Minutes without a request after which a model leaves memory."""
    policy: Policy = "device only"
    """May a larger model elsewhere be asked; with ``device only`` nothing here can send."""
    never: tuple[Topic, ...] = ()
    """Topics that stay on the device whatever the policy."""
    providers: tuple[Provider, ...] = ()
    """Who may be asked, in this order."""
    budget_cents: float = Field(default=500, ge=0)
    """US cents that may be spent in a calendar month; what would pass it stays on the device."""
    keep_sent: bool = True
    """Keep the exact text of what left in the ledger; else its digest and size alone."""
    c2pa_certificate: Path | None = None
    """A chain of certificates (PEM) that pictures are signed with, the signer's first; none signs nothing."""
    c2pa_key: Path | None = None
    """Its private key (PEM)."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        file = TomlConfigSettingsSource(settings_cls, toml_file=data_folder() / "settings.toml")
        return init_settings, env_settings, file


def load(**overrides: Any) -> Settings:
    """Read the settings; raises SettingsError that names the setting and the place."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        # What stands where nothing belongs may be a key: it is not repeated.
        unknown = first["type"] == "extra_forbidden"
        en, ja = why(first)
        wrong, wrong_ja = (
            f"can't be {first.get('input')!r}: {en}",
            f"を {first.get('input')!r} にはできません（{ja}）",
        )
        if is_secret(first):
            wrong, wrong_ja = f"can't be used: {en}", f"は使えません（{ja}）"
        elif unknown:
            wrong, wrong_ja = "does not exist", "はありません"
        elif first["type"] == "missing":
            wrong, wrong_ja = "is missing", "がありません"
        raise SettingsError(
            f"The setting '{name}' {wrong}. "
            f"Change it in {data_folder() / 'settings.toml'} or in KIPPU_{str(first['loc'][0]).upper()}.",
            f"設定「{name}」{wrong_ja}。{data_folder() / 'settings.toml'} または環境変数 "
            f"KIPPU_{str(first['loc'][0]).upper()} で直してください。",
        ) from (None if is_secret(first) else error)
    except ValueError as error:
        raise SettingsError(
            f"{data_folder() / 'settings.toml'} can't be read: {error}",
            f"{data_folder() / 'settings.toml'} を読めません（{unreadable_ja(error)}）。",
        ) from error


def keep(settings: Settings, **chosen: Any) -> None:
    """Change settings for now and the next start; raises SettingsError if one is wrong or can't be kept."""
    file = data_folder() / "settings.toml"
    try:
        changed = settings.model_copy()
        for name, value in chosen.items():
            setattr(changed, name, value)
        kept = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        kept |= changed.model_dump(mode="json", include=set(chosen))
        new = file.with_suffix(".new")
        new.write_text(tomli_w.dumps(kept), encoding="utf-8")
        new.replace(file)
        for name in chosen:
            setattr(settings, name, getattr(changed, name))
    except ValidationError as error:
        first = error.errors()[0]
        en, ja = why(first)
        if is_secret(first):
            raise SettingsError(f"This can't be used: {en}.", f"使えません（{ja}）。") from None
        raise SettingsError(
            f"The settings can't be {chosen}: {en}.", f"設定を {chosen} にはできません（{ja}）。"
        ) from error
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{file} can't be changed: {error}",
            f"{file} を変更できません（{unreadable_ja(error)}）。",
        ) from error
