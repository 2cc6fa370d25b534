"""A Japanese order beside what shall not be done: 「エアコンは消さないで電気を消して」 is 「電気を消して」.

Knows the grammar of endings; what is of the home, who takes a text apart is asked.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame

_NOT = (
    r"[^、。]+?(?:[さらわかがばまた]|[けめれえげべてせし])"
    r"(?:ないで|ずに|なくて?(?:も)?(?:いい|良い|大丈夫)(?:です)?(?:から|ので|けど|よ|し)?|なくて)"
)
_BEFORE = regex(rf"^(?P<no>{_NOT})[、。]?(?P<rest>[^、。].*)$")
_BEHIND = regex(rf"^(?P<rest>[^、。]+?[てで])(?:、|から|あと)*(?P<no>{_NOT})(?:ください|下さい|ね|よ)*$")


def without_refusal(text: str, apart: Callable[[str], Frame]) -> str:
    """The order alone, where both are for things of the home; the sentence as it is otherwise."""
    for form in (_BEFORE, _BEHIND):
        match = form.match(text)
        if match is None:
            continue
        no, rest = apart(match["no"]), apart(match["rest"])
        if _is_named(no) and _is_named(rest) and rest.has("verbs") and not rest.has("blocks"):
            return match["rest"]
    return text


def _is_named(frame: Frame) -> bool:
    return frame.has("kinds") or bool(frame.mentions) or frame.has("verbs", "lock", "unlock")
