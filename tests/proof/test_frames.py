"""How what went over the cable is put together again."""

from .frames import Packet, streams


def _part(sequence: int, payload: bytes = b"", *, opens: bool = False) -> Packet:
    return Packet("IPv4", "TCP", "10.0.0.1:5000", "10.0.0.2:80", payload, sequence % 2**32, opens)


def test_a_stream_is_whole_whatever_the_order_and_what_came_twice() -> None:
    first = 2**32 - 3
    packets = [
        _part(first, opens=True),
        _part(first + 5, b" you"),
        _part(first, b"thank"),
        _part(first, b"thank"),
    ]
    assert streams(packets) == [b"thank you"]


def test_a_port_that_a_later_connection_uses_again_is_another_stream() -> None:
    packets = [_part(10, opens=True), _part(10, b"one"), _part(900_000, opens=True), _part(900_000, b"two")]
    assert streams(packets) == [b"one", b"two"]
