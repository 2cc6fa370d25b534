"""Tells names from the words of a Korean sentence. Knows endings and particles, and the lexicon's words."""

from kippu.guard.personal.lexicon import is_word
from kippu.guard.personal.tongues.joining import joined
from kippu.regex import regex

_WORD = regex("[가-힣]+")
_RUN = regex(r"[가-힣][가-힣 ,.?!]*")
_AROUND = 120
_FEWEST = 2
"""Words of a sentence: by itself a word is a name as well as anything."""
_JOINT = regex(" *")
_PARTICLES = regex(
    "(?:들)?(?:에게서|에게|한테|께서|께|에서는|에서도|에서|에는|에도|에|으로는|으로|로|까지|부터"
    "|보다|처럼|만큼|마다"
    "|이라고|라고|이나|이랑|랑|하고|과|와|은|는|이|가|을|를|의|도|만|입니다|이에요|예요|이고|이며"
    "|이다|인|님|씨|서|면|며|고|지|게|던|자|니|나요|거나|야|라고|거예요)?$"
)
_LIVING = regex("(?:에게|에게서|한테|께서|께|씨|님|군|양|아|야)(?:[은는이가도의]|께서|에게)?$")
"""What stands behind people alone."""
_HONORED = regex(" ?(?:씨|님|군|양|선생|사장|대리|과장|부장|팀장|교수|박사|여사|언니|오빠|형|누나)")
_VERB = regex(
    "(?:습니다|[됩합봅옵립킵깁납갑줍롭웁]니다|습니까|[합됩]니까|세요|네요|어요|아요|해요|여요|려요"
    "|져요|워요|까요|래요|군요"
    "|지요|하다|했다|한다|었다|았다|였다|된다|하고|해서|하여|하며|하는|했던|하면|하지만|지만|는데"
    "|은데|려고|러|도록"
    "|어야|아야|해야|하게|하기|되어|되는|되고|하지|지를|싶은|싶어|있는|없는|있고|없이|있어|없어|주는"
    "|주고|주실|주시면"
    "|보내|가고|오고|모두|에서|해|[가-힣](?:었|았|였|했|겠)[가-힣]*)$"
)
_SHORT = frozenset(
    "이 그 저 이거 그거 저거 나 너 내 네 제 저는 나는 우리 저희 것 수 때 더 잘 못 안 또 꼭 좀 다 왜 "
    "달라고 달라 볼 거예요 거야 오면 가면 새로운 제품을 프로젝트 프로젝트를 이메일 문장 문장을 "
    "문장이 뭐 그리고 그래서 "
    "하지만 그런데 또는 및 등 중 후 전 할 한 될 된 날 집 책 일 말 돈 물 밥 눈 비 봄 주 년 월 분 시 "
    "번 명 개 두 세 네".split()
)


def left(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The places of the words that may be names; None where there is no sentence to judge them by."""
    if not _is_sentence(text, start, end):
        return None
    words = _WORD.finditer(text, start, end)
    unknown = (word for word in words if not _is_known(word[0]) or _HONORED.match(text, word.end()))
    return joined(text, unknown, _JOINT)


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether it stands among other words."""
    for run in _RUN.finditer(text, max(0, start - _AROUND), end + _AROUND):
        if run.start() < end and start < run.end():
            return len(_WORD.findall(run[0])) >= _FEWEST
    return False


def _is_known(word: str) -> bool:
    """Whether it is a word of Korean, with whatever hangs on it."""
    if _is_listed(word):
        return True
    if _LIVING.search(word):
        return any(_is_listed(word[:at]) and _PARTICLES.match(word, at) for at in range(2, len(word)))
    if _VERB.search(word):
        return True
    return any(_is_listed(word[:at]) and _PARTICLES.match(word, at) for at in range(1, len(word)))


def _is_listed(word: str) -> bool:
    return word in _SHORT or is_word("korean", word)
