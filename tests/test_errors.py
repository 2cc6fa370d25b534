"""What goes wrong is told to a person in both languages, wherever it is raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kippu
from kippu import errors

_PACKAGE = Path(kippu.__file__).parent
_TOLD_OTHERWISE = {
    "assistant.py": "in the language of what was said, which is known there",
    "engines/constrain.py": "to the program that sent a response_format",
    "engines/llama.py": "to the program that sent a request",
    "engines/pictures/files.py": "to the program that sent a picture",
    "engines/tools.py": "to the program that sent tools",
    "engines/weigh.py": "to code of our own",
    "server/problems.py": "to the program that sent a request",
    "server/v1_images.py": "to the program that sent a request",
    "skills/calculate/arithmetic.py": "by the skill, in its own words",
    "skills/calculate/units.py": "by the skill, in its own words",
    "skills/home/signs.py": "to the log",
    "skills/home/template.py": "to the log",
    "start/obeying.py": "in the words of the answer, which is in its language",
}
"""Where one text is enough, and to whom or how it is told."""


def _kinds() -> set[str]:
    """The names of all errors for people: those of the tree, and what others derive from them."""
    names = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    classes = [
        node
        for path in _PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not any(_begins(each) for each in node.body)
    ]
    for _ in range(3):
        names |= {each.name for each in classes if {ast.unparse(base) for base in each.bases} & names}
    return names - {"ClassVar"}


def _begins(statement: ast.stmt) -> bool:
    """Whether a class says in its own way how it begins."""
    return isinstance(statement, ast.FunctionDef) and statement.name == "__init__"


def _of_one_language() -> Iterator[str]:
    kinds = _kinds()
    for path in _PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                starred = any(isinstance(given, ast.Starred) for given in node.args)
                if len(node.args) + len(node.keywords) == 1 and not starred:
                    yield path.relative_to(_PACKAGE).as_posix()


def test_each_error_is_given_in_both_languages() -> None:
    assert "BadInput" in _kinds() and "WrongFile" in _kinds()
    assert set(_of_one_language()) == set(_TOLD_OTHERWISE)


def test_what_has_no_japanese_is_told_in_english() -> None:
    assert errors.NotFound("Nothing.", "何もありません。").say("ja") == "何もありません。"
    assert errors.NotFound("Nothing.").say("ja") == "Nothing."
