"""What states are called, in English and Japanese. Data, and the look-up."""

from collections.abc import Mapping

from kippu.skills.home.entity import Entity
from kippu.turn import Language

Pair = tuple[str, str]
"""English and Japanese; the Japanese one stands before です or where an answer ends."""

STATES: Mapping[str, Pair] = {
    "on": ("on", "オン"),
    "off": ("off", "オフ"),
    "open": ("open", "開いた状態"),
    "closed": ("closed", "閉じた状態"),
    "opening": ("opening", "開いている途中"),
    "closing": ("closing", "閉じている途中"),
    "locked": ("locked", "施錠された状態"),
    "unlocked": ("unlocked", "解錠された状態"),
    "locking": ("being locked", "施錠中"),
    "unlocking": ("being unlocked", "解錠中"),
    "jammed": ("jammed", "引っかかった状態"),
    "heat": ("set to heat", "暖房"),
    "cool": ("set to cool", "冷房"),
    "heat_cool": ("set to auto", "冷暖自動"),
    "auto": ("set to auto", "自動"),
    "dry": ("set to dry", "除湿"),
    "fan_only": ("set to fan only", "送風"),
    "playing": ("playing", "再生中"),
    "paused": ("paused", "一時停止中"),
    "idle": ("idle", "待機中"),
    "standby": ("on standby", "スタンバイ中"),
    "cleaning": ("cleaning", "掃除中"),
    "mowing": ("mowing", "芝刈り中"),
    "docked": ("docked", "充電台"),
    "returning": ("on its way home", "充電台に戻る途中"),
    "error": ("in trouble", "エラー"),
    "home": ("home", "在宅"),
    "not_home": ("away", "外出中"),
    "none": ("none", "なし"),
    "eco": ("eco", "エコ"),
    "low": ("low", "弱"),
    "medium": ("medium", "中"),
    "high": ("high", "強"),
    "unknown": ("unknown", "不明"),
}
BINARY: Mapping[str, tuple[Pair, Pair]] = {
    "battery": (("low", "残りわずか"), ("normal", "正常")),
    "battery_charging": (("charging", "充電中"), ("not charging", "充電していない状態")),
    "carbon_monoxide": (("detected", "検知"), ("clear", "異常なし")),
    "cold": (("cold", "低温"), ("normal", "正常")),
    "connectivity": (("connected", "接続中"), ("disconnected", "切断された状態")),
    "door": (("open", "開いた状態"), ("closed", "閉じた状態")),
    "garage_door": (("open", "開いた状態"), ("closed", "閉じた状態")),
    "opening": (("open", "開いた状態"), ("closed", "閉じた状態")),
    "window": (("open", "開いた状態"), ("closed", "閉じた状態")),
    "gas": (("detected", "検知"), ("clear", "異常なし")),
    "heat": (("hot", "高温"), ("normal", "正常")),
    "light": (("light", "明るい状態"), ("no light", "暗い状態")),
    "lock": (("unlocked", "解錠された状態"), ("locked", "施錠された状態")),
    "moisture": (("wet", "濡れた状態"), ("dry", "乾いた状態")),
    "motion": (("detected", "動きあり"), ("clear", "動きなし")),
    "moving": (("moving", "動いている状態"), ("not moving", "止まった状態")),
    "occupancy": (("detected", "人がいる状態"), ("clear", "誰もいない状態")),
    "plug": (("plugged in", "接続中"), ("unplugged", "抜かれた状態")),
    "power": (("powered", "通電中"), ("no power", "電源なし")),
    "presence": (("home", "在宅"), ("away", "外出中")),
    "problem": (("problem", "問題あり"), ("ok", "正常")),
    "running": (("running", "運転中"), ("not running", "停止中")),
    "safety": (("unsafe", "危険"), ("safe", "安全")),
    "smoke": (("detected", "煙を検知"), ("clear", "異常なし")),
    "sound": (("detected", "音を検知"), ("clear", "異常なし")),
    "tamper": (("detected", "いたずらを検知"), ("clear", "異常なし")),
    "update": (("update available", "更新あり"), ("up-to-date", "最新")),
    "vibration": (("vibrating", "振動あり"), ("not vibrating", "振動なし")),
}
"""What on and off mean for a binary sensor of this class."""
WEATHER: Mapping[str, Pair] = {
    "clear-night": ("clear", "晴れ"),
    "clear": ("clear", "晴れ"),
    "cloudy": ("cloudy", "くもり"),
    "exceptional": ("exceptional", "異常な天気"),
    "fog": ("foggy", "霧"),
    "hail": ("hailing", "ひょう"),
    "lightning": ("thundery", "雷"),
    "lightning-rainy": ("thundery with rain", "雷雨"),
    "partlycloudy": ("partly cloudy", "晴れ時々くもり"),
    "pouring": ("pouring", "大雨"),
    "rainy": ("rainy", "雨"),
    "snowy": ("snowy", "雪"),
    "snowy-rainy": ("sleeting", "みぞれ"),
    "sunny": ("sunny", "晴れ"),
    "windy": ("windy", "風が強い天気"),
    "windy-variant": ("windy and cloudy", "風が強くくもり"),
}
_SAME: Mapping[str, str] = {
    "shut": "closed",
    "opened": "open",
    "away": "not_home",
    "unplugged": "unplugged",
    "dock": "docked",
    "charging": "charging",
    "heating": "heat",
    "cooling": "cool",
    "mopping": "cleaning",
    "vacuuming": "cleaning",
}


def state_word(entity: Entity, language: Language) -> str:
    """What its state is called; a value with its unit."""
    which = 1 if language == "ja" else 0
    thing = entity.thing
    if thing.domain == "binary_sensor" and entity.state in ("on", "off"):
        pair = BINARY.get(thing.device_class or "", (STATES["on"], STATES["off"]))
        return pair[0 if entity.state == "on" else 1][which]
    if thing.domain == "weather":
        return WEATHER.get(entity.state, (entity.state, entity.state))[which]
    if thing.domain in ("sensor", "number"):
        unit = entity.attributes.get("unit_of_measurement")
        return (
            f"{entity.state} {unit}" if unit and entity.state != "unknown" else known(entity.state, language)
        )
    return known(entity.state, language)


def known(state: str, language: Language) -> str:
    """The word for a state that isn't a value."""
    pair = STATES.get(state, (state.replace("_", " "), state))
    return pair[1 if language == "ja" else 0]


def is_state(entity: Entity, wanted: str) -> bool:
    """True if its state is what is meant by this word: its own word, or people's."""
    wanted = wanted.casefold()
    now = entity.state.casefold()
    if wanted in (now, state_word(entity, "en").casefold(), state_word(entity, "ja")):
        return True
    if _SAME.get(wanted) == now:
        return True
    if wanted == "on" and entity.thing.domain in ("climate", "media_player", "water_heater"):
        return now not in ("off", "standby", "unknown", "unavailable")
    return False
