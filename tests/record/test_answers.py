import json
from dataclasses import replace

from kippu.record import answer_from_json, answer_to_json
from kippu.turn import Meaning
from record.samples import answer


def test_round_trip() -> None:
    there = answer_to_json(answer())
    assert json.loads(json.dumps(there)) == there
    back = answer_from_json(there)
    assert back == answer()


def test_a_question_and_nothing_else() -> None:
    asked = replace(answer(), meaning=Meaning("model", 0.4, question="Which?"), outcomes=(), stopped=True)
    assert answer_from_json(answer_to_json(asked)) == asked


def test_fields_of_a_newer_one_are_left_out() -> None:
    stored = answer_to_json(answer()) | {"mood": "good"}
    assert answer_from_json(stored) == answer()
