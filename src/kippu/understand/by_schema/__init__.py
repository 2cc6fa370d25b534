"""The arguments of tools of which nothing is known but their JSON schema: no template, no trained reader, no
model. Deterministic, and English only.
"""

from kippu.understand.by_schema.filling import Filled, filled

__all__ = ["Filled", "filled"]
