"""What may be planned, by what it is called: a meeting, the dentist, 「会議」. A person may give an event any
name; but where the words around it would as well be said of a thing, only these kinds are sure.

Knows words; knows no calendar.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame

LENGTH = frozenset({"hours", "minutes", "seconds"})
"""Arguments that say by how much something planned is moved."""
_MET = (
    r"meetings?|appointments?|appt|bookings?|reservations?|calls?|conferences?|interviews?|stand-?ups?|syncs?"
    r"|catch-?ups?|check-?ins?|one-on-ones?|1:1s?|1-on-1s?|kick-?offs?|reviews?|retros?|retrospectives?|demos?"
    r"|workshops?|seminars?|webinars?|lectures?|presentations?|talks?|deadlines?|launch(?:es)?|offsites?|events?"
    r"|hearings?|depositions?|exams?|tests?|class(?:es)?|lessons?|courses?|sessions?|tutorials?|practices?"
    r"|rehearsals?|consultations?|orientation|ceremon(?:y|ies)|auditions?|debates?"
    r"|all[ -]hands|clubs?|recitals?|exhibitions?|openings?|signings?|auctions?|fairs?|memorials?"
)
_ENJOYED = (
    r"lunch(?:es)?|dinners?|breakfasts?|brunch(?:es)?|suppers?|picnics?|barbecues?|bbqs?|roast|coffees|drinks"
    r"|dates?|part(?:y|ies)|concerts?|gigs?|weddings?|funerals?|birthdays?|anniversar(?:y|ies)|reunions?"
    r"|vacations?|holidays?|trips?|tours?|flights?|games?|match(?:es)?|tournaments?|races?|playdates?|sleepovers?"
    r"|get-?togethers?|visits?|(?:bar|bat) mitzvahs?|baptisms?|shows?|movies?|karaoke|festivals?"
    r"|excursions?|hikes?|walks?"
)
_SEEN = (
    r"dentists?|doctors?|gp|vets?|opticians?|hairdressers?|barbers?|physio(?:therapist)?|therapists?|therapy"
    r"|plumbers?|electricians?|cleaners?|gardeners?|handyman|babysitters?|tutors?|haircuts?|manicures?|massages?"
    r"|check-?ups?|vaccinations?|surger(?:y|ies)|operations?|scans?|x-rays?"
    r"|gym|yoga|pilates|tennis|football|soccer|basketball|volleyball|badminton|golf|karate|judo|ballet|choir|church"
    r"|school|swimming|training|workouts?|spin|zumba"
)
_DONE = (
    r"deliver(?:y|ies)|inspections?|repairs?|services?|servicing|maintenance|installations?|pick-?ups?|drop-?offs?"
    r"|cleaning|planning|briefing|debriefing|fitting|viewing|screening|gathering|outing|tasting|onboarding"
    r"|brainstorming|grooming|tuning"
    r"|(?:date|movie|film|game|quiz|poker|bingo|family|girls['’]?|boys['’]?|parents['’]?) (?:night|evening)s?"
)
_AT_ITS_END = r"(?:^|[\s-])(?:{})(?:['’]s)?$"
_GONE_TO = regex(_AT_ITS_END.format(rf"{_MET}|{_ENJOYED}|{_SEEN}"), re.IGNORECASE)
_KIND = regex(_AT_ITS_END.format(rf"{_MET}|{_ENJOYED}|{_SEEN}|{_DONE}"), re.IGNORECASE)
_KIND_JA = regex(
    r"(?:会議|ミーティング|打ち?合わせ|面談|面接|商談|約束|アポ|予約|予定|飲み会|食事会?|ランチ|ディナー|昼食|夕食|朝食|夕飯"
    r"|昼ご?飯|デート|パーティー?|歯医者|病院|診察|検診|健診|美容院|美容室|床屋|ジム|ヨガ|レッスン|授業|講義|試験|テスト|練習"
    r"|稽古|旅行|出張|面会|点検|工事|配達|掃除|訪問|電話)$"
)
_ANYWHERE = regex(rf"\b(?:{_MET}|{_ENJOYED}|{_SEEN}|{_DONE})\b", re.IGNORECASE)
_PLACED = regex(r" (?:in|on|of|at|by|near|with|from|about|for|to) ", re.IGNORECASE)
_ELSEWHERE = regex(
    r"\b(?:alarm|timer|volume|sound|temperature|level|channel|station|song|track|list)s?$", re.IGNORECASE
)
"""What is no appointment, and may have figures of its own."""
_DONE_TO_IT = regex(
    r"\S (?:(?!(?:heat|light|ceil|cool|awn|str|th)ing$)\w+ing|check(?:-?up)?|service|repair|delivery|visit"
    r"|call|test|show|tour|lesson|class)$",
    re.IGNORECASE,
)
"""What is done to a thing of the home, or shown of it, though the words are known there."""
_POINTED_AT = regex(
    r"^(?:(?:all|both|each|some|none|any|the rest)(?: of)? ?)?"
    r"(?:it|that|this|them|these|those|1|one|ones|him|her|us|me|you|all|both|everything|anything|something"
    r"|nothing|things?|stuff)(?: all| else)?$|^the rest$"
    r"|^(?:これ|それ|あれ|ここ|そこ|全部|ぜんぶ|すべて|全て|みんな)$",
    re.IGNORECASE,
)


def head(title: str) -> str:
    """What is called so, without with whom, where and about what it is: "dinner" of "dinner with Anna"."""
    return _PLACED.split(title)[0]


def is_kind(title: str, *, alone: bool = False) -> bool:
    """Whether it is of a kind that is planned, whatever it is about: "team lunch", "call with the vet"; or
    no more than the word for one."""
    if alone:
        return bool(_KIND_JA.fullmatch(title) or (" " not in title and _KIND.match(title)))
    return bool(_KIND.search(head(title)) or _KIND_JA.search(title))


def is_gone_to(title: str) -> bool:
    """The same without what is done to a thing, which may be a machine's work: "the cleaning"."""
    return _GONE_TO.search(head(title)) is not None


def is_planned(title: str, apart: Callable[[str], Frame]) -> bool:
    """Whether it is called by a word that no home has: an "inspection" of lights is no light. ``apart`` takes
    a text apart."""
    called = head(title)
    if _ELSEWHERE.search(called):
        return False
    if _DONE_TO_IT.search(called):
        return True
    left, last = apart(called).leftover, called.casefold().split()[-1]
    return bool(left) and last.startswith(left[-1])


def names_kind(title: str) -> bool:
    """Whether it has the word for a kind anywhere: "lunch Anna"."""
    return _ANYWHERE.search(title) is not None


def is_pointed_at(title: str) -> bool:
    """Whether it is no name but a word for what was spoken of, or for all that there is."""
    return _POINTED_AT.match(title) is not None
