"""Why a request ran where it did, and what a row of the ledger is for: all such sentences, in both languages.

Reasons are written and kept in the language of the turn, and the ledger's chain holds them as they are. What
is shown to somebody who speaks the other language is read back by the same table. Knows no policy.
"""

import re
from functools import cache

from kippu.regex import regex
from kippu.turn import Language

Reason = tuple[str, str]
"""In English and Japanese. A place with a number takes another reason, one with a name any words."""

HERE: Reason = ("on this device: {0}", "この端末で: {0}")
CLOUD: Reason = ("asked the cloud: {0}", "クラウドに依頼: {0}")
INSTEAD: Reason = ("{0}; {other} in place of {first}", "{0}、{first}の代わりに{other}")
BUSY: Reason = (
    "{0}; {other} in place of {first}, as the device is busy",
    "{0}、端末が混み合っているため{first}の代わりに{other}",
)
CHEAP: Reason = ("{0}, under 0.1 cents", "{0}、0.1セント未満")
COSTS: Reason = ("{0}, about {cents} cents", "{0}、約{cents}セント")

QUOTED: Reason = ("quoted from the text, without a model", "モデルを使わずに文章から引用")
TOLD: Reason = (
    "no model was asked: nothing was asked for, and the one here is too small for small talk",
    "質問や頼みではなく、ここのモデルは雑談には小さすぎるため、モデルは不使用",
)
SPEAKS_NOT: Reason = (
    "no model was asked: none here speaks it",
    "日本語を話せるモデルがないため、モデルは不使用",
)
ASKING: Reason = ("asking back", "聞き返し")
LARGER: Reason = ("the larger model, as the first was not sure", "大きいモデルに交代")
UNSURE: Reason = ("the model here was not sure", "この端末のモデルに確信がないため")
NOT_SENT: Reason = ("not sent", "送信なし")
CLOUD_FAILED: Reason = ("the cloud failed", "クラウドが答えないため")

MEANWHILE: Reason = ("{0}, as you chose meanwhile", "{0}（途中で設定）")
ALL_STAYS: Reason = ("all stays here", "すべて端末内")
MARKED: Reason = ("it has words that you keep private", "非公開にした言葉を含むため")
TOPIC: Reason = ("you keep {0} at home", "{0}の話題は外に出さない設定")
CONVERSATION: Reason = ("this conversation stays here", "この会話は外に出さない設定")
UNREAD: Reason = (
    "it is in a writing in which I can't find what is personal",
    "個人情報を見分けられない文字で書かれているため",
)
ASKED_FIRST: Reason = ("you want to see it before it is sent", "送る前に確認する設定")
NOBODY: Reason = ("no provider is set up", "プロバイダーが未設定")
RESTS: Reason = ("{name} failed and is given a rest", "{name}は失敗したため休止中")
OFFLINE: Reason = ("there is no network", "ネットワークなし")
TOO_LONG: Reason = ("it is too long for {name}", "{name}には長すぎるため")
BUDGET: Reason = ("it could pass this month's budget", "今月の予算を超えるおそれがあるため")
TOO_PERSONAL: Reason = (
    "it is too personal for what the cloud would add", "個人的な内容が多く、送る利点が小さいため",
)  # fmt: skip

DONE: Reason = ("{tool}, asked for by {0}", "{tool}、{0}の求めで")
NOT_DONE: Reason = ("{tool}: not done, or not confirmed", "{tool}: 未実行、または未確認")
ASKERS: dict[str, Reason] = {"you": ("you", "あなた"), "a model": ("a model", "モデル")}
WANTED: Reason = ("{name} was wanted", "{name}の取得")
NOT_ARRIVED: Reason = ("{name} did not arrive", "{name}は届かず")
LOOKED: Reason = ("whether a better model can be had", "より良いモデルがあるかの確認")
PACKAGES: Reason = ("package index: {name}", "パッケージインデックス: {name}")
"""No reason, but to whom: where a model's file is asked for."""

ROW_GONE: Reason = (
    "Row {row} is missing; the next one there is row {next}.",
    "{row}行目がなく、次にあるのは{next}行目です。",
)
ROW_CHANGED: Reason = (
    "Row {row} is not as it was written, or the row before it is not.",
    "{row}行目か、その前の行が、書かれたときのままではありません。",
)
TEXT_CHANGED: Reason = (
    "The text of row {row} is not the one that was written.",
    "{row}行目の本文が、書かれたときのままではありません。",
)
NEWEST_GONE: Reason = (
    "Rows {first} to {last}, the newest, are missing.",
    "最も新しい{first}行目から{last}行目までがありません。",
)

TOPICS: dict[str, Reason] = {
    "health": ("health", "健康"),
    "money": ("money", "お金"),
    "work": ("work", "仕事"),
    "family": ("family", "家族"),
    "faith": ("faith", "信仰"),
    "politics": ("politics", "政治"),
    "intimacy": ("intimacy", "恋愛や性"),
    "law": ("law", "法律"),
}
KINDS: dict[str, Reason] = {
    "chat": ("talk", "会話"),
    "code": ("code question", "プログラムの質問"),
    "mathematics": ("mathematics", "数学"),
    "knowledge": ("question", "質問"),
    "writing": ("writing", "文章"),
    "translation": ("translation", "翻訳"),
}
"""What each kind of request is called."""
LONG: dict[str, Reason] = {kind: (f"long {en}", f"長い{ja}") for kind, (en, ja) in KINDS.items()}
SKILLS: dict[str, Reason] = {
    "home": ("home command", "家の操作"),
    "clock": ("clock", "時計"),
    "timers": ("timer", "タイマー"),
    "alarms": ("alarm", "アラーム"),
    "reminders": ("reminder", "リマインダー"),
    "lists": ("list", "リスト"),
    "notes": ("note", "メモ"),
    "routines": ("routine", "ルーティン"),
    "pictures": ("picture", "お絵かき"),
    "math": ("calculation", "計算"),
    "history": ("your history", "履歴"),
    "calendar": ("calendar", "予定"),
    "contacts": ("contacts", "連絡先"),
    "phone": ("call or message", "電話とメッセージ"),
    "chance": ("chance", "サイコロとくじ"),
    "search": ("search in what is kept here", "保存した情報の検索"),
    "settings": ("settings", "設定"),
    "about": ("a fixed answer", "決まった答え"),
    "help": ("help", "ヘルプ"),
}
"""What each skill is called under an answer."""

ALL: tuple[Reason, ...] = (
    BUSY, INSTEAD, CLOUD, HERE, MEANWHILE, CHEAP, COSTS, ASKING, QUOTED, TOLD, SPEAKS_NOT, LARGER, UNSURE,
    NOT_SENT, CLOUD_FAILED,
    ALL_STAYS, MARKED, TOPIC, CONVERSATION, UNREAD, ASKED_FIRST, NOBODY, RESTS, OFFLINE, TOO_LONG, BUDGET,
    TOO_PERSONAL, DONE, NOT_DONE, WANTED, NOT_ARRIVED, LOOKED, PACKAGES, ROW_GONE, ROW_CHANGED, TEXT_CHANGED,
    NEWEST_GONE,
    *ASKERS.values(), *TOPICS.values(), *KINDS.values(), *LONG.values(), *SKILLS.values(),
)  # fmt: skip
"""In the order in which they are tried: the outer ones first."""
_PLACE = regex(r"\\\{(\w+)\\\}")


def filled(reason: Reason, *inner: Reason, **words: str) -> Reason:
    """A reason with its places filled in both languages."""
    en, ja = reason
    return en.format(*(one[0] for one in inner), **words), ja.format(*(one[1] for one in inner), **words)


def said(reason: Reason, language: Language) -> str:
    """The one of both that is in this language."""
    return reason[1] if language == "ja" else reason[0]


def here(reason: Reason, language: Language) -> str:
    """What runs on this device, and why."""
    return said(filled(HERE, reason), language)


def translated(text: str, language: Language) -> str:
    """A reason as it was written, in this language; words that are no reason of ours as they are."""
    for number, patterns in enumerate(_patterns()):
        for pattern in patterns:
            if found := pattern.fullmatch(text):
                words = found.groupdict()
                inner = translated(words.pop("_0", ""), language)
                return said(ALL[number], language).format(inner, **words)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(map(_pattern, reason)) for reason in ALL)


def _pattern(template: str) -> re.Pattern[str]:
    def group(place: re.Match[str]) -> str:
        return f"(?P<{'_' if place[1].isdigit() else ''}{place[1]}>.+)"

    return re.compile(_PLACE.sub(group, re.escape(template)), re.DOTALL)
