"""The people whom the person knows: their names, numbers and addresses, kept here and never sent as they are.

Knows vCard, the form in which every phone and mail program gives its contacts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kippu.errors import BadInput
from kippu.failures_ja import system_ja
from kippu.record.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS contacts (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (name, kind, text)
);
"""
_LARGEST = 20_000_000
"""Bytes of a vCard file; ten thousand contacts with pictures have about that."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is known of somebody."""

    name: str
    """Whose it is, as the person calls them."""
    kind: str
    """``person``, ``phone``, ``email``, ``address``, ``organization`` or ``birth_date``."""
    text: str


class Contacts:
    """All details, in the order in which they came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._details: tuple[Detail, ...] | None = None
        self._version = 0
        database.table(_TABLE)

    def details(self) -> tuple[Detail, ...]:
        """Everything that is known of anybody."""
        version = int(self._database.read("PRAGMA data_version")[0][0])  # grows when another program writes
        if self._details is None or version != self._version:
            self._version = version
            rows = self._database.read("SELECT name, kind, text FROM contacts ORDER BY rowid")
            self._details = tuple(Detail(row["name"], row["kind"], row["text"]) for row in rows)
        return self._details

    def add(self, details: Iterable[Detail]) -> int:
        """Keep them; what is known already is not kept twice. Gives how many are new."""
        with self._database.write() as connection:
            new = connection.executemany(
                "INSERT OR IGNORE INTO contacts VALUES (?, ?, ?)",
                [(detail.name, detail.kind, detail.text) for detail in details],
            ).rowcount
        self._details = None
        return new

    def replace(self, detail: Detail) -> tuple[str, ...]:
        """Keep this for all that was kept of its kind of its person; gives that."""
        old = tuple(
            each.text for each in self.details() if (each.name, each.kind) == (detail.name, detail.kind)
        )
        self.forget(detail.name, detail.kind)
        self.add([Detail(detail.name, "person", detail.name), detail])
        return old

    def forget(self, name: str, kind: str) -> None:
        """Forget all of a kind that was kept of somebody."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM contacts WHERE name = ? AND kind = ?", (name, kind))
        self._details = None

    def remove(self, name: str) -> int:
        """Forget somebody; gives how many details were kept of them."""
        with self._database.write() as connection:
            gone = connection.execute("DELETE FROM contacts WHERE name = ?", (name,)).rowcount
        self._details = None
        return gone


def from_vcard(path: Path) -> tuple[Detail, ...]:
    """The details in a vCard file (``.vcf``, 2.1 to 4.0); raises BadInput that says what is wrong."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(
                f"{path} is larger than {_LARGEST // 1_000_000} MB. Export it without pictures.",
                f"{path} が {_LARGEST // 1_000_000} MB を超えています。写真なしで書き出してください。",
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(
            f"{path} can't be read: {error.strerror}.", f"{path} を読めません（{system_ja(error)}）。"
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{path} is not in UTF-8. Export the contacts again, as vCard 3.0 or 4.0.",
            f"{path} は UTF-8 ではありません。vCard 3.0 か 4.0 で書き出し直してください。",
        ) from error
    details = tuple(_details(text, path))
    if not details:
        raise BadInput(
            f"{path} holds no contact. Export your contacts as vCard (.vcf).",
            f"{path} に連絡先がありません。vCard（.vcf）で書き出してください。",
        )
    return details


def _details(text: str, path: Path) -> Iterator[Detail]:
    import vobject  # noqa: PLC0415  # slow to import, and needed for this alone

    try:
        for card in vobject.readComponents(text, allowQP=True):
            yield from _of_card(card)
    except (vobject.base.VObjectError, ValueError, AttributeError, IndexError) as error:
        raise BadInput(
            f"{path} is no whole vCard file: {error}", f"{path} は完全な vCard ファイルではありません。"
        ) from error


def _of_card(card: Any) -> Iterator[Detail]:
    said = [str(line.value).strip() for line in card.contents.get("fn", ())]
    if not said or not said[0]:
        return
    name = said[0]
    for whole in said:
        yield Detail(name, "person", whole)
    for line in card.contents.get("n", ()):
        for part in (line.value.given, line.value.family):
            for one in part if isinstance(part, list) else [part]:
                if len(one.strip()) > 1:
                    yield Detail(name, "person", one.strip())
    for field, kind in (("tel", "phone"), ("email", "email"), ("bday", "birth_date")):
        for line in card.contents.get(field, ()):
            yield Detail(name, kind, str(line.value).removeprefix("tel:").strip())
    for line in card.contents.get("adr", ()):
        for part in (line.value.street, line.value.box):
            if isinstance(part, str) and part.strip():
                yield Detail(name, "address", " ".join(part.split()))
