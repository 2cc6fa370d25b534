"""What is kept aside of the public sets is in no way trained on."""

import json
from pathlib import Path

from rows import TRAINED, Row, folded, is_kept_aside, parted, read, trained_on


def test_the_same_sentence_however_it_is_written() -> None:
    assert folded("What's the time?") == folded("what s the  time")
    assert folded("turn it on") != folded("turn it off")


def test_a_sentence_of_a_file_kept_aside_is_not_trained_on() -> None:
    rows = [
        Row("Turn on the oven!", ("home.turn_on",), source="hwu64_train"),
        Row("turn off the oven", ("home.turn_off",), source="hwu64_train"),
        Row("turn on the oven", ("home.turn_on",), source="slurp_devel"),
    ]
    train, aside = parted(rows, lambda row: is_kept_aside(row.source))
    assert [row.text for row in train] == ["turn off the oven"]
    assert [row.text for row in aside] == ["turn on the oven"]


def test_what_is_kept_aside_of_other_files_of_the_sets() -> None:
    assert {name for name in (*TRAINED, "slurp_devel", "clinc150_test", "made") if is_kept_aside(name)} == {
        "slurp_devel",
        "clinc150_test",
    }
    rows = [Row("Hello!", ("talk",), source="clinc150_train"), Row("hi", ("talk",), source="clinc150_val")]
    assert trained_on(rows) == {"hello"}


def test_the_intent_says_which_way(tmp_path: Path) -> None:
    told = {
        "scenario": "audio",
        "action": "volume_up",
        "sentence_annotation": "louder [change_amount : by ten]",
    }
    (tmp_path / "slurp_devel.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
    (row,) = read(tmp_path)
    assert (row.way, row.text, row.spans) == ("up", "louder by ten", ((7, 13, "amount"),))


def test_the_smart_home_of_clinc_lets_nobody_in(tmp_path: Path) -> None:
    told = {"text": "lock every door", "intent": "smart_home"}
    (tmp_path / "clinc150_val.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
    (row,) = read(tmp_path)
    assert "home.lock" in row.tools
    assert not {"home.unlock", "home.open", "home.*"} & {*row.tools}
