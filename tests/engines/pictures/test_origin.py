from xml.etree import ElementTree

import pytest

from kippu.engines.pictures.origin import Origin


@pytest.mark.parametrize(
    ("mode", "started", "source"),
    [
        ("model", False, "trainedAlgorithmicMedia"),
        ("model", True, "compositeWithTrainedAlgorithmicMedia"),
        ("composed", False, "composite"),
    ],
)
def test_the_source_is_iptcs_word_for_it(mode: str, started: bool, source: str) -> None:
    assert Origin("a cat", 1, "noto", "m", mode, started).source.rpartition("/")[2] == source


def test_the_packet_is_whole_whatever_was_asked_for() -> None:
    origin = Origin('"]]><x> & \x00\ud800 絵文字 🐱 \u202e', 1, "noto", 'a "model"')
    tree = ElementTree.fromstring(origin.xmp().replace("\ufeff", ""))  # noqa: S314  # our own text
    assert "絵文字 🐱" in "".join(tree.itertext())


def test_people_read_what_made_it() -> None:
    assert Origin("a cat", 1, "noto", "m").made == "Made by a model"
    assert Origin("a cat", 1, "noto", "m", "composed").made == "Put together from artwork by a program"
