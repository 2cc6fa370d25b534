"""Contacts come from vCard files, and bad files are told."""

from pathlib import Path

import pytest

from kippu.errors import BadInput
from kippu.record import Database
from kippu.record.contacts import Contacts, Detail, from_vcard

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ayumi Sato
N:Sato;Ayumi;;;
TEL;TYPE=CELL:+81 90-1234-5678
EMAIL:ayumi@example.org
ADR;TYPE=HOME:;;1-2-3 Jinnan;Shibuya;Tokyo;150-0041;Japan
BDAY:1990-05-03
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:佐藤 歩
N:佐藤;歩;;;
TEL;VALUE=uri:tel:090-0000-1111
END:VCARD
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.vcf"
    path.write_text(CARDS, encoding="utf-8")
    return path


def test_a_vcard_file_gives_its_people(file: Path, database: Database) -> None:
    contacts = Contacts(database)
    assert contacts.details() == ()
    assert contacts.add(from_vcard(file)) == 10
    assert contacts.add(from_vcard(file)) == 0
    kept = set(Contacts(database).details())
    assert Detail("Ayumi Sato", "person", "Sato") in kept
    assert Detail("Ayumi Sato", "phone", "+81 90-1234-5678") in kept
    assert Detail("Ayumi Sato", "address", "1-2-3 Jinnan") in kept
    assert Detail("Ayumi Sato", "birth_date", "1990-05-03") in kept
    assert Detail("佐藤 歩", "phone", "090-0000-1111") in kept
    assert contacts.remove("佐藤 歩") and not contacts.remove("佐藤 歩")
    assert {detail.name for detail in contacts.details()} == {"Ayumi Sato"}


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        b"BEGIN:VCARD\r\nFN:Half\r\n",
        CARDS.encode("utf-16"),
        b"BEGIN:VCARD\nEND:VCARD\n",
    ],
)
def test_what_is_no_vcard_file_is_told(tmp_path: Path, wrong: bytes) -> None:
    path = tmp_path / "wrong.vcf"
    path.write_bytes(wrong)
    with pytest.raises(BadInput, match=r"wrong\.vcf"):
        from_vcard(path)
    with pytest.raises(BadInput, match="can't be read"):
        from_vcard(tmp_path / "none.vcf")


def test_what_another_program_adds_is_seen(file: Path, database: Database) -> None:
    contacts = Contacts(database)
    assert contacts.details() == ()
    other = Database(database.path)
    Contacts(other).add(from_vcard(file))
    other.close()
    assert len(contacts.details()) == 10
