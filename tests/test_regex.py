"""Patterns that wait for their first use, which must not find a mistake in one of them."""

import importlib
import pkgutil
import re

import pytest

import kippu
from kippu.regex import _ALL, _Regex, compiling, regex

_OF_EXTRAS = {"torch", "peft", "transformers", "cyllama", "libzim"}


def test_it_does_what_a_compiled_one_does() -> None:
    word = regex(r"(?P<first>[a-z])\w*", re.IGNORECASE)
    found = word.search("1 Two three")
    assert found is not None and (found[0], found["first"]) == ("Two", "T")
    assert word.sub("x", "One two") == "x x"
    assert [match[0] for match in word.finditer("a b")] == ["a", "b"]
    assert word.pattern == r"(?P<first>[a-z])\w*" and word.groups == 1 and word.flags & re.IGNORECASE


def test_a_mistake_is_raised_at_its_first_use() -> None:
    broken = _Regex("(", 0)
    with pytest.raises(re.error):
        broken.search("")


def test_no_pattern_of_kippu_has_a_mistake() -> None:
    for module in pkgutil.walk_packages(kippu.__path__, "kippu."):
        if module.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            assert (error.name or "").partition(".")[0] in _OF_EXTRAS, error
    assert len(list(compiling())) == len(_ALL) > 800
    assert all("compiled" in vars(pattern) for pattern in _ALL)
