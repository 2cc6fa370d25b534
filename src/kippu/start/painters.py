"""The painters that come with Kippu, each made ready at its first use."""

from collections.abc import Callable, Mapping

from kippu.engines.pictures import Painter


def painters() -> Mapping[str, Callable[[], Painter]]:
    """What makes each painter, by its mode; the usual one first."""
    return {}
