"""Who is meant by a name, among the people whom the person knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kippu.record import Contacts
from kippu.record.contacts import Detail
from kippu.regex import regex
from kippu.skills import asking, spoken
from kippu.skills.matching import closest
from kippu.tool import Context, Said

_HONOURED = regex(r"(?:さん|ちゃん|くん|君|様|さま|先生|氏)$")
_KIN = regex(
    r"お?(?:母|父|兄|姉|爺|婆|祖父|祖母|義母|義父|嫁|姑|舅|医者|客|隣|巡り|嬢)(?:さん|ちゃん|様|さま)"
    r"|お(?:かあ|とう|にい|ねえ|じい|ばあ|ば|じ|よめ)(?:さん|ちゃん|さま)|(?:かあ|とう|にい|ねえ|じい|ばあ)(?:さん|ちゃん)"
    r"|(?:叔母|叔父|伯母|伯父|奥|旦那|息子|娘|大家|皆|みな)(?:さん|ちゃん|様|さま)|赤ちゃん"
)
"""Words of which the さん is a part: nobody is called 「お母」."""


_OF_THE_FAMILY = regex(r"(?:祖|義|叔|伯)?[母父]|[兄姉弟妹妻夫嫁]|息子|娘|旦那|主人|両親")
"""Words with which nobody's own さん goes in an answer."""
_POLITE = regex(r"(?:さん|様|さま)$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and what is known of them."""

    name: str
    details: tuple[Detail, ...]

    def has(self, kind: str) -> tuple[str, ...]:
        """All texts of a kind, such as ``phone``."""
        return tuple(detail.text for detail in self.details if detail.kind == kind)


def people(contacts: Contacts) -> tuple[Person, ...]:
    """Everybody, in the order in which they came."""
    by_name: dict[str, list[Detail]] = {}
    for detail in contacts.details():
        by_name.setdefault(detail.name, []).append(detail)
    return tuple(Person(name, tuple(details)) for name, details in by_name.items())


def bare(name: str) -> str:
    """A name without what is said behind it: 「田中さん」, "Anna's"."""
    plain = re.sub(r"['’]s$", "", name.strip())
    return plain if _KIN.fullmatch(plain) else _HONOURED.sub("", plain)


def as_kept(name: str) -> str:
    """The name under which somebody is kept: 「田中」 for 「田中さん」."""
    return name if _KIN.fullmatch(name) else _POLITE.sub("", name) or name


def honoured(name: str) -> str:
    """A Japanese name as it is told: 「田中さん」, and no 「お母さんさん」."""
    told = _KIN.fullmatch(name) or _HONOURED.search(name) or _OF_THE_FAMILY.fullmatch(name)
    return name if told else f"{name}さん"


def called(contacts: Contacts, name: str) -> tuple[Person, ...]:
    """Those whom the name fits best: all of it, or a part such as the first name."""
    plain = bare(name)
    names = [(way, person) for person in people(contacts) for way in (person.name, *person.has("person"))]
    found = closest(plain, names, lambda pair: bare(pair[0]))
    return tuple({person.name: person for _, person in found}.values())


def one(context: Context, contacts: Contacts, name: str, argument: str = "name") -> Person | Said:
    """The one who is meant; else the question who, or that nobody of that name is known.

    ``argument``: the one in which the tool that asks takes a name.
    """
    found = called(contacts, name)
    if not found:
        plain = bare(name)
        polite = honoured(plain)
        who = f"「{plain}」{polite.removeprefix(plain)}"
        return Said(
            context.say(
                f"I know nobody called “{name}”. Say “add {name}'s number … to my contacts”, or take your "
                "contacts in with `kippu contacts import`.",
                f"{who}は連絡先にありません。「{polite}の電話番号は…と連絡先に登録して」と言うか、"
                "`kippu contacts import` で取り込んでください。",
            ),
            ok=False,
        )
    if len(found) > 1:
        choices = [asking.Choice(person.name, {argument: person.name}) for person in found]
        return asking.which(which(context, found), choices)
    return found[0]


def which(context: Context, found: Sequence[Person]) -> str:
    """The question who of several is meant."""
    names = [person.name for person in found]
    listed = " or ".join(names) if context.language == "en" else spoken.row(context, names)
    return context.say(f"Who do you mean: {listed}?", f"どなたですか？{listed}がいます。")
