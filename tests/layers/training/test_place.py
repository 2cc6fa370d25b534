"""Several processes: each knows its place from its environment, and all rows are somebody's, once."""

import shlex

import pytest

from kippu.errors import BadInput
from kippu.layers.training import Place, check_alone, launched, read_place

WORDS = ("layer", "train", "--data", "my teas.csv", "--distributed")
TOLD = {
    "RANK": "1",
    "WORLD_SIZE": "4",
    "LOCAL_RANK": "1",
    "LOCAL_WORLD_SIZE": "2",
    "MASTER_ADDR": "192.168.1.20",
    "MASTER_PORT": "29500",
}


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("rows", [0, 1, 5, 8, 33])
def test_each_row_is_one_processes(count: int, rows: int) -> None:
    shares = [Place(rank, count, count).share(range(rows)) for rank in range(count)]
    assert sorted(row for share in shares for row in share) == list(range(rows))
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_reads_what_torchrun_tells() -> None:
    place = read_place(TOLD, WORDS, 8)
    assert place == Place(1, 4, 2, "192.168.1.20:29500")
    assert not place.leads and place.leaves
    assert read_place({**TOLD, "RANK": "0"}, WORDS, 8).leads


def test_needs_no_more_than_four_names() -> None:
    """Whoever starts the processes by hand sets these."""
    told = {name: value for name, value in TOLD.items() if not name.startswith("LOCAL")}
    assert read_place(told, WORDS, 8) == Place(1, 4, 1, "192.168.1.20:29500")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.1.1", "localhost", "::1"])
def test_nothing_leaves_for_processes_of_this_machine(host: str) -> None:
    told = {name: value for name, value in TOLD.items() if not name.startswith("LOCAL")}
    assert not read_place({**told, "MASTER_ADDR": host}, WORDS, 8).leaves
    assert not read_place({**TOLD, "LOCAL_WORLD_SIZE": "4"}, WORDS, 8).leaves
    assert not Place().leaves


def test_says_what_to_type_where_nothing_is_told() -> None:
    with pytest.raises(BadInput) as caught:
        read_place({"PATH": "/bin"}, WORDS, 8)
    line = "`torchrun --nproc-per-node 2 -m kippu layer train --data 'my teas.csv' --distributed`"
    for said in (str(caught.value), caught.value.ja):
        assert line in said and "RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT" in said
    assert caught.value.ja != str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("MASTER_PORT", "", "MASTER_PORT is not set"),
        ("RANK", "first", "RANK is 'first'"),
        ("RANK", "-1", "RANK is '-1'"),
        ("RANK", "4", "numbered from 0 to 3"),
        ("WORLD_SIZE", "0", "WORLD_SIZE is '0'"),
        ("LOCAL_WORLD_SIZE", "two", "LOCAL_WORLD_SIZE is 'two'"),
        ("LOCAL_WORLD_SIZE", "0", "LOCAL_WORLD_SIZE is '0'"),
        ("WORLD_SIZE", "9", "9 processes are too many: a step has 8 examples"),
    ],
)
def test_names_what_is_wrong(name: str, value: str, told: str) -> None:
    with pytest.raises(BadInput, match=told) as caught:
        read_place({**TOLD, name: value}, WORDS, 8)
    assert caught.value.ja != str(caught.value)


def test_several_that_know_nothing_of_each_other_are_stopped() -> None:
    started = {**TOLD, "TORCHELASTIC_RUN_ID": "a"}
    with pytest.raises(BadInput, match=r"`kippu layer train --data t\.csv --distributed`"):
        check_alone(started, ("layer", "train", "--data", "t.csv"))
    check_alone({**started, "WORLD_SIZE": "1"}, WORDS)
    check_alone({"WORLD_SIZE": "4"}, WORDS)  # other programs use that name too


def test_the_model_card_tells_how_it_was_started() -> None:
    assert launched(Place(), WORDS[:2]) == "kippu layer train"
    assert launched(Place(0, 2, 2), WORDS[:2]) == "torchrun --nproc-per-node 2 -m kippu layer train"
    told = shlex.split(launched(Place(0, 4, 2), WORDS))
    assert told == ["torchrun", "--nnodes", "2", "--nproc-per-node", "2", "-m", "kippu", *WORDS]
