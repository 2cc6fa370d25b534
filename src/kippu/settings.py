"""One settings file, ``settings.toml`` in the data folder, with ``KIPPU_…`` environment overrides.

Knows where things are kept and what the person chose; reads nothing else.
"""

import json
import os
import tomllib
from pathlib import Path
from typing import Any, ClassVar, Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kippu.errors import SettingsError


def data_folder() -> Path:
    """Folder that holds all of this person's Kippu: settings, record, models. ``KIPPU_DATA`` moves it."""
    chosen = os.environ.get("KIPPU_DATA")
    return Path(chosen).expanduser().resolve() if chosen else user_data_path("kippu", appauthor=False)


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
    home: str = ""
    """Address of the home's MQTT broker, ``mqtt://user:password@host:1883``; empty plays the demo home."""
    host: str = "127.0.0.1"
    port: int = Field(default=8642, ge=0, le=65535)
    idle_minutes: float = Field(default=10, gt=0)
    """Minutes without a request after which a model leaves memory."""

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
        raise SettingsError(
            f"The setting '{name}' can't be {first.get('input')!r}: {first['msg']}. "
            f"Change it in {data_folder() / 'settings.toml'} or in KIPPU_{name.upper()}."
        ) from error
    except ValueError as error:
        raise SettingsError(f"{data_folder() / 'settings.toml'} can't be read: {error}") from error


def keep(settings: Settings, **chosen: Any) -> None:
    """Change settings for now and the next start; raises SettingsError if one is wrong or can't be kept."""
    file = data_folder() / "settings.toml"
    try:
        for name, value in chosen.items():
            setattr(settings, name, value)
        kept = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        lines = [
            f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
            for name, value in {**kept, **chosen}.items()
        ]
        new = file.with_suffix(".new")
        new.write_text("".join(lines), encoding="utf-8")
        new.replace(file)
    except ValidationError as error:
        raise SettingsError(f"The settings can't be {chosen}: {error.errors()[0]['msg']}.") from error
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} can't be changed: {error}") from error
