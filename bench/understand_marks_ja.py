"""Whether the calls hold the marked parts of a Japanese sentence, for the judge of ``understand_written.py``.

As in ``understand_judging.py`` every part must stand in the calls where a tool that is right has a place for
it; a thing or a room that this home hasn't is rightly answered so. Times are read by Kippu's own reader.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from kippu.names import Names
from kippu.turn import Call
from kippu.understand.borrowed import with_japanese
from kippu.understand.text import sentence
from kippu.understand.when import When
from kippu.understand.when.japanese import find
from understand_times import Takes

_KINDS = {
    "light": "ライト|電気|でんき|照明|[明灯]かり|灯り|あかり|ランプ|スタンド|豆電球|[夜光外]灯"
    "|イルミネーション|電飾|ツリー",
    "switch": "コーヒー|ポット|ケトル|やかん|オーブン|洗濯機|スプリンクラー|プラグ|コンセント|ツリー",
    "media_player": "テレビ|てれび|TV|スピーカー|ステレオ|ラジオ|オーディオ|アンプ",
    "climate": "エアコン|クーラー|冷房|暖房|ヒーター|ストーブ|床暖|サーモスタット",
    "cover": "カーテン|ブラインド|シャッター|シェード|雨戸|ガレージ|車庫|スクリーン",
    "fan": "扇風機|ファン|サーキュレーター|換気扇", "vacuum": "掃除機|掃除ロボ|お掃除|ルンバ",
    "lock": "鍵|かぎ|カギ|ロック|ドア|扉", "humidifier": "加湿器|除湿機",
    "binary_sensor": "窓|ドア|センサー",
}  # fmt: skip
_AMOUNTS = frozenset(
    "brightness position volume step temperature humidity speed value minutes hours seconds expression amount"
    " number phone count low high people at by".split()
)
_LENGTHS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
_WHOLE = re.compile(
    r"家中|家じゅう|(?:全部|すべて|全て|各|どこ|みんな)の?(?:部屋)?|家|うち|ここ|部屋|この部屋"
)
_LISTS = {"shopping": "買|スーパー|お使い", "to do": "やる|to-?do|タスク|用事"}
_PEOPLE = re.compile(r"(?:さん|ちゃん|くん|君|様|さま)$")
_HALVES = re.compile(r"午前|午後|朝|夜|夕|晩|昼")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
_MOST_MORE = 6
"""Letters that a text may have beside what was marked of it."""


def holds(
    calls: Sequence[Call],
    marks: Sequence[tuple[str, str]],
    wanted: Sequence[str],
    now: datetime,
    names: Names,
    takes: Takes,
) -> bool:
    """Whether the calls hold every part that they have a place for."""
    places = {place for tool in (*wanted, *(call.tool for call in calls)) for place in takes.get(tool, ())}
    told = [value for call in calls for value in call.arguments.values() if value is not None]
    if "item" in places and not _only_items(calls, [text for slot, text in marks if slot == "item"]):
        return False
    return all(_holds(calls, told, slot, text, places, now, names) for slot, text in marks)


def is_elsewhere(told: str, marks: Sequence[tuple[str, str]], names: Names) -> bool:
    """Whether what was told to be none of this home is none, or a marked room or thing."""
    here = {thing.domain for thing in names.things}
    if told and _room(told, names) is None and not kinds_of(told, names) & here:
        return True
    rooms = [text for slot, text in marks if slot == "room"]
    things = [text for slot, text in marks if slot == "device"]
    return any(_room(text, names) is None for text in rooms) or any(
        not kinds_of(text, names) & here for text in things
    )


def kinds_of(text: str, names: Names) -> set[str]:
    """The kinds of thing that a word may be for."""
    own = {
        thing.domain
        for thing in with_japanese(names).things
        if sentence(text, "ja") in (thing.name, *thing.aliases)
    }
    return own | {kind for kind, said in _KINDS.items() if re.search(said, text)}


def _holds(
    calls: Sequence[Call],
    told: Sequence[object],
    slot: str,
    text: str,
    places: set[str],
    now: datetime,
    names: Names,
) -> bool:
    match slot:
        case "when":
            phrases = find(sentence(text, "ja"), now)
            return all(_holds_time(calls, told, phrase, text, places, now) for phrase in phrases)
        case "amount":
            return not places & _AMOUNTS or _holds_amount(calls, told, text)
        case "room":
            return "area" not in places or _holds_room(calls, text, names)
        case "device":
            return "domain" not in places or all(_is_of_kind(call, text, names) for call in calls)
        case "color":
            given = {key for call in calls for key in call.arguments}
            return "color" not in places or bool({"color", "temperature"} & given)
        case "list":
            return "list" not in places or any(
                _is_list(str(call.arguments.get("list") or call.arguments.get("name")), text)
                for call in calls
            )
        case "item":
            return True  # all of a sentence are judged together
        case "person" if places & {"to", "person", "name"}:
            return any(_folded(text) == _folded(_PEOPLE.sub("", str(value))) or text == value
                       or _PEOPLE.sub("", text) == value for value in told)  # fmt: skip
    if not places & {"text", "title", "words", "query", "name", "place", "to", "person", "what", "item"}:
        return True
    said = [_folded(str(value)) for value in told if isinstance(value, str)]
    mark = _folded(text)
    return any(mark in one and len(one) <= len(mark) + _MOST_MORE for one in said)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, sentence(text, "ja").casefold()))


def _only_items(calls: Sequence[Call], items: Sequence[str]) -> bool:
    """Whether the items are those marked and nothing else."""
    left = "".join(str(call.arguments.get("item") or "") for call in calls)
    for item in sorted(items, key=len, reverse=True):
        if sentence(item, "ja") not in left:
            return False
        left = left.replace(sentence(item, "ja"), "", 1)
    return not items or not re.sub(r"[と、,やも]|and", "", left).strip()


def _is_list(given: str, text: str) -> bool:
    said = re.sub(r"の?リスト$", "", sentence(text, "ja"))
    return said in given or bool(re.search(_LISTS.get(given, "(?!)"), text, re.IGNORECASE))


def _holds_room(calls: Sequence[Call], text: str, names: Names) -> bool:
    wanted = _room(text, names)
    if wanted == "" or wanted is None:
        return wanted == "" and not any("area" in call.arguments for call in calls)
    by_name = {thing.name: thing for thing in names.things}
    for call in calls:
        thing = by_name.get(str(call.arguments.get("name")))
        at = {call.arguments.get("area"), call.arguments.get("floor")}
        if wanted not in at | ({thing.room, thing.floor} if thing else set()):
            return False
    return True


def _room(text: str, names: Names) -> str | None:
    """The room, empty for the whole home, None for one that isn't here."""
    said = sentence(text, "ja")
    if _WHOLE.fullmatch(said):
        return ""
    rooms = with_japanese(names).rooms
    return next((room.name for room in rooms if said in (room.name.casefold(), *room.aliases)), None)


def _is_of_kind(call: Call, text: str, names: Names) -> bool:
    thing = next((one for one in names.things if one.name == call.arguments.get("name")), None)
    domain = call.arguments.get("domain") or (thing.domain if thing else None)
    return domain is None or domain in kinds_of(text, names)


def _holds_amount(calls: Sequence[Call], told: Sequence[object], text: str) -> bool:
    given = {abs(float(value)) for value in told if isinstance(value, int | float)}
    given |= {
        float(one)
        for value in told
        for one in re.findall(r"\d+(?:\.\d+)?", str(value).replace(",", "").replace("-", " "))
    }
    lengths = {_length(call) / unit for call in calls for unit in _LENGTHS.values()}
    given |= {one % 12 for one in given} | lengths
    numbers = re.findall(r"\d+(?:\.\d+)?", sentence(text, "ja").replace(",", ""))
    return all(float(one) in given for one in numbers) if numbers else bool(given)


def _length(call: Call) -> float:
    """Seconds that its arguments say together."""
    return sum(unit * float(call.arguments.get(name) or 0) for name, unit in _LENGTHS.items())


def _moments(value: str, now: datetime) -> list[datetime]:
    """The moment that an argument is, if it is one; a time alone is today's."""
    if re.match(r"\d\d:\d\d", value):
        value = f"{now.date().isoformat()}T{value}"
    return [datetime.fromisoformat(value).replace(tzinfo=None)] if _MOMENT.match(value) else []


def _holds_time(
    calls: Sequence[Call], told: Sequence[object], phrase: When, text: str, places: set[str], now: datetime
) -> bool:
    moments = [moment for one in told for moment in _moments(str(one), now)]
    if phrase.repeat:
        return "repeat" not in places or any(call.arguments.get("repeat") == phrase.repeat for call in calls)
    if phrase.duration:
        length, here = phrase.duration.length, now.replace(tzinfo=None)
        later = any(abs(one - here - length) < timedelta(minutes=2) for one in moments)
        return not places & _LENGTHS.keys() or later or any(
            abs(_length(call)) == length.total_seconds() for call in calls
        )  # fmt: skip
    if (
        phrase.day
        and places & {"at", "day"}
        and not any(str(one)[:10] == phrase.day.isoformat() for one in told)
    ):
        return False  # fmt: skip
    if not (phrase.at and phrase.clock and "at" in places):
        return True
    either = (phrase.at.hour,) if _HALVES.search(text) else (phrase.at.hour, (phrase.at.hour + 12) % 24)
    return any(one.hour in either and one.minute == phrase.at.minute for one in moments)
