"""One list without overlaps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kippu.guard.personal.merging import Span, merge

TEXT = "call Anna Maria at 555-0101 now"


def test_the_more_trusted_one_wins_and_the_rest_of_the_other_stays() -> None:
    found = merge(TEXT, [Span(5, 15, "person", 5), Span(5, 9, "organization", 8)])
    assert [(one.kind, one.text) for one in found] == [("organization", "Anna"), ("person", "Maria")]


def test_two_pieces_of_one_thing_become_one() -> None:
    found = merge(TEXT, [Span(19, 25, "phone", 7), Span(21, 27, "phone", 5)])
    assert [(one.kind, one.text) for one in found] == [("phone", "555-0101")]


def test_marks_alone_are_nothing() -> None:
    assert merge("a ... b", [Span(2, 5, "person", 5)]) == ()


spans = st.builds(
    lambda start, length, kind, trust: Span(start, start + length, kind, trust),
    st.integers(0, 30), st.integers(1, 12), st.sampled_from(["person", "phone"]), st.integers(1, 9),
)  # fmt: skip


@given(st.lists(spans, max_size=8))
def test_sorted_apart_and_nothing_left_open(given_spans: list[Span]) -> None:
    found = merge(TEXT, given_spans)
    assert list(found) == sorted(found, key=lambda one: one.start)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(TEXT[one.start : one.end] == one.text for one in found)
    wanted = {
        at for span in given_spans for at in range(span.start, min(span.end, len(TEXT))) if TEXT[at].isalnum()
    }
    assert wanted <= {at for one in found for at in range(one.start, one.end)}


def test_half_a_number_is_found_as_the_whole() -> None:
    (found,) = merge("PAN BNZPM2501F.", [Span(4, 13, "ssn", 7)])
    assert found.text == "BNZPM2501F"


def test_japanese_goes_on_behind_a_piece() -> None:
    (found,) = merge("会員番号123です", [Span(4, 7, "account", 7)])
    assert found.text == "123"
