import json
from pathlib import Path

from record.test_contacts import CARDS

from .conftest import Run


def test_contacts_come_are_shown_and_go(kippu: Run, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_text(CARDS, encoding="utf-8")
    assert kippu("contacts", "list").stdout == b"Nobody is known yet.\n"
    assert b"2 people in people.vcf, 10 new details." in kippu("contacts", "import", str(file)).stdout
    again = kippu("contacts", "import", str(file), "--json")
    assert json.loads(again.stdout) == {"people": 2, "details": 10, "new": 0}
    details = json.loads(kippu("contacts", "list", "--json").stdout)
    assert {"name": "Ayumi Sato", "kind": "phone", "text": "+81 90-1234-5678"} in details
    assert kippu("contacts", "remove", "Ayumi Sato").returncode == 0
    gone = kippu("contacts", "remove", "Ayumi Sato")
    assert gone.returncode == 2 and b"nobody called 'Ayumi Sato'" in gone.stderr


def test_a_wrong_file_is_told(kippu: Run, data: Path, tmp_path: Path) -> None:
    told = kippu("contacts", "import", str(tmp_path / "none.vcf"))
    assert told.returncode == 2 and b"can't be read" in told.stderr
