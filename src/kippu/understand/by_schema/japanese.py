"""The arguments of a tool out of a Japanese sentence, by the tool's JSON schema alone.

    what may be chosen ─► yes or no ─► days and times ─► what is quoted ─► numbers by their counters
    ─► texts by the particle behind them

Each takes its words, and none reads what another took.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from kippu.regex import regex
from kippu.understand.by_schema.counting_ja import numbered
from kippu.understand.by_schema.days import written
from kippu.understand.by_schema.parameter import Parameter
from kippu.understand.by_schema.roles_ja import AGAINST, FLAGS, role, ways
from kippu.understand.by_schema.sentence_ja import Said, is_japanese, with_figures
from kippu.understand.when.japanese import find

_QUOTED = regex(r"「([^「」]+)」|『([^『』]+)』|\"([^\"]+)\"|“([^”]+)”")
_MARKED = regex(
    r"[\w.+-]+@[\w-]+(?:\.\w+)+|https?://[\w./%?=&-]+|(?<![\w])[A-Z]{1,4}[-]?\d{2,}(?![\w])", re.ASCII
)
_KATAKANA = regex(r"[ァ-ヶー]{2,}")
_WORDS = regex(r"[一-龠々ァ-ヶーA-Za-z0-9&'’.・-]+(?:[おご](?=[一-龠]))?")
_BEHIND = regex(
    r"[、 ]?(からの?|まで|より|について|に関する|に関して|という|っていう|って|とは|へ|での?|に|を"
    r"|の(?:こと)?|は|が|と|も|行き|発|宛て?に?|あて)"
)
_HONORIFIC = regex(r"(?:さん|ちゃん|くん|さま|様|君|先生|部長|課長|社長)$")
_DEED = regex(
    r"(?:予約|検索|送信|登録|追加|作成|注文|計算|変換|翻訳|設定|確認|削除|更新|購入|手配|投稿|依頼"
    r"|開始|停止|再生|印刷|比較|調|探|教|送|伝"
    r"|頼|取|買|見|出|作|入|借|知|書|行|聞|計|使|払|読|決|選|お願|頂|欲)$"
)
"""How the deed itself is called, and what its verb begins with."""
_OF_NO = regex(
    r"[^、。]{0,6}?(?:なし|無し|抜き|ぬき|不要|いらな|要らな|いりませ|な(?:い|く)|せず|しなくて"
    r"|オフ|ダメ|だめ)"
)
_TOLD_TO = regex(
    r"(?:に|へ)[、 ]?([^、。「」]{2,60}?)(?:って|と)(?:いう)?(?:件で|メッセージ|伝|送|連絡|書"
    r"|メール|返|知らせ|投稿|言)"
)
_ALIKE = 0.75
"""How like the sound of a value a word in katakana has to be."""
_WANTS: dict[str, dict[str, float]] = {
    "from": {"から": 5, "からの": 5, "発": 5, "より": 3},
    "to": {"まで": 5, "行き": 5, "へ": 4, "に": 3, "宛": 3, "宛てに": 3},
    "person": {"に": 2, "へ": 2, "宛": 3, "宛てに": 3, "あて": 3, "と": 1.5, "の": 1, "が": 1},
    "place": {"で": 3, "での": 3, "を": 1, "の": 2, "に": 1.5, "から": 0.5, "へ": 1, "は": 1},
    "title": {"という": 3, "っていう": 3, "って": 2.5, "を": 2, "は": 1, "の": 0.5, "が": 1, "と": 1},
    "topic": {
        "について": 4,
        "に関する": 4,
        "に関して": 4,
        "を": 2,
        "の": 2,
        "って": 2,
        "とは": 3,
        "で": 0.5,
        "が": 1,
    },
    "message": {"って": 1, "と": 1},
    "": {"を": 1.5, "の": 0.5, "は": 0.5, "って": 1},
}
"""What the particle behind a text says for each role."""
_NEEDED, _OPTIONAL = 0.5, 2.5
"""What must speak for a text, with and without a need for it."""


def called(parameter: Parameter) -> str:
    """What a parameter is called: by its description in Japanese, up to what only explains it."""
    told = re.split(r"[。（(:：、]", parameter.description)[0].removesuffix("かどうか").strip()
    return told if is_japanese(told) or re.search(r"[一-龠]", told) else parameter.said


def said_in_japanese(text: str, wanted: Sequence[Parameter], now: datetime, about: str) -> dict[str, Any]:
    """What the sentence gives for each parameter, by their names. ``about``: the tool's own words."""
    said, given = Said(with_figures(text), now, about), dict[str, Any]()
    for step in (_chosen, _flags, _days, _quoted, numbered, _texts):
        for parameter, value in step(said, [one for one in wanted if one.name not in given]):
            given.setdefault(parameter.name, value)
    return given


def _chosen(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """What the schema allows, as it is called."""
    for parameter in wanted:
        own = parameter.item if parameter.type == "array" else parameter
        found = sorted(place for value in own.choices if (place := _place(said, value, own)))
        kept: list[tuple[int, int, Any]] = []
        for start, end, value in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end, value))
        kept = kept if parameter.type == "array" else kept[:1]
        for start, end, _ in kept:
            said.take(start, end)
        if kept:
            values = [value for _, _, value in kept]
            yield parameter, values if parameter.type == "array" else values[0]


def _place(said: Said, value: Any, parameter: Parameter) -> tuple[int, int, Any] | None:
    """Where a value is said: by any of its ways, the longest; in katakana, by its sound."""
    no: list[tuple[int, int]] = []
    for way in sorted(dict.fromkeys(ways(str(value), parameter)), key=len, reverse=True):
        edge = r"(?![A-Za-z])" if way[-1].isascii() else r"(?![一-龠])" if len(way) == 1 else ""
        before = (
            r"(?<![A-Za-z])" if way[0].isascii() else r"(?:(?<![一-龠])|(?<=度))" if len(way) == 1 else ""
        )
        for match in re.finditer(before + re.escape(way) + edge, said.text, re.IGNORECASE):
            if any(start <= match.start() < end for start, end in no):
                continue
            denied = re.match(r"(?:の|サイズ|の(?:方|ほう))?(?:じゃ|では?)な", said.text[match.end() :])
            if denied:
                no.append(match.span())
            elif said.is_free(*match.span()):
                return match.start(), match.end(), value
    if str(value).isascii() and str(value).isalpha() and len(str(value)) > 3:
        for match in _KATAKANA.finditer(said.text):
            alike = SequenceMatcher(None, _sound(_latin(match[0])), _sound(str(value).casefold())).ratio()
            if alike >= _ALIKE and said.is_free(*match.span()):
                return match.start(), match.end(), value
    return None


_ROWS = dict(
    zip(
        "カキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヲンヴ",
        "k k k k k g g g g g s s s s s z j z z z t c t t t d j z d d n n n n n h h f h h b b b b b p p p p p"
        " m m m m m y y y r r r r r w w n b".split(),
        strict=True,
    )
)


def _latin(katakana: str) -> str:
    return "".join(_ROWS.get(letter, "") for letter in katakana)


def _sound(latin: str) -> str:
    """The consonants as katakana tells them apart."""
    for said, as_in in (
        ("ch", "c"),
        ("sh", "s"),
        ("th", "s"),
        ("ph", "f"),
        ("ck", "k"),
        ("ge", "j"),
        ("x", "ks"),
        ("qu", "k"),
    ):
        latin = latin.replace(said, as_in)
    latin = latin.translate(str.maketrans("lvqc", "rbkk"))
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouyw]|r(?=[^aeiou]|$)", "", latin))


def _flags(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """Yes or no, by the words of the description or the name in Japanese."""
    for parameter in (one for one in wanted if one.type == "boolean"):
        told = re.findall(r"[一-龠々]{2,}|[ァ-ヶー]{3,}", parameter.description)
        words = [
            word
            for word in told
            if word not in ("場合", "必要", "指定", "有無", "可否", "希望", "追加", "利用", "使用")
        ]
        against = [way for name in parameter.named for way in AGAINST.get(name, ())]
        if found := next((match for way in against if (match := re.search(way, said.text))), None):
            said.take(*found.span())
            yield parameter, False
            continue
        words += [way for name in parameter.named for way in FLAGS.get(name, "").split("|") if way]
        for match in (found for word in words if (found := re.search(re.escape(word), said.text))):
            said.take(*match.span())
            yield parameter, _OF_NO.match(said.text, match.end()) is None
            break


_OF_DAYS = regex(r"日付|日にち|年月日|日時|期日|締切|何日|\bdate|\bday\b|deadline|check-?(?:in|out)")
_OF_TIMES = regex(r"時刻|時間帯|日時|何時|開始時間|\btime\b|\bhour\b|\bat\b")


def _days(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """Days and times, each for the next parameter that asks for one."""
    found = [one for one in find(said.text, said.now) if one.at or one.day]
    for parameter in (one for one in wanted if one.type == "string" and not one.choices):
        told = f"{' '.join(parameter.named)} {parameter.description}"
        form = parameter.schema.get("format")
        days = form in ("date", "date-time") or _OF_DAYS.search(told) is not None
        times = form in ("time", "date-time") or _OF_TIMES.search(told) is not None
        for one in found:
            if days and times and one.at:
                value = one.at.replace(tzinfo=None).isoformat(
                    timespec="minutes" if form is None else "seconds"
                )
                found.remove(one)
            elif days and one.day:
                value = written(one.day, parameter)
                found.remove(one)
                if one.clock:  # its time may be asked for apart
                    found.append(replace(one, day=None))
            elif times and one.at and one.clock and not days:
                value = one.at.strftime("%H:%M")
                found.remove(one)
            else:
                continue
            said.take(one.start, one.end)
            yield parameter, value
            break


def _quoted(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """What stands in quotes, and addresses and codes, for the text that is likeliest free in any words."""
    order = ("message", "title", "topic", "", "person", "place", "to", "from")
    texts = [one for one in wanted if one.type == "string" and not one.choices]
    for match in _MARKED.finditer(said.text):
        mail = "@" in match[0]
        for parameter in texts:
            told = f"{' '.join(parameter.named)} {parameter.description}".casefold()
            if re.search(
                r"mail|メール|アドレス" if mail else r"url|link|\bid\b|code|number|コード|番号", told
            ) and said.is_free(*match.span()):
                said.take(*match.span())
                texts.remove(parameter)
                yield parameter, match[0]
                break
    for match in _QUOTED.finditer(said.text):
        value = next(filter(None, match.groups()))
        if not said.is_free(*match.span()) or not texts:
            continue
        behind = _BEHIND.match(said.text, match.end())
        particle = behind[1] if behind else ""
        tells = (
            re.match(
                r"(?:って|と)(?:いう)?(?:メッセージ|伝|送|返|連絡|書|投稿|メモ)", said.text[match.end() :]
            )
            is not None
        )
        best = min(
            texts,
            key=lambda one: (
                not (tells and role(one) == "message"),
                -_WANTS[role(one)].get(particle, 0) if role(one) in ("from", "to", "place", "person") else 0,
                order.index(role(one))
                if not (particle in ("という", "っていう") and role(one) == "title")
                else -1,
            ),
        )
        texts.remove(best)
        said.take(*match.span())
        yield best, value


def _texts(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """Each text by the particle behind it; the surest first."""
    texts = [one for one in wanted if one.type == "string" and not one.choices and not _is_timely(one)]
    texts += [
        one for one in wanted if one.type == "array" and one.item.type == "string" and not one.item.choices
    ]
    for parameter in [one for one in texts if role(one) == "message"]:
        told = _TOLD_TO.search(said.text)
        if told and said.is_free(*told.span(1)):
            said.take(*told.span(1))
            texts.remove(parameter)
            yield parameter, told[1]
            break
    pieces = list(_pieces(said))
    rated = [
        (_speaks(said, parameter, piece) + 9 * parameter.needed, -at, parameter, piece)
        for at, parameter in enumerate(texts)
        for piece in pieces
        if _speaks(said, parameter, piece) >= (_NEEDED if parameter.needed else _OPTIONAL)
    ]
    done: set[str] = set()
    for _, _, parameter, (start, end, _) in sorted(rated, key=lambda one: one[:2], reverse=True):
        if parameter.name in done or not said.is_free(start, end):
            continue
        said.take(start, end)
        done.add(parameter.name)
        value = said.text[start:end]
        yield parameter, re.split(r"と|、|や", value) if parameter.type == "array" else value


def _is_timely(parameter: Parameter) -> bool:
    told = f"{' '.join(parameter.named)} {parameter.description}"
    return parameter.schema.get("format") in ("date", "time", "date-time") or (
        (_OF_DAYS.search(told) or _OF_TIMES.search(told)) is not None and not role(parameter)
    )


def _pieces(said: Said) -> Iterator[tuple[int, int, str]]:
    """Runs of words that name something, joined by 「の」 or 「と」 and apart, with the particle behind."""
    runs = [match.span() for match in re.finditer(
        r"[一-龠々ァ-ヶーA-Za-z0-9&'’.・-]+(?:さん|ちゃん|くん|さま)?", said.text
    ) if said.is_free(*match.span())]  # fmt: skip
    for start, end in _in_kana(said):
        if said.is_free(start, end):
            behind = _BEHIND.match(said.text, end)
            yield start, end, behind[1] if behind else "は"
    for at, (start, end) in enumerate(runs):
        last = end
        yield from _with_particle(said, start, last)
        for _, following in runs[at + 1 : at + 3]:
            if not re.fullmatch(
                r"の|と|や|、|お|のお", said.text[last : runs[runs.index((_, following))][0]]
            ):
                break
            last = following
            yield from _with_particle(said, start, last)


def _in_kana(said: Said) -> Iterator[tuple[int, int]]:
    """A word in hiragana that a clause begins with, and one in katakana right before a verb."""
    for match in re.finditer(r"(?:^|[、。 ])([ぁ-ん]{2,6}?)(?=(?:を|で|の|って|に)[一-龠ァ-ヶ])", said.text):
        yield match.span(1)
    for match in re.finditer(
        r"(?<![一-龠ァ-ヶー])[ァ-ヶー]{2,}(?=[一-龠](?![をにでへのはがとも])[ぁ-ん])", said.text
    ):
        yield match.span()


def _with_particle(said: Said, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    behind = _BEHIND.match(said.text, end)
    if behind or re.match(r"[、。？?！!]|$", said.text[end:]):
        yield start, end, behind[1] if behind else ""


def _speaks(said: Said, parameter: Parameter, piece: tuple[int, int, str]) -> float:
    start, end, particle = piece
    words, kind = said.text[start:end], role(parameter)
    points = _WANTS[kind].get(particle, 0.0)
    several = re.search(r"と|や|、", words) is not None
    points += (1.5 if parameter.type == "array" else -2.0) * several
    if not several and "の" in words:
        points += 0.3 if kind in ("topic", "title", "message", "") else -0.5
    if _DEED.search(words) and not particle.startswith(("を", "に", "で")):
        points -= 3
    if re.match(r"\d", words):
        points -= 3
    if words in said.about:
        points -= 2.5
    named = _HONORIFIC.search(words) is not None
    return points + (2 * named if kind == "person" else -1.5 * named)
