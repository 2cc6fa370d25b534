"""A network of its own for a test."""

from collections.abc import Iterator

import pytest

from .lan import Lan


@pytest.fixture
def lan() -> Iterator[Lan]:
    lan = Lan()
    yield lan
    lan.close()
