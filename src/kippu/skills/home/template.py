"""The small part of Jinja that discovery messages use, and nothing that could do harm.

Text with ``{{ expression }}`` in it. An expression has variables, ``.name`` and ``['name']``, numbers and
texts, ``+ - * / %``, comparisons, ``and or not``, ``a if b else c``, and the filters listed in FILTERS.
Statements (``{% … %}``), calls and everything else are refused with UnknownTemplate; so is what would make
a short message very long. Who runs a template must expect FAILS too: values that it can't work with.
"""

import json
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from kippu.regex import regex
from kippu.skills.home.signs import FILTERS, PRODUCT, SUM, UnknownTemplate

Variables = Mapping[str, Any]
Expression = Callable[[Variables], Any]


_SHOWN = 200
"""Letters of a template that a message shows."""
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}
_TOKEN = regex(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*'|\"[^\"]*\")|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<sign>==|!=|<=|>=|//|[-+*/%~<>|.,()\[\]]))"
)
_KNOWS_NOTHING = ("None", "")
_DOES_WITHOUT = regex(r"\bvalue\b|is (?:not )?defined")
"""In a template that reads JSON and other payloads as well."""
_PART = regex(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@lru_cache(maxsize=4096)
def compiled(template: str) -> Expression:
    """Read a template once; raises UnknownTemplate if it needs more than there is here.

    What it gives may raise any of FAILS for values that it can't work with.
    """
    if "{%" in template or "{#" in template:
        raise UnknownTemplate(
            f"The template {template[:_SHOWN]!r} has statements, which are not understood here."
        )
    pieces = _PART.split(template.strip())
    expressions = [_Reader(piece, template).whole() for piece in pieces[1::2]]
    texts = pieces[0::2]
    if len(expressions) == 1 and not any(texts):
        return expressions[0]
    return lambda variables: "".join(
        text + (_shown(expression(variables)) if expression else "")
        for text, expression in zip(texts, [*expressions, None], strict=True)
    )


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def of_payload(template: str | None, payload: str) -> Any:
    """The value in a payload: as it is, or as the template picks it (None if it isn't there).

    Raises ValueError for a payload that isn't the JSON that the template reads, and what FAILS lists.
    """
    if not template:
        return payload
    try:
        parsed = json.loads(payload, parse_constant=_no_number)
    except ValueError:
        # Else a default in the template would be told for what the device said.
        if payload not in _KNOWS_NOTHING and "value_json" in template and not _DOES_WITHOUT.search(template):
            raise
        parsed = None
    return compiled(template)({"value": payload, "value_json": parsed})


def to_payload(template: str | None, **variables: Any) -> str:
    """A payload: the ``value`` as it is, or in the form the template gives it."""
    return _shown(compiled(template)(variables) if template else variables["value"])


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


class _Reader:
    """Reads one expression from left to right; each method reads what binds at least so tightly."""

    def __init__(self, source: str, template: str) -> None:
        self._template = template
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while source[at:].strip():
            match = _TOKEN.match(source, at)
            if not match:
                raise self._unknown()
            self._tokens.append((match.lastgroup or "", match[match.lastgroup or 0]))
            at = match.end()

    def whole(self) -> Expression:
        expression = self._choice()
        if self._tokens:
            raise self._unknown()
        return expression

    def _unknown(self) -> UnknownTemplate:
        return UnknownTemplate(f"The template {self._template[:_SHOWN]!r} is not understood here.")

    def _next(self, *wanted: str) -> str | None:
        """The next token if it is one of these signs or words."""
        if self._tokens and self._tokens[0][0] in ("sign", "name") and self._tokens[0][1] in wanted:
            return self._tokens.pop(0)[1]
        return None

    def _need(self, sign: str) -> None:
        if not self._next(sign):
            raise self._unknown()

    def _choice(self) -> Expression:
        yes = self._or()
        if not self._next("if"):
            return yes
        asked = self._or()
        no = self._choice() if self._next("else") else (lambda variables: "")
        return lambda variables: yes(variables) if asked(variables) else no(variables)

    def _or(self) -> Expression:
        left = self._and()
        while self._next("or"):
            left = _either(left, self._and())
        return left

    def _and(self) -> Expression:
        left = self._not()
        while self._next("and"):
            left = _both(left, self._not())
        return left

    def _not(self) -> Expression:
        if self._next("not"):
            inner = self._not()
            return lambda variables: not inner(variables)
        left = self._chain(SUM, lambda: self._chain(PRODUCT, self._signed))
        if sign := self._next(*_COMPARE):
            right = self._chain(SUM, lambda: self._chain(PRODUCT, self._signed))
            return _joined(_COMPARE[sign], left, right)
        if self._next("is"):
            negated = bool(self._next("not"))
            if not self._next("defined"):
                raise self._unknown()
            return lambda variables: (left(variables) is not None) != negated
        return left

    def _chain(
        self, signs: Mapping[str, Callable[[Any, Any], Any]], part: Callable[[], Expression]
    ) -> Expression:
        left = part()
        while sign := self._next(*signs):
            left = _joined(signs[sign], left, part())
        return left

    def _signed(self) -> Expression:
        if self._next("-"):
            inner = self._signed()
            return lambda variables: -inner(variables)
        expression = self._reached(self._atom())
        while self._next("|"):
            expression = self._filtered(expression)
        return expression

    def _filtered(self, inner: Expression) -> Expression:
        kind, name = self._tokens.pop(0) if self._tokens else ("", "")
        if kind != "name" or name not in FILTERS:
            raise self._unknown()
        arguments: list[Expression] = []
        if self._next("("):
            while not self._next(")"):
                arguments.append(self._choice())
                if not self._next(","):
                    self._need(")")
                    break
        function = FILTERS[name]
        return lambda variables: function(inner(variables), *(part(variables) for part in arguments))

    def _atom(self) -> Expression:
        if self._next("("):
            inner = self._choice()
            self._need(")")
            return inner
        if not self._tokens:
            raise self._unknown()
        kind, token = self._tokens.pop(0)
        if kind == "number":
            number = float(token) if "." in token else int(token)
            return lambda variables: number
        if kind == "text":
            return lambda variables: token[1:-1]
        if kind != "name":
            raise self._unknown()
        if token in _CONSTANTS:
            return lambda variables: _CONSTANTS[token]
        return lambda variables: variables.get(token)

    def _reached(self, inner: Expression) -> Expression:
        """What stands behind ``.name`` and ``[key]``."""
        while True:
            if self._next("."):
                kind, name = self._tokens.pop(0) if self._tokens else ("", "")
                if kind != "name":
                    raise self._unknown()
                inner = _item(inner, _constant(name))
            elif self._next("["):
                key = self._choice()
                self._need("]")
                inner = _item(inner, key)
            else:
                return inner


def _constant(value: str) -> Expression:
    return lambda variables: value


def _either(left: Expression, right: Expression) -> Expression:
    return lambda variables: left(variables) or right(variables)


def _both(left: Expression, right: Expression) -> Expression:
    return lambda variables: left(variables) and right(variables)


def _joined(function: Callable[[Any, Any], Any], left: Expression, right: Expression) -> Expression:
    return lambda variables: function(left(variables), right(variables))


def _item(inner: Expression, key: Expression) -> Expression:
    def get(variables: Variables) -> Any:
        holder, wanted = inner(variables), key(variables)
        if isinstance(holder, Mapping):
            return holder.get(wanted)
        if isinstance(holder, list | str) and isinstance(wanted, int):
            return holder[wanted] if -len(holder) <= wanted < len(holder) else None
        return None

    return get
