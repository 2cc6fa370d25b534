"""Japanese behind what was kept: 「米研ぐの消して」 after that reminder, 「あとカレールー」 after a list,
「その日」 after a date, as the whole sentence that it stands for.

Knows the turns before by their calls; runs nothing.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.when import japanese

_LISTS = {"shopping": "買い物リスト", "to do": "やることリスト"}
_POLITE = (
    r"(?:て|で|といて|ておいて|おいて)?"
    r"(?:ください|下さい|くれる|くれ|ほしい|お願い(?:します)?|ね|よ|や|わ|です|から|かな)*$"
)
_LEAD = r"^(?:(?:やっぱり?|あと|じゃあ?|では|あ|ごめん|もう)、?)*"
_AWAY = regex(
    rf"{_LEAD}(?P<what>[^、。]{{1,20}}?)(?:の(?:方|ほう|やつ|件|こと)?|って(?:の|いうの|やつ)?)?(?:は|を|も|が)?"
    r"(?:(?:やっぱり?|もう|まだ|家に)、?)*"
    r"(?:消し(?=て|と)|削除(?:し(?=て|と))?|取り消し(?=て|と)|キャンセル(?:し(?=て|と))?|中止(?:に?し(?=て|と))?|やめ(?=て|と)|やめる|やめとく"
    r"|外し(?=て|と)|(?:い|要)らない|(?:い|要)らなくなった|なし(?:で|にして)?|いいや|もういい"
    rf"|(?:あった|ある)(?:から|ので)(?:(?:いい|い?らない|大丈夫)|消して|やめて)){_POLITE}"
)
_NOTE_AWAY = regex(
    r"^(?:もう|じゃあ?)?、?(?:その|この|さっきの|元の)?メモ(?:の方|のほう)?(?:は|を|も)?(?:もう)?"
    r"(?:(?:消し|けし|削除し|捨て)(?:て|とい)[^、。たる]{0,12}|いらない[^、。]{0,4})$"
)
_KINDS = regex(
    r"リマインダー|リマインド|予定|アラーム|目覚まし|タイマー|メモ|リスト|連絡先|電気|ライト|照明|ランプ|明かり|エアコン|暖房|冷房|テレビ"
    r"|音楽|音$|換気扇|扇風機|ファン|掃除機|鍵|窓|ブラインド|カーテン|ルール|通知|全部|すべて|全て|両方|それ|これ|あれ|さっき|今の|番目|最初|最後"
)
"""What says itself what is meant, or is of the home."""
_ITEMS = regex(r"、|と(?=[^ぁ-ん])|\s+")
_PUT_THERE = regex(
    r"^(?:それ|これ)?(?:を|も)?、?(?P<list>買い?物|やること)?リストに?(?:も)?(?:入れ|いれ|書い|載せ|のせ|足し|加え|追加(?:し)?)"
    rf"(?=て|と|お願い|$){_POLITE}"
)
_IS_ON = regex(
    r"^(?:それ|これ)?(?:は|って)?(?:もう|まだ)?(?:リストに)?(?:もう|まだ)?"
    r"(?:入って(?:い)?(?:る|た|ます|ました)|入れて?あ(?:る|った)|入れた|載って(?:い)?る|書いてある)(?:よね|んだ|っけ|だ|か|かな|の)*[?？]?$"
)
_ALSO = regex(
    r"^(?:あと|それと|それから|ついでに|あとは)、?(?P<item>[^、。?？\d]{1,15}(?:[、と][^、。?？\d]{1,15})*)$"
)
_NO_ITEM = regex(
    r"を|(?<=[一-龥ァ-ヴー])[はがに]|^[こそあど](?:れ|の|こ|っち)|何|なに|誰|いつ|少し|ちょっと|もう|残り|どの|一つ|ひとつ|だけ|以上|大丈夫|十分|結構|平気|終わり|お願い|よろしく|ありがと"
    r"|タイマー|アラーム|電気|ライト|エアコン|予定|リマインダー|メモ|リスト|全部|時間|話$|音楽|曲$|天気|ニュース|ジョーク|質問|[分秒日]$|[ねよか]$"
)
"""What is asked for, or kept elsewhere."""
_ENDS_SO = regex(r"[てでるたばいうくすつぬむもん]$")
_A_THING = regex(
    r"(?:にく|いか|いも|い?わし|いくら|いちご|[一-龥]い|らい|けい|せんべい|かい|もも|[一-龥]も|こんぶ|うどん|パン|[一-龥]ん|みかん|だいこん|にんじん"
    r"|れんこん|ごはん|ぽん|プリン|とうふ|そうめん|ラーメン|くるみ|[ァ-ヴー]+)$"
)
"""What ends as a verb does, and is bought."""
_DONE = regex(
    r"^(?:あ、?|もう)?(?P<item>[^、。]{1,15}?)(?:は|も|が|を)?(?:もう|全部)?(?:終わった|終わりました|終わらせた|済んだ|済ませた|済みました|片付いた"
    r"|完了(?:した)?|やった|やりました|できた)(?:よ|ね|ので?|から|です)*(?:、?(?:消し|チェックし)て(?:おいて|いて|ください)?|、?消しといて)?$"
)
_NOT_DONE = regex(
    r"タイマー|アラーム|会議|仕事$|学校|今日|ゲーム|映画|番組|洗濯機|掃除機|乾燥機|食洗機|^(?:何|なに|それ|これ|いつ|誰|今|やっと|とりあえず|もう)|て$"
)
_IT_OFF = regex(
    r"^(?:(?:それ|これ)(?:は|を)?|(?:その)?リストから)(?:もう)?(?:消し|けし|外し|削除し)"
    rf"(?=て|と){_POLITE}"
)
_THAT_DAY = regex(r"^(?P<lead>(?:じゃあ?|では|で|あと|ちなみに)?、?)その日(?P<rest>(?!まで|その).+)$")
_WEEKDAY = regex(r"^(?:って|は|の)?(?:何|なん)曜日?")
_OF_WEEKDAY = regex(
    r"^(?:で|じゃあ?)?、?(?:それ|これ|その日)?(?:は|って)?、?(?:何|なん)曜日?(?:だっけ|ですか|です|になる|なの|かな|か|だ)*[?？]?$"
)
_DATED = frozenset({"calendar", "reminders", "alarms", "notes"})
_AFTER_THAT = regex(
    r"^(?:じゃあ?|で|あと|それと)?、?その(?P<length>\d[^、]{0,8}?)(?P<way>後|前)(?P<rest>(?:に|の|、|は).+)$"
)
_SO_TOO = regex(r"(?:って|と)?(?:の|いうの|やつ)?も(?:お願い(?:します)?|ね|よろしく|頼む)*$")
_TOLD_TOO = regex(
    r"^に?(?:も|もう(?:一度|1度|一回|1回))?、?(?:(?:教え|お?知らせ|言っ|通知し|リマインドし|思い出させ|鳴らし)て|お願い)[^、。]{0,6}$"
)
_RINGS = frozenset(
    {"reminders.add", "reminders.move", "alarms.set", "alarms.move", "calendar.add", "calendar.move"}
)
_WHEN_NOW = regex(
    r"^(?:それ|で|結局|これ)?(?:は|って)?、?(?:何時|いつ)(?:に|から)?(?:なった|なりました|なって(?:い)?る|なってます|した|しました|してある|セットした|入れた|鳴る)"
    r"(?:の|ん|だ|です|か|かな|っけ)*[?？]?$"
)
_SAME_TIME = regex(
    r"^(?:じゃあ?|やっぱり?)?、?来週の同じ(?:時間|時刻|曜日|時間帯)(?:に|へ)"
    rf"(?:ずらし|変更し?|変え|移し|移動し?|し)(?=て|と){_POLITE}"
)
_LEFT_OF_DAY = regex(
    r"^(?P<day>今日|明日|あした|明後日|あさって|今週|来週)?(?:は|って|には)?、?(?:あと|まだ|ほかに|他に)?(?:は)?(?:何|なに)(?:が|か)?(?:残って(?:い)?る|残ってます)(?:の|か|かな|っけ)*[?？]?$"
)
_PART = regex(r"^(?:じゃあ?|で)?、?(?P<part>午前中?|午後|朝|昼|夕方|夜)(?:は|って)?[?？]?$")
_FIRST = regex(
    r"^(?:その(?:中|うち)で)?(?:一番|1番)?(?:最初|早い|はじめ|初め)の?(?:の|やつ|予定|もの)?(?:は|って)?(?:何時|いつ|何|なに)?(?:から)?(?:です|だ|なの)?(?:か|かな|っけ)*[?？]?$"
)


def behind(text: str, turn: Turn) -> str:
    """The whole sentence; empty for one that needs none, or is no sequel of what is kept."""
    if not turn.earlier or turn.after_talk:
        return ""
    return next((found for way in _WAYS if (found := way(text, turn))), "")


def _called_off(text: str, turn: Turn) -> str:
    """What was kept in this conversation and is named by its own words."""
    match = _AWAY.match(text)
    what = match["what"].strip() if match else ""
    if not what or _KINDS.search(what) or turn.text.rstrip().endswith(("?", "？")):
        return ""
    near = turn.earlier[-1].tool.partition(".")[0]
    for skill, title, rest in _titles(turn):
        holds = skill == near and len(what) > 1 and what in title
        if what == title or holds or (skill == "lists" == near and title in what):
            return f"{rest.format(title)}消して"
    return ""


def _titles(turn: Turn) -> Iterator[tuple[str, str, str]]:
    """The skill, the title and how it is named, of what was put down; the newest first."""
    for calls in (turn.earlier, *turn.before):
        for call in reversed(calls):
            skill, given = call.tool.partition(".")[0], call.arguments
            if call.tool in {"reminders.add", "reminders.move"} and given.get("text"):
                yield skill, str(given["text"]), "{}のリマインダーを"
            elif call.tool in {"calendar.add", "calendar.move"} and given.get("text"):
                yield skill, str(given["text"]), "{}の予定を"
            elif call.tool == "lists.add":
                for item in _ITEMS.split(str(given.get("item", ""))):
                    if item:
                        yield skill, item, f"{_list(call)}から{{}}を"


def _note_away(text: str, turn: Turn) -> str:
    """The note that was made in this conversation; of several it would be asked which."""
    if not _NOTE_AWAY.match(text):
        return ""
    calls = (call for one in (turn.earlier, *turn.before) for call in reversed(one))
    note = next((call for call in calls if call.tool == "notes.add" and call.arguments.get("text")), None)
    return f"{note.arguments['text']}のメモを消して" if note else ""


def _list(call: Call) -> str:
    """The list of a call, as it is said."""
    name = str(call.arguments.get("list") or "shopping")
    return _LISTS.get(name, f"{name}リスト")


def _put_there(text: str, turn: Turn) -> str:
    """What was just spoken of as used up or bought: 「リストに入れといて」."""
    match, last = _PUT_THERE.match(text), turn.earlier[-1]
    item = str(last.arguments.get("item") or "")
    if match is None or not item or not last.tool.startswith("lists."):
        return ""
    where = f"{match['list']}リスト" if match["list"] else _list(last)
    return f"{where}に{item}を追加して"


def _is_on(text: str, turn: Turn) -> str:
    last = turn.earlier[-1]
    item = str(last.arguments.get("item") or "")
    if not item or not last.tool.startswith("lists.") or not _IS_ON.match(text):
        return ""
    return f"{_list(last)}に{item}は入ってる"


def _one_more(text: str, turn: Turn) -> str:
    """One more item, without its も: 「あとカレールー」."""
    last, match = turn.earlier[-1], _ALSO.match(text)
    if match is None or last.tool not in {"lists.add", "lists.remove"}:
        return ""
    item = match["item"]
    if _NO_ITEM.search(item) or (_ENDS_SO.search(item) and not _A_THING.search(item)):
        return ""
    return f"{_list(last)}に{item}を追加して"


def _ticked_off(text: str, turn: Turn) -> str:
    """What is to be done, and is done: 「掃除終わった」."""
    last, match = turn.earlier[-1], _DONE.match(text)
    if match is None or last.arguments.get("list") != "to do" or turn.text.rstrip().endswith(("?", "？")):
        return ""
    return "" if _NOT_DONE.search(match["item"]) else f"やることリストの{match['item']}を完了にして"


def _it_off(text: str, turn: Turn) -> str:
    """The item that was just asked after."""
    last = turn.earlier[-1]
    item = str(last.arguments.get("item") or "")
    if not _IT_OFF.match(text) or not item or last.tool not in {"lists.show", "lists.check", "lists.add"}:
        return ""
    return f"{_list(last)}から{item}を消して"


def _that_day(text: str, turn: Turn) -> str:
    """「その日」 of the date that was told, or of what was put down."""
    match = _THAT_DAY.match(text)
    day = _day_of(turn) if match else None
    if match is None or day is None:
        return ""
    year = f"{day.year}年" if not 0 <= (day - turn.at.date()).days < 330 else ""  # the next such day
    said, rest = f"{year}{day.month}月{day.day}日", match["rest"]
    if _WEEKDAY.match(rest):
        rest = f"は{rest.removeprefix('は').removeprefix('って')}"
    return f"{match['lead']}{said}{rest}"


def _which_weekday(text: str, turn: Turn) -> str:
    """The weekday of what was just told or put down, and not today's."""
    last = turn.earlier[-1]
    if not _OF_WEEKDAY.match(text) or last.tool.partition(".")[0] not in _DATED:
        return ""
    words = str(last.arguments.get("text") or last.arguments.get("words") or "")
    said = {one.day for one in japanese.find(words, turn.at) if one.day and one.repeat is None}
    day = next(iter(said)) if len(said) == 1 else _day_in(last)
    return f"{day.year}年{day.month}月{day.day}日は何曜日？" if day else ""


def _day_in(call: Call) -> date | None:
    for key in ("day", "at"):
        said = str(call.arguments.get(key) or "").partition("T")[0]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
            return date.fromisoformat(said)
    return None


def _day_of(turn: Turn) -> date | None:
    for calls in (turn.earlier, *turn.before):
        for call in reversed(calls):
            if day := _day_in(call):
                return day
    return None


def _after_that(text: str, turn: Turn) -> str:
    """So long after, or before, what was just set for a time: 「その30分後に…」."""
    match, last = _AFTER_THAT.match(text), turn.earlier[-1]
    at = str(last.arguments.get("at") or "")
    if match is None or last.tool not in _RINGS or "T" not in at:
        return ""
    if match["way"] == "前" and last.tool.startswith("calendar."):
        return ""  # a reminder before an event is read as a whole
    length = japanese.duration(match["length"])
    if length is None:
        return ""
    step = length.length if match["way"] == "後" else -length.length
    on = datetime.fromisoformat(at) + step
    rest = re.sub(r"^にも", "に", match["rest"])
    about = str(last.arguments.get("text") or "")
    if last.tool.startswith("reminders.") and about and _TOLD_TOO.match(rest):
        rest = f"に{about}とリマインドして"
    elif last.tool.startswith("reminders.") and (too := _SO_TOO.search(rest)) and too.start() > 1:
        rest = f"{rest[: too.start()]}とリマインドして"
    return f"{on.month}月{on.day}日{on.hour}時{on.minute}分{rest}"


def _when_now(text: str, turn: Turn) -> str:
    return "それはいつ？" if turn.earlier[-1].tool in _RINGS and _WHEN_NOW.match(text) else ""


def _a_week_on(text: str, turn: Turn) -> str:
    """The same time of the next week."""
    given, tool = turn.earlier[-1].arguments, turn.earlier[-1].tool
    title = given.get("text") or given.get("words")
    if not title or not tool.startswith(("calendar.", "reminders.")) or not _SAME_TIME.match(text):
        return ""
    kind = "予定" if tool.startswith("calendar.") else "リマインダー"
    return f"{title}の{kind}を1週間遅らせて"


def _of_the_day(text: str, turn: Turn) -> str:
    """What is left of a day, or comes first on it, behind its events."""
    last = turn.earlier[-1]
    if not last.tool.startswith("calendar."):
        return ""
    if (left := _LEFT_OF_DAY.match(text)) and (left["day"] or "day" not in last.arguments):
        return f"{left['day'] or '今日'}の予定は？"
    part, known = _PART.match(text), _day_of(turn)
    if part and known and last.tool != "calendar.show":
        return f"{known.month}月{known.day}日の{part['part']}の予定は？"
    day = str(last.arguments.get("day") or "")
    if last.tool != "calendar.show" or not day or not _FIRST.match(text):
        return ""
    on = date.fromisoformat(day)
    return f"{on.month}月{on.day}日の最初の予定は？"


_WAYS: tuple[Callable[[str, Turn], str], ...] = (
    _called_off,
    _note_away,
    _it_off,
    _put_there,
    _is_on,
    _one_more,
    _ticked_off,
    _that_day,
    _which_weekday,
    _after_that,
    _when_now,
    _a_week_on,
    _of_the_day,
)
