"""A device that was measured as fast, however busy this one is: what is offered hangs on it."""

import json
from pathlib import Path

from kippu.models.device import measure

_SPEEDS = {"bandwidth": 2e10, "bandwidth_all": 4e10, "computing": 4e11, "quiet": True}


def measured_as_fast(data: Path) -> None:
    """Keep such a measurement in this data folder."""
    measure(data)
    file = data / "device.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **_SPEEDS}))
