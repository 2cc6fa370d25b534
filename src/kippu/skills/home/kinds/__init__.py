"""Per domain: what its payloads mean, and what to send. Commands stand in the modules."""

from collections.abc import Mapping

from kippu.skills.home.kinds import air, covers, lights, media, readings, robots, switches
from kippu.skills.home.kinds.kind import Kind

KINDS: Mapping[str, Kind] = {
    **switches.KINDS,
    **lights.KINDS,
    **covers.KINDS,
    **air.KINDS,
    **robots.KINDS,
    **media.KINDS,
    **readings.KINDS,
}
