"""Modules that a program names are nobody's."""

import pytest

from kippu.guard.personal import Finder


def found(text: str) -> list[str]:
    return [piece.text for piece in Finder().find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "import os, sys\nprint(sys.argv)",
        "import matplotlib.pyplot as plt",
        "from flask import Flask, jsonify",
        'import { Foo, Bar } from "./baz";',
        "use std::collections::HashMap;",
        "using System.Linq;",
        "package com.example.app;",
        "Why does `import pandas as pd, numpy as np` fail?",
    ],
)
def test_modules_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import os\nTell Miriam Okonkwo that it works", ["Miriam Okonkwo"]),
        ("import Anna Kowalski's contacts", ["Anna Kowalski"]),
        ("import Anna", ["Anna"]),
        ("from anna_tools import x\nname = 'Anna Kowalski'", ["anna", "Anna Kowalski"]),
    ],
)
def test_somebody_beside_them_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names
