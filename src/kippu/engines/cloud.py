"""A model of a provider elsewhere, over OpenAI's API: an engine like those of this device.

Tells, before each try, the very bytes that are about to leave; a refusal there keeps them here. Sends nothing
beside them, no word of this device, and to nobody but the provider's own address. Knows no policy, no price.
"""

import asyncio
import importlib
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from itertools import count
from typing import Any, Protocol

from kippu.engines.patience import Patience
from kippu.errors import CloudError, KippuError, TooSlow
from kippu.settings import Provider


class Sending(Protocol):
    """Who hears of each try."""

    def leaves(self, body: str) -> None:
        """A request's body is about to leave; raises a KippuError to keep it here."""

    def refused(self) -> None:
        """The provider surely did nothing with the last one: it was not reached, or would not take it."""


_TRIES_AGAIN = 2
"""More tries after a failure that may pass, with growing waits between them."""
_PAUSE_SECONDS = 0.5
"""The first of these waits; a provider may ask for a longer one."""
_TOO_SLOW = frozenset((408, 504))
"""What a provider, or who stands before it, says of its own silence: asking again would only wait again."""
_LIMIT, _NEW_LIMIT = "max_tokens", "max_completion_tokens"
"""How long an answer may be, as most servers know it; OpenAI's newer models refuse it for the other."""
_CONNECT_SECONDS = 5.0
_FIRST_SECONDS = 20.0
"""The longest until the first piece of an answer, with all tries: a server at home may load a model."""
_BETWEEN_SECONDS = 10.0
"""The longest between two pieces."""
_WHOLE_SECONDS = 120.0
"""The longest that an answer is waited for in all: a slow model's longest."""

_hearing: ContextVar[Callable[[str], None]] = ContextVar("hearing")


class Cloud:
    """One provider's model. ``close`` it."""

    def __init__(self, provider: Provider, key: str) -> None:
        """``key`` may be empty where the provider wants none."""
        self.provider = provider
        self._key = key
        self._client: Any = None
        self._errors: Any = None
        self._limit = _LIMIT

    async def chat(
        self, request: Mapping[str, Any], sending: Sending
    ) -> AsyncGenerator[dict[str, Any], None]:
        """OpenAI's chat-completion chunks; the last has ``usage`` where the provider counts.

        ``sending`` hears of each try first. Raises CloudError when the provider can't be reached,
        refuses, limits, is too slow, or breaks off; and what ``sending`` raises.
        """
        await self._ready()
        _hearing.set(sending.leaves)
        patience = Patience(_FIRST_SECONDS, _BETWEEN_SECONDS, _WHOLE_SECONDS)
        begun = finished = False
        try:
            stream = await self._opened(request, sending, patience)
            async with aclosing(_chunks(stream)) as chunks:
                while chunk := await patience.wait(anext(chunks, None)):
                    begun = True
                    patience.begun()
                    finished = finished or any(choice.get("finish_reason") for choice in chunk["choices"])
                    yield chunk
        except KippuError:
            raise
        except TimeoutError as error:
            if not finished:
                raise TooSlow(*(self._stopped() if begun else self._silent())) from error
        except (self._errors.OpenAIError, *_broken()) as error:
            if isinstance(
                error.__cause__, KippuError
            ):  # what ``sending`` raised, wrapped as one more failed try
                raise error.__cause__ from None
            slow = not begun and self._is_slow(error)
            kind = TooSlow if slow else CloudError
            raise kind(*(self._broke_off() if begun else self._said(error))) from error
        if not finished:
            raise CloudError(*self._broke_off())

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            await self._client.close()

    async def _ready(self) -> None:
        if self._client is None:
            # Over a second to import, and never imported where nothing may be sent.
            self._errors = await asyncio.to_thread(importlib.import_module, "openai")
            self._client = _client(self._errors, self.provider, self._key)

    async def _opened(self, request: Mapping[str, Any], sending: Sending, patience: Patience) -> Any:
        """The stream of the first try that gets one."""
        for tries in count():
            try:
                return await patience.wait(self._client.chat.completions.create(**self._body(request)))
            except self._errors.APIError as error:
                if self._did_nothing(error):
                    sending.refused()
                if self._wants_another_name(error):
                    self._limit = _NEW_LIMIT
                    continue
                pause = self._pause(error, tries)
                if pause is None or pause >= patience.left:
                    raise
            await patience.wait(asyncio.sleep(pause))

    def _body(self, request: Mapping[str, Any]) -> dict[str, Any]:
        body = {self._limit if name == _LIMIT else name: value for name, value in request.items()}
        whole = {"stream": True, "stream_options": {"include_usage": True}}
        return {**body, "model": self.provider.model, **whole}

    def _wants_another_name(self, error: Any) -> bool:
        """True when it refuses the name by which it was told how long its answer may be."""
        if self._limit != _LIMIT or not isinstance(error, self._errors.BadRequestError):
            return False
        return _NEW_LIMIT in str(error) or (error.param, error.code) == (_LIMIT, "unsupported_parameter")

    def _did_nothing(self, error: Any) -> bool:
        """True when what was sent can't have cost anything; of a server's own failure nobody knows."""
        if isinstance(error, self._errors.APIStatusError):
            return error.status_code < 500 and error.status_code not in _TOO_SLOW
        transport = _transport()
        unreached = (transport.ConnectError, transport.ConnectTimeout, transport.UnsupportedProtocol)
        return isinstance(error.__cause__, unreached)

    def _pause(self, error: Any, tries: int) -> float | None:
        """Seconds until one more try; None where that would not help. Who is slow is not asked again."""
        pause = _PAUSE_SECONDS * 2**tries
        if tries >= _TRIES_AGAIN or isinstance(error.__cause__, KippuError):
            return None
        if isinstance(error, self._errors.APIStatusError):
            code = error.status_code
            passes = (code in {409, 429} or code >= 500) and code not in _TOO_SLOW
            return max(pause, _seconds(error.response.headers.get("retry-after"))) if passes else None
        unreached = isinstance(error, self._errors.APIConnectionError)
        return pause if unreached and not isinstance(error, self._errors.APITimeoutError) else None

    def _is_slow(self, error: Exception) -> bool:
        """True of a time-out, and of what says of itself that it was one."""
        if isinstance(error, self._errors.APIStatusError):
            return error.status_code in _TOO_SLOW
        return isinstance(error, self._errors.APITimeoutError)

    def _said(self, error: Exception) -> tuple[str, str]:
        """What went wrong, without what was sent: providers repeat it in their errors."""
        name, openai = self.provider.name, self._errors
        match error:
            case openai.APITimeoutError():
                return self._silent()
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

    def _silent(self) -> tuple[str, str]:
        name = self.provider.name
        return f"{name} did not answer in time.", f"{name}から時間内に応答がありません。"

    def _stopped(self) -> tuple[str, str]:
        name = self.provider.name
        return f"{name} was too slow with the rest of its answer.", f"{name}の回答の続きが遅すぎます。"

    def _broke_off(self) -> tuple[str, str]:
        name = self.provider.name
        return f"{name} broke off in the middle of its answer.", f"{name}の回答が途中で切れました。"


async def _chunks(stream: Any) -> AsyncGenerator[dict[str, Any], None]:
    try:
        async for chunk in stream:
            yield {"choices": [], **chunk.model_dump(exclude_none=True)}
    finally:
        await stream.close()


def _seconds(told: str | None) -> float:
    """What a provider tells to wait; 0 where it names a date instead, or nothing of sense."""
    try:
        return float(told or 0)
    except ValueError:
        return 0.0


def _client(openai: Any, provider: Provider, key: str) -> Any:
    # How long is waited for an answer is told by Patience, which also sees one that trickles.
    timeout = openai.Timeout(None, connect=_CONNECT_SECONDS)
    http = openai.DefaultAsyncHttpxClient(
        # A redirect would carry the text to somebody whom the person did not name.
        follow_redirects=False,
        # A proxy that the environment names is nobody whom the person named either.
        trust_env=False,
        event_hooks={"request": [_about_to_leave]},
        timeout=timeout,
    )
    client = openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=provider.url,
        timeout=timeout,
        max_retries=0,  # not its own, which ask who is slow once more
        http_client=http,
    )
    client.organization = client.project = None  # which it takes from the environment, for whatever provider
    return client


async def _about_to_leave(request: Any) -> None:
    for header in [name for name in request.headers if name.lower().startswith("x-stainless")]:
        del request.headers[header]
    request.headers["user-agent"] = "kippu"
    _hearing.get()(request.content.decode())


def _transport() -> Any:
    return importlib.import_module("httpx2")  # which came with the client


def _broken() -> tuple[type[Exception], ...]:
    """What the transport raises past the client when a stream breaks, or holds no JSON."""
    transport = _transport()
    return (transport.HTTPError, transport.StreamError, ValueError)
