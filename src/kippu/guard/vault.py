"""Which surrogate stands for what, conversation by conversation. It never leaves this device.

Sealed on the disk: values by AES-GCM, found again by a keyed digest; neither tells anything without the key.
Knows nothing of texts.
"""

import hashlib
import hmac
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from kippu.guard.surrogates import Book, Pair
from kippu.record import Database

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_TABLE = """
CREATE TABLE IF NOT EXISTS surrogates (
    conversation TEXT NOT NULL,
    digest BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (conversation, digest)
);
"""
_OPEN_BOOKS = 64
"""Conversations whose books stay in memory."""
_NONCE = 12
_PAD = 128
"""Bytes to whose multiples values are filled up: a length tells a little, too."""


class Vault:
    """All books of this device."""

    def __init__(self, database: Database, key: Callable[[], bytes]) -> None:
        """``key`` gives 32 bytes; it is asked when there first is something to seal or open."""
        self._database = database
        self._key = key
        self._seal: AESGCM | None = None
        self._digest_key = b""
        self._books: OrderedDict[str, Book] = OrderedDict()
        database.table(_TABLE)

    def book(self, conversation: str) -> Book:
        """The conversation's book. What is added to it is kept by ``save``."""
        if conversation not in self._books:
            self._books[conversation] = Book(self._load(conversation))
            while len(self._books) > _OPEN_BOOKS:
                oldest = next(iter(self._books))
                self.save(oldest)  # what was covered with it may still be sent
                del self._books[oldest]
        self._books.move_to_end(conversation)
        return self._books[conversation]

    def save(self, conversation: str) -> None:
        """Keep what is new in the conversation's book."""
        book = self._books.get(conversation)
        if book is None or not book.new:
            return
        rows = [
            (conversation, self._digest(conversation, pair), self._sealed(conversation, pair))
            for pair in book.new
        ]
        with self._database.write(durable=False) as connection:
            connection.executemany("INSERT OR REPLACE INTO surrogates VALUES (?, ?, ?)", rows)
        book.new.clear()

    def forget(self, conversation: str) -> None:
        """Forget all of a conversation, also within a transaction that is open."""
        self._books.pop(conversation, None)
        with self._database.write() as connection:
            connection.execute("DELETE FROM surrogates WHERE conversation = ?", (conversation,))

    def _load(self, conversation: str) -> list[Pair]:
        """Without what an older key sealed: its surrogates can't be told any more, and new ones are made."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # not needed while nothing may leave

        pairs = []
        for row in self._database.read(
            "SELECT digest, sealed FROM surrogates WHERE conversation = ? ORDER BY rowid", conversation
        ):
            sealed, about = bytes(row["sealed"]), conversation.encode() + bytes(row["digest"])
            try:
                opened = self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
            except InvalidTag:
                continue
            kind, parts = json.loads(opened)
            pairs.append(Pair(kind, tuple((one, other) for one, other in parts)))
        return pairs

    def _sealed(self, conversation: str, pair: Pair) -> bytes:
        value = json.dumps([pair.kind, pair.parts], ensure_ascii=False).encode()
        value += b" " * (-len(value) % _PAD)
        nonce = secrets.token_bytes(_NONCE)
        about = conversation.encode() + self._digest(conversation, pair)
        return nonce + self._cipher().encrypt(nonce, value, about)

    def _digest(self, conversation: str, pair: Pair) -> bytes:
        self._cipher()
        said = f"{conversation}\0{pair.original}".encode()
        return hmac.digest(self._digest_key, said, "sha256")

    def _cipher(self) -> "AESGCM":
        if self._seal is None:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # as above

            key = self._key()
            self._digest_key = hmac.digest(key, b"kippu vault digests", hashlib.sha256)
            self._seal = AESGCM(hmac.digest(key, b"kippu vault values", hashlib.sha256))
        return self._seal
