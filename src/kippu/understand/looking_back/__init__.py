"""What a sentence says of things done before."""

from kippu.understand.looking_back.looking_back import looking_back

__all__ = ["looking_back"]
