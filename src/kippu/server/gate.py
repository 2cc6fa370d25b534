"""Who may come in: programs and pages on this device, and other devices that have the token.

A web page elsewhere must not drive the assistant through the person's browser, neither by a request across
sites nor by a name that it points at this device (DNS rebinding). Knows headers and peers, and no route.
"""

import ipaddress
import socket
import time
from collections import OrderedDict
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kippu.errors import NotAllowed
from kippu.server import pairing, problems

COOKIE = "kippu_token"
_YEAR = 365 * 24 * 3600
_WRONG_ALLOWED = 10
"""Wrong tokens that one peer may show in a minute."""
_WRONG_SECONDS = 60.0
_PEERS = 1000
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_PROGRAM_PATHS = ("/api/", "/v1/")
_LOCKED_OUT = (
    "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Kippu</title>"
    "<h1>Kippu</h1><p>This device is not paired. On the device that runs Kippu, open Kippu's page, choose "
    "<b>Settings</b>, <b>Use Kippu on your phone</b>, <b>Show the code</b>, and scan it.</p>"
    "<p lang=ja>この端末はまだ登録されていません。"
    "Kippuが動いている端末で画面を開き、<b>設定</b>の<b>スマートフォンで使う</b>で<b>コードを表示</b>を選んで、"
    "読み取ってください。</p>"
)
_NO_TOKEN = NotAllowed(
    "From another device Kippu needs its token: send 'Authorization: Bearer …'. "
    "It stands in the file 'token' of Kippu's data folder.",
    "ほかの端末からKippuを使うにはトークンが必要です。'Authorization: Bearer …' を送ってください。"
    "トークンはKippuのデータフォルダーのファイル token にあります。",
)
_TOO_MANY = NotAllowed(
    "Too many wrong tokens. Wait a minute.",
    "間違ったトークンが続きました。1分待ってください。",
)


class Gate:
    """Lets a request through to the application, or answers why not."""

    def __init__(self, app: ASGIApp, data: Path) -> None:
        self._app = app
        self._data = data
        self._wrong = WrongTokens()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        refused = self._refuses(scope) if scope["type"] == "http" else None
        if refused is None:
            await self._app(scope, receive, send)
        else:
            await refused(scope, receive, send)

    def _refuses(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        peer = scope["client"][0] if scope.get("client") else ""
        here = pairing.is_loopback(peer) and not any(name in headers for name in _FORWARDED)
        if here and not is_own_name(headers.get("host", "")):
            return problems.answer(
                403,
                f"The host {headers.get('host', '')!r} is not this device. "
                "Open Kippu by the address that it printed.",
                code="wrong_host",
            )
        if foreign := comes_from_elsewhere(headers, scope):
            return problems.answer(403, f"A page of {foreign} may not use this Kippu.", code="wrong_origin")
        return None if here else self._without_token(scope, headers, peer)

    def _without_token(self, scope: Scope, headers: Headers, peer: str) -> Response | None:
        """Refuse a request from another device, or pair it; None when it has the token."""
        if self._wrong.too_many(peer):
            words = _TOO_MANY.say(problems.language(headers))
            refused = problems.answer(429, words, code="too_many_tokens")
            refused.headers["retry-after"] = str(int(_WRONG_SECONDS))
            return refused
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        once = dict(query).get("token") if scope["method"] in {"GET", "HEAD"} else None
        given = _shown(headers) if once is None else once
        if given is not None and pairing.same(given, pairing.token(self._data)):
            return None if once is None else _paired(scope, query, given)
        if given is not None:
            self._wrong.count(peer)
        return _locked_out(scope, headers)


class WrongTokens:
    """How many wrong tokens each peer showed lately."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def count(self, peer: str) -> None:
        """One more from this peer."""
        self._seen[peer] = [*self._recent(peer), self._now()]
        self._seen.move_to_end(peer)
        if len(self._seen) > _PEERS:
            self._seen.popitem(last=False)

    def too_many(self, peer: str) -> bool:
        """Whether this peer has to wait."""
        return len(self._recent(peer)) >= _WRONG_ALLOWED

    def _recent(self, peer: str) -> list[float]:
        return [at for at in self._seen.get(peer, []) if self._now() - at < _WRONG_SECONDS]


def is_own_name(host: str) -> bool:
    """Whether a Host header is one that only this device answers to: an address, or its own name.

    A page elsewhere can point a name of its own at this device, but never an address.
    """
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        own = socket.gethostname().lower()
        return name in {"localhost", own, f"{own.split('.')[0]}.local"}
    return True


def comes_from_elsewhere(headers: Headers, scope: Scope) -> str | None:
    """The site whose page makes this request, if it is not a page of ours."""
    origin = headers.get("origin")
    if origin is not None:
        ours = f"{scope['scheme']}://{headers.get('host', '')}"
        return None if origin.lower() == ours.lower() else repr(origin)
    site = headers.get("sec-fetch-site", "none")
    if site in {"none", "same-origin"}:
        return None
    opens_page = headers.get("sec-fetch-mode") == "navigate" and scope["method"] == "GET"
    if opens_page and not scope["path"].startswith(_PROGRAM_PATHS):
        return None
    return "another site"


def _shown(headers: Headers) -> str | None:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return given.strip()
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return cookie.value if cookie else None


def _paired(scope: Scope, query: list[tuple[str, str]], given: str) -> Response:
    """Keep the token in a cookie, and lead to the same page without it in the address."""
    rest = urlencode([(name, value) for name, value in query if name != "token"])
    path = "/" + scope["path"].lstrip("/")
    response = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
    response.set_cookie(COOKIE, given, max_age=_YEAR, httponly=True, samesite="strict")
    response.headers["cache-control"] = "no-store"
    return response


def _locked_out(scope: Scope, headers: Headers) -> Response:
    wants_page = "text/html" in headers.get("accept", "") and not scope["path"].startswith(_PROGRAM_PATHS)
    if wants_page:
        return HTMLResponse(_LOCKED_OUT, 401)
    refused = problems.answer(401, _NO_TOKEN.say(problems.language(headers)), code="invalid_api_key")
    refused.headers["www-authenticate"] = "Bearer"
    return refused
