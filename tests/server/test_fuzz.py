"""Everything that the OpenAPI document allows, and things near it: never a crash, never a traceback."""

import json
from functools import cache
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from .conftest import MODEL, Running

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

_DOCUMENTED = {200, 202, 400, 404, 409, 413, 502, 503}
_UNTOUCHED = {("get", "/api/events"), ("post", "/api/models/{id}/get"), ("delete", "/api/models/{id}")}
"""One never ends; the others would fetch and remove the models that tests need."""

texts = st.text(max_size=40) | st.sampled_from(
    [
        "turn on the kitchen light",
        "キッチンの電気を消して",
        "\x00",
        "../..",
        "' OR 1=1 --",
        "𓀀" * 20,
        "kippu",
        MODEL,
    ]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


class Api:
    """What the server says that it takes."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._schemas = document["components"]["schemas"]
        self.operations = [
            (method, path, operation)
            for path, methods in document["paths"].items()
            for method, operation in methods.items()
            if (method, path) not in _UNTOUCHED
        ]

    def values(self, schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
        """Values that a schema allows (mostly)."""
        if "$ref" in schema:
            return self.values(self._schemas[schema["$ref"].rsplit("/", 1)[1]], depth + 1)
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "anyOf" in schema:
            return st.one_of([self.values(each, depth) for each in schema["anyOf"]])
        match schema.get("type"):
            case "object" if "properties" in schema and depth < 6:
                return self._object(schema, depth)
            case "object":
                return st.dictionaries(texts, anything, max_size=3)
            case "array":
                items = self.values(schema.get("items", {}), depth + 1)
                return st.lists(items, min_size=schema.get("minItems", 0), max_size=3)
            case "string":
                return texts
            case "integer":
                return st.integers(schema.get("minimum"), schema.get("maximum"))
            case "number":
                return st.floats(schema.get("minimum"), schema.get("maximum"), allow_nan=False)
            case "boolean":
                return st.booleans()
            case "null":
                return st.none()
        return anything

    def _object(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        fields = {name: self.values(of, depth + 1) for name, of in schema["properties"].items()}
        required = set(schema.get("required", ()))
        return st.fixed_dictionaries(
            {name: of for name, of in fields.items() if name in required},
            optional={name: of for name, of in fields.items() if name not in required},
        )


@cache
def _api(address: str) -> Api:
    return Api(httpx.get(f"{address}/openapi.json", trust_env=False).json())


def _small(path: str, body: Any) -> Any:
    """Make real answers short: what is looked for here is in the reading of requests."""
    if isinstance(body, dict) and ("/images/" in path or "/pictures" in path):
        return {**body, "steps": 1} | {name: 1 for name in ("n", "variants") if name in body}
    if isinstance(body, dict):
        if "messages" in body or "prompt" in body:
            body["max_tokens"] = body["max_completion_tokens"] = 1
        if "text" in body:
            body["dry_run"] = True
    return body


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
@given(st.data())
def test_no_request_breaks_the_server(kippu: Running, data: st.DataObject) -> None:
    api = _api(kippu.address)
    method, path, operation = data.draw(st.sampled_from(api.operations))
    query = {}
    for parameter in operation.get("parameters", ()):
        value = data.draw(st.just(MODEL) | api.values(parameter["schema"]))
        if parameter["in"] == "path":
            assume(value and value not in {".", ".."} and "/" not in value)
            path = path.replace(f"{{{parameter['name']}}}", "".join(f"%{b:02x}" for b in str(value).encode()))
        else:
            query[parameter["name"]] = value
    body = None
    if (
        schema := operation.get("requestBody", {})
        .get("content", {})
        .get("application/json", {})
        .get("schema")
    ):
        body = _small(path, data.draw(st.one_of(api.values(schema), api.values(schema), anything)))
    with kippu.client() as http:
        response = http.request(
            method,
            path,
            params=query,
            content=None if body is None else json.dumps(body).encode("ascii"),
            headers={"content-type": "application/json"},
        )
    assert response.status_code in _DOCUMENTED, (method, path, body, response.text)
    assert "Traceback" not in response.text
    if not response.is_success:
        assert set(response.json()["error"]) == {"message", "type", "param", "code"}
    elif "unexpected" in response.text:
        pytest.fail(f"{method} {path} {body}: {response.text}")
