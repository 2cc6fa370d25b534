"""Agent Skills: folders with a SKILL.md, as agentskills.io describes them.

The front matter (name, description) is read when the layer is; the body, and the pages that it points at,
only when they are needed. Scripts that lie beside it are never run here.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kippu.errors import LayerBroken
from kippu.failures_ja import unreadable_ja
from kippu.regex import regex

FILE = "SKILL.md"
_LONGEST = 200_000
_TEXTS = (".md", ".markdown", ".txt")
_NAME = regex("[a-z0-9]+(-[a-z0-9]+)*")
_FRONT = regex(r"\A---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A text beside a skill's instructions."""

    file: Path
    line: str
    """Of the instructions, which points at it."""

    def text(self) -> str:
        return self.file.read_text(encoding="utf-8", errors="replace").strip()


@dataclass(frozen=True, slots=True)
class AgentSkill:
    """One skill."""

    name: str
    description: str
    """What it does, and when to use it."""
    licence: str
    """As it says itself; may be empty."""
    file: Path
    scripts: int
    """Files under its ``scripts``, which are never run."""

    def body(self) -> str:
        """The instructions."""
        return _FRONT.sub("", self.file.read_text(encoding="utf-8")).strip()

    def pages(self) -> list[Page]:
        """The texts in its folder that the instructions point at by path or name."""
        folder, lines = self.file.parent, self.body().splitlines()
        found = []
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.suffix.lower() not in _TEXTS or name.parts[0] == "scripts" or path == self.file:
                continue
            pointing = [
                line.strip() for line in lines if re.search(rf"(?<![\w-]){re.escape(path.name)}", line)
            ]
            if pointing and path.is_file() and path.stat().st_size <= _LONGEST:
                found.append(Page(path, pointing[0]))
        return found


def read_skill(folder: Path) -> AgentSkill:
    """The skill in this folder; raises LayerBroken with what does not hold to the format."""
    file = folder / FILE
    where = f"{folder.name}/{FILE}"
    try:
        if file.stat().st_size > _LONGEST:
            raise LayerBroken(
                f"{where} is longer than {_LONGEST:,} bytes: move the details to files beside it.",
                f"{where} が{_LONGEST:,}バイトを超えています。詳細は隣のファイルに分けてください。",
            )
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LayerBroken(
            f"{where} is missing: a skill is a folder with a {FILE}.",
            f"{where} がありません。スキルは {FILE} を含むフォルダーです。",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise LayerBroken(
            f"{where} can't be read: {error}.", f"{where} を読めません（{unreadable_ja(error)}）。"
        ) from error
    front = _front(text, where)
    name, description = front.get("name"), front.get("description")
    if not isinstance(name, str) or len(name) > 64 or not _NAME.fullmatch(name):
        raise LayerBroken(
            f"{where}: name can't be {name!r}: up to 64 small letters, figures and single hyphens.",
            f"{where}: name を {name!r} にはできません。英小文字・数字・単独のハイフンで64文字までです。",
        )
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= 1024:
        raise LayerBroken(
            f"{where}: description has to be a text of 1 to 1024 characters.",
            f"{where}: description は1〜1024文字の文にしてください。",
        )
    scripts = sum(path.is_file() for path in (folder / "scripts").rglob("*"))
    return AgentSkill(name, description.strip(), str(front.get("license", "")), file, scripts)


def _front(text: str, where: str) -> dict[str, Any]:
    found = _FRONT.match(text)
    if not found:
        raise LayerBroken(
            f"{where} does not begin with front matter: name and description between two ---.",
            f"{where} の先頭に前書きがありません。--- で挟んで name と description を書いてください。",
        )
    try:
        front = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        raise LayerBroken(
            f"{where}: the front matter is no YAML: {error}.",
            f"{where}: 前書きがYAMLとして読めません（{unreadable_ja(error)}）。",
        ) from error
    if not isinstance(front, dict):
        raise LayerBroken(
            f"{where}: the front matter has no name and description.",
            f"{where}: 前書きに name と description がありません。",
        )
    return front
