"""What a sentence says together, as commands one by one, so that each reads well by itself."""

from collections.abc import Callable
from datetime import datetime

from kippu.turn import Language
from kippu.understand.one_by_one.a_while import for_a_while
from kippu.understand.one_by_one.again import switched_back
from kippu.understand.one_by_one.bare import with_time
from kippu.understand.one_by_one.english import each_en
from kippu.understand.one_by_one.in_place import in_its_place
from kippu.understand.one_by_one.japanese import each_ja, from_one_to_another
from kippu.understand.one_by_one.played import played_apart
from kippu.understand.one_by_one.timers import timers_apart

__all__ = ["each_by_itself", "from_one_to_another", "with_time", "with_times"]


def with_times(text: str, language: Language, now: datetime) -> str:
    """The sentence with every time of it said as one, where it belongs."""
    return in_its_place(with_time(for_a_while(text, language)), language, now)


def each_by_itself(text: str, language: Language, is_switched: Callable[[str], bool]) -> str:
    """What the sentence says together, as a command for each: "set a timer for 5 minutes and one for 10".
    ``is_switched`` says whether words are of a thing that can be turned on and off."""
    for apart in (timers_apart, played_apart):
        if (said := apart(text, language)) != text:
            return said
    if (said := switched_back(text, language, is_switched)) != text:
        return said
    return each_en(text) if language == "en" else each_ja(text)
