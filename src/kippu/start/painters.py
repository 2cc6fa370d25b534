"""The painters that come with Kippu, each made ready at its first use."""

from collections.abc import Callable, Mapping

from kippu.engines.pictures import Painter


def painters() -> Mapping[str, Callable[[], Painter]]:
    """What makes each painter, by its mode; the usual one first."""
    return {"model": _model, "composed": _composer}


def _model() -> Painter:
    from kippu.engines.pictures.stickers import Stickers  # noqa: PLC0415  # no start waits for its libraries

    return Stickers.shipped()


def _composer() -> Painter:
    from kippu.engines.pictures.composer import Composer  # noqa: PLC0415  # as above

    return Composer.shipped()
