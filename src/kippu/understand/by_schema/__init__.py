"""The arguments of tools of which nothing is known but their JSON schema: no template, no trained reader, no
model. Deterministic; in English and in Japanese.
"""

from kippu.understand.by_schema.filling import Filled, filled
from kippu.understand.by_schema.sentence_ja import is_japanese

__all__ = ["Filled", "filled", "is_japanese"]
