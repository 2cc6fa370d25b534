"""A Japanese sentence that only tells of something to come, 「今度の日曜に運動会があるんだ」: whether it is
to be put down is asked, and what is answered to that may tell its hour.

Knows time phrases and calls; keeps nothing.
"""

from dataclasses import replace
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.phrases.planned import is_kind
from kippu.understand.when.japanese import find

_SURE = 0.9
_TOLD = (
    r"(?:(?:なん|[んの])(?:だ|です|じゃ|や)?|ねん|のよ|だ|です)?"
    r"(?:けど|けれど|けども|が|よ|わ|ね|な|から|って)*"
)
_IS = r"(?:ある|あります|入った|入りました|入って(?:い)?(?:る|ます)|決まった|決まりました|できた)"
_WHAT_FIRST = regex(rf"(?P<what>[^、。はがを]{{2,14}}?)[がは]、?(?P<when>.+?)に?{_IS}(?P<told>{_TOLD})")
_WHEN_FIRST = regex(
    rf"(?P<when>.+?)(?P<what>[^、。はがをにのから]{{2,14}}?)(?:(?:が|の予定が|も){_IS}|(?=なん|だ|です))(?P<told>{_TOLD})"
)
_ALSO_KEPT = regex(
    r"(?:運動会|発表会|同窓会|説明会|懇親会|懇談会|保護者会|歓迎会|送別会|忘年会|新年会|大会|学会|合宿|遠足|参観日?|お?祭り?|試合|ライブ|コンサート"
    r"|映画|飲み|[婚業学]式|葬儀|法事|法要|締め?切り?|通院|リハビリ|塾|部活|習い事|帰省|引っ越し|引越し)$"
)
_TIME_AND = (
    r"(?:(?P<time>(?:午前|午後|朝|昼|夜|夕方の?)?\d{1,2}時(?:半|\d{1,2}分)?)(?:から|に|で)?"
    r"(?:だ|です|じゃ|や|ね|よ|なんだ|なので|だから)*)"
)
_PUT = (
    r"(?:(?:カレンダー|予定(?:表)?|手帳)(?:に|へ))?(?:入れ|いれ|書い|書き込ん|登録し|追加し|メモし|足し|控え)"
    r"(?:て|で|といて|とって|ておいて|でおいて|どいて)(?:くれ(?:る|ない|ん)?|もらえる|ください|下さい|ほしい|か|の|な|ね|よ|や)*"
)
_ANSWERED = regex(
    rf"(?:(?:うん|はい|ああ|そう|お願い)、?)*(?:{_TIME_AND}[、 。]*)?(?:{_PUT}|お願い(?:します)?)?"
)


def stated(text: str, now: datetime) -> Meaning | None:
    """The question whether the event is to be put down; None for any other sentence, and for a question."""
    for form in (_WHAT_FIRST, _WHEN_FIRST):
        match = form.fullmatch(text)
        if match is None or not match["told"]:
            continue
        when, what = match["when"], match["what"]
        found = [one for one in find(when, now) if one.at and one.repeat is None and one.day]
        if len(found) != 1 or found[0].start or when[found[0].end :].strip("に、から"):
            continue
        if not (is_kind(what) or _ALSO_KEPT.search(what)) or found[0].at is None:
            continue
        at = found[0].at.replace(tzinfo=None)
        day, hour = f"{at.month}月{at.day}日", f"{at.hour}時{f'{at.minute}分' if at.minute else ''}"
        said = at.isoformat() if found[0].clock else at.date().isoformat()
        return Meaning(
            "cues", _SURE,
            question=f"{day}{hour if found[0].clock else ''}に「{what}」の予定を入れましょうか？",
            proposed=(Call("calendar.add", {"at": said, "text": what}),),
        )  # fmt: skip
    return None


def put_down_so(text: str, turn: Turn) -> Turn:
    """The turn behind that question with its whole answer: the event at the hour that is told now; as it is
    where something else is answered."""
    asked = turn.asked[0] if len(turn.asked) == 1 and not turn.offered else None
    match = _ANSWERED.fullmatch(text) if asked and asked.tool == "calendar.add" else None
    if match is None or asked is None or not text:
        return turn
    title, at = asked.arguments.get("text"), str(asked.arguments.get("at", ""))
    if match["time"] and title and at and "T" not in at:
        day = datetime.fromisoformat(at)
        whole = f"{day.year}年{day.month}月{day.day}日{match['time']}に{title}の予定を入れて"
        return replace(turn, text=whole, asked=())
    return turn if match["time"] else replace(turn, text="はい")
