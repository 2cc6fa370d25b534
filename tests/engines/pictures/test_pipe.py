"""What goes in on one side comes out on the other; a message that is cut counts as none."""

from io import BytesIO

import numpy as np

from kippu.engines.pictures.pipe import receive, send


def test_a_message_comes_out_as_it_went_in() -> None:
    pipe = BytesIO()
    picture = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    send(pipe, "draw", {"prompt": "猫\n", "steps": 4}, start=picture, mask=picture[..., :1])
    send(pipe, "ready")
    pipe.seek(0)
    first, second = receive(pipe), receive(pipe)
    assert first is not None and second is not None
    assert (first.word, first.facts) == ("draw", {"prompt": "猫\n", "steps": 4})
    assert np.array_equal(first.pictures["start"], picture)
    assert np.array_equal(first.pictures["mask"], picture[..., :1])
    assert (second.word, second.facts, second.pictures) == ("ready", {}, {})
    assert receive(pipe) is None


def test_what_is_cut_is_no_message() -> None:
    pipe = BytesIO()
    send(pipe, "done", picture=np.zeros((8, 8, 3), np.uint8))
    whole = pipe.getvalue()
    for end in (5, len(whole) - 1):
        assert receive(BytesIO(whole[:end])) is None
