"""Finding a port to listen on."""

import socket

import pytest

from kippu.errors import SettingsError
from kippu.server.binding import bind


def test_a_taken_port_leads_to_the_next_free_one() -> None:
    with bind("127.0.0.1", 0) as first:
        taken = first.getsockname()[1]
        with bind("127.0.0.1", taken) as second:
            assert second.getsockname()[1] != taken


def test_clients_may_connect_at_once() -> None:
    with bind("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()[:2], timeout=5):
        pass


@pytest.mark.parametrize("host", ["203.0.113.77", "no-such-host.invalid", "::bad::"])
def test_a_host_that_is_not_ours(host: str) -> None:
    with pytest.raises(SettingsError, match="--host"):
        bind(host, 0)
