"""Questions back to the person, when it is not clear enough to act: short, and with the names they use.

Knows calls and names; decides nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from kippu.names import Names, Room, Thing
from kippu.regex import regex
from kippu.turn import Call, Language

_MOST = 4
"""Choices that a person can keep in mind; whoever means another one names it."""
_NOON = 12
_JAPANESE = regex(r"[\u3040-\u30ff\u4e00-\u9fff]")


def which(
    things: Sequence[Thing],
    language: Language,
    names: Names = Names(),  # noqa: B008  # frozen
    count: int = 1,
) -> str:
    """Asks which of several things is meant, or which ``count``: by room where that tells them apart."""
    alike = _alike(things)
    told = replies(things, language, names)
    more = len(told) > _MOST
    told = told[:_MOST]
    if language == "ja":
        many = f"どの{count}つですか？" if count > 1 else "どれですか？"
        head = f"どこの{thing_called(things[0], language)}ですか？" if alike and count == 1 else many
        return f"{head} {'、'.join(told)}{'など' if more else ''}があります。"
    many = f"Which {_MANY.get(count, count)}: " if count > 1 else "Which one: "
    head = f"Which {things[0].name}: " if alike and count == 1 else many
    return f"{head}{_or([*told, 'another'] if more else told)}?"


_MANY = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}


def replies(things: Sequence[Thing], language: Language, names: Names = Names()) -> tuple[str, ...]:  # noqa: B008  # frozen
    """What a person replies to choose each of the things."""
    alike = _alike(things)
    return tuple(
        dict.fromkeys(
            room_called(thing.room, language, names)
            if alike and thing.room
            else thing_called(thing, language)
            for thing in things
        )
    )


def open_call(
    things: Sequence[Thing], calls: Sequence[Call], language: Language, names: Names, count: int = 1
) -> Call:
    """The call that asks for which of several things another is, after what is plain was done."""
    meant = [{"tool": call.tool, "arguments": dict(call.arguments)} for call in calls]
    question, choices = which(things, language, names, count), [*replies(things, language, names)]
    return Call("help.which", {"question": question, "calls": meant, "choices": choices})


def which_of(words: Sequence[str], language: Language) -> str:
    """Asks which of what was offered already is meant."""
    return f"どれですか？ {'、'.join(words)}があります。" if language == "ja" else f"Which one: {_or(words)}?"


def _alike(things: Sequence[Thing]) -> bool:
    """True for things of one name, each in a room of its own."""
    rooms = len({thing.room for thing in things}) == len(things)
    return rooms and len({thing.name for thing in things}) == 1


def thing_called(thing: Thing, language: Language) -> str:
    """What people call it in their language."""
    return _called((thing.name, *thing.aliases), language)


def room_called(name: str, language: Language, names: Names) -> str:
    """The same for a room, which calls have by its name."""
    room = next((room for room in names.rooms if room.name == name), Room(name))
    return _called((room.name, *room.aliases), language)


def _called(ways: Sequence[str], language: Language) -> str:
    if language == "ja":
        return next((way for way in ways if _JAPANESE.search(way)), ways[0])
    return ways[0]


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


_DOING = {
    "turn_on": ("turn on {}", "{}をつける"), "turn_off": ("turn off {}", "{}を消す"),
    "open": ("open {}", "{}を開ける"), "close": ("close {}", "{}を閉める"),
    "lock": ("lock {}", "{}を施錠する"), "unlock": ("unlock {}", "{}を解錠する"),
    "toggle": ("switch {}", "{}を切り替える"), "start": ("start {}", "{}を動かす"),
    "stop": ("stop {}", "{}を止める"), "pause": ("pause {}", "{}を一時停止する"),
    "dock": ("send {} back to its base", "{}を充電台に戻す"), "press": ("press {}", "{}を押す"),
    "mute": ("mute {}", "{}の音を消す"), "unmute": ("unmute {}", "{}のミュートを解除する"),
    "clean": ("have {} cleaned", "{}を掃除する"), "state": ("tell you about {}", "{}の様子を伝える"),
    "temperature": ("tell you the temperature of {}", "{}の温度を伝える"),
}  # fmt: skip
_STEPS = {
    "change_brightness": ("make {} brighter", "make {} dimmer", "{}を明るくする", "{}を暗くする"),
    "change_volume": ("turn up {}", "turn down {}", "{}の音量を上げる", "{}の音量を下げる"),
    "change_temperature": ("make {} warmer", "make {} cooler", "{}の温度を上げる", "{}の温度を下げる"),
    "change_position": ("open {} a bit more", "close {} a bit", "{}をもう少し開ける", "{}をもう少し閉める"),
    "change_speed": ("make {} faster", "make {} slower", "{}を強くする", "{}を弱くする"),
}
_VALUES = {
    "brightness": ("set {} to {value}%", "{}の明るさを{value}%にする"),
    "color": ("make {} {value}", "{}の色を{value}にする"),
    "position": ("set {} to {value}%", "{}を{value}%まで開ける"),
    "volume": ("set the volume of {} to {value}%", "{}の音量を{value}%にする"),
    "speed": ("set {} to {value}%", "{}の風量を{value}%にする"),
    "humidity": ("set {} to {value}%", "{}の湿度を{value}%にする"),
    "mode": ("set {} to {value}", "{}を{value}にする"),
}
_DEGREES = ("set {} to {value} degrees", "{}を{value}度にする")
_WORDS_JA = {
    "red": "赤", "green": "緑", "blue": "青", "yellow": "黄色", "orange": "オレンジ色",
    "purple": "紫", "pink": "ピンク",
    "white": "白", "cyan": "水色", "turquoise": "ターコイズ", "heat": "暖房", "cool": "冷房", "dry": "除湿",
    "fan_only": "送風", "auto": "自動", "off": "オフ", "shopping": "買い物", "to do": "やること",
}  # fmt: skip
_OTHERS = {
    "timers.start": ("start a timer{for_long}", "{long}タイマーを始める"),
    "timers.cancel": ("cancel the timer", "タイマーをキャンセルする"),
    "timers.cancel_all": ("cancel all timers", "タイマーをすべてキャンセルする"),
    "timers.pause": ("pause the timer", "タイマーを一時停止する"),
    "timers.resume": ("let the timer run on", "タイマーを再開する"),
    "timers.add": ("make the timer longer{for_long}", "タイマーを{long}延ばす"),
    "timers.subtract": ("make the timer shorter{for_long}", "タイマーを{long}短くする"),
    "timers.status": ("tell you about the timers", "タイマーの残りを伝える"),
    "alarms.set": ("set an alarm{at}", "{at}アラームをかける"),
    "alarms.cancel": ("cancel the alarm{at}", "{at}アラームを取り消す"),
    "alarms.cancel_all": ("cancel all alarms", "アラームをすべて取り消す"),
    "alarms.list": ("tell you your alarms", "アラームを一覧にする"),
    "reminders.add": ("remind you of “{text}”{at}", "{at}「{text}」をお知らせする"),
    "reminders.list": ("tell you your reminders", "リマインダーを一覧にする"),
    "reminders.move": ("move the reminder “{text}”{at}", "「{text}」のリマインダーを{at}変更する"),
    "reminders.remove": ("remove the reminder “{text}”", "「{text}」のリマインダーを取り消す"),
    "reminders.remove_all": ("delete all reminders", "リマインダーをすべて削除する"),
    "calendar.add": ("put “{text}” on your calendar{at}", "{at}「{text}」の予定を入れる"),
    "calendar.show": ("tell you what is on your calendar", "予定を伝える"),
    "calendar.move": ("move “{text}” to another time{at}", "「{text}」の予定を{at}変更する"),
    "calendar.remove": ("take “{text}” off your calendar", "「{text}」の予定を取り消す"),
    "lists.add": ("put {item} on the {list} list", "{list}リストに{item}を入れる"),
    "lists.add amount": (
        "put {amount} down for {item} on the {list} list",
        "{list}リストの{item}を{amount}にする",
    ),
    "lists.remove": ("take {item} off the {list} list", "{list}リストから{item}を消す"),
    "lists.check": ("check {item} off the {list} list", "{list}リストの{item}を完了にする"),
    "lists.show": ("show the {list} list", "{list}リストを見せる"),
    "lists.clear": ("clear the {list} list", "{list}リストを空にする"),
    "lists.create": ("make a {list} list", "{list}リストを作る"),
    "notes.add": ("note “{text}”", "「{text}」とメモする"),
    "notes.find": ("look through your notes", "メモを探す"),
    "notes.remove": ("remove the note about “{words}”", "「{words}」のメモを消す"),
    "contacts.remove": ("delete {name} from your contacts", "{name}を連絡先から削除する"),
    "pictures.draw": ("draw “{what}”", "「{what}」を描く"),
    "pictures.again": ("draw another one", "もう一枚描く"),
    "pictures.larger": ("make the picture larger", "絵を大きくする"),
    "pictures.remove": ("delete the picture", "絵を削除する"),
}
"""What calls of the other skills are in words; of what is not here, nothing is asked."""
_CANNOT = {
    "except": (
        "I didn't understand which one to leave out. Tell me which ones you mean.",
        "どれを残すのかがわかりませんでした。どれをどうするか、名前で言ってください。",
    ),
    "length": (
        "I can do that now, or at a time, but I don't know how to end it again. Tell me when to do what.",
        "今すぐか、時刻を決めてならできますが、終わりにどうするかがわかりません。いつ何をするか言ってください。",
    ),
    "repeat": (
        "I can repeat that only at a time of the day, such as “every day at 7”.",
        "くり返しは「毎日7時に」のように、時刻を決めてならできます。",
    ),
    "rhythm": (
        "I can repeat things daily, on weekdays or on days of the week, and in no other rhythm.",
        "くり返せるのは毎日、平日、曜日ごとだけです。",
    ),
    "rooms": (
        "I can't leave a room out when the vacuum cleans everywhere. Tell me which room it is to clean.",
        "掃除機に「この部屋以外」とは伝えられません。掃除する部屋を言ってください。",
    ),
    "suction": (
        "I can't set how strongly the vacuum cleans. I can start it, pause it and send it back.",
        "掃除機の強さは変えられません。開始、一時停止、充電台に戻すことならできます。",
    ),
    "where": (
        "Which one, or in which room? Say it all again, please.",
        "どれですか？部屋か名前も入れて、もう一度言ってください。",
    ),
    "wait": (
        "I can't wait for something to happen: I can do it now, or at a time.",
        "何かが起きるのを待つことはできません。今すぐか、時刻を決めてならできます。",
    ),
    "time": (
        "At what time of the day? Say it as “every day at 7, …”.",
        "何時にですか？「毎日7時に…」のように言ってください。",
    ),
    "event": (
        "When is that? Say it with its time, as “remind me an hour before the dentist on Friday at 3”.",
        "それはいつですか？「金曜の3時の歯医者の1時間前に教えて」のように、時刻も言ってください。",
    ),
}


def cannot(what: str, language: Language) -> str:
    """Says what of a command can't be done (``except``, ``length``, ``repeat``, ``rhythm``, ``rooms``,
    ``suction``, ``wait``), or what is missing in it (``time``, ``event``, ``where``)."""
    return _CANNOT[what][language == "ja"]


def shall_i(
    calls: Sequence[Call],
    language: Language,
    unknown: Sequence[str] = (),
    names: Names = Names(),  # noqa: B008  # frozen
) -> str:
    """Asks whether to make the calls, and says which words stayed unclear. Empty when there are no words
    for one of them: then nothing is to be asked."""
    told = [in_words(call, language, names) for call in calls[:_MOST]]
    if not all(told):
        return ""
    if language == "ja":
        unclear = f"「{unknown[0]}」がわかりませんでした。" if unknown else ""
        return f"{unclear}{'、'.join(told)}ということでいいですか？"
    unclear = f"I don't know what “{' '.join(unknown)}” means here. " if unknown else ""
    return f"{unclear}Shall I {' and '.join(told)}?"


def offer(calls: Sequence[Call], language: Language, names: Names) -> Call:
    """The call that asks whether to make others, after what is plain was done."""
    meant = [{"tool": call.tool, "arguments": dict(call.arguments)} for call in calls]
    return Call("help.which", {"question": shall_i(calls, language, names=names), "calls": meant})


def in_words(call: Call, language: Language, names: Names = Names()) -> str:  # noqa: B008  # frozen
    """The call as a person would say it: "turn off the kitchen light". Empty without words for it."""
    ja = language == "ja"
    skill, _, verb = call.tool.partition(".")
    if skill != "home":
        return _other(call, language)
    place = target_called(call, language, names)
    if verb in _DOING:
        return _DOING[verb][ja].format(place)
    if verb == "media":
        return _played(call, place, ja=ja)
    if verb == "play":
        query = call.arguments.get("query", "")
        return f"「{query}」を再生する" if ja else f"play “{query}”"
    step = call.arguments.get("step")
    if verb in _STEPS and isinstance(step, int | float):
        return _STEPS[verb][2 * ja + (step < 0)].format(place)
    if verb == "set_light" and (look := _look(call, language)):
        return look.format(place)
    key = next((key for key in call.arguments if key not in _TARGET), None)
    if key is None:
        return ""
    value = call.arguments[key]
    words = _DEGREES if key == "temperature" and verb == "set_temperature" else _VALUES.get(key)
    words = words or ("set {} to {value}", "{}を{value}にする")
    shown = _WORDS_JA.get(str(value), value) if ja else value
    return words[ja].format(place, value=shown)


def _played(call: Call, place: str, *, ja: bool) -> str:
    command = call.arguments["command"]
    if ja:
        what = "音楽" if place == "プレーヤー" else place
        return _PLAYED_JA.get(command, "{}を操作する").format(what)
    kind = next((kind for kind in ("the player", "the things") if place.startswith(kind)), None)
    if command in {"pause", "stop"}:
        return f"{command} the music{place.removeprefix(kind)}" if kind else f"{command} {place}"
    return f"{command} on {place}"


_PLAYED_JA = {"pause": "{}を一時停止する", "stop": "{}を止める", "play": "{}を再生する"}


def _look(call: Call, language: Language) -> str:
    """How a light is to shine, where that is more than its brightness or a colour."""
    brightness, color, kelvin = (call.arguments.get(key) for key in ("brightness", "color", "temperature"))
    ja = language == "ja"
    shown = _WORDS_JA.get(str(color), color) if ja else color
    if isinstance(kelvin, int | float):
        white = next(names for least, names in _WHITES if kelvin >= least)[ja]
        shown = f"{white}（{kelvin:g}K）" if ja else f"{white} ({kelvin:g} K)"
    elif color is None or brightness is None:
        return ""
    if ja:
        return f"{{}}を{shown}{f'、明るさ{brightness}%' if brightness is not None else ''}にする"
    return f"set {{}} to {shown}{f' at {brightness}%' if brightness is not None else ''}"


_WHITES = (
    (5500, ("cool white", "昼光色")), (3300, ("neutral white", "白色")), (0, ("warm white", "電球色")),
)  # fmt: skip
_TARGET = frozenset({"name", "area", "floor", "domain", "device_class"})


def _other(call: Call, language: Language) -> str:
    """A call of another skill in words."""
    words = _OTHERS.get(f"{call.tool} amount" if call.arguments.get("amount") else call.tool)
    if words is None:
        return ""
    ja = language == "ja"
    given = call.arguments
    long = _length(call, language)
    listed = str(given.get("list", "shopping"))
    said = {
        "for_long": f" {'by' if call.tool != 'timers.start' else 'for'} {long}" if long else "",
        "long": f"{long}の" if long and call.tool == "timers.start" else long,
        "at": _at(given.get("at"), language),
        "list": _WORDS_JA.get(listed, listed) if ja else listed,
        **{key: str(given.get(key) or "") for key in ("text", "item", "words", "what", "amount", "name")},
    }
    return words[ja].format(**said).replace(" “”", "").replace("「」の", "")


def _length(call: Call, language: Language) -> str:
    units = (("hours", "hour", "時間"), ("minutes", "minute", "分"), ("seconds", "second", "秒"))
    parts = [(call.arguments[key], en, ja) for key, en, ja in units if call.arguments.get(key)]
    if language == "ja":
        return "".join(f"{count}{ja}" for count, _, ja in parts)
    return " ".join(f"{count} {en}{'s' if count != 1 else ''}" for count, en, _ in parts)


def _at(said: object, language: Language) -> str:
    """A time of day, or a day alone, as an argument has it."""
    try:
        at = datetime.fromisoformat(str(said) if "-" in str(said) else f"2000-01-01T{said}")
    except ValueError:
        return ""
    if ":" not in str(said):
        return f"{at.month}月{at.day}日に" if language == "ja" else f" on {at.day} {at:%B}"
    half = at.hour >= _NOON
    if language == "ja":
        return (
            f"{'午後' if half else '午前'}{at.hour % _NOON}時{at.minute or ''}{'分' if at.minute else ''}に"
        )
    return f" at {at.hour % _NOON or _NOON}:{at.minute:02} {'PM' if half else 'AM'}"


_KINDS = {
    "light": ("lights", "電気"), "cover": ("blinds", "ブラインド"), "climate": ("thermostat", "エアコン"),
    "media_player": ("player", "プレーヤー"), "lock": ("lock", "鍵"), "fan": ("fan", "扇風機"),
    "vacuum": ("vacuum", "掃除機"), "switch": ("switch", "スイッチ"), "valve": ("valve", "バルブ"),
    "lawn_mower": ("mower", "芝刈り機"), "cover/garage": ("garage door", "ガレージ"),
    "cover/door": ("door", "ドア"), "cover/gate": ("gate", "門"), "cover/window": ("window", "窓"),
    "cover/curtain": ("curtains", "カーテン"), "cover/shutter": ("shutters", "シャッター"),
    "cover/shade": ("shades", "シェード"), "cover/awning": ("awning", "オーニング"),
    "media_player/tv": ("TV", "テレビ"), "media_player/speaker": ("speaker", "スピーカー"),
}  # fmt: skip


def _kind(call: Call) -> tuple[str, str]:
    """The kind that a call is for; the English one in the plural where it is for all of them."""
    given = call.arguments
    domain = str(given.get("domain"))
    en, ja = _KINDS.get(f"{domain}/{given.get('device_class')}") or _KINDS.get(domain, ("things", "もの"))
    if call.tool in ("home.lock", "home.unlock"):
        en = "door"  # nobody locks a lock
    if given.get("name") == "all" and not en.endswith("s"):
        en += "es" if en.endswith("ch") else "s"
    return en, ja


def target_called(call: Call, language: Language, names: Names) -> str:
    """The target of a call, in words."""
    given = call.arguments
    en, ja = _kind(call)
    where, name = given.get("area"), given.get("name")
    where = room_called(str(where), language, names) if where else given.get("floor")
    if name not in {None, "all"}:
        thing = next((thing for thing in names.things if thing.name == name), None)
        name = thing_called(thing, language) if thing else name
    if language == "ja":
        what = ja if name in {None, "all"} else str(name)
        if where and str(where) not in what:
            return f"{where}の{what}"
        return f"すべての{what}" if name == "all" else what
    what = f"all {en}" if name == "all" else f"the {name or en}"
    return f"{what} in the {where}" if where and str(where) not in what else what
