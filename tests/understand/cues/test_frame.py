"""A sentence taken apart: longest words first, nothing twice, and what stays unexplained."""

from itertools import pairwise

from understand.home import HOME, cues


def test_every_part_is_in_one_place() -> None:
    frame = cues("en").apart("turn on the xylophone in the bedroom at 30%", HOME)
    assert frame.has("verbs", "on")
    assert frame.number("percent") == 30
    assert [room.name for mention in frame.mentions for room in mention.rooms] == ["Bedroom"]
    assert frame.leftover == ("xylophone",)
    spans = sorted({(part.start, part.end) for part in (*frame.cues, *frame.mentions)})
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_longer_cue_hides_the_shorter_in_it() -> None:
    frame = cues("en").apart("turn off", HOME)
    assert frame.by_group["verbs"] == ["off"]
    assert not frame.has("verbs", "on")


def test_tenths_are_percents() -> None:
    frame = cues("ja").apart("3割にして", HOME)
    assert frame.number("percent", "tenths") == 30
    assert frame.number("degrees") is None


def test_japanese_leftovers_are_runs() -> None:
    assert cues("ja").apart("溶岩をつけて", HOME).leftover == ("溶岩",)


def test_nothing() -> None:
    frame = cues("en").apart("", HOME)
    assert (frame.cues, frame.mentions, frame.leftover) == ((), (), ())
    assert frame.first("verbs") is None
    assert not frame.has("verbs")
