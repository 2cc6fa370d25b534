import json
from dataclasses import MISSING, fields, replace

from kippu.record import answer_from_json, answer_to_json
from kippu.turn import Answer, Call, Condition, Egress, Meaning, Message, Offer, Outcome, Placement, Source
from record.samples import answer


def test_round_trip() -> None:
    there = answer_to_json(answer())
    assert json.loads(json.dumps(there)) == there
    back = answer_from_json(there)
    assert back == answer()


def _of_everything() -> Answer:
    """One in which each field of what travels along is another than it is by itself."""
    message = Message("user", "Hello", tainted=True, written="Hi", done=True, plainly="Hey")
    offer = Offer("lists.add", "lists__add", "Add it.", {"type": "object"})
    egress = Egress("cloud", (message,), ("phone",), (offer,), '{"type": "object"}', "a letter", True)
    meaning = Meaning(
        "talk",
        0.5,
        (Call("e.f"),),
        question="?",
        proposed=(Call("a.b"),),
        choices=("x",),
        talk="so",
        condition=Condition(Call("g.h"), holds=False),
        unclear=("zigzag",),
    )
    placement = Placement("cloud", "big", "It helps.", "cloud", True, 1.5, "small", ("base",))
    return replace(
        answer(), egress=egress, meaning=meaning, placement=placement, cents=2.5, stopped=True,
        read=12, cut=True,
        sources=(Source("base", "Title", "a.md"),),
        outcomes=(Outcome(Call("a.b"), False, "no", {"a": 1}, True, (Call("c.d"),)),),
    )  # fmt: skip


def test_no_field_is_lost() -> None:
    whole = _of_everything()
    assert answer_from_json(json.loads(json.dumps(answer_to_json(whole)))) == whole
    for part in (whole, whole.egress, whole.meaning, whole.placement, *whole.egress.messages):
        for each in fields(part):
            assert each.default is MISSING or getattr(part, each.name) != each.default, each.name


def test_a_question_and_nothing_else() -> None:
    asked = replace(answer(), meaning=Meaning("model", 0.4, question="Which?"), outcomes=(), stopped=True)
    asked = replace(asked, cut=True, read=20)
    assert answer_from_json(answer_to_json(asked)) == asked


def test_fields_of_a_newer_one_are_left_out() -> None:
    whole = _of_everything()
    stored = answer_to_json(whole) | {"mood": "good"}
    for part in (stored["egress"]["messages"][0], stored["egress"]["tools"][0], stored["sources"][0]):
        part["mood"] = "good"
    assert answer_from_json(stored) == whole
