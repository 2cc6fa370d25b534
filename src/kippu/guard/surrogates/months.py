"""Dates as neighbours of English write them: an answer in another language still gets the true one back."""

from collections.abc import Callable, Iterator
from datetime import date

from kippu.guard.surrogates.spelling import MONTHS

_, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE = MONTHS
_DUTCH = "januari februari maart april mei juni juli augustus september oktober november december".split()
_WAYS: tuple[Callable[[date], str], ...] = (
    *(
        lambda day, names=names, between=between, end=end: (
            f"{day.day}{between}{names[day.month - 1]}" + (f"{end}{day.year}" if end else "")
        )
        for names, between, year in (
            (_SPANISH, " de ", " de "),
            (_PORTUGUESE, " de ", " de "),
            (_FRENCH, " ", " "),
            (_GERMAN, ". ", " "),
            (_ITALIAN, " ", " "),
            (_DUTCH, " ", " "),
        )
        for end in (year, "")
    ),
    lambda day: f"{day.year}년 {day.month}월 {day.day}일",
    lambda day: f"{day.month}월 {day.day}일",
    lambda day: f"{day.year % 100:02}/{day.month:02}/{day.day:02}",
)


def written_abroad(one: date, other: date) -> Iterator[tuple[str, str]]:
    """One date in these ways, each with the other written so."""
    for write in _WAYS:
        yield write(one), write(other)
