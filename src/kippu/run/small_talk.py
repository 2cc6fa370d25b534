"""Whether something was only said: a greeting, a mood, two words, and nothing that asks for a text."""

from kippu.regex import regex
from kippu.turn import Turn

_LONGEST = 80
"""Letters; who says more wants more."""
_WANTS = regex(
    r"\b(?:tell|explain|write|describe|list|give|show|name|teach|suggest|recommend|compare|help|need|want|should"
    r"|how|what|why|who|whom|whose|when|where|which|continue|more|longer"
    r"|story|poem|idea|ideas|advice|example|examples|translate|summari[sz]e|recipe|plan|letter|code|define|about"
    r"|imagine|pretend|let's|make|create|draft|compose|solve|answer|say|sing|elaborate|go on)\b"
    r"|教え|説明|書|作|話し|語|例|提案|おすすめ|比較|翻訳|要約|アイデア|続け|もっと|何|なに|なぜ|どう|どこ|いつ|誰|だれ|について|とは|か[。？?]*$",
)

_ASKS = regex(r"\b(?:can|could|would|will|do|does|did|is|are)\b")


def is_told(text: str) -> bool:
    """True where the words ask for nothing, whatever they tell: "the train is late again"."""
    return not (text.strip().endswith(("?", "？")) or _WANTS.search(text.casefold()) or len(text) > _LONGEST)


def is_small_talk(turn: Turn) -> bool:
    """True for "film night" and "i'm tired today": a sentence or two are an answer to that."""
    asks = _ASKS.search(turn.text.casefold()) is not None
    return is_told(turn.text) and not (asks or turn.outside or turn.schema)
