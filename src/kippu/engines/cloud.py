"""A model of a provider elsewhere, over OpenAI's API: an engine like those of this device.

Tells, before each try, the very bytes that are about to leave; a refusal there keeps them here. Sends nothing
beside them, no word of this device, and to nobody but the provider's own address. Knows no policy, no price.
"""

import asyncio
import importlib
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from typing import Any

from kippu.errors import CloudError, KippuError
from kippu.settings import Provider

Sending = Callable[[str], None]
"""Hears a request's body as it is about to leave; raises a KippuError to keep it here."""

_TRIES_AGAIN = 2
"""More tries after a failure that may pass, with growing waits between them."""
_CONNECT_SECONDS = 5.0
_SILENT_SECONDS = 20.0
"""The longest that a provider may say nothing, at the start and between two pieces."""

_hearing: ContextVar[Sending] = ContextVar("hearing")


class Cloud:
    """One provider's model. ``close`` it."""

    def __init__(self, provider: Provider, key: str) -> None:
        """``key`` may be empty where the provider wants none."""
        self.provider = provider
        self._key = key
        self._client: Any = None
        self._errors: Any = None

    async def chat(
        self, request: Mapping[str, Any], sending: Sending
    ) -> AsyncGenerator[dict[str, Any], None]:
        """OpenAI's chat-completion chunks; the last has ``usage`` where the provider counts.

        ``sending`` hears each try's body first. Raises CloudError when the provider can't be reached,
        refuses, limits, is too slow, or breaks off; and what ``sending`` raises.
        """
        client = await self._ready()
        _hearing.set(sending)
        begun = finished = False
        try:
            stream = await client.chat.completions.create(
                **request, model=self.provider.model, stream=True, stream_options={"include_usage": True}
            )
            async with aclosing(_chunks(stream)) as chunks:
                async for chunk in chunks:
                    begun = True
                    finished = finished or any(choice.get("finish_reason") for choice in chunk["choices"])
                    yield chunk
        except KippuError:
            raise
        except (self._errors.OpenAIError, *_broken()) as error:
            if isinstance(
                error.__cause__, KippuError
            ):  # what ``sending`` raised, wrapped as one more failed try
                raise error.__cause__ from None
            raise CloudError(*(self._broke_off() if begun else self._said(error))) from error
        if not finished:
            raise CloudError(*self._broke_off())

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            await self._client.close()

    async def _ready(self) -> Any:
        if self._client is None:
            # Over a second to import, and never imported where nothing may be sent.
            self._errors = await asyncio.to_thread(importlib.import_module, "openai")
            self._client = _client(self._errors, self.provider, self._key)
        return self._client

    def _said(self, error: Exception) -> tuple[str, str]:
        """What went wrong, without what was sent: providers repeat it in their errors."""
        name, openai = self.provider.name, self._errors
        match error:
            case openai.APITimeoutError():
                return f"{name} did not answer in time.", f"{name}から時間内に応答がありません。"
            case openai.APIConnectionError():
                return f"{name} can't be reached at {self.provider.url}.", f"{name}に接続できません。"
            case openai.AuthenticationError() | openai.PermissionDeniedError():
                return f"{name} does not take the key. Give it anew.", f"{name}がキーを受け付けません。"
            case openai.RateLimitError():
                return f"{name} takes no more requests for now.", f"{name}の利用制限に達しています。"
            case openai.APIStatusError():
                code = error.status_code
                return f"{name} refused with status {code}.", f"{name}が拒否しました（{code}）。"
        return self._broke_off()

    def _broke_off(self) -> tuple[str, str]:
        name = self.provider.name
        return f"{name} broke off in the middle of its answer.", f"{name}の回答が途中で切れました。"


async def _chunks(stream: Any) -> AsyncGenerator[dict[str, Any], None]:
    try:
        async for chunk in stream:
            yield {"choices": [], **chunk.model_dump(exclude_none=True)}
    finally:
        await stream.close()


def _client(openai: Any, provider: Provider, key: str) -> Any:
    timeout = openai.Timeout(_SILENT_SECONDS, connect=_CONNECT_SECONDS)
    http = openai.DefaultAsyncHttpxClient(
        # A redirect would carry the text to somebody whom the person did not name.
        follow_redirects=False,
        event_hooks={"request": [_about_to_leave]},
        timeout=timeout,
    )
    client = openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=provider.url,
        timeout=timeout,
        max_retries=_TRIES_AGAIN,
        http_client=http,
    )
    client.organization = client.project = None  # which it takes from the environment, for whatever provider
    return client


async def _about_to_leave(request: Any) -> None:
    for header in [name for name in request.headers if name.lower().startswith("x-stainless")]:
        del request.headers[header]
    request.headers["user-agent"] = "kippu"
    _hearing.get()(request.content.decode())


def _broken() -> tuple[type[Exception], ...]:
    """What the transport raises past the client when a stream breaks, or holds no JSON."""
    transport = importlib.import_module("httpx2")
    return (transport.HTTPError, transport.StreamError, ValueError)
