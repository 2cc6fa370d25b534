"""What a sequel says besides what it means: a time, a level, the name of another thing, how often."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.asking.asking_back import in_words
from kippu.understand.cues import Frame
from kippu.understand.sequels.ways import Complaint, complaint
from kippu.understand.text import sentence
from kippu.understand.when.finding import FIND
from kippu.understand.when.phrase import When

_LEVELS = ("percent", "degrees", "colors", "kelvins", "kelvin", "number", "tenths", "speeds")
_OFTEN = {
    "en": regex(
        r"\b(?:every (?:single |other )*(?:day|morning|evening|night|week|weekday|\w+day)|daily|weekly"
        r"|each day|(?:only |just )?(?:on )?(?:weekdays|weekends)"
        r"|(?:only|just) (?:once|tomorrow|today|this once))\b"
    ),
    "ja": regex(r"毎(?:日|朝|晩|週|回)|平日|週末|土日|(?:明日|今日|[一1]回)だけ"),
}
_SEVERAL = {
    "en": regex(r"\b(?:both|all of (?:them|those)|them all|them|those)\b"),
    "ja": regex(r"両方|全部|どっちも|どちらも"),
}
_SUBJECT = {
    "en": regex(
        r"\b(?P<of>[a-z]+)"
        r"(?:'s| is| are| needs?| takes?| leaves?| starts?| begins?| opens?| closes?| comes?)\b"
    ),
    "ja": regex(r"(?:^|[、。])(?P<of>[^はがも、。\d]{0,7}(?:[一-龠ァ-ヶー](?<![前後方時])|ごはん))[はが]"),
}
_NOT_THAT = regex(r"\b(?:not|instead of|rather than)(?: (?:at|on|in|for|the))* ?$")
_NOT_THIS = regex(r"(?:の|に)?(?:じゃな|ではな|でな)く")
_BODY = frozenset(
    {"feet", "foot", "hands", "hand", "toes", "head", "ears", "eyes", "足", "手", "頭", "耳", "目"}
)
_DOES = {
    "en": regex(r"^(?:and |so |oh )?(?:i have|i've got|i'll be|i'm (?!sorry)\w+ing)\b"),
    "ja": regex(
        r"\d(?:時|分|半)半?に(?:帰る|帰り|出る|出かける|行く|来る|着く|寝る|お[一-龠ぁ-ん]+)[よねわ]?$"
    ),
}
"""Says what somebody does at a time."""
_OWN_DEED = regex(
    r"(?:とき|時|後で|あとで|自分で).*(?:消す|つける|閉める|開ける|止める|切る|やる)(?:ね|よ|わ|から)$"
)
_VERBS = frozenset(
    {"unlock", "lock", "open", "close", "off", "on", "start", "stop", "dock", "pause", "play", "mute"}
)

_ONCE = regex(r"に(?:なったら|なれば|なった(?:時|とき)に?)$")
"""Behind an hour: 「3時になったら」 is at three."""


@dataclass(frozen=True)
class Parts:
    """A sentence and what stands in it."""

    turn: Turn
    apart: Callable[[str], Frame]
    names: Names

    @cached_property
    def text(self) -> str:
        """The sentence as the readers read it, small letters."""
        return sentence(self.turn.text, self.turn.language).casefold()

    @property
    def call(self) -> Call:
        """The last call of the turn before."""
        return self.turn.earlier[-1]

    @cached_property
    def order(self) -> str:
        """That call as a person would say it; empty without words for it."""
        return in_words(self.call, self.turn.language, self.names)

    @cached_property
    def frame(self) -> Frame:
        """The sentence taken apart."""
        return self.apart(self.text)

    @cached_property
    def _times(self) -> list[When]:
        found = list(FIND[self.turn.language](self.text, self.turn.at))
        return [one for one in found if not self._is_denied(one)] or found

    def _is_denied(self, one: When) -> bool:
        """True for the first of 「5分じゃなくて15分」 and the last of "the 14th, not the 15th"."""
        before, behind = self.text[: one.start], self.text[one.end :]
        return _NOT_THAT.search(before) is not None or _NOT_THIS.match(behind) is not None

    @cached_property
    def _moment(self) -> When | None:
        return next((one for one in self._times if one.duration is None and one.repeat is None), None)

    @property
    def when(self) -> str:
        """A moment or a day, in the sentence's own words and with their preposition; empty without."""
        return _ONCE.sub("", self.text[self._moment.start : self._moment.end]) if self._moment else ""

    @property
    def is_that_day(self) -> bool:
        """Whether the day that is named is the one that was spoken of."""
        day = self._moment.day if self._moment else None
        return day is not None and str(self.call.arguments.get("at")).startswith(day.isoformat())

    @cached_property
    def length(self) -> str:
        """A length of time, likewise."""
        found = next((one for one in self._times if one.duration is not None), None)
        return self.text[found.start : found.end] if found else ""

    @cached_property
    def level(self) -> str:
        """A number, a percentage, a colour, in the sentence's own words; empty without."""
        found = next((cue for cue in self.frame.cues if cue.group in _LEVELS), None)
        return self.text[found.start : found.end] if found else ""

    @cached_property
    def named(self) -> str:
        """Things and rooms that are named, in the sentence's own words; empty without."""
        mentions = self.frame.mentions
        return self.text[mentions[0].start : mentions[-1].end] if mentions else ""

    @cached_property
    def complaint(self) -> Complaint | None:
        """What is complained of; None where nothing is."""
        return complaint(self.text)

    @cached_property
    def tells_of_another(self) -> bool:
        """True for "pasta needs 12 minutes" and 「夕飯は7時」: of what nobody has spoken of."""
        return _DOES[self.turn.language].search(self.text) is not None or bool(self._unknown)

    @property
    def complains_of_its_own(self) -> bool:
        """True for "my tea is too hot", of which no heating is to blame."""
        return self.complaint is not None and bool(set(self._unknown) - _BODY)

    @cached_property
    def _unknown(self) -> list[str]:
        """What something is said of, and nothing of the home or the language explains."""
        return [
            match["of"]
            for match in _SUBJECT[self.turn.language].finditer(self.text)
            if any(
                word in match["of"] or match["of"] in word for word in self.frame.leftover if len(word) > 1
            )
            and not any(one.start < match.end("of") and match.start("of") < one.end for one in self._times)
        ]

    @property
    def is_own_deed(self) -> bool:
        """True for 「寝るとき消すね」: the person will do it."""
        return self.turn.language == "ja" and _OWN_DEED.search(self.text) is not None

    @cached_property
    def several(self) -> bool:
        """Whether both or all of what was spoken of is meant."""
        return _SEVERAL[self.turn.language].search(self.text) is not None

    @cached_property
    def often(self) -> str:
        """How often, likewise."""
        match = _OFTEN[self.turn.language].search(self.text)
        return match[0] if match else ""

    @cached_property
    def verb(self) -> str:
        """What is to be done, in the words' own name for it (``off``); empty where that isn't said once."""
        found = {verb for verb in self.frame.by_group.get("verbs", []) if verb in _VERBS}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def state(self) -> str:
        """A state that is asked about: ``on``, ``closed``."""
        return self.frame.first("states") or ""
