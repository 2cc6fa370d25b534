"""What each domain announces and does: one table, domain to Kind."""

from collections.abc import Mapping

from kippu.demo.kinds import air, covers, lights, media, readings, robots, switches
from kippu.demo.thing import Kind

KINDS: Mapping[str, Kind] = {
    **switches.KINDS,
    **lights.KINDS,
    **covers.KINDS,
    **air.KINDS,
    **robots.KINDS,
    **media.KINDS,
    **readings.KINDS,
}

__all__ = ["KINDS"]
