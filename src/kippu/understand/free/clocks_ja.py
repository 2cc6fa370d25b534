"""What clocks elsewhere show when those of another place, or here, show a time, from a Japanese sentence:
「ロサンゼルスの午後3時は日本時間で何時」. Knows words; the templates know times.
"""

from collections.abc import Sequence

from kippu.places import is_here, zone_of
from kippu.regex import regex

_BEFORE = regex(r"(?:^|[、。 ])(?P<place>[^、。 ]{1,12}?)(?:時間)?(?:が|の|で|は|だと)?$")
_BEHIND = regex(
    r"^(?:に)?(?:のとき|の時|なら|だと|だったら|になったら|は|って)(?:には?|は)?、?(?P<place>[^、。 ]{1,12}?)"
    r"(?:時間)?(?:は|では|で|って|だと)?(?:今)?(?:何時|なんじ|いつ)"
)


def there(plain: str, clock: Sequence[tuple[int, int]]) -> str:
    """The question as a template takes it; empty where it isn't plain. ``clock``: where times of the clock
    stand."""
    if len(clock) != 1:
        return ""
    start, end = clock[0]
    said = plain[start:end].rstrip("はに")
    source, target = _BEFORE.search(plain[:start]), _BEHIND.match(plain[start + len(said) :])
    if source is None or target is None:
        return ""
    places = [found["place"].removesuffix("時間") for found in (source, target)]
    if not all(is_here(place) or zone_of(place) for place in places):
        return ""
    named = ["こちら" if is_here(place) else place for place in places]
    return f"{named[0]}が{said}のとき、{named[1]}は何時" if named[0] != named[1] else ""
