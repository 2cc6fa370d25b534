"""What in a turn is personal or foreign, and what may leave of it."""

from kippu.guard.covering import Covering
from kippu.guard.inspect import Inspecting
from kippu.guard.personal import Finder
from kippu.guard.restoring import Restorer
from kippu.guard.vault import Vault

__all__ = ["Covering", "Finder", "Inspecting", "Restorer", "Vault"]
