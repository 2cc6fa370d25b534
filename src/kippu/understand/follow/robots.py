"""After a vacuum or mower was sent out: stop it, send it back. Knows the tools by name."""

from kippu.turn import Call, Language
from kippu.understand.cues import target_of
from kippu.understand.follow.phrases import en, ja

_SENT_OUT = frozenset({"home.start", "home.clean", "home.pause", "home.stop"})
_SEND_BACK = {
    "en": en(
        r"(?:send|bring|take|call|get) (?:it|him|her|them) (?:back|home|back home)"
        r"(?: (?:to|on|onto) (?:its|the) (?:dock|base|charger|charging station|station))?"
        r"|(?:go|back) (?:home|to (?:its|the|your) (?:dock|base|charger|station))|dock(?: it)?"
    ),
    "ja": ja(
        r"(?:それ|これ)?(?:を|は)?(?:もう)?(?:(?:充電台|ドック|基地|ホーム|家|元の場所)(?:に|へ))?"
        r"(?:戻し|もどし|帰し|かえし|帰らせ|戻らせ|呼び戻し)"
    ),
}
"""What works about the house, to its place again."""
_STOP = {
    "en": en(r"(?:stop|halt)(?: (?:it|him|her|that|there|cleaning|vacuuming|mowing))?"),
    "ja": ja(r"(?:それ|掃除)?(?:を|は)?(?:もう)?(?:止め|とめ|停止し|ストップし?|やめ)"),
}
_ROBOTS = frozenset({"vacuum", "lawn_mower"})


def of_robot(folded: str, language: Language, last: Call) -> Call | None:
    """What calls home, or stops where it is, what the last command sent out or the last question was about;
    None where the sentence asks for neither."""
    given = last.arguments
    if last.tool in _SENT_OUT and _SEND_BACK[language].match(folded):
        return Call("home.dock", {key: value for key, value in target_of(last).items() if key != "area"})
    works = last.tool == "home.state" and given.get("state") == "cleaning"
    sent = last.tool == "home.clean" or (
        last.tool == "home.start" and given.get("domain", "vacuum") in _ROBOTS
    )
    if not (works or sent) or not _STOP[language].match(folded):
        return None
    thing = {"name": given["name"]} if "name" in given else {"domain": given.get("domain", "vacuum")}
    return Call("home.stop", thing)
