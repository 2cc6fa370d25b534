"""What is remembered: what was said, what left, what is private, what was drawn; and the file of it all."""

from kippu.record.answers import answer_from_json, answer_to_json
from kippu.record.contacts import Contacts
from kippu.record.database import Database
from kippu.record.deeds import changed_by, listed
from kippu.record.history import History
from kippu.record.images import Images
from kippu.record.ledger import Ledger
from kippu.record.marks import Marks
from kippu.record.pictures import Picture, Pictures
from kippu.record.spending import Spending

__all__ = [
    "Contacts",
    "Database",
    "History",
    "Images",
    "Ledger",
    "Marks",
    "Picture",
    "Pictures",
    "Spending",
    "answer_from_json",
    "answer_to_json",
    "changed_by",
    "listed",
]
