"""The page /docs: all routes with their shapes, made here from the OpenAPI document.

Needs no script and nothing from outside. Knows no route.
"""

import json
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse

from kippu.server import problems

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
section { border-top: 1px solid #8886; padding: .5rem 0 1rem; }
h3 { font-family: ui-monospace, monospace; font-size: 1rem; overflow-wrap: anywhere; }
h3 b { display: inline-block; min-width: 4.5rem; }
pre { overflow-x: auto; padding: .75rem; background: #8882; border-radius: .4rem; font-size: .85rem; }
dt { font-family: ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
"""


def install(app: FastAPI) -> None:
    """Add the page, and put into the document what errors look like instead of what FastAPI assumes: 422."""
    plain = app.openapi

    def document() -> dict[str, Any]:
        api = plain()
        for methods in api["paths"].values():
            for operation in methods.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            api["components"]["schemas"].pop(name, None)
        api["components"]["schemas"] |= problems.schemas()
        return api

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own documented way to change it

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return HTMLResponse(_page(app.openapi()))

    @app.get("/docs.css", include_in_schema=False)
    async def style() -> PlainTextResponse:
        return PlainTextResponse(_STYLE, media_type="text/css")


def _page(api: dict[str, Any]) -> str:
    groups: dict[str, list[str]] = {}
    for path, methods in api["paths"].items():
        for method, operation in methods.items():
            for tag in operation.get("tags", ["more"]):
                groups.setdefault(tag, []).append(_operation(path, method, operation))
    shapes = api.get("components", {}).get("schemas", {})
    title = f"{escape(api['info']['title'])} {escape(api['info']['version'])}"
    described = "".join(f"<p>{escape(p)}</p>" for p in api["info"].get("description", "").split("\n\n"))
    return "".join(
        (
            "<!doctype html><html lang=en><meta charset=utf-8>",
            "<meta name=viewport content='width=device-width, initial-scale=1'>",
            f"<title>{title}: API</title><link rel=stylesheet href=docs.css>",
            "<link rel=icon href=icons/kippu.svg>",
            f"<h1>{title}</h1>{described}",
            "<p>The same for programs: <a href=openapi.json>openapi.json</a>.</p>",
            *(f"<h2>{escape(tag)}</h2>{''.join(group)}" for tag, group in groups.items()),
            "<h2>Shapes</h2>",
            *(_shape(name, shape) for name, shape in shapes.items()),
            "</html>",
        )
    )


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    described = operation.get("description") or operation.get("summary", "")
    parameters = "".join(
        f"<dt>{escape(p['name'])} <small>({escape(p['in'])})</small></dt>"
        f"<dd>{_type(p.get('schema', {}))} {escape(p.get('description', ''))}</dd>"
        for p in operation.get("parameters", ())
    )
    body = operation.get("requestBody", {}).get("content", {})
    sent = "".join(f"<p>Send {_type(media.get('schema', {}))}</p>" for media in body.values())
    answers = "".join(
        f"<dt>{escape(status)}</dt><dd>{escape(answer.get('description', ''))} "
        + " ".join(
            f"{_type(media.get('schema', {}))} <small>{escape(kind)}</small>"
            for kind, media in answer.get("content", {}).items()
        )
        + "</dd>"
        for status, answer in operation.get("responses", {}).items()
        if status.startswith("2")
    )
    return (
        f"<section><h3><b>{method.upper()}</b> {escape(path)}</h3>"
        f"<p>{escape(described)}</p>{f'<dl>{parameters}</dl>' if parameters else ''}{sent}"
        f"<dl>{answers}</dl></section>"
    )


def _shape(name: str, shape: dict[str, Any]) -> str:
    needed = shape.get("required", ())
    fields = "".join(
        f"<dt>{escape(field)}{'' if field in needed else ' <small>(optional)</small>'}</dt>"
        f"<dd>{_type(of)} {escape(of.get('description', ''))}</dd>"
        for field, of in shape.get("properties", {}).items()
    )
    return (
        f"<section id='shape-{escape(name)}'><h3>{escape(name)}</h3>"
        f"<p>{escape(shape.get('description', ''))}</p>"
        f"<dl>{fields}</dl></section>"
    )


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rsplit("/", 1)[1])
        return f"<a href='#shape-{name}'>{name}</a>"
    if "const" in schema or "enum" in schema:
        values = schema.get("enum", [schema.get("const")])
        return " | ".join(f"<code>{escape(json.dumps(value, ensure_ascii=False))}</code>" for value in values)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " | ".join(_type(each) for each in schema[several])
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}, …]"
    return f"<code>{escape(str(schema.get('type', 'any')))}</code>"
