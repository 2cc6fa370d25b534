"""What is put on a list without the を that tells it from the list's name: 「牛乳リストに入れて」.

Knows calls and the names of the lists that there are.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call

_SHOPPING = "shopping"
_IS_ADDED = regex(
    r"(?:(?:追加|登録|記入)(?:を)?(?:お願い(?:します)?|し)?|(?:入れ|いれ|足し|加え|書い)(?=[てと]))(?:て|といて|ておいて)?"
    r"(?:ください|下さい|(?:くれ|もらえ)(?:る|ない|ますか|ませんか)|くれ|ほしい|ちょうだい|ね|よ)*"
)
"""No item, but what is done with one."""
_IS_MORE = regex(r"[、,を]|[ぁ-ん]て$|(?:から|ので|んで)$")
"""What is no item either."""


def on_its_list(call: Call, lists: Sequence[str]) -> Call:
    """The call; of what is named before 「リスト」 an item to buy, unless there is a list of that name, for
    which nothing was said then."""
    if call.tool != "lists.add" or not _IS_ADDED.fullmatch(str(call.arguments.get("item", ""))):
        return call
    said = str(call.arguments.get("list", ""))
    if _IS_MORE.search(said):
        return call
    known = said in lists or not said
    return Call(call.tool, {"list": said, "item": ""} if known else {"list": _SHOPPING, "item": said})
