"""Sentences that a fixed answer or a plain look-up answers better than any model, which would invent one.

The weather to come, what was noted, what nobody here can do, what and how much there is in a room.
Knows words, the sentence taken apart and the names of the home; runs nothing.
"""

import re
from collections.abc import Sequence

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import room_called, thing_called
from kippu.understand.cues import Frame, is_mode
from kippu.understand.outright.weather import weather

_SURE = 0.9
_MOST = 12
"""Names that are told one by one; more are only counted."""
_ASKS = r"^(?:and |so |hey |please |(?:can|could) you |tell me |give me |do you know |show me |check )*"
_KEPT_EN = (
    r"(?:[\w'-]+ ){0,4}?(?:passwords?|passcode|passphrase|code|pin|combination|login|user ?name|"
    r"(?:phone|serial|account|customer|locker|room|flight|bank|insurance) number|licen[cs]e plate)"
)
_CARRIED = (
    r"(?:[a-z]+ ){0,2}(?:keys?|remotes?|charger|passports?|wallet|purse|glasses|umbrella|scissors|torch"
    r"|flashlight|drill|toolbox|hammer|ladder|batteries|manual|receipt|warranty|first aid kit|tape measure"
    r"|suitcase|birth certificate|passbook|thermometer|nail clippers|medicine|pills|camera|earphones"
    r"|headphones|photo album|sewing kit|spare [a-z]+)"
)
_CARRIED_JA = (
    r"鍵|カギ|リモコン|充電器|パスポート|財布|眼鏡|メガネ|傘|はさみ|懐中電灯|電池|説明書|領収書|保証書|工具箱|印鑑|はんこ|ハンコ|実印"
    r"|通帳|保険証|免許証|診察券|母子手帳|手帳|契約書|書類|薬|体温計|爪切り|耳かき|腕時計|指輪|カメラ|イヤホン|アルバム|水着|浴衣|喪服"
    r"|ドライバー|脚立|軍手|裁縫箱|救急箱|絆創膏|乾電池|予備の[^、。はをに]{1,6}"
)
"""What is put somewhere, and noted down where."""
_NOTED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_ASKS}(?:where (?:did|do|have) i (?:(?:say|tell you) i(?:'d| had)? )?"
        r"(?:put|leave|left|keep|kept|hide|hidden|store|park|parked) "
        r"(?:the |my |our )?(?P<put>[\w' -]{2,40}?)(?: again| now| last)*$|"
        r"where did i (?:say|tell you) (?:that )?(?:the |my |our )?(?P<said>[\w' -]{2,40}?) "
        r"(?:is|are|was|were)$|"
        r"(?:(?:what(?:'s| is| was|s)|do (?:i|you) (?:know|remember)|remind me of|where(?:'s| is)) )?"
        rf"(?:(?:the|our) (?P<the>{_KEPT_EN}(?: (?:for|to) (?:the |my )?[\w' -]+)?)"
        r"|(?<=[st] )my (?P<my>[\w' -]{2,40}))(?: again| please| now)*$"
        rf"|(?:where(?:'s| is| are)|who has(?: got)?) (?:the|our) (?P<thing>{_CARRIED})(?: again| now)*$"
        r"|what(?:'s| is) (?P<allergic>(?!it\b|that\b|this\b|being\b)[\w'-]+(?: [\w'-]+)? allergic) to$)"
    ),
    "ja": regex(
        r"^(?![こそあど]の|次の|前の)(?:私の|わたしの|僕の|俺の|うちの|家の)?(?P<the>[^、。は]{0,16}?(?:パスワード|暗証番号|合言葉|パスコード|番号|"
        r"コード|誕生日|記念日))(?:は|って|を)?(?:何|なん(?!だ[よわねけ]|です[よけ])|なに|いくつ|いつ|どれ|教え|おしえ|わかる|覚えてる)?"
        r"(?:だ|て)?(?:です|でした)?(?:っけ|か|の|ください|くれる|よ|ね)*$"
        rf"|^(?P<thing>[^、。は]{{0,6}}?(?:{_CARRIED_JA}))(?:は|って|を)?"
        r"(?:どこ(?:だ|にある|に(?:しまって|置いて|おいて|入って)(?:ある|あった|い?る)|です|でした)?|(?:誰|だれ)が(?:持って|もって)(?:い)?(?:る|ます|た))(?:っけ|か|の|かな)*$"
        r"|^(?P<put>[^、。はをに]{1,12}?)(?:は|って|を)?どこ(?:に|へ)?(?:だっけ|やったっけ|"
        r"(?:置い|しまっ|片付け|隠し|入れ|停め)(?:た|てた|といた)(?:ん)?(?:だ|です)?(?:っけ|か|かな|の)*)$"
    ),
}
_MINE_NOT = regex(
    r"\b(?:ip|purpose|problem|mood|name|age|fault|best|favou?rite|next|last|chances?|horoscope|location|question|"
    r"schedule|list|lists|notes?|timers?|alarms?|reminders?|day|weather|temperature|calendar|agenda|"
    r"appointments?|meetings?|events?|alerts?|balance|tax(?:es)?|income|bills?|spending|transactions?|rewards?|"
    r"points|score|limit|rate|activity|e?-?mails?|messages?|orders?|packages?|flights?)\b"
)
_CANNOT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:please|hey|ok|okay|(?:can|could|would|will) you|i(?: want|'d like| need) (?:you )?to|"
        r"go ahead and|now|let's)[ ,]+)*"
        r"(?:(?:order|purchase|reserve|hire|buy) (?!of\b|the following|these|them\b|by\b|in\b)(?:me )?\w"
        r"|book (?:me |us )?(?:a|an|the|some|my|two|tickets?|flights?|hotels?)\b"
        r"|(?:call|phone|dial|facetime|telephone) (?!me\b|it\b|this\b|that\b|you|off\b|for\b|them\b|"
        r"(?:the |a )?(?:numbers?|functions?|stack))\w"
        r"|(?:e-?mail|text|message|whatsapp|dm) (?!adventure|generation|address|"
        r"me (?:a |the )?(?:story|poem))\w"
        r"|send (?:\w+ ){0,3}(?:e-?mail|text|message|sms|letter|money|whatsapp)\b"
        r"|(?:make|place) (?:a |an |the )(?:phone )?(?:call|reservation|order|booking)\b"
        r"|(?:get|call) (?:me|us) (?:a|an) (?:taxi|cab|uber|pizza|ambulance|lift)\b|pay (?:my|the|for)\b"
        r"|(?:flash|blink|strobe|flicker) (?:\w+ ){0,4}(?:lights?|lamps?)$"
        r"|(?:make|let|have) (?:\w+ ){0,4}(?:lights?|lamps?) (?:flash|blink|strobe|flicker)\b)"
    ),
    "ja": regex(
        r"(?:(?:電気|ライト|照明|ランプ|あかり)(?:を|が)?(?:点滅|チカチカ|ちかちか)(?:し|させ)"
        r"|(?:注文|購入|予約|電話|メール|メッセージ|LINE|送信|送金|通話|手配)(?:を|で)?(?:し|送っ|かけ|入れ|送信し)"
        r"|(?:タクシー|救急車|警察|消防車?|パトカー|ピザ|出前)(?:を)?(?:呼ん|取っ|頼ん|買っ)"
        r"|(?:1(?:10|19)番|警察|消防署?)(?:に)?(?:し|かけ|電話し|通報し)|通報し)"
        r"(?:て|で)(?:おいて|ください|下さい|くれる|くれない|くれますか|もらえる|ほしい|ちょうだい|お願い|ね|よ)*$",
        re.IGNORECASE,
    ),
}
_SUMMONED_JA = regex(
    r"(?:今すぐ|すぐに?|早く|はやく|大至急|至急|大変だ?|助けて|[、!！])*"
    r"(?:(?P<help>救急車?|消防車?)|タクシー|ハイヤー|パトカー|警察|出前)(?:を)?(?:[一1]台)?(?:すぐ(?:に)?|早く)?"
    r"(?:呼んで|よんで|頼んで|手配して|お願い)"
    r"(?:おいて|ください|下さい|くれる|くれない|くれ(?:ます|ません)か|くれ|もらえる|もらえ(?:ます|ません)か|ほしい|ちょうだい|お願い|します|ね|よ|[!！])*"
)
"""What comes when one calls, and is nobody whom one calls."""
_TALK_ERASED_JA = regex(
    r"(?:この|さっきの|今の|(?:今|これ)までの|[昨今]日の)?(?P<what>会話)(?:の(?:履歴|記録|ログ|内容))?(?:を|は)?(?:全部|ぜんぶ|全て|すべて)?"
    r"(?:消し|削除し|消去し|クリアし|リセットし)て(?:おいて|ください|下さい|くれる|くれない|ほしい|ね|よ)*"
)
"""What was said is erased by nobody's word; by sound alone it would be a voice to be muted."""
_SKY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:at )?what time|when|how long|how many \w+|tell me (?:when|what time))"
        r"(?:'s| is| will| does| until| till| before)+ (?:the |there (?:be )?)?(?:next |a |another )?"
        r"(?:sunset|sunrise|sun (?:set|rise|go down|come up)|dusk|dawn|moonrise|moonset|(?:full|new) moon"
        r"|moon (?:rise|set)|(?:solar |lunar )?eclipse|solstice|equinox"
        r"|daylight saving(?: times?|s)?(?: (?:start|end|begin|stop)s?)?)"
        r"(?: (?:be|today|tonight|tomorrow|this \w+|here|now|in [\w ]+|on \w+))*$"
    ),
    "ja": regex(
        r"(?:日の出|日の入り?|日没|満月|新月|月の出|日食|月食)(?:は|って|の時間は|の時刻は|まで)?.{0,4}"
        r"(?:いつ|何時|なんじ|何分|あと|教え)"
    ),
}
_ROOMS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:garage|attic|loft|basement|cellar|balcony|porch|patio|terrace|garden|back ?yard|yard|hallway|"
        r"corridor|office|nursery|laundry(?: room)?|utility room|dining room|living room|bedroom|bathroom|"
        r"kitchen|guest room|kids'? room|playroom|pantry|shed|sauna|closet|library|gym|foyer|toilet)\b"
    ),
    "ja": regex(
        r"ガレージ|車庫|屋根裏部屋|屋根裏|地下室|ベランダ|バルコニー|テラス|庭|廊下|書斎|子[供ど]も?部屋|和室|洗面所|脱衣所|"
        r"トイレ|お?風呂場?|浴室|台所|キッチン|リビング|居間|ダイニング|寝室|玄関|客間|客室|物置|倉庫|サンルーム|オフィス|仕事部屋"
    ),
}
_DOORS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:back|rear|side|patio|balcony|cellar|basement|terrace|porch|shed|garden|conservatory) "
        r"(?:door|gate)\b"
    ),
    "ja": regex(r"裏口|勝手口|通用口|裏の?(?:ドア|扉|戸)"),
}
_THERE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_ASKS}(?:how many\b.*\b(?:have|are there|has|got|control|know|see|in|are)\b"
        r"|(?:what|which|list|show|name|all|the)\b.*\b(?:devices?|things?|stuff|lights?|lamps?|sensors?|switches|"
        r"appliances?|gadgets|control|there)\b"
        r"|(?:what|which|list|show|name)\b.*\brooms?\b"
        r"|what(?:'s| is|s) (?:there )?(?:in|inside|on) (?:the |my |our )?[\w ]+$)"
    ),
    "ja": regex(
        r"(?:何|なに|なん|どんな|どの|どれ|いくつ|何個|何台|デバイス|機器|家電|もの|物).*"
        r"(?:ある|あります|あり|置いて|使え|操作でき|動かせ|つながって)[^、。]{0,5}$"
    ),
}
_DEVICES = regex(
    r"\b(?:devices?|things?|stuff|appliances?|gadgets|can you control)\b|デバイス|機器|家電|操作でき"
)
_ROOMS_ASKED = regex(r"\brooms?\b|部屋")
_HERE = regex(
    r"\b(?:do (?:i|we|you) (?:have|own|see|know|control)|have (?:i|we|you) got|are there$|here\b|my\b|"
    r"can you (?:control|switch|see)|(?:this|the|our) (?:house|home|flat|apartment)|at home"
    r"|(?:list|show|name)(?: me)?(?: all)?(?: of)? (?:the|my|our) rooms$)"
)
"""What says that this home is meant, where no room is named."""
_ANYONE = regex(
    r"^(?:(?:is|are)(?: there)? (?:anyone|anybody|someone|somebody|any people|people|a person|any (?:motion|"
    r"movement))|who(?:'s| is| are))\b.*\b(?:in|at|home|here|upstairs|downstairs)\b"
    r"|^(?:is )?(?:there )?(?:anyone|anybody|someone|somebody) at the (?:front )?door$"
    r"|(?:誰か|だれか|人)(?:が|は)?(?:い|居)(?:る|ます)"
)
_ANYONE_BARE = regex(r"^(?:今|いま)?(?:誰か|だれか)(?:は|が)?(?:いる|います)[かの？?]*$")
_WORLD = regex(
    r"\b(?:stor(?:y|ies)|poem|joke|song|essay|recipes?|ideas?|tips?|advice|history|mean(?:s|ing)?|invent\w*|"
    r"explain|write|imagine|describe|translate|suggest|recommend|best|paint|decorate|why|should|would|difference|"
    r"how (?:do|to|can|does|did|could|would|much|far|fast|old|big)|who (?:is|was|invented|made)|born|capital|"
    r"think|help me|teach|speed of|say|called|does|famous|world|country|animals?)\b"
    r"|なぜ|なんで|どうして|どうやって|おすすめ|方法|コツ|作り方|意味|歴史|話し|物語|詩|書い|訳|教えて|アイデア|とは|曲|歌|"
    r"って何|について|と思|何色"
)
_SAYING = regex(
    r"^(?:i|i'm|i've|i'd|we|we're|my|our|he|she|they|there|it's|its|it|that's|this|yes|no|so|because|if|when|"
    r"once|you|the|a|an)\b"
)


_LEFT_ON = regex(
    r"^(?:(?:is|are)|did (?:i|we) leave|have (?:i|we) left) (?:the|my|our) (?P<what>[a-z]+(?: [a-z]+)?)"
    r"(?<!game)(?<!match)(?<!show)(?<!party)(?<!news)(?<!film)(?<!movie)(?<!deal)(?<!sale)(?<!race)(?<!meeting)"
    r" (?:still |left )?(?:on|off)$"
)
"""The state of a thing: "did I leave the immersion on"."""


def summoned(text: str) -> Meaning | None:
    """That nothing here calls it, for an ambulance or a taxi: as a call it would be one to nobody. In
    Japanese."""
    match = _SUMMONED_JA.fullmatch(text)
    return _calls(Call("about.emergency" if match["help"] else "about.cannot")) if match else None


def outright(text: str, language: Language, frame: Frame, names: Names) -> Meaning | None:
    """The answer that needs no model, for a sentence that no reader took; None for every other one."""
    folded = text.casefold()
    if asked := weather(text, language):
        return _calls(asked)
    if is_mode(folded, language):
        return _calls(Call("about.no_shuffle"))
    if _SKY[language].search(folded):
        return _calls(Call("about.no_sky"))
    if _CANNOT[language].search(folded):
        return _calls(Call("about.cannot"))
    if language == "ja" and (erased := _TALK_ERASED_JA.fullmatch(folded)):
        return _calls(Call("about.unclear", {"what": erased["what"]}))
    if words := _noted(folded, language):
        return _calls(Call("notes.find", {"words": words}))
    if _ANYONE.search(folded) and (
        frame.mentions or _ANYONE_BARE.match(folded) or re.search(r"\b(?:home|here|house|door)\b|家", folded)
    ):
        area = {"area": room} if (room := _room(frame)) else {}
        return _calls(Call("home.state", {**area, "device_class": "occupancy", "state": "on", "ask": "any"}))
    unknown = _LEFT_ON.match(folded) if names.things else None
    if unknown and not (frame.mentions or frame.has("kinds")):
        return _calls(Call("about.no_such_thing", {"what": unknown["what"]}))
    if _WORLD.search(folded):
        return None
    if _THERE[language].search(folded) and names.things:
        return _there(folded, language, frame, names)
    if (frame.has("kinds") or frame.has("states")) and (room := missing_room(frame, language, names)):
        return _calls(Call("about.no_such_thing", {"what": room}))
    return None


def missing_room(frame: Frame, language: Language, names: Names) -> str | None:
    """A room that the sentence names and the home hasn't."""
    return _missing(_ROOMS[language], frame, names) if names.rooms else None


def speaks_of_a_door(text: str, language: Language) -> bool:
    """Whether a door beside the front door is named at all."""
    return _DOORS[language].search(text.casefold()) is not None


def missing_door(frame: Frame, language: Language, names: Names) -> str | None:
    """A door beside the front door that the sentence names and the home hasn't."""
    return _missing(_DOORS[language], frame, names)


def _missing(named: re.Pattern[str], frame: Frame, names: Names) -> str | None:
    for match in named.finditer(frame.text):
        known = any(
            mention.start <= match.start() and match.end() <= mention.end for mention in frame.mentions
        )
        if not known and not any(match[0] in name for name in _spoken(names)):
            return match[0]
    return None


def is_about_the_world(text: str, language: Language) -> bool:
    """True for what names a room or a thing and still asks for talk: "write a poem about the kitchen"."""
    folded = text.casefold()
    return bool(_WORLD.search(folded) or (language == "en" and _SAYING.match(folded)))


def _calls(*calls: Call) -> Meaning:
    return Meaning("cues", _SURE, calls)


def _noted(folded: str, language: Language) -> str | None:
    """What to look for in the notes."""
    match = _NOTED[language].match(folded)
    if match is None:
        return None
    words = (next(filter(None, match.groupdict().values()), None) or "").strip()
    if language == "en" and match["my"] and _MINE_NOT.search(words):
        return None
    return re.sub(r"\b(?:for|of|to|the|my)\b ?", "", words).strip() or None


def _spoken(names: Names) -> list[str]:
    places: Sequence[str] = [way for room in names.rooms for way in (room.name, *room.aliases)]
    return [way.casefold() for way in [*places, *(w for t in names.things for w in (t.name, *t.aliases))]]


def _room(frame: Frame) -> str | None:
    return next((room.name for mention in frame.mentions for room in mention.rooms), None)


def _there(folded: str, language: Language, frame: Frame, names: Names) -> Meaning | None:
    """How many there are, or what there is in a room."""
    if frame.has("states") or frame.has("verbs", "on", "off", "open", "close") or frame.has("properties"):
        return None
    room = _room(frame)
    kind = (frame.first("kinds") or "").partition("|")[0]
    domain, _, device_class = kind.partition("/")
    everything = _DEVICES.search(folded) is not None
    if not room and language == "en" and not _HERE.search(folded):
        return None
    if not (room or domain or everything):
        if names.rooms and _ROOMS_ASKED.search(folded):
            return _told([room_called(one.name, language, names) for one in names.rooms], language)
        return None
    if missing := missing_room(frame, language, names):
        return _calls(Call("about.no_such_thing", {"what": missing}))
    found = [
        thing
        for thing in names.things
        if (room is None or thing.room == room) and (not domain or _is_kind(thing, domain, device_class))
    ]
    return _told([thing_called(thing, language) for thing in found], language)


def _is_kind(thing: Thing, domain: str, device_class: str) -> bool:
    return thing.domain == domain and (not device_class or thing.device_class == device_class)


def _told(found: Sequence[str], language: Language) -> Meaning:
    named = list(dict.fromkeys(found))
    listed = ("、" if language == "ja" else ", ").join(named[:_MOST])
    return _calls(Call("about.there_are", {"count": len(found), "names": listed}))
