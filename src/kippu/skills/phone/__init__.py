"""Calls, messages and mail: Kippu makes the link, and the person's own device opens it when they tap it.

Nothing is dialled or sent here, and no answer says so.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from kippu.record import Contacts
from kippu.regex import regex
from kippu.skills import asking, spoken
from kippu.skills.contacts.people import honoured, one
from kippu.tool import Context, Said, Skill, Tool

_KIN = regex(
    r"^(?:my|our) (?:wife|husband|partner|girlfriend|boyfriend|mother|mum|mom|father|dad|daughter|son"
    r"|sister|brother"
    r"|aunt|uncle|cousin|grand(?:ma|pa|mother|father|son|daughter)|friend|mate|boss|colleague|neighbou?r"
    r"|doctor"
    r"|dentist) (?=\w)"
    r"|^(?:娘|息子|妻|夫|旦那|嫁|母|父|兄|弟|姉|妹|孫|いとこ|友達|友人|同僚|上司|先輩|後輩|彼女|彼氏|主人|家内)の(?=.)",
    re.IGNORECASE,
)
"""Who somebody is, before their name."""
_NUMBER = regex(r"[+*#]?[\d\s().-]*\d[\d\s().#-]*")
_EMAIL = regex(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_ANYBODY = regex(r"some(?:one|body)|any(?:one|body)|誰か|だれか", re.IGNORECASE)
"""Whom nobody has named yet."""
_KINDS = {"phone": ("number", "電話番号"), "email": ("e-mail address", "メールアドレス")}


def skill(contacts: Contacts) -> Skill:
    """The skill ``phone``, for the people in the record's contacts and for numbers."""
    tools = _Tools(contacts)
    return Skill(
        name="phone",
        title={"en": "Calls and messages", "ja": "電話とメッセージ"},
        examples={
            "en": (
                "call Anna",
                "call 555 1234",
                "text Anna that I'm on my way",
                "send an email to Paul about the invoice",
            ),
            "ja": (
                "アンナに電話して",
                "アンナに「今から行く」とメッセージを送って",
                "ポールにメールを送って",
            ),
        },
        tools=(
            Tool("phone.call", tools.call, acts=True, foreign=True),
            Tool("phone.message", tools.message, acts=True, foreign=True),
            Tool("phone.mail", tools.mail, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


class _Tools:
    """The tools."""

    def __init__(self, contacts: Contacts) -> None:
        self._contacts = contacts

    async def call(self, context: Context, to: str) -> Said:
        """Make a link that calls somebody, by name or number; the person taps it."""
        if not to or _ANYBODY.fullmatch(to):
            return Said(context.say("Whom shall I call?", "誰に電話しますか？"), ok=False)
        found = self._reached(context, to, "phone")
        if isinstance(found, Said):
            return found
        name, number = found
        return Said(
            context.say(
                f"Tap to call {_told(name, number)}.", f"タップすると{_told(name, number)}に電話します。"
            ),
            data=_data(context.say(f"Call {name}", f"{name}に電話"), f"tel:{_digits(number)}"),
        )

    async def message(self, context: Context, to: str, text: str = "") -> Said:
        """Make a link that opens a text message to somebody, by name or number; the person sends it."""
        if not to or _ANYBODY.fullmatch(to):
            return Said(context.say("To whom?", "誰に送りますか？"), ok=False)
        found = self._reached(context, to, "phone")
        if isinstance(found, Said):
            return found
        name, number = found
        text = text.strip(' "“”「」')
        about = context.say(f": “{text}”", f"：「{text}」") if text else ""
        body = f"?body={quote(text)}" if text else ""
        return Said(
            context.say(
                f"Tap to write to {_told(name, number)}{about}. You send it yourself.",
                f"タップすると{_told(name, number)}へのメッセージを開きます{about}。送信はご自身でどうぞ。",
            ),
            data=_data(context.say(f"Message {name}", f"{name}にメッセージ"), f"sms:{_digits(number)}{body}"),
        )

    async def mail(self, context: Context, to: str, subject: str = "", text: str = "") -> Said:
        """Make a link that opens an e-mail to somebody, by name or address; the person sends it."""
        if not to or _ANYBODY.fullmatch(to):
            return Said(context.say("To whom?", "誰に送りますか？"), ok=False)
        found = self._reached(context, to, "email")
        if isinstance(found, Said):
            return found
        name, address = found
        parts = {"subject": subject.strip(), "body": text.strip(' "“”「」')}
        query = "&".join(f"{key}={quote(value)}" for key, value in parts.items() if value)
        about = "".join(context.say(f", “{value}”", f"、「{value}」") for value in parts.values() if value)
        return Said(
            context.say(
                f"Tap to write an e-mail to {_told(name, address)}{about}. You send it yourself.",
                f"タップすると{_told(name, address)}へのメールを開きます{about}。送信はご自身でどうぞ。",
            ),
            data=_data(
                context.say(f"E-mail {name}", f"{name}にメール"),
                f"mailto:{quote(address, safe='@+')}{'?' if query else ''}{query}",
            ),
        )

    def _reached(self, context: Context, to: str, kind: Literal["phone", "email"]) -> tuple[str, str] | Said:
        """The name and the number or address; else what stands in the way."""
        to = to.strip(' "“”「」')
        if (_NUMBER if kind == "phone" else _EMAIL).fullmatch(to):
            return to, to
        person = one(context, self._contacts, to, "to")
        bare = _KIN.sub("", to)
        if isinstance(person, Said) and bare != to:  # nobody is called "my daughter Susan"
            person = one(context, self._contacts, bare, "to")
        if isinstance(person, Said):
            return person
        ways: Sequence[str] = person.has(kind)
        en, ja = _KINDS[kind]
        if not ways:
            return Said(
                context.say(
                    f"I know no {en} of {person.name}.", f"{honoured(person.name)}の{ja}は分かりません。"
                ),
                ok=False,
            )
        if len(ways) > 1:
            listed = spoken.row(context, ways)
            return asking.which(
                context.say(
                    f"{person.name} has several: {listed}. Say the {en} itself.",
                    f"{honoured(person.name)}の{ja}は{len(ways)}つあります：{listed}。{ja}で言ってください。",
                ),
                [asking.Choice(way, {"to": way}) for way in ways],
            )
        return person.name, ways[0]


def _told(name: str, way: str) -> str:
    return way if name == way else f"{name} ({way})"


def _digits(number: str) -> str:
    """A number as links have it."""
    return quote(re.sub(r"[\s().-]", "", number), safe="+*")


def _data(label: str, link: str) -> dict[str, object]:
    return {"link": {"label": label, "url": link}}
