from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kippu.errors import BadInput
from kippu.record import Database
from kippu.skills import calendar, reminders
from kippu.skills.bells import Bells
from kippu.skills.calendar import Calendar
from kippu.tool import Context, Skill
from skills.conftest import TOKYO
from skills.running import run

pytestmark = pytest.mark.anyio
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO)
EN, JA = Context("en", MONDAY), Context("ja", MONDAY)


@pytest.fixture
def skill(database: Database) -> Skill:
    return calendar.skill(Calendar(database))


async def test_several_whole_days(skill: Skill) -> None:
    said = await run(skill, "calendar.add", EN, text="trip", at="2026-11-27", until="2026-11-29")
    assert said.text == "On your calendar on Friday to Sunday: trip."
    assert (said.data["event"]["start"], said.data["event"]["end"]) == ("2026-11-27", "2026-11-30")
    assert "trip" in (await run(skill, "calendar.show", EN, day="2026-11-28")).text
    assert "nothing" in (await run(skill, "calendar.show", EN, day="2026-11-30")).text
    for until in ("2026-11-20", "tomorrow", "2026-11-27"):
        said = await run(skill, "calendar.add", EN, text="day off", at="2026-11-27", until=until)
        assert said.text == "On your calendar on Friday (all day): day off.", "no last day of several"


async def test_the_word_of_putting_is_no_part_of_the_title(skill: Skill) -> None:
    put = await run(skill, "calendar.add", EN, text="lunch with Graham in", at="2026-11-27")
    assert put.data["event"]["title"] == "lunch with Graham"
    kept = await run(skill, "calendar.add", EN, text="check in", at="2026-11-28")
    assert kept.data["event"]["title"] == "check in"


async def test_an_end_before_ten(skill: Skill) -> None:
    said = await run(skill, "calendar.add", EN, text="talk", at="2026-11-24T08:00:00", end="09:00:00")
    assert said.text == "On your calendar tomorrow at 8:00 AM: talk, 1 hour."


async def test_add_show_move_remove(skill: Skill) -> None:
    assert (await run(skill, "calendar.show", EN)).text == "You have nothing on your calendar."
    said = await run(
        skill, "calendar.add", EN, text="meeting with Paul", at="2026-11-24T15:00:00", minutes=60
    )
    assert said.text == "On your calendar tomorrow at 3:00 PM: meeting with Paul, 1 hour."
    assert said.data["event"]["end"] == "2026-11-24T16:00:00+09:00"
    said = await run(skill, "calendar.add", JA, text="「歯医者」", at="2026-11-27T10:00", place="渋谷")
    assert said.text == "11月27日（金）午前10時に「歯医者、渋谷で」の予定を入れました。"

    said = await run(skill, "calendar.show", EN, day="2026-11-24")
    assert said.text == "You have 1 event tomorrow: meeting with Paul, 1 hour at 3:00 PM."
    said = await run(skill, "calendar.show", JA, day="2026-11-23", until="2026-11-29")
    assert said.text == (
        "今日から11月29日（日）までの予定は2件です："
        "meeting with Paul（1時間、明日午後3時）、歯医者、渋谷で（11月27日（金）午前10時）。"
    )
    assert "歯医者" in (await run(skill, "calendar.show", JA, words="歯医者")).text
    assert (await run(skill, "calendar.show", EN, first=True)).data["events"][0][
        "title"
    ] == "meeting with Paul"

    said = await run(skill, "calendar.move", EN, text="meeting with Paul", at="16:30:00")
    assert said.text == "Moved to tomorrow at 4:30 PM: meeting with Paul."
    said = await run(skill, "calendar.move", EN, text="meeting with Paul", at="05:00:00", either_half=True)
    assert said.text == "Moved to tomorrow at 5:00 PM: meeting with Paul."
    said = await run(skill, "calendar.move", EN, text="meeting with Paul", at="16:30:00")
    said = await run(skill, "calendar.move", JA, text="歯医者", at="2026-11-26")
    assert said.text == "「歯医者」を11月26日（木）午前10時に変更しました。"

    said = await run(skill, "calendar.remove", EN, text="meetings", day="2026-11-24")
    assert said.text == "Deleted from your calendar: meeting with Paul (tomorrow at 4:30 PM)."
    assert (await run(skill, "calendar.remove", JA, text="歯医者")).ok
    assert not (await run(skill, "calendar.remove", JA, text="歯医者")).ok


async def test_what_is_missing_or_wrong_is_asked_for(skill: Skill) -> None:
    assert (await run(skill, "calendar.add", EN, text=" ")).text == "What shall I put on your calendar?"
    assert (await run(skill, "calendar.add", JA, text="歯医者")).text == "「歯医者」はいつですか？"
    assert not (await run(skill, "calendar.add", EN, text="dentist", at="soon")).ok
    with pytest.raises(BadInput):
        await run(skill, "calendar.add", EN, text="dentist", at="2026-11-24T10:00", repeat="yearly")
    with pytest.raises(BadInput):
        await run(skill, "calendar.show", EN, day="someday")
    assert not (await run(skill, "calendar.move", EN, text="dentist", at="10:00")).ok
    await run(skill, "calendar.add", EN, text="dentist", at="2026-11-24T10:00")
    assert (await run(skill, "calendar.move", EN, text="dentist")).text == "To when shall I move “dentist”?"


async def test_a_time_alone_is_the_next_such_time(skill: Skill) -> None:
    assert "today at 4:00 PM" in (await run(skill, "calendar.add", EN, text="call", at="16:00:00")).text
    assert "tomorrow at 9:00 AM" in (await run(skill, "calendar.add", EN, text="call", at="09:00:00")).text


@pytest.mark.parametrize(
    ("at", "end", "minutes"),
    [
        ("2026-11-24T15:00", "5 pm", 120), ("2026-11-24T15:00", "17:30", 150), ("2026-11-24T15:00", 5, 120),
        ("2026-11-24T11:00", "noon", 60), ("2026-11-24T22:00", "midnight", 120),
        ("2026-11-24T15:00", "later", None), ("2026-11-24", "5 pm", None),
    ],
)  # fmt: skip
async def test_until_when(
    skill: Skill, database: Database, at: str, end: str | int, minutes: float | None
) -> None:
    assert (await run(skill, "calendar.add", EN, text="workshop", at=at, end=end)).ok
    assert Calendar(database).all()[0].minutes == minutes


async def test_a_date_alone_is_the_whole_day(skill: Skill) -> None:
    said = await run(skill, "calendar.add", EN, text="mom's birthday", at="2026-11-28")
    assert said.text == "On your calendar on Saturday (all day): mom's birthday."
    said = await run(skill, "calendar.show", EN, day="2026-11-28", part="evening")
    assert said.data["events"][0] | {"id": ""} == {
        "id": "", "title": "mom's birthday", "start": "2026-11-28", "end": "2026-11-29", "whole_day": True,
        "repeat": None, "place": "", "people": "",
    }  # fmt: skip
    assert not (await run(skill, "calendar.show", EN, day="2026-11-29")).data["events"]


@pytest.mark.parametrize(
    ("at", "end", "titles", "told"),
    [
        ("14:00", "15:30", ["workshop"], "on Friday between 2:00 PM and 3:30 PM"),
        ("15:00", "2026-11-28T00:00", ["workshop", "dentist"], "on Friday after 3:00 PM"),
        ("00:00", "14:00", [], "on Friday before 2:00 PM"),
    ],
)
async def test_what_happens_between_two_times(
    skill: Skill, at: str, end: str, titles: list[str], told: str
) -> None:
    await run(skill, "calendar.add", EN, text="workshop", at="2026-11-27T14:00", hours=2)
    await run(skill, "calendar.add", EN, text="dentist", at="2026-11-27T15:30")
    end = end if "T" in end else f"2026-11-27T{end}"
    said = await run(skill, "calendar.show", EN, at=f"2026-11-27T{at}", end=end)
    assert [each["title"] for each in said.data["events"]] == titles
    assert told in said.text


async def test_an_end_before_its_beginning_is_refused(skill: Skill) -> None:
    with pytest.raises(BadInput, match="2026-11-27T13:00"):
        await run(skill, "calendar.show", EN, at="2026-11-27T14:00", end="2026-11-27T13:00")


async def test_what_happens_at_a_time(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="workshop", at="2026-11-27T14:00", hours=2)
    await run(skill, "calendar.add", EN, text="dentist", at="2026-11-27T15:30")
    for at, titles in (
        ("2026-11-27T15:00", ["workshop", "dentist"]),
        ("2026-11-27T16:00", []),
        ("2026-11-27T12:00", []),
    ):
        events = (await run(skill, "calendar.show", EN, at=at)).data["events"]
        assert [event["title"] for event in events] == titles
    said = await run(skill, "calendar.add", EN, text="call", at="2026-11-27T15:00", minutes=30)
    assert said.text.endswith("At that time you also have: workshop, 2 hours at 2:00 PM.")
    assert (await run(skill, "calendar.remove", EN, at="2026-11-27T15:30")).data["event"][
        "title"
    ] == "dentist"


async def test_which_one_is_asked_and_nothing_deleted(skill: Skill, database: Database) -> None:
    for at in ("2026-11-24T10:00", "2026-11-26T10:00"):
        await run(skill, "calendar.add", EN, text="meeting", at=at)
    said = await run(skill, "calendar.remove", EN, text="meeting")
    assert said.text == "Which one: meeting (tomorrow at 10:00 AM); meeting (on Thursday at 10:00 AM)?"
    assert not said.ok and len(Calendar(database).all()) == 2
    assert (await run(skill, "calendar.remove", EN, text="meeting", first=True)).ok
    assert [event.start.isoformat() for event in Calendar(database).all()] == ["2026-11-26T10:00:00"]


async def test_the_day_or_the_hour_tells_which_is_moved(skill: Skill) -> None:
    for at in ("2026-11-24T10:00", "2026-11-26T15:00", "2026-11-27T15:00"):
        await run(skill, "calendar.add", EN, text="lunch with Kim", at=at)
    said = await run(skill, "calendar.move", EN, text="lunch", was="2026-11-26", at="2026-11-25")
    assert said.text == "Moved to Wednesday at 3:00 PM: lunch with Kim."
    said = await run(skill, "calendar.move", EN, text="", was="10:00:00", hours=1)
    assert said.text == "Moved to tomorrow at 11:00 AM: lunch with Kim."
    said = await run(skill, "calendar.move", EN, was="2026-11-27T03:00:00", minutes=30, earlier=True)
    assert said.text == "Moved to Friday at 2:30 PM: lunch with Kim."
    assert not (await run(skill, "calendar.move", EN, text="lunch", was="2026-11-30", at="2026-11-25")).ok
    said = await run(skill, "calendar.move", EN, text="", was="08:00:00", at="09:00:00")
    assert said.text == "There is no event then."
    with pytest.raises(BadInput):
        await run(skill, "calendar.move", EN, text="lunch", was="noon-ish", at="2026-11-25")


async def test_a_day_or_an_hour_may_be_in_a_name(skill: Skill) -> None:
    for title in ("Sunday roast", "roast for Ann"):
        await run(skill, "calendar.add", EN, text=title, at="2026-11-28T12:00")
    said = await run(skill, "calendar.move", EN, text="roast", was="2026-11-29", at="19:00:00")
    assert said.text == "Moved to Saturday at 7:00 PM: Sunday roast."
    assert not (await run(skill, "calendar.move", EN, text="roast", was="2026-11-30", at="19:00:00")).ok
    await run(skill, "calendar.add", EN, text="5 pm club", at="2026-11-28T18:00")
    said = await run(skill, "calendar.move", EN, text="club", was="17:00:00", at="2026-11-29")
    assert said.text == "Moved to Sunday at 6:00 PM: 5 pm club."


async def test_a_weekday_that_it_is_may_be_today(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="lunch", at="2026-11-23T12:00")
    said = await run(skill, "calendar.move", EN, text="lunch", was="2026-11-30", at="2026-11-25")
    assert said.text == "Moved to Wednesday at 12:00 PM: lunch."


async def test_a_reminder_is_moved_where_no_event_is_called_so(database: Database, bells: Bells) -> None:
    skill = calendar.skill(Calendar(database), reminders.mover(bells))
    now = Context("en", datetime.now(TOKYO))
    day = now.now.date() + timedelta(days=30)
    first = f"{day - timedelta(days=1)}T09:00:00"
    await run(reminders.skill(bells), "reminders.add", now, text="call mum", at=first)
    assert (await run(skill, "calendar.move", now, text="mum one", at=day.isoformat())).ok
    assert [bell.due.astimezone(TOKYO).date() for bell in bells.all("reminder")] == [day]
    said = await run(skill, "calendar.move", now, text="dad", at=day.isoformat())
    assert said.text == "There is no “dad” on your calendar."
    for at in ("T10:00:00", "T12:00:00"):
        await run(skill, "calendar.add", now, text="lunch with mum", at=f"{day}{at}")
    said = await run(skill, "calendar.move", now, text="mum", at=first)
    assert said.text.startswith("Which one: ")
    assert [bell.due.astimezone(TOKYO).date() for bell in bells.all("reminder")] == [day]


async def test_what_there_is_instead_is_told(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="lunch", at="2026-11-24T12:00")
    said = await run(skill, "calendar.show", EN, words="meeting", day="2026-11-24")
    assert said.text == (
        "There is no “meeting” on your calendar tomorrow. There is: lunch (tomorrow at 12:00 PM)."
    )


async def test_what_comes_once_a_week_is_moved_to_another_day_of_it(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="yoga", at="2026-11-24T18:00", repeat="tue")
    said = await run(skill, "calendar.move", EN, text="yoga", at="2026-11-25")
    assert said.text == "Moved to every Wednesday at 6:00 PM: yoga."
    assert not (await run(skill, "calendar.move", EN, text="yoga", at="2026-11-27", was="2026-11-25")).ok


async def test_what_repeats(skill: Skill, database: Database) -> None:
    said = await run(skill, "calendar.add", EN, text="yoga", at="2026-11-23T19:00", repeat="mon,thu")
    assert said.text == "On your calendar every Monday and Thursday at 7:00 PM: yoga."
    said = await run(skill, "calendar.show", EN, day="2026-11-23", until="2026-11-29")
    assert [event["start"][:10] for event in said.data["events"]] == ["2026-11-23", "2026-11-26"]
    assert len((await run(skill, "calendar.show", EN)).data["events"]) == 1
    assert not (await run(skill, "calendar.show", EN, day="2026-11-19")).data["events"]
    assert not (await run(skill, "calendar.move", EN, text="yoga", at="2026-11-25")).ok
    assert (await run(skill, "calendar.move", EN, text="yoga", at="18:00")).ok
    said = await run(skill, "calendar.remove_all", EN, day="2026-11-26")
    assert not said.ok and said.text == "What repeats stays: yoga (on Thursday at 6:00 PM)."
    assert (await run(skill, "calendar.remove", JA, text="yoga")).ok
    assert Calendar(database).all() == ()


async def test_a_day_of_a_series_is_left_out_alone(skill: Skill, database: Database) -> None:
    await run(skill, "calendar.add", EN, text="yoga", at="2026-11-23T19:00", repeat="mon,thu")
    said = await run(skill, "calendar.remove", EN, text="yoga", day="2026-11-26")
    assert said.text == (
        "Left out Thursday: yoga, which is every Monday and Thursday at 7:00 PM otherwise. It is next today."
    )
    assert not (await run(skill, "calendar.show", EN, day="2026-11-26")).data["events"]
    assert (await run(skill, "calendar.show", EN, day="2026-11-30")).data["events"]
    week = await run(skill, "calendar.remove", JA, text="yoga", day="2026-11-30", until="2026-12-06")
    assert week.text == (
        "11月30日（月）と12月3日（木）の「yoga」だけを取り消しました。"
        "毎週月・木曜日午後7時の予定は残っています。次は今日です。"
    )
    back = week.undo[0]
    assert (await run(skill, back.tool, JA, **back.arguments)).ok
    assert (await run(skill, "calendar.show", EN, day="2026-12-03")).data["events"]
    assert len(Calendar(database).all()) == 1
    assert (await run(skill, "calendar.remove", EN, text="yoga")).ok
    assert Calendar(database).all() == ()


async def test_a_day_of_what_comes_once_is_the_event(skill: Skill, database: Database) -> None:
    await run(skill, "calendar.add", EN, text="lunch", at="2026-11-26T12:00")
    assert (await run(skill, "calendar.remove", EN, text="lunch", day="2026-11-26")).ok
    assert Calendar(database).all() == ()


async def test_a_day_is_emptied_and_never_everything(skill: Skill, database: Database) -> None:
    for at in ("2026-11-24T10:00", "2026-11-24", "2026-11-26T10:00"):
        await run(skill, "calendar.add", EN, text="meeting", at=at)
    assert not (await run(skill, "calendar.remove_all", EN)).ok
    assert (await run(skill, "calendar.remove_all", JA, day="2026-11-24")).data == {"removed": 2}
    assert len(Calendar(database).all()) == 1


async def test_it_is_kept_in_the_zone_it_was_made_in(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="call", at="2026-11-24T15:00", minutes=30)
    berlin = Context("en", MONDAY.astimezone(ZoneInfo("Europe/Berlin")))
    assert "call, 30 minutes at 7:00 AM" in (await run(skill, "calendar.show", berlin, day="2026-11-24")).text
    await run(skill, "calendar.move", berlin, text="call", at="08:00")
    assert "call, 30 minutes at 4:00 PM" in (await run(skill, "calendar.show", EN, day="2026-11-24")).text


async def test_what_goes_on_now_is_shown_and_what_is_over_is_not(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="breakfast", at="2026-11-23T08:00", minutes=30)
    await run(skill, "calendar.add", EN, text="workshop", at="2026-11-23T09:00", hours=2)
    events = (await run(skill, "calendar.show", EN)).data["events"]
    assert [event["title"] for event in events] == ["workshop"]
    later = Context("en", MONDAY + timedelta(days=2))
    assert "8:00 AM" in (await run(skill, "calendar.show", later, day="2026-11-23")).text


async def test_the_last_day_of_all_is_told_as_too_far(skill: Skill) -> None:
    with pytest.raises(BadInput, match="9999-12-31"):
        await run(skill, "calendar.remove_all", EN, day="9999-12-31")


async def test_another_end_and_until_when_it_goes(skill: Skill) -> None:
    await run(skill, "calendar.add", EN, text="meeting", at="2026-11-24T10:00:00", end="12:00:00")
    await run(skill, "calendar.add", EN, text="lunch", at="2026-11-25T12:00:00")
    await run(skill, "calendar.add", JA, text="出張", at="2026-12-03", until="2026-12-05")

    said = await run(skill, "calendar.show", EN, words="meeting", ask="end")
    assert said.text == "“meeting” goes until tomorrow at 12:00 PM."
    assert (await run(skill, "calendar.show", JA, words="meeting", ask="end")).text == (
        "「meeting」は明日午後0時までです。"
    )
    assert "how long" in (await run(skill, "calendar.show", EN, words="lunch", ask="end")).text
    assert (await run(skill, "calendar.show", JA, words="出張", ask="end")).text == (
        "「出張」は12月5日（土）までです。"
    )

    said = await run(skill, "calendar.move", EN, text="meeting", minutes=30, end=True)
    assert said.ok and said.text == "“meeting” goes until tomorrow at 12:30 PM."
    assert said.data["event"]["start"] == "2026-11-24T10:00:00+09:00"
    said = await run(skill, "calendar.move", EN, text="meeting", hours=1, earlier=True, end=True)
    assert said.data["event"]["end"] == "2026-11-24T11:30:00+09:00"
    said = await run(skill, "calendar.move", JA, text="meeting", at="01:00:00", either_half=True, end=True)
    assert said.text == "「meeting」は明日午後1時までです。"
    assert (await run(skill, "calendar.move", JA, text="出張", at="2026-12-06", end=True)).text == (
        "「出張」は12月6日（日）までです。"
    )

    for wrong in ({"text": "meeting", "hours": 9, "earlier": True}, {"text": "出張", "minutes": 30}):
        assert not (await run(skill, "calendar.move", EN, **wrong, end=True)).ok
    asked = await run(skill, "calendar.move", EN, text="lunch", hours=1, end=True)
    assert not asked.ok and "until when" in asked.text
    assert (await run(skill, "calendar.move", EN, text="lunch", at="13:00:00", end=True)).ok


async def test_the_place_of_an_event(database: Database, en: Context, ja: Context) -> None:
    skill = calendar.skill(calendar.Calendar(database))
    await run(skill, "calendar.add", en, text="dentist", at="2026-12-24T15:00:00")
    said = await run(skill, "calendar.move", ja, text="dentist", place="渋谷")
    assert said.ok and said.text.endswith("の場所を渋谷にしました。")
    assert "渋谷" in (await run(skill, "calendar.show", en, words="dentist")).text
