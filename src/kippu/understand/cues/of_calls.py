"""Home calls beside one another: what each is for, and which of them say one thing."""

from collections.abc import Sequence

from kippu.turn import Call

_TARGET = ("name", "area", "floor", "domain", "device_class")


def target_of(call: Call) -> dict[str, str]:
    """The target arguments of a home call."""
    return {key: call.arguments[key] for key in _TARGET if key in call.arguments}


def distinct(calls: Sequence[Call]) -> list[Call]:
    """Calls without repetitions, in order."""
    found: list[Call] = []
    for call in calls:
        if call not in found:
            found.append(call)
    return found


def joined(calls: Sequence[Call]) -> tuple[Call, ...]:
    """One call for colour and brightness of one light, where two commands set them one after the other."""
    found: list[Call] = []
    for call in calls:
        before = found[-1] if found else call
        lit = found and before.tool == call.tool == "home.set_light" and target_of(before) == target_of(call)
        if lit and before.arguments.keys() & call.arguments.keys() <= set(_TARGET):
            found[-1] = Call(call.tool, {**before.arguments, **call.arguments})
        else:
            found.append(call)
    return tuple(found)
