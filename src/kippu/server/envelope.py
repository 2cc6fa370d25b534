"""What every request and response has: a largest size, and headers that keep a page to itself.

Knows no route and nobody's rights.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kippu.server import problems
from kippu.turn import Language

LARGEST = 4 * 1024 * 1024
"""Bytes that a request's body may have."""
LARGEST_WITH_PICTURES = 32 * 1024 * 1024
"""The same where it may bring pictures along: a photo of 20 MB as text."""
_WITH_PICTURES = ("/api/pictures", "/v1/images/edits")

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(self), geolocation=()",
}


class Envelope:
    """Adds the headers to every response, also to errors, and refuses bodies that are too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        came, largest = 0, _largest(scope["path"])
        language = problems.language(Headers(scope=scope))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith(("/api/", "/v1/")):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        async def receive_some() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > largest:
                raise HTTPException(413, _too_large(largest, language), {"connection": "close"})
            return message

        if _announced(Headers(scope=scope)) > largest:
            refused = problems.answer(413, _too_large(largest, language), code="too_large")
            refused.headers["connection"] = "close"
            await refused(scope, receive, send_with_headers)
        else:
            await self._app(scope, receive_some, send_with_headers)


def _largest(path: str) -> int:
    return LARGEST_WITH_PICTURES if path in _WITH_PICTURES else LARGEST


def _too_large(largest: int, language: Language) -> str:
    most = largest // 1024 // 1024
    if language == "ja":
        return f"送られたものが{most} MBを超えています。減らして送ってください。"
    return f"The body is larger than {most} MB. Send less."


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0
