"""The routines that a layer brings: sayings, and the commands that each stands for.

A command is said as a person would say it, and read as theirs would be: it can do no more than they can, and
what it may not do unasked is for the step that understands.
"""

import tomllib
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kippu.errors import LayerBroken
from kippu.failures_ja import unreadable_ja
from kippu.names import Routine
from kippu.regex import regex
from kippu.values import unfit, why

_GAP = regex(r"\{([a-z_]+)\}")
_ANY_GAP = regex(r"[{}]")
_FEWEST_LETTERS = 2
_MOST_GAPS = 2
_SIDE_BY_SIDE = regex(r"\}\s*\{")


def _saying(text: str) -> str:
    own, gaps = _GAP.sub("", text), _GAP.findall(text)
    if len(gaps) > _MOST_GAPS or len(set(gaps)) < len(gaps) or _SIDE_BY_SIDE.search(text):
        raise unfit(
            f"a saying has at most {_MOST_GAPS} gaps, each with another name and words between them",
            f"言い方の空欄は{_MOST_GAPS}つまでで、名前を変え、間に言葉を入れてください",
        )
    if _ANY_GAP.search(own):
        raise unfit(
            "a gap is a word in small letters, such as {title}",
            "空欄は {title} のように英小文字で書いてください",
        )
    if sum(map(str.isalnum, own)) < _FEWEST_LETTERS:
        raise unfit("a saying needs words of its own", "言い方には、空欄のほかに言葉が必要です")
    return text.strip()


def _command(text: str) -> str:
    if _ANY_GAP.search(_GAP.sub("", text)):
        raise unfit(
            "a gap is a word in small letters, such as {title}",
            "空欄は {title} のように英小文字で書いてください",
        )
    return text.strip()


def _name(text: str) -> str:
    if _GAP.search(text):
        raise unfit("a name has no gaps: put them into says", "名前に空欄は使えません。says に書いてください")
    return _saying(text)


_Saying = Annotated[str, Field(min_length=2, max_length=100), AfterValidator(_saying)]
_Command = Annotated[str, Field(min_length=2, max_length=200), AfterValidator(_command)]


class _Form(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class _Routine(_Form):
    name: Annotated[str, Field(min_length=2, max_length=60), AfterValidator(_name)]
    says: tuple[_Saying, ...] = Field(default=(), max_length=40)
    does: tuple[_Command, ...] = Field(min_length=1, max_length=12)


class _File(_Form):
    routine: tuple[_Routine, ...] = Field(min_length=1, max_length=200)


def read_routines(file: Path, layer: str) -> tuple[Routine, ...]:
    """The routines in a layer's file; raises LayerBroken with the field that is wrong."""
    try:
        told = _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        en, ja = (
            ("is no field of a routine", "ルーティンにない項目です")
            if first["type"] == "extra_forbidden"
            else why(first)
        )
        raise LayerBroken(
            f"{layer}: {file.name}: {field}: {en}.", f"{layer}: {file.name}: {field}: {ja}。"
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LayerBroken(
            f"{layer}: {file.name} can't be read: {error}.",
            f"{layer}: {file.name} を読めません（{unreadable_ja(error)}）。",
        ) from error
    for one in told.routine:
        _check_gaps(one, file, layer)
    return tuple(Routine(one.name, one.says, one.does, layer) for one in told.routine)


def _check_gaps(routine: _Routine, file: Path, layer: str) -> None:
    said = {gap for saying in (routine.name, *routine.says) for gap in _GAP.findall(saying)}
    for command in routine.does:
        if missing := set(_GAP.findall(command)) - said:
            gap = min(missing)
            raise LayerBroken(
                f"{layer}: {file.name}: “{command}” has the gap {{{gap}}}, "
                f"and no saying of {routine.name} has it.",
                f"{layer}: {file.name}: 「{command}」の空欄 {{{gap}}} が、"
                f"{routine.name} のどの言い方にもありません。",
            )
