"""Requests that a skill is there for fit it, by meaning and words; others do not."""

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from kippu.engines.embedding import Embedder
from kippu.layers.fitting import FITS, NEEDS, fit, need

from .making import ENCODER

EMBEDDER = Embedder(ENCODER)
NAME = "payment-reminder"
PURPOSE = (
    "Drafts polite reminders for bills that were not paid, in three steps of firmness. Use when a customer "
    "owes money, an invoice is overdue, or a dunning letter is wanted."
)


@cache
def direct(text: str) -> NDArray[np.float32]:
    return EMBEDDER.embed(text, 64)


@pytest.mark.parametrize(
    "request_",
    [
        "Mr Tanaka still hasn't paid his invoice, write to him",
        "draft a second reminder to the bakery, it still owes us 300 euros",
        "I need a firm letter: the bill of May is overdue",
    ],
)
def test_what_it_is_there_for(request_: str) -> None:
    assert fit(request_, NAME, PURPOSE, direct) >= FITS


@pytest.mark.parametrize(
    "request_",
    [
        "who invented the invoice", "what does overdue mean", "my customers are so rude", "good morning",
        "write a letter to my grandmother", "how do companies make money", "invoice", "write a poem",
    ],
)  # fmt: skip
def test_what_it_is_not_there_for(request_: str) -> None:
    assert fit(request_, NAME, PURPOSE, direct) < FITS


def test_by_words_alone_where_nobody_knows_what_they_mean() -> None:
    assert fit("draft a reminder for the bill", NAME, PURPOSE, None) >= FITS
    assert fit("draft a poem for my aunt", NAME, PURPOSE, None) < FITS
    purpose = "請求書の督促状を書きます。支払いが遅れている取引先に送るときに使います。"
    assert fit("取引先に督促状を書いて", NAME, purpose, direct) >= FITS
    assert fit("夏の俳句を書いて", NAME, purpose, direct) < FITS


@pytest.mark.parametrize("how", [direct, None])
def test_a_page_is_needed_where_the_request_speaks_of_what_it_is_for(how: object) -> None:
    def needed(request: str) -> float:
        line, text = "For bills in yen, follow references/japan.md.", "Write the date as Reiwa. Use keigo."
        return need(request, line, text, PURPOSE, 0.0, how)  # type: ignore[arg-type]

    assert needed("write a reminder for a bill of 9,000 yen") >= NEEDS
    assert needed("remind the bakery of its bill of May") < NEEDS
