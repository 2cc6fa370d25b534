"""What runs models. Others use ``Loader`` to have one in memory."""

from kippu.engines.llama import Llama
from kippu.engines.loader import Loader

__all__ = ["Llama", "Loader"]
