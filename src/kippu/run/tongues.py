"""In which other language a request asks to be answered: "translate good morning to Japanese".

Knows names of languages; knows no model.
"""

from kippu.regex import regex

_CODES = {
    "english": "en", "japanese": "ja", "chinese": "zh", "mandarin": "zh", "korean": "ko", "french": "fr",
    "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt", "russian": "ru", "arabic": "ar",
    "hindi": "hi", "dutch": "nl", "czech": "cs", "polish": "pl", "swedish": "sv", "norwegian": "no",
    "danish": "da", "finnish": "fi", "greek": "el", "turkish": "tr", "thai": "th", "vietnamese": "vi",
    "indonesian": "id", "hebrew": "he", "ukrainian": "uk", "latin": "la", "hungarian": "hu",
    "romanian": "ro", "tagalog": "tl", "swahili": "sw",
}  # fmt: skip
"""ISO 639-1, as the catalogue names the languages of a model."""
_ASKED = regex(
    rf"(?:(?:and|now|ok|okay|but),? )*in (?P<only>{'|'.join(_CODES)})(?:,? please)?[.?! ]*$"
    r"|\b(?:translat\w+\b.*\b(?:in|into|to)"
    r"|(?:say|says|write|put|answer|reply|respond|what(?:'s| is| are)|how do|word"
    rf"|phrase)\b.{{0,40}}\bin) (?P<language>{'|'.join(_CODES)})"
    r"(?:[,:]? (?:please|for me|now|too))*[.?! ]*",
)


def asked_in(text: str) -> tuple[str, str] | None:
    """The language as it is said, and its code; None where the sentence ends with no such wish."""
    match = _ASKED.match(text.casefold().strip()) or _ASKED.search(text.casefold().strip())
    if match is None or match.end() < len(text.strip()) or (match["only"] and match.start()):
        return None
    language = match["only"] or match["language"]
    return language.title(), _CODES[language]
