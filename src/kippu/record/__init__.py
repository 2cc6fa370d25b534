"""What is remembered: conversations, what left the device, and the one SQLite file that holds it all."""

from kippu.record.answers import answer_from_json, answer_to_json
from kippu.record.database import Database
from kippu.record.history import History
from kippu.record.ledger import Ledger

__all__ = ["Database", "History", "Ledger", "answer_from_json", "answer_to_json"]
