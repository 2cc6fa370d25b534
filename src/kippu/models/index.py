"""Where a package index keeps a wheel: the index that pip is set to, asked by its simple API.

Knows pip's settings and the two forms of that API (JSON and HTML); installs nothing and knows no model.
"""

import importlib.util
import json
import os
import re
import ssl
import subprocess
import sys
import zipfile
from ast import literal_eval
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

import httpx

from kippu.errors import FetchError
from kippu.models.fetch import Unreachable, WrongFile, unreached
from kippu.regex import regex

_ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
_DEFAULT = regex(r"""PyPI\s*=\s*PackageIndex\(\s*["']([^"']+)["']""")
_LEVELS = ("global", "user", "site", "download", "install")
"""Levels of pip's settings files, the later winning; the environment wins over all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A wheel on an index."""

    name: str
    url: str
    sha256: str
    """As the index gives it; may be empty."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """What pip would ask."""

    urls: tuple[str, ...]
    """Addresses of simple APIs, in order."""
    certificates: str = ""
    """File of certificate authorities to trust, empty for the usual ones."""

    def context(self) -> ssl.SSLContext | bool:
        """What httpx should verify connections with."""
        return ssl.create_default_context(cafile=self.certificates) if self.certificates else True


def configured() -> Indexes:
    """The indexes that pip is set to use; raises FetchError when none is known."""
    settings = _pip_settings(os.environ.get("PIP_CONFIG_FILE", ""))
    first = os.environ.get("PIP_INDEX_URL") or settings.get("index-url") or _default()
    extra = os.environ.get("PIP_EXTRA_INDEX_URL") or settings.get("extra-index-url", "")
    urls = tuple(dict.fromkeys(url for url in (first, *extra.split()) if url))
    if not urls:
        raise FetchError(
            "No package index is known here: there is no pip beside this Python. "
            "Set PIP_INDEX_URL to the address of one.",
            "パッケージの配布元が分かりません（この Python に pip がありません）。"
            "PIP_INDEX_URL に配布元のアドレスを指定してください。",
        )
    return Indexes(urls, os.environ.get("PIP_CERT") or settings.get("cert", ""))


def find(client: httpx.Client, indexes: Indexes, package: str, version: str, sha256: str) -> Link:
    """The wheel of this version; raises Unreachable, or WrongFile when an index has it with another hash."""
    troubles = []
    for index in indexes.urls:
        try:
            links = [link for link in _links(client, index, package) if _is(link, package, version)]
        except Unreachable as error:
            troubles.append(error)
            continue
        right = [link for link in links if not sha256 or link.sha256 in ("", sha256)]
        if right:
            return right[0]
        host = urlsplit(index).netloc.rpartition("@")[2] or index
        if links:
            raise WrongFile(
                f"{host} has {package} {version} with SHA-256 {links[0].sha256}, and the catalogue names "
                f"{sha256}: it is not the same file.",
                f"{host} の {package} {version} は SHA-256 {links[0].sha256} で、カタログの {sha256} と"
                "違います。別のファイルです。",
            )
        troubles.append(
            Unreachable(
                f"{host} does not have {package} {version}.", f"{host} に {package} {version} はありません。"
            )
        )
    raise Unreachable(" ".join(map(str, troubles)), "".join(error.ja for error in troubles))


def page(index: str, package: str) -> str:
    """Address of the page with a package's files."""
    return f"{index.rstrip('/')}/{_normal(package)}/"


def _links(client: httpx.Client, index: str, package: str) -> list[Link]:
    where = page(index, package)
    if urlsplit(where).scheme == "file":
        file = Path(url2pathname(unquote(urlsplit(where).path))) / "index.html"
        if not file.exists():
            raise Unreachable(f"{file.parent} does not exist.", f"{file.parent} がありません。")
        return _anchors(file.read_text(encoding="utf-8", errors="replace"), where)
    host = urlsplit(where).netloc.rpartition("@")[2]
    try:
        answer = client.get(where, headers={"Accept": _ACCEPT})
    except httpx.HTTPError as error:
        raise unreached(host, error) from error
    if not answer.is_success:
        raise Unreachable(
            f"{host} does not have {package} (HTTP {answer.status_code}).",
            f"{host} に {package} はありません（HTTP {answer.status_code}）。",
        )
    if "json" not in answer.headers.get("Content-Type", ""):
        return _anchors(answer.text, str(answer.url))
    try:
        return [
            Link(file["filename"], urljoin(str(answer.url), file["url"]), file["hashes"].get("sha256", ""))
            for file in answer.json()["files"]
        ]
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise Unreachable(
            f"{host} answered about {package} in a form that can't be read.",
            f"{package} についての {host} の返答を読めません。",
        ) from error


def _anchors(html: str, base: str) -> list[Link]:
    found: list[Link] = []

    class Anchors(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "a" and (address := dict(attrs).get("href")):
                url, fragment = urldefrag(urljoin(base, address))
                found.append(
                    Link(
                        unquote(url.rpartition("/")[2]),
                        url,
                        fragment.removeprefix("sha256=") if "sha256=" in fragment else "",
                    )
                )

    Anchors().feed(html)
    return found


def _is(link: Link, package: str, version: str) -> bool:
    parts = link.name.split("-")
    return link.name.endswith(".whl") and [_normal(parts[0]), parts[1]] == [_normal(package), version]


def _normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


@cache
def _pip_settings(_file: str) -> dict[str, str]:
    """What pip's settings files say (with this ``PIP_CONFIG_FILE``), as pip tells it; empty without a pip."""
    if importlib.util.find_spec("pip") is None:
        return {}
    try:
        listed = subprocess.run(
            [sys.executable, "-m", "pip", "config", "list"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found: dict[str, tuple[int, str]] = {}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        level, _, key = name.rpartition(".")
        if value and level in _LEVELS and _LEVELS.index(level) >= found.get(key, (0, ""))[0]:
            found[key] = (_LEVELS.index(level), str(literal_eval(value)))
    return {key: value for key, (_, value) in found.items()}


@cache
def _default() -> str:
    """The index that pip asks when nobody told it otherwise, in pip's own words."""
    for text in _pip_texts():
        if match := _DEFAULT.search(text):
            return urljoin(match[1] if match[1].endswith("/") else match[1] + "/", "simple")
    return ""


def _pip_texts() -> Iterator[str]:
    """The file in which pip names it: of this Python's pip, else of the one that Python can unpack."""
    name = "_internal/models/index.py"
    spec = importlib.util.find_spec("pip")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (file := Path(folder) / name).exists():
            yield file.read_text(encoding="utf-8")
    spare = importlib.util.find_spec("ensurepip")
    for folder in (spare.submodule_search_locations or []) if spare else []:
        for wheel in Path(folder).glob("_bundled/pip-*.whl"):
            with zipfile.ZipFile(wheel) as bundle:
                yield bundle.read(f"pip/{name}").decode()
