from pathlib import Path

import pytest

from kippu.record import Contacts, Database, History
from kippu.settings import Settings, load
from kippu.skills import calendar, lists, notes, search
from kippu.skills import settings as settings_skill
from kippu.skills.bells import Bells
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_all_that_is_kept_is_searched(
    database: Database, bells: Bells, en: Context, ja: Context
) -> None:
    noted, kept = notes.Notes(database), lists.Lists(database)
    days = calendar.Calendar(database)
    skill = search.skill(search.Kept(noted, kept, bells, days, Contacts(database), History(database)))
    assert (await run(skill, "search.find", ja, words="水道")).data == {"found": {}}
    noted.add("2026-11-23T10:00:00+09:00", "The Plumber comes on Monday")
    kept.add("to do", "call the plumber")
    await run(calendar.skill(days), "calendar.add", en, text="plumber", at="2026-11-24T10:00")
    said = await run(skill, "search.find", en, words="plumber")
    assert said.text == (
        "Notes: The Plumber comes on Monday\nLists: call the plumber (to do)\n"
        "Calendar: plumber (2026-11-24 10:00)"
    )
    assert not (await run(skill, "search.web", en, words="plumber")).ok


async def test_a_sentence_only_makes_less_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, en: Context, ja: Context
) -> None:
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path))
    settings = Settings(data=tmp_path, policy="ask me")
    skill = settings_skill.skill(settings)
    assert not (await run(skill, "settings.set", en, policy="when it helps")).ok
    assert settings.policy == "ask me"
    said = await run(skill, "settings.set", ja, policy="device only")
    assert said.ok and settings.policy == "device only" and load().policy == "device only"
    assert not (await run(skill, "settings.set", en, policy="ask me")).ok
    assert settings.policy == "device only"
    said = await run(skill, "settings.set", en, language="ja")
    assert said.text == "これからは回答は日本語にします。" and load().language == "ja"
    assert "日本語" in (await run(skill, "settings.show", ja)).text
