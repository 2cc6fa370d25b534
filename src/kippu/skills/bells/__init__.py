"""What rings at its time: timers, alarms and reminders, kept in the database, each rung exactly once."""

from kippu.skills.bells.bell import Bell, message
from kippu.skills.bells.bells import Bells

__all__ = ["Bell", "Bells", "message"]
