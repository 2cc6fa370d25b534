"""Whether a sentence asks for the deed that it speaks of, or asks after it, tells of it, wishes or denies it.

The words for that stand by language in ``mood_en.py`` and ``mood_ja.py``; knows no tool and no encoder.
"""

from kippu.turn import Language
from kippu.understand.free import mood_en, mood_ja

_MOODS = {"en": mood_en, "ja": mood_ja}


def wonders(text: str, language: Language) -> bool:
    """True for 「月について教えて」 and "translate this: call me": of the world, or for a text."""
    return _MOODS[language].WONDERS.search(text) is not None


def only_told(text: str, language: Language) -> bool:
    """True for 「息子が試験に受かったよ」, which is for nobody elsewhere; of Japanese alone."""
    return language == "ja" and mood_ja.ONLY_TOLD.search(text) is not None


def wishes(text: str) -> bool:
    """True for "coffee would be nice"."""
    return mood_en.WISHES.search(text) is not None


def wants(text: str) -> bool:
    """True for "i'd like a coffee please": said to who makes it, it is an order, and no musing."""
    return mood_en.WANTS.search(text) is not None


def asks(text: str, language: Language) -> bool:
    """True for "is the vacuum done": a question does nothing, whatever is heard in it."""
    return _MOODS[language].ASKS.search(text.strip()) is not None


def denies(text: str, language: Language) -> bool:
    """True for "don't turn it off yet" and 「アラーム消さないで」."""
    return _MOODS[language].DENIES.search(text) is not None


def reports(text: str, language: Language) -> bool:
    """True for 「さっき電気消しといたよ」: done, and no order; only Japanese orders end like that."""
    return language == "ja" and mood_ja.REPORTS.search(text.strip("。！!、 ")) is not None


def tells(text: str, language: Language) -> bool:
    """True where a deed may be told of, mused about, or wanted at another time or on a condition."""
    told = _MOODS[language].NO_CONDITION.sub("", text)
    return _MOODS[language].TELLS.search(told) is not None
