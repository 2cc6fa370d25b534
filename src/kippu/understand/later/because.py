"""A Japanese reminder that is said with its reason: 「3時に会議あるからリマインドして」 is of the meeting,
and 「6時に友達が来るから5時半に教えて」 rings before what it is of.

Knows time phrases and the grammar of endings.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.when import When
from kippu.understand.when.japanese import find, first_of, is_out

_SURE = 0.97
_HALF_A_DAY = timedelta(hours=12)
_NOON = 12
_DAWN = 5
"""From this hour on a bare one is more often of the morning, on a day that has something to be ready for."""
_BECAUSE = r"(?:から|ので|んで)"
_TELL = (
    r"(?:(?:リマインド|通知|お知らせ)(?:を)?(?:して|お願い(?:します)?|よろしく)|リマインダー(?:を)?(?:かけ|セットし|設定し|入れ)て"
    r"|教えて|おしえて|知らせて|思い出させて|(?:そう)?言って|声(?:を)?かけて)"
)
_PLEASE = r"(?:おいて|ください|下さい|(?:くれ|もらえ)(?:る|ない|ますか|ませんか)|くれ|ほしい|ね|よ)*"
_CLAUSE_END = r"(?<=[うくぐすつぬぶむるただいなんの])"
"""Behind a noun 「から」 is of a place or a time: 「何時から教えて」."""
_SAID = regex(rf"^(?P<lead>.{{2,}}){_CLAUSE_END}{_BECAUSE}、?(?P<when>.*?)(?P<tell>{_TELL}){_PLEASE}$")
_ANSWERS = regex(r"教え|おしえ|知らせ|言")
"""Verbs that also ask for an answer."""
_TO_BE_ANSWERED = regex(
    r"知りた|聞きた|気に(?:なる|なって)|心配|不安|(?:わ|分)から(?:な|ん)|忘れ(?:た|ちゃ|て)|覚えて(?:な|い?な)|決ま(?:ら|って(?:な|い))"
    r"|迷|困|[何誰]|いつ|どこ|だれ|いくら|ど[うれのっ]|なぜ|天気|気温|[雨雪傘]|台風|予定(?!が?(?:ある|あり|入))"
)
"""What a reason has whose sentence asks something: 「明日の天気が気になるから教えて」."""
_NOTHING_TO_COME = regex(r"たい(?:[んの](?:だ|です)?|です)?$|暇|ひま|初めて|はじめて|苦手|興味|好き")
"""The same, unless a time is said to be told at: 「10時に寝たいから9時半に教えて」."""
_STATED = regex(r"が$|^(?:今|いま|もう|現在)(?:は|、)?$")
"""What is left beside a time that is told, and not for anything: 「今3時だから教えて」."""
_REASON = regex(rf"{_CLAUSE_END}{_BECAUSE}$")
_COPULA = regex(
    r"(?:(?<=[うくぐすつぬぶむるたい])[んの](?:だ|です)?|な(?:[んの](?:だ|です)?)?|(?<![一-龥]ん)だ|です)$"
)
"""Behind a kanji 「んだ」 is a verb's: 「飲んだ」."""
_ANOTHER = regex(r"[^いっ][てで](?:から)?、|。")
"""Where another order stands before it."""
_JOINS = regex(r"^[にはのも、が]+|[にはのも、]+$")
_HINT = " リマインダー"
"""Settles which half of the day a bare hour is of."""
_EXISTS = regex(r"(?:が|は|も)?(?:ある|あります|入って(?:い)?る|入ってます)(?:ん|の)?$")
_FORGOTTEN = regex(
    r"(?:(?:する|やる)?(?:の|こと))?(?:を|は|も)?(?:また)?(?:絶対|すぐ)?(?:忘れ|わすれ)(?:ない(?:ように|よう)?|そう|ちゃう|がち|やすい|る(?:と(?:困る|いけない))?)(?:な|だ|です)?$"
)
_MUST = regex(
    r"(?P<verb>.*(?P<stem>.))(?:ないと(?:いけない|だめ|ダメ|ならない|まずい)?|なきゃ(?:いけない|だめ|ダメ|ならない)?"
    r"|なくちゃ(?:いけない)?|なければ(?:いけない|ならない)|なくては(?:いけない|ならない))(?:ん|の|です)*$"
)
_GODAN = dict(zip("わかがさたなばまら", "うくぐすつぬぶむる", strict=True))


def with_reason(text: str, now: datetime) -> Meaning | None:
    """The reminder; None for any other sentence. ``text`` as ``text.sentence`` gives it."""
    match = _SAID.match(text)
    if match is None or _ANOTHER.search(match["lead"]):
        return None
    lead, rings = match["lead"], match["when"]
    if _ANSWERS.match(match["tell"]) and _asks(lead, by_itself=not rings):
        return None
    of = [one for one in find(f"{lead}{_HINT}", now) if one.at]
    when = [one for one in find(f"{rings}{_HINT}", now) if one.at]
    if rings:
        if len(when) != 1 or _rest(rings, when[0]) or len(of) > 1:
            return None
        call = _rung(lead, when[0], of[0] if of else None, now)
    elif len(of) == 1 and not _STATED.search(_COPULA.sub("", _rest(lead, of[0]))):
        call = _reminder(titled(_rest(lead, of[0])), of[0].at, of[0].repeat, now)
    else:
        return None
    return Meaning("cues", _SURE, (call,)) if call else None


def _asks(lead: str, *, by_itself: bool) -> bool:
    """Whether such a reason is one to ask something for."""
    return bool(_TO_BE_ANSWERED.search(lead) or (by_itself and _NOTHING_TO_COME.search(lead)))


def _rung(lead: str, rings: When, of: When | None, now: datetime) -> Call | None:
    """What rings at a time of its own; as often as what it is of."""
    repeat = rings.repeat or (of.repeat if of else None)
    at = _before(rings, of, now, evening=is_out(lead))
    if of and of.repeat and at:
        return _reminder(titled(_rest(lead, of)), first_of(of.repeat, at, now), repeat, now)
    return _reminder(titled(lead), at, repeat, now)


def without_reason(meaning: Meaning) -> Meaning:
    """The meaning, whose reminders are of what was given as their reason where that is all they are of."""
    if not any(_is_reason(call) for call in meaning.calls):
        return meaning
    calls = (
        Call(call.tool, {**call.arguments, "text": titled(_REASON.sub("", call.arguments["text"]))})
        if _is_reason(call)
        else call
        for call in meaning.calls
    )
    return replace(meaning, calls=tuple(calls))


def _is_reason(call: Call) -> bool:
    text = str(call.arguments.get("text", ""))
    return call.tool == "reminders.add" and bool(_REASON.search(text) or _FORGOTTEN.search(text))


def titled(said: str) -> str:
    """What somebody is to be reminded of, out of the reason for it: of 「会議がある」 it is 「会議」, of
    「薬飲まないといけない」 「薬飲む」."""
    said = _FORGOTTEN.sub("", _EXISTS.sub("", _COPULA.sub("", said)))
    if (must := _MUST.match(said)) and (stem := must["stem"]):
        said = f"{must['verb'][:-1]}{_plain(stem)}"
    return said.strip("、 ")


def _plain(stem: str) -> str:
    """The plain form of a verb whose ending before ない is given: ま is む, べ is べる, し is する."""
    return {"し": "する", "こ": "くる"}.get(stem) or _GODAN.get(stem) or f"{stem}る"


def _rest(said: str, phrase: When) -> str:
    """The words without their time."""
    return _JOINS.sub("", _JOINS.sub("", said[: phrase.start]) + _JOINS.sub("", said[phrase.end :]))


def _before(rings: When, of: When | None, now: datetime, *, evening: bool) -> datetime | None:
    """When it rings: on the day of what it is of, and before that, as far as its own words leave it open."""
    at = rings.at
    if at is None or of is None or of.at is None or rings.day or not rings.clock:
        return at
    at = datetime.combine(of.at.date(), at.time(), at.tzinfo)
    if not rings.twelve:
        return at
    halves = (at, at - _HALF_A_DAY, at + _HALF_A_DAY)
    if of.clock:
        before = [one for one in halves if one < of.at and (of.repeat or one > now)]
        return max(before, default=rings.at)
    if of.part is None and of.at.date() == now.date():
        return rings.at
    early = of.part == "morning" or (of.part is None and not evening and at.hour % 12 >= _DAWN)
    meant = next(one for one in halves if one.date() == of.at.date() and (one.hour < _NOON) == early)
    return meant if meant > now else at


def _reminder(text: str, at: datetime | None, repeat: str | None, now: datetime) -> Call | None:
    if not text or at is None or at <= now:
        return None
    given = {"repeat": repeat} if repeat else {}
    return Call("reminders.add", {"text": text, "at": at.replace(tzinfo=None).isoformat(), **given})
