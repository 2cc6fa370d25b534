"""Japanese behind what was kept: 「米研ぐの消して」 after that reminder, 「あとカレールー」 after a list,
as the whole sentence that it stands for.

Knows the turns before by their calls; runs nothing.
"""

from collections.abc import Callable, Iterator

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.mending.behind_days_ja import DAY_WAYS, POLITE
from kippu.understand.mending.behind_rows_ja import behind_rows
from kippu.understand.phrases.final_mo import whole

_LISTS = {"shopping": "買い物リスト", "to do": "やることリスト"}
_LEAD = r"^(?:(?:やっぱり?|あと|じゃあ?|では|あ|ごめん|もう)、?)*"
_AWAY = regex(
    rf"{_LEAD}(?P<what>[^、。]{{1,20}}?)(?:の(?:方|ほう|やつ|件|こと)?|って(?:の|いうの|やつ)?)?(?:は|を|も|が)?"
    r"(?:(?:やっぱり?|もう|まだ|家に)、?)*"
    r"(?:消し(?=て|と)|削除(?:し(?=て|と))?|取り消し(?=て|と)|キャンセル(?:し(?=て|と))?|中止(?:に?し(?=て|と))?|やめ(?=て|と)|やめる|やめとく"
    r"|外し(?=て|と)|(?:い|要)らない|(?:い|要)らなくなった|なし(?:で|にして)?|いいや|もういい"
    r"|(?:あった|ある|残って(?:い)?た)(?:から|ので|わ|し|よ|んだった|んだ)?、?"
    rf"(?:(?:いい|い?らない|大丈夫)|(?:消し|外し|やめ|取っ)て)){POLITE}"
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
    rf"(?=て|と|お願い|$){POLITE}"
)
_PUT_BACK = regex(
    rf"^(?:やっぱり?、?)?(?P<item>[^、。]{{1,15}}?)(?:は|を|だけ)+(?:やっぱり?|元に|リストに)?(?:戻し|もどし)(?=て|と){POLITE}"
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
    rf"(?=て|と){POLITE}"
)


def behind(text: str, turn: Turn) -> str:
    """The whole sentence; empty for one that needs none, or is no sequel of what is kept."""
    if not turn.earlier or turn.after_talk:
        return ""
    return behind_rows(text, turn) or next((found for way in _WAYS if (found := way(text, turn))), "")


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


def _put_back(text: str, turn: Turn) -> str:
    """What was taken off a list in this conversation: 「卵は戻しといて」."""
    match = _PUT_BACK.match(text)
    for calls in (turn.earlier, *turn.before) if match else ():
        for call in reversed(calls):
            if (
                match
                and call.tool in {"lists.remove", "lists.check"}
                and call.arguments.get("item") == match["item"]
            ):
                return f"{_list(call)}に{match['item']}を追加して"
    return ""


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
    item = whole(match["item"].removesuffix("も"), match["item"])
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


_WAYS: tuple[Callable[[str, Turn], str], ...] = (
    _called_off,
    _note_away,
    _it_off,
    _put_there,
    _put_back,
    _is_on,
    _one_more,
    _ticked_off,
    *DAY_WAYS,
)
