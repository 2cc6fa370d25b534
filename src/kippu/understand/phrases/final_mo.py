"""Words that end in も, of which it is no "too": 「じゃがいも」, 「もも」. Knows words alone."""

from kippu.regex import regex

_CUT = regex(r"(?:じゃが|さつま|さと|里|やま|山|なが|長|と)い$|^(?:い|も|すも|ひ|子ど|こど|おも|あんも)$")


def whole(item: str, text: str) -> str:
    """An item with its も, where that was taken off for a particle."""
    return f"{item}も" if _CUT.search(item) and f"{item}も" in text else item
