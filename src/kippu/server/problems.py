"""Errors as OpenAI's clients expect them everywhere: ``{"error": {"message", "type", "param", "code"}}``.

Knows which HTTP status an error has; no traceback and no text of a request ever goes out from here.
"""

import logging
import re
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from kippu.errors import KippuError, NotFound
from kippu.regex import regex
from kippu.turn import Language
from kippu.values import is_secret, why

log = logging.getLogger("kippu.server")

UNEXPECTED = KippuError(
    "Something went wrong inside Kippu. Try again; if it stays, kippu.log in the data folder has more.",
    "Kippu の内部で問題が起きました。もう一度お試しください。"
    "続くようなら、データフォルダーの kippu.log に詳しい記録があります。",
)
_KINDS = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}
_SERVER_ERROR = 500
_NAMED = regex(r"\w+")
"""A field or a number; where several kinds would do, pydantic names the one it tried too: constrained-str."""
_UNPARSED = "There was an error parsing the body"
"""FastAPI's words for bytes that are no text."""
_NO_JSON = KippuError(
    "The body can't be read: it must be JSON in UTF-8.", "本文を読めません。UTF-8 の JSON にしてください。"
)
_NO_OBJECT = KippuError(
    "The body must be a JSON object, sent with the header Content-Type: application/json.",
    "本文は JSON のオブジェクトにして、Content-Type: application/json を付けて送ってください。",
)


class Problem(BaseModel):
    """What went wrong."""

    message: str = Field(description="What went wrong, which value, and what to do; fit to show to a person.")
    type: str = Field(description="OpenAI's kind of error, such as invalid_request_error.")
    param: str | None = Field(None, description="The part of the request that is wrong.")
    code: str | None = Field(None, description="A word for programs, such as model_not_found.")


class ErrorBody(BaseModel):
    """What every error answers."""

    error: Problem


class ModelNotFound(NotFound):
    """The request names a model that is not in the catalogue, or not on this device."""


class Unsupported(KippuError):
    """The request asks for something that this server or model can't do; ``param`` names it."""

    status = 400

    def __init__(self, message: str, param: str) -> None:
        super().__init__(message)
        self.param = param


def problem(
    status: int, message: str, param: str | None = None, code: str | None = None
) -> dict[str, dict[str, str | None]]:
    """The body of an error."""
    kind = _KINDS.get(status, "server_error" if status >= _SERVER_ERROR else "invalid_request_error")
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def language(headers: Headers) -> Language:
    """The one that the request asks for first; English, where it asks for none, as programs do."""
    return "ja" if headers.get("accept-language", "").strip().lower().startswith("ja") else "en"


def told(error: Exception, language: Language) -> tuple[int, dict[str, dict[str, str | None]]]:
    """Status and body for any error; an unexpected one goes to the log and is not shown."""
    if isinstance(error, KippuError):
        code = re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()
        return error.status, problem(error.status, error.say(language), getattr(error, "param", None), code)
    log.error("unexpected", exc_info=error)
    return _SERVER_ERROR, problem(_SERVER_ERROR, UNEXPECTED.say(language), code="unexpected")


def answer(status: int, message: str, param: str | None = None, code: str | None = None) -> JSONResponse:
    """An error as a response."""
    return JSONResponse(problem(status, message, param, code), status)


def install(app: FastAPI) -> None:
    """Give the application these errors, and its documentation their shape."""

    @app.exception_handler(KippuError)
    async def expected(request: Request, error: KippuError) -> JSONResponse:
        status, body = told(error, language(request.headers))
        return JSONResponse(body, status)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        words = UNEXPECTED.say(language(request.headers))
        return answer(_SERVER_ERROR, words, code="unexpected")

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        wrong, where = _first(error)
        return answer(400, wrong.say(language(request.headers)), where)

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: HTTPException) -> JSONResponse:
        path = request.url.path
        other = _NO_JSON if error.detail == _UNPARSED else KippuError(str(error.detail))
        wrong = {
            404: KippuError(
                f"There is nothing at {path}. See /docs for what there is.",
                f"{path} には何もありません。/docs で一覧を見られます。",
            ),
            405: KippuError(
                f"{request.method} does not go with {path}. See /docs for what does.",
                f"{path} に {request.method} は使えません。/docs で確かめてください。",
            ),
        }.get(error.status_code, other)
        response = answer(error.status_code, wrong.say(language(request.headers)))
        response.headers.update(error.headers or {})
        return response


def _first(error: RequestValidationError) -> tuple[KippuError, str | None]:
    """Words and place of the first thing that is wrong with a request; where several kinds would do, of the
    one that came furthest."""
    first: dict[str, Any] = error.errors()[0]
    first = max((one for one in error.errors() if one["loc"][:2] == first["loc"][:2]), key=_depth)
    where = ".".join(part for part in map(str, first["loc"][1:]) if _NAMED.fullmatch(part)) or None
    if first["type"] == "json_invalid":
        return _no_json(first), None
    if first["type"] == "extra_forbidden":  # its value may be a secret in the wrong place
        return KippuError(
            f"There is no '{where}' here. Leave it out.", f"ここに「{where}」はありません。外してください。"
        ), where
    if first["loc"] == ("body",) and first["type"] in {"missing", "model_attributes_type"}:
        return _NO_OBJECT, None
    if first["type"] == "missing":  # what was given is all the rest
        return KippuError(f"'{where}' is missing.", f"「{where}」がありません。"), where
    given = repr(first.get("input"))
    en, ja = why(first)
    if is_secret(first):
        return KippuError(f"'{where}' can't be used: {en}.", f"「{where}」は使えません（{ja}）。"), where
    shown = given if len(given) <= 80 else given[:77] + "…"
    return KippuError(
        f"'{where}' can't be {shown}: {en}.", f"「{where}」を {shown} にはできません（{ja}）。"
    ), where


def _no_json(found: dict[str, Any]) -> KippuError:
    """Where a body ends to be JSON: its place is the letter's, counted from 0."""
    place = found["loc"][-1]
    at, at_ja = (f" at letter {place + 1}", f"{place + 1}文字目で") if isinstance(place, int) else ("", "")
    return KippuError(
        f"The body is not JSON: it breaks off{at}, or is written wrong there.",
        f"本文が JSON ではありません。{at_ja}途切れているか、書き方が正しくありません。",
    )


def _depth(one: dict[str, Any]) -> int:
    return len(one["loc"])


_SHAPES = "#/components/schemas/"


def schemas() -> dict[str, Any]:
    """The shapes of errors, by their names, for the components of the OpenAPI document."""
    body = ErrorBody.model_json_schema(ref_template=f"{_SHAPES}{{model}}")
    return {**body.pop("$defs"), ErrorBody.__name__: body}


def _means(description: str) -> dict[str, Any]:
    # By reference: a model here would be made ready for every error of every route at each start.
    content = {"application/json": {"schema": {"$ref": f"{_SHAPES}{ErrorBody.__name__}"}}}
    return {"description": description, "content": content}


RESPONSES: dict[int | str, dict[str, Any]] = {
    400: _means("What was sent can't be used."),
    401: _means("From another device, without the right token."),
    403: _means("From a web page elsewhere."),
    404: _means("No such thing."),
    409: _means("Something else holds it."),
    413: _means("The body is too large."),
    500: _means("The record can't be read or written."),
    502: _means("The home can't be reached or did not do it."),
    503: _means("A model can't be had or run."),
}
"""What every route may answer instead of its result."""
