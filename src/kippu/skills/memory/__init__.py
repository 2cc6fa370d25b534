"""What the person asked before. The record keeps it; here it is told."""

from datetime import datetime
from pathlib import Path

from kippu.record import History
from kippu.skills import spoken
from kippu.tool import Context, Said, Skill, Tool

_MOST = 12
"""How many of them are told; the app has them all."""


def skill(history: History) -> Skill:
    """The skill ``history``, over the record of conversations."""

    async def asked(context: Context, day: str | None = None, words: str | None = None) -> Said:
        """Tell what the person asked on a day (ISO date), or about some words."""
        on = spoken.iso_day(day, context) if day else None
        if day and on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        # The question that is being answered now is not yet among them: it isn't done.
        found = history.asked(on, words or "")
        when = spoken.near_day(context, on) if on else ""
        about = context.say(f" about “{words}”", f"「{words}」について") if words else ""
        data = {
            "asked": [{"at": said.at, "text": said.text, "conversation": said.conversation} for said in found]
        }
        if not found:
            return Said(
                context.say(
                    f"You asked nothing{about}{when and ' ' + when}.",
                    f"{when and when + 'は'}{about}何も聞かれていません。",
                ),
                data=data,
            )
        lines = [_line(context, said.at, said.text, dated=on is None) for said in found[-_MOST:]]
        count = len(found)
        latest = context.say(f", the last {_MOST}", f"（最後の{_MOST}件）") if count > _MOST else ""
        head = context.say(
            f"You asked {count} thing{'s' if count > 1 else ''}{about}{when and ' ' + when}{latest}:",
            f"{when and when + 'は'}{about}{count}件聞かれました{latest}：",
        )
        return Said("\n".join((head, *lines)), data=data)

    return Skill(
        name="history",
        title={"en": "What you asked", "ja": "これまでの会話"},
        examples={
            "en": (
                "what did I ask yesterday",
                "what did I ask about milk",
                "what was the last thing I asked",
            ),
            "ja": ("昨日何を聞いた？", "牛乳について何を聞いた？", "さっき何を聞いたっけ"),
        },
        tools=(Tool("history.asked", asked, acts=False),),
        sentences=Path(__file__).parent / "sentences",
    )


def _line(context: Context, at: str, text: str, dated: bool) -> str:
    moment = datetime.fromisoformat(at).astimezone(context.now.tzinfo)
    when = spoken.moment(context, moment) if dated else spoken.time_of_day(context, moment)
    return context.say(f"- {when}: {text}", f"・{when}「{text}」")
