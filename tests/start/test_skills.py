"""Which tools no sentence template asks for."""

from contextlib import closing
from pathlib import Path

from kippu.record import Database
from kippu.settings import Settings
from kippu.start.reading_exam import _skills
from kippu.start.skills import without_templates
from kippu.tool import Context, Said, Skill, Tool


async def fare(context: Context, harbour: str) -> Said:
    """Look up the fare to a harbour."""
    return Said(harbour)


def test_only_a_skill_without_templates_is_read_by_its_schemas(tmp_path: Path) -> None:
    ferry = Skill(
        "ferry",
        {"en": "Ferry", "ja": "フェリー"},
        {"en": (), "ja": ()},
        (Tool("ferry.fare", fare, acts=False),),
    )
    with closing(Database(tmp_path / "kippu.db")) as database:
        skills = _skills(database, tmp_path, Settings(data=tmp_path))
    assert without_templates(skills) == []
    (offer,) = without_templates([*skills, ferry])
    assert offer.tool == "ferry.fare"
    assert offer.description == "Look up the fare to a harbour."
    assert offer.parameters["required"] == ["harbour"]
