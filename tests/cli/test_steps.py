from kippu.cli.steps import reading


def test_a_reading_has_steps_until_its_end() -> None:
    step = reading({"conversation": "c", "done": 3, "of": 8})
    assert step is not None
    assert (step.done, step.all, step.name) == (3, 8, "reading")
    assert reading({"conversation": "c", "done": 8, "of": 8}) is None
