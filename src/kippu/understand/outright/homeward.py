"""Whether a sentence is about a home at all, told from its words alone: for when no home can be asked.

Knows cues; without a home there are no names to go by.
"""

from kippu.understand.cues import Frame

_CLIMATE = ("warmer", "cooler", "brighter", "darker")
_MEASURED = ("temperature", "humidity", "battery", "brightness", "position")


def is_about_a_home(frame: Frame) -> bool:
    """True for a command or a question that only a home could answer."""
    if frame.has("blocks"):
        return False
    told = frame.has("verbs") or frame.has("states")
    if told and (frame.has("kinds") or frame.has("states")):
        return True
    return frame.has("verbs", *_CLIMATE) or (frame.has("ask") and frame.has("properties", *_MEASURED))
