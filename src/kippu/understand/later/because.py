"""A Japanese reminder that is said with its reason: 「3時に会議あるからリマインドして」 is of the meeting,
and 「6時に友達が来るから5時半に教えて」 rings before what it is of.

Knows time phrases and the grammar of endings.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.when import When
from kippu.understand.when.japanese import find

_SURE = 0.97
_HALF_A_DAY = timedelta(hours=12)
_BECAUSE = r"(?:から|ので|んで)"
_TELL = (
    r"(?:(?:リマインド|通知|お知らせ)(?:を)?(?:して|お願い(?:します)?|よろしく)|リマインダー(?:を)?(?:かけ|セットし|設定し|入れ)て"
    r"|教えて|おしえて|知らせて|思い出させて|(?:そう)?言って|声(?:を)?かけて)"
)
_PLEASE = r"(?:おいて|ください|下さい|(?:くれ|もらえ)(?:る|ない|ますか|ませんか)|くれ|ほしい|ね|よ)*"
_SAID = regex(rf"^(?P<lead>.{{2,}}){_BECAUSE}、?(?P<when>.*?){_TELL}{_PLEASE}$")
_REASON = regex(rf"(?<=[うくぐすつぬぶむるただいなんの]){_BECAUSE}$")
_COPULA = regex(
    r"(?:(?<=[うくぐすつぬぶむるたい])[んの](?:だ|です)?|な(?:[んの](?:だ|です)?)?|(?<!ん)だ|です)$"
)
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
    of = [one for one in find(f"{lead}{_HINT}", now) if one.at]
    when = [one for one in find(f"{rings}{_HINT}", now) if one.at]
    if rings:
        if len(when) != 1 or _rest(rings, when[0]) or len(of) > 1:
            return None
        call = _reminder(titled(lead), when[0], _before(when[0], of[0] if of else None, now), now)
    elif len(of) == 1:
        call = _reminder(titled(_rest(lead, of[0])), of[0], of[0].at, now)
    else:
        return None
    return Meaning("cues", _SURE, (call,)) if call else None


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


def _before(rings: When, of: When | None, now: datetime) -> datetime | None:
    """When it rings: on the day of what it is of, and before that, as far as its own words leave it open."""
    at = rings.at
    if at is None or of is None or of.at is None or rings.day or not rings.clock:
        return at
    at = datetime.combine(of.at.date(), at.time(), at.tzinfo)
    if not of.clock or not rings.twelve:
        return at
    halves = (at, at - _HALF_A_DAY, at + _HALF_A_DAY)
    return max((one for one in halves if now < one < of.at), default=rings.at)


def _reminder(text: str, phrase: When, at: datetime | None, now: datetime) -> Call | None:
    if not text or at is None or at <= now:
        return None
    given = {"repeat": phrase.repeat} if phrase.repeat else {}
    return Call("reminders.add", {"text": text, "at": at.replace(tzinfo=None).isoformat(), **given})
