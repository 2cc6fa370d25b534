"""What else the usual floors are called, in both languages: a home announces one name for each. Data."""

from collections.abc import Sequence

_UPPER = ("2階", "上の階", "上階", "upstairs", "upper floor")
_LOWER = ("1階", "下の階", "下階", "downstairs", "ground floor")
_CALLED = {
    "upstairs": _UPPER,
    "upper floor": _UPPER,
    "ground floor": _LOWER,
    "downstairs": _LOWER,
    "basement": ("地下", "地下室", "地階"),
    "cellar": ("地下", "地下室", "地階"),
    "attic": ("屋根裏", "屋根裏部屋"),
}
_COUNTED = ("first floor", "second floor", "third floor")


def also_called(floor: str, floors: Sequence[str]) -> tuple[str, ...]:
    """Other names of one of the home's ``floors``, as far as no other floor is called so."""
    folded = {each.casefold() for each in floors}
    name = floor.casefold()
    if name in _COUNTED:
        # Where there is a ground floor, people count from the one above it.
        above = "ground floor" in folded
        return (f"{_COUNTED.index(name) + 1 + above}階",)
    return tuple(called for called in _CALLED.get(name, ()) if called not in folded)
