"""Plain Japanese sequels: what is meant, said as the readers of sequels know it."""

from kippu.regex import regex
from kippu.understand.sequels.parts import Parts

_ANY = ""
_SAID = {
    "cancel": {
        "timer": "それをキャンセルして", "alarm": "それをキャンセルして", "reminder": "それをキャンセルして",
        "plan": "それをキャンセルして", "event": "それをキャンセルして", "note": "それを消して",
        "list": "元に戻して", "light": "元に戻して", "climate": "元に戻して", "cover": "元に戻して",
        "fan": "元に戻して", "plug": "元に戻して", "media": "音楽を止めて", "vacuum": "それを止めて",
    },
    "undo": {_ANY: "元に戻して"},
    "more": {
        "light": "もっと明るくして", "climate": "もっと暖かくして", "media": "もっと大きくして",
        "fan": "もっと強くして", "cover": "もう少し開けて",
    },
    "less": {
        "light": "もっと暗くして", "climate": "もっと涼しくして", "media": "もっと小さくして",
        "fan": "もっと弱くして", "cover": "もう少し閉めて",
    },
    "which": {
        "timer": "タイマーを教えて", "alarm": "アラームを教えて", "reminder": "リマインダーを教えて",
        "event": "予定を教えて", "plan": "何が予約されてる？",
    },
    "show": {
        "light": "どの電気がついてる？", "plug": "何がついてる？", "fan": "何がついてる？",
        "state": "何がついてる？", "climate": "温度は？", "cover": "どのブラインドが開いてる？",
        "media": "今の曲は何？", "timer": "タイマーを教えて", "alarm": "アラームを教えて",
        "reminder": "リマインダーを教えて", "plan": "何が予約されてる？", "event": "予定を教えて",
        "note": "メモを読んで", "contact": "連絡先を教えて",
    },
    "count": {
        "light": "電気はいくつついてる？", "state": "電気はいくつついてる？", "timer": "タイマーを教えて",
        "alarm": "アラームを教えて", "reminder": "リマインダーを教えて", "event": "予定を教えて",
        "note": "メモを読んで", "contact": "連絡先を教えて", "plan": "何が予約されてる？",
    },
    "when": {
        "alarm": "それは何時？", "reminder": "それはいつ？", "plan": "それはいつ？", "event": "それはいつ？",
        "timer": "あと何分？",
    },
    "left": {
        "timer": "あと何分？", "plan": "それはいつ？", "alarm": "それは何時？", "reminder": "それはいつ？",
        "event": "それはいつ？", "vacuum": "それは掃除中？",
    },
    "value": {
        "light": "それの明るさは？", "climate": "設定温度は？", "fan": "それの風量は？",
        "cover": "それはどのくらい開いてる？", "media": "音量は？", "timer": "あと何分？",
        "alarm": "それは何時？", "reminder": "それはいつ？", "plan": "それはいつ？", "event": "それはいつ？",
    },
    "asks_detail": {"media": "今の曲は何？", "event": "それはいつ？", "reminder": "それはいつ？"},
    "pause": {"timer": "それを一時停止して", "media": "一時停止して", "vacuum": "それを一時停止して"},
    "resume": {"timer": "それを再開して", "media": "再生して", "vacuum": "それを始めて"},
    "repeat": {_ANY: "もう一度言って"},
    "why": {
        "light": "なんでそうしたの？", "fan": "なんでそうしたの？", "plug": "なんでそうしたの？",
        "cover": "なんでそうしたの？", "climate": "なんでそうしたの？", "media": "なんでそうしたの？",
    },
    "thanks": {_ANY: "ありがとう"},
}  # fmt: skip
_IS = {
    "light": "それはついてる？", "climate": "それはついてる？", "cover": "それは開いてる？",
    "lock": "それは閉まってる？", "fan": "それはついてる？", "media": "音楽は流れてる？",
    "vacuum": "それは掃除中？", "plug": "それはついてる？",
}  # fmt: skip
_STATES = {
    "on": "それはついてる？", "off": "それは消えてる？", "open": "それは開いてる？",
    "closed": "それは閉まってる？", "locked": "それは閉まってる？",
}  # fmt: skip
_LEFT_SO = {"home.turn_off": "off", "home.turn_on": "on", "home.open": "open", "home.close": "closed"}
"""How a thing is once a tool did what it does."""
_SWITCHED = frozenset({"on", "off"})
_OF = {
    "light": _SWITCHED, "climate": _SWITCHED, "cover": {"open", "closed"}, "fan": _SWITCHED,
    "lock": {"locked", "open", "closed"}, "media": _SWITCHED, "vacuum": frozenset[str](),
    "plug": _SWITCHED,
}  # fmt: skip
"""The states of each kind that are asked about plainly."""
_OFF = {
    "light": "それを消して", "climate": "それを消して", "cover": "それを閉めて", "lock": "それを閉めて",
    "fan": "それを止めて", "media": "音楽を止めて", "vacuum": "それを止めて", "plug": "それを消して",
    "state": "それを消して", "timer": "それをキャンセルして", "alarm": "それをキャンセルして",
}  # fmt: skip
_ON = {
    "light": "それをつけて", "climate": "それをつけて", "cover": "それを開けて", "fan": "それをつけて",
    "media": "再生して", "vacuum": "それを始めて", "plug": "それをつけて", "state": "それをつけて",
}  # fmt: skip
_VERBS = {
    "off": "それを消して", "on": "それをつけて", "open": "それを開けて", "close": "それを閉めて",
    "lock": "それを閉めて", "start": "それを始めて", "stop": "それを止めて", "pause": "それを一時停止して",
    "play": "再生して", "dock": "それを充電台に戻して",
}  # fmt: skip
_THAT_DAY = regex(r"(?:明日|明後日|あさって|今日|[月火水木金土日]曜日?|\d日)は")
"""Sets one day against another: the alarm of the first stays."""
_PARTICLE = regex(r"(?:から|まで|に|で|は)$")
_LATER = ("遅", "後ろ", "のば", "延ば", "ずらし", "おくら")
_EARLIER = ("早", "前倒し", "繰り上げ")


def plainly(op: str, context: str, parts: Parts) -> str:
    """The plain sequel; empty where there is none that says all of it."""
    if op == "cancel" and context in _IS and parts.verb in _VERBS:
        op = "instead"
    made = _MADE.get(op)
    if made:
        return _of_all(made(context, parts), parts)
    said = _SAID.get(op, {})
    if op in {"show", "count"} and context == "list":
        return {"shopping": "買い物リストを読んで", "to do": "やることリストを読んで"}.get(
            str(parts.call.arguments.get("list")), ""
        )
    return said.get(context, said.get(_ANY, ""))


def _of_all(plain: str, parts: Parts) -> str:
    """The plain sequel for all that was spoken of, where that is meant."""
    return plain.replace("それを", "全部" if "全部" in parts.text else "両方とも") if parts.several else plain


def _bare(parts: Parts) -> str:
    """The moment without the particle that it was said with."""
    return _PARTICLE.sub("", parts.when)


def _time(context: str, parts: Parts) -> str:
    if parts.length:
        way = "早く" if any(word in parts.text for word in _EARLIER) else "遅く"
        if context in {"timer", "plan"} and not any(word in parts.text for word in (*_LATER, *_EARLIER)):
            return f"{parts.length}にして"
        return f"それを{parts.length}{way}して"
    if context == "alarm" and parts.when and not parts.is_that_day and _THAT_DAY.search(parts.text):
        return f"{_bare(parts)}のアラームもかけて"
    if context in _IS and parts.when:
        return f"{_at(context, parts)}{parts.order}" if parts.order else ""
    return f"{_bare(parts)}にして" if parts.when and context not in {"light", "list", "note"} else ""


def _level(context: str, parts: Parts) -> str:
    if context in {"timer", "alarm", "reminder", "plan", "event"}:
        return _time(context, parts)
    if context == "media":
        return f"音量を{parts.level}にして" if parts.level else ""
    return f"それを{parts.level}にして" if parts.level else ""


def _more(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"それを{parts.length}延ばして" if parts.length else ""
    return f"それを{parts.level}にして" if parts.level.endswith("%") else _SAID["more"].get(context, "")


def _less(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"それを{parts.length}短くして" if parts.length else ""
    return f"それを{parts.level}にして" if parts.level.endswith("%") else _SAID["less"].get(context, "")


def _at(context: str, parts: Parts) -> str:
    if context not in {*_IS, "state"}:
        return ""
    if parts.length:
        return f"{parts.length}後に"
    return f"{_bare(parts)}に" if parts.when else ""


def _off(context: str, parts: Parts) -> str:
    return _at(context, parts) + _OFF[context] if context in _OFF else ""


def _on(context: str, parts: Parts) -> str:
    return _at(context, parts) + _ON[context] if context in _ON else ""


def _instead(context: str, parts: Parts) -> str:
    said = _VERBS.get(parts.verb, "")
    return _at(context, parts) + said if said and context in {*_IS, "state"} else ""


def _too(context: str, parts: Parts) -> str:
    if parts.named:
        return f"{parts.named}も"
    return f"{_bare(parts)}も" if parts.when and context in {"alarm", "reminder", "event"} else ""


def _other(context: str, parts: Parts) -> str:
    return f"いや、{parts.named}" if parts.named else _time(context, parts)


def _except(context: str, parts: Parts) -> str:
    return f"{parts.named}以外" if parts.named else ""


def _another(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"あと{parts.length}のタイマーも" if parts.length else ""
    return f"{_bare(parts)}のアラームもかけて" if parts.when and context == "alarm" else ""


def _remove(context: str, parts: Parts) -> str:
    if context == "alarm" and parts.when:
        return f"{_bare(parts)}のアラームを消して"
    if context == "timer" and parts.length:
        return f"{parts.length}のタイマーを消して"
    return f"{parts.named}を消して" if parts.named and context in {"light", "plug", "fan"} else ""


def _state(context: str, parts: Parts) -> str:
    if context in _IS:
        state = parts.state or _LEFT_SO.get(parts.call.tool, "")
        return _STATES.get(state, _IS[context]) if not state or state in _OF[context] else ""
    return _SAID["value"].get(context, "")


def _often(context: str, parts: Parts) -> str:
    return f"{parts.often}にして" if parts.often and context in {"alarm", "reminder", "plan", "event"} else ""


_MADE = {
    "time": _time, "level": _level, "more": _more, "less": _less, "off": _off, "on": _on,
    "instead": _instead, "too": _too, "other": _other, "except": _except, "another": _another,
    "remove": _remove, "state": _state, "often": _often,
}  # fmt: skip
