"""What runs models. Others use ``Loader`` to have one in memory, and write against ``ChatEngine``."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Protocol

from kippu.engines.llama import Llama
from kippu.engines.loader import Loader

__all__ = ["ChatEngine", "Llama", "Loader"]


class ChatEngine(Protocol):
    """Whatever chats: a model in this process, or a provider elsewhere."""

    def chat(self, request: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        """OpenAI's chat-completion chunks; the last has ``usage``. Closing the iterator stops the model."""
        ...

    async def count_tokens(self, request: Mapping[str, Any]) -> int:
        """Tokens that the request's prompt takes."""
        ...
