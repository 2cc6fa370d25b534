"""Contacts: whom the person knows, with numbers and addresses. What is kept of them is covered wherever text
leaves."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from kippu.record import Contacts
from kippu.record.contacts import Detail
from kippu.regex import regex
from kippu.skills import spoken
from kippu.skills.contacts.people import Person, as_kept, bare, called, honoured, one, people
from kippu.tool import Context, Said, Skill, Tool
from kippu.turn import Call

What = Literal["phone", "email", "address", "birth_date"]
_WHAT: dict[str, tuple[str, str]] = {
    "phone": ("phone number", "電話番号"),
    "email": ("e-mail address", "メールアドレス"),
    "address": ("address", "住所"),
    "birth_date": ("birthday", "誕生日"),
    "organization": ("organization", "所属"),
}
_NOTED: dict[str, tuple[str, ...]] = {
    "phone": ("number", "phone", "番号", "電話"),
    "email": ("mail", "メール", "アドレス", "メアド"),
    "address": ("address", "lives", "住所", "住んで"),
    "birth_date": ("birthday", "born", "誕生日", "生まれ", "生年月日"),
}
"""Words of a note that tells it."""
_PHONE = regex(r"\+?[\d\s().-]{3,24}")
_BOTH = regex(
    r"(?P<name>.*?[^\d\s+(,:])(?:['’]s)?,?"
    r"(?: (?:(?:phone |mobile |cell |telephone )?(?:number|phone)|e-?mail(?: address)?))?"
    r"(?: (?:is|as))?[ ,:]+"
    r"(?P<text>\+?[\d(][\d\s().-]{2,23}|[^\s@]+@[^\s@]+\.[^\s@]+)",
    re.IGNORECASE,
)
_EMAIL = regex(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_LED = regex(
    r"^(?:(?:and|with|at)[, ]+)*(?:(?:his|her|their|the) )?(?:e-?mail(?: address)?|(?:phone )?number|phone)?"
    r" ?(?:(?:it|that)(?:['’]s| is)|is|changed to|が変わって|変わって)(?: now)? ?|(?<=\d)になった$",
    re.IGNORECASE,
)
"""What leads up to a number or an address, and is none of it."""


def skill(contacts: Contacts, noted: Callable[[], Iterable[str]] = tuple) -> Skill:
    """The skill ``contacts``, over the record's contacts; ``noted`` gives the texts of all notes, which may
    say what the contacts don't."""
    tools = _Tools(contacts, noted)
    return Skill(
        name="contacts",
        title={"en": "Contacts", "ja": "連絡先"},
        examples={
            "en": (
                "add Paul's number 555 1234 to my contacts",
                "what is Paul's phone number",
                "what's Anna's email address",
                "when is Anna's birthday",
                "show my contacts",
                "delete Paul from my contacts",
            ),
            "ja": (
                "ポールの電話番号は555-1234と連絡先に登録して",
                "ポールの電話番号を教えて",
                "アンナのメールアドレスは",
                "連絡先を見せて",
                "ポールを連絡先から削除して",
            ),
        },
        tools=(
            Tool("contacts.find", tools.find, acts=False, foreign=True),
            Tool("contacts.add", tools.add, acts=True),
            Tool("contacts.remove", tools.remove, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


class _Tools:
    """The tools."""

    def __init__(self, contacts: Contacts, noted: Callable[[], Iterable[str]]) -> None:
        self._contacts = contacts
        self._noted = noted

    async def find(self, context: Context, name: str | None = None, what: What | None = None) -> Said:
        """Tell somebody's phone number, e-mail address, address or birthday, or all of it; without a name,
        who is known; with a number instead of a name, whose it is."""
        if name is None:
            return self._everybody(context)
        if _PHONE.fullmatch(name.strip()):
            return self._whose(context, name.strip())
        person = one(context, self._contacts, name)
        if isinstance(person, Said):
            several = called(self._contacts, name)
            return person if several else self._instead(context, name, what, person)
        kinds = [what] if what else [kind for kind in _WHAT if person.has(kind)]
        known = {kind: list(person.has(kind)) for kind in kinds if person.has(kind)}
        if not known:
            if note := self._note(context, name, what):
                return note
            en, ja = _WHAT[what] if what else ("number and no address", "電話番号も住所")
            return Said(
                context.say(
                    f"I know no {en} of {person.name}.", f"{honoured(person.name)}の{ja}は分かりません。"
                ),
                ok=False,
            )
        told = [
            context.say(
                f"{_WHAT[kind][0]} {spoken.row(context, texts)}", f"{_WHAT[kind][1]}は{'、'.join(texts)}"
            )
            for kind, texts in known.items()
        ]
        return Said(
            context.say(
                f"{person.name}: {'; '.join(told)}", f"{honoured(person.name)}の{'、'.join(told)}です。"
            ),
            data={"name": person.name, **known},
        )

    def _whose(self, context: Context, number: str) -> Said:
        """Whose a number is."""
        figures = re.sub(r"\D", "", number)
        each = (
            person
            for person in people(self._contacts)
            for phone in person.has("phone")
            if re.sub(r"\D", "", phone) == figures
        )
        person = next(each, None)
        if person is None:
            return Said(
                context.say(
                    f"Nobody in your contacts has the number {number}.",
                    f"{number}は、連絡先の誰の番号でもありません。",
                ),
                ok=False,
            )
        return Said(
            context.say(f"{number} is {person.name}'s.", f"{number}は{honoured(person.name)}の番号です。"),
            data={"name": person.name, "phone": [number]},
        )

    def _instead(self, context: Context, name: str, what: What | None, unknown: Said) -> Said:
        """What was noted of somebody who is no contact; else that nobody is known, and what else was noted of
        them. What has no honoured name may be no person: 「金庫の番号」."""
        if note := self._note(context, name, what):
            return note
        if other := self._note(context, name, None):
            gap = context.say(" ", "")
            return Said(f"{unknown.text}{gap}{other.text}", ok=False, data=other.data)
        if what != "phone" or context.language == "en" or honoured(name) == name:
            return unknown
        return Said(
            f"{name}の番号は、連絡先にもメモにもありません。"
            f"「{name}さんの番号は…と登録して」と言えば、連絡先に入れます。",
            ok=False,
        )

    def _note(self, context: Context, name: str, what: What | None) -> Said | None:
        """What was noted of somebody instead, if anything was."""
        asked = _NOTED[what] if what else ("",)
        of = bare(name).casefold()
        for text in self._noted():
            said = text.casefold()
            if of in said and any(word in said for word in asked):
                return Said(context.say(f"You noted: {text}", f"メモにあります：{text}"), data={"note": text})
        return None

    async def add(
        self,
        context: Context,
        name: str,
        text: str = "",
        phone: str | None = None,
        email: str | None = None,
        address: str | None = None,
        instead: bool = False,
    ) -> Said:
        """Keep somebody's phone number, e-mail address or address; ``text`` is either of the first two. With
        ``instead`` it takes the place of what was kept."""
        name, text = _apart(name.strip(), text.strip())
        given = {"phone": phone, "email": email, "address": address}
        text = _told(text)
        if text and _EMAIL.fullmatch(text):
            given["email"] = text
        elif text and _PHONE.fullmatch(text):
            given["phone"] = text
        kept = {kind: value.strip() for kind, value in given.items() if value and value.strip()}
        if wrong := _wrong(context, text, kept):
            return Said(wrong, ok=False)
        there = called(self._contacts, name)
        whose = next((each.name for each in there if each.name.casefold() == name.casefold()), None)
        whose = whose or (there[0].name if len(there) == 1 else as_kept(name))
        if (
            instead
            and len(kept) == 1
            and (changed := self._change(context, whose, *next(iter(kept.items()))))
        ):
            return changed
        new = self._contacts.add(
            [Detail(whose, "person", whose), *(Detail(whose, kind, value) for kind, value in kept.items())]
        )
        told = context.say(", ", "、").join(kept.values())
        if not new:
            return Said(
                context.say(
                    f"I know that already: {whose}, {told}.", f"もう登録されています：{whose}、{told}。"
                )
            )
        return Said(
            context.say(
                f"Added to your contacts: {whose}, {told}.", f"連絡先に登録しました：{whose}、{told}。"
            ),
            data={"name": whose, **kept},
            undo=() if there else (Call("contacts.remove", {"name": whose}),),
        )

    def _change(self, context: Context, whose: str, kind: str, text: str) -> Said | None:
        """Keep another number or address for the one there was; None where there was none."""
        there = [each.text for each in self._contacts.details() if (each.name, each.kind) == (whose, kind)]
        if not there or there == [text]:
            return None
        self._contacts.replace(Detail(whose, kind, text))
        en, ja = _WHAT[kind]
        old = spoken.row(context, there)
        way = (Call("contacts.add", {"name": whose, kind: there[0], "instead": True}),)
        return Said(
            context.say(
                f"{whose}'s {en} is {text} now, instead of {old}.",
                f"{honoured(whose)}の{ja}を{text}に変えました（前は{old}）。",
            ),
            data={"name": whose, kind: text},
            undo=way if len(there) == 1 else (),
        )

    async def remove(self, context: Context, name: str, what: What | None = None) -> Said:
        """Forget somebody, with all that is known of them; or only ``what`` of it."""
        person = one(context, self._contacts, name)
        if isinstance(person, Said):
            return person
        if what and (not person.has(what) or any(person.has(kind) for kind in _WHAT if kind != what)):
            return self._without(context, person, what)
        self._contacts.remove(person.name)
        return Said(
            context.say(
                f"Deleted from your contacts: {person.name}.",
                f"{honoured(person.name)}を連絡先から削除しました。",
            ),
            data={"name": person.name},
        )

    def _without(self, context: Context, person: Person, what: What) -> Said:
        """Forget a number or an address of somebody of whom more is known."""
        gone, (en, ja) = person.has(what), _WHAT[what]
        if not gone:
            return Said(
                context.say(
                    f"I know no {en} of {person.name}.", f"{honoured(person.name)}の{ja}は分かりません。"
                ),
                ok=False,
            )
        self._contacts.forget(person.name, what)
        row = spoken.row(context, gone)
        return Said(
            context.say(
                f"Deleted {person.name}'s {en}, {row}. The rest stays.",
                f"{honoured(person.name)}の{ja}（{row}）を削除しました。ほかは残っています。",
            ),
            data={"name": person.name},
            undo=(Call("contacts.add", {"name": person.name, what: gone[0]}),) if len(gone) == 1 else (),
        )

    def _everybody(self, context: Context) -> Said:
        names = [person.name for person in people(self._contacts)]
        if not names:
            return Said(
                context.say("There is nobody in your contacts yet.", "連絡先にはまだ誰もいません。"),
                data={"names": []},
            )
        count = len(names)
        return Said(
            context.say(
                f"You have {count} contact{'s' if count > 1 else ''}: {spoken.row(context, names)}.",
                f"連絡先は{count}件です：{spoken.row(context, names)}。",
            ),
            data={"names": names},
        )


def _apart(name: str, text: str) -> tuple[str, str]:
    """Name and number or address; a sentence often has both in one: "Paul's number 555 1234"."""
    both = None if text else _BOTH.fullmatch(name)
    if both:
        name, text = both["name"], both["text"]
    return re.sub(r"['’]s$", "", name.strip()), text


def _told(text: str) -> str:
    """The address of "his email is mike@example.com"; the text itself where it has none, or more."""
    bare = _LED.sub("", text).strip()
    return bare if _EMAIL.fullmatch(bare) or _PHONE.fullmatch(bare) else text


def _wrong(context: Context, text: str, given: dict[str, str]) -> str | None:
    """What is to be said of what can't be kept."""
    if (phone := given.get("phone")) and not _PHONE.fullmatch(phone):
        return context.say(f"“{phone}” is no phone number.", f"「{phone}」は電話番号ではないようです。")
    if (email := given.get("email")) and not _EMAIL.fullmatch(email):
        return context.say(
            f"“{email}” is no e-mail address.", f"「{email}」はメールアドレスではないようです。"
        )
    if given:
        return None
    if text:
        return context.say(
            f"“{text}” is neither a phone number nor an e-mail address.",
            f"「{text}」は電話番号でもメールアドレスでもないようです。",
        )
    return context.say("Which number or e-mail address?", "電話番号かメールアドレスを言ってください。")
