"""Tells names from the words of other languages that are written like English. Knows their small words.

In all of them but German a name alone has a capital within a sentence: of a clause that was taken for a name
the words with one stay, but for those that sentences begin with.
"""

import re

from kippu.guard.personal.lexicon import is_name
from kippu.guard.personal.tongues.joining import joined
from kippu.regex import regex

_WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_JOINT = regex(r"[ \-'’]*")
_PARTICLES = frozenset(
    "van von der den de del della di da das do dos du le la las los el al bin binti ibn ben bint zu "
    "zum y e i und"
    " et af av ter ten".split()
)
_FEWEST = 3
"""Words in small letters that no name has."""
_OTHERS = frozenset(
    # German, Dutch, Swedish
    "ich wir sie ihr mir mich uns euch ihnen ist sind haben hatte wird werden kann können möchte "
    "würde bitte nicht auch"
    " mit für auf aus bei nach über unter zwischen wegen gegen ohne bis und oder aber dass wenn weil "
    "eine einen einem"
    " einer kein keine diese dieser dieses sehr vielen danke dank guten hallo morgen heute gestern "
    "wie wo warum het een"
    " niet voor met naar wij jullie graag zijn heb hebben att och inte är jag vi på till från som "
    "har tack"
    # French, Spanish, Portuguese, Italian
    " je tu nous vous ils elles est sont suis avons avez une dans avec pour pas que qui sur sous "
    "chez mais donc très"
    " merci bonjour bonsoir demain hier aujourd'hui cette ces mes mon ma notre votre voudrais "
    "aimerais yo nosotros"
    " ustedes es son está están estoy vamos tengo tiene quiero una unos con para por pero porque muy "
    "más también mañana"
    " hoy ayer gracias hola buenos buenas esta este mis su sus nuestra eu nós você vocês são não em "
    "com uma um meu minha"
    " nossa segue anexo obrigado obrigada olá bom amanhã hoje ontem prezados prezado prezada io noi "
    "voi loro sono siamo"
    " abbiamo ho hanno che non per con nel nella sulla questo questa molto grazie buongiorno domani "
    "oggi ieri vorrei"
    # Turkish, Polish, Indonesian, Vietnamese, Tagalog
    " ben biz siz onlar bir ve için çok ama değil var yok bugün yarın dün sabah teşekkürler merhaba "
    "gerekiyor istiyorum"
    " jestem jest są nie się na do od przez dla ale oraz że jak gdzie kiedy dziękuję jutro dzisiaj "
    "wczoraj proszę dzień"
    " idziemy mam potem saya kami kita anda ingin untuk dan yang tidak dengan dari besok hari ini "
    "itu adalah terima kasih"
    " selamat tôi chúng ta bạn không là của và có đi cho với này hôm nay trời quá nhé rất ang ng mga "
    "ako ikaw siya ka na"
    " ko mo po kumusta magandang salamat".split()
)
"""Words that sentences have, and names have not."""


def left(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The places of the words that may be names; None where that is no clause."""
    if " " not in text[start:end]:
        return None
    words = list(_WORD.finditer(text, start, end))
    small = [word[0] for word in words if word[0].islower() and len(word[0]) > 1]
    small = [word for word in small if word not in _PARTICLES]
    many = len(small) >= _FEWEST and len(small) < len(words)  # in small letters alone names are written too
    if len(words) < 2 or not (many or any(word in _OTHERS for word in small)):
        return None
    first = words[0].start()
    named = (word for word in words if not word[0].islower() and not _only_begins(text, word, first))
    return joined(text, named, _JOINT)


def _only_begins(text: str, word: re.Match[str], first: int) -> bool:
    """Whether it has its capital from the sentence that it begins; the ``first`` word begins one."""
    if word[0].lower() not in _OTHERS or is_name(word[0]):
        return False
    return word.start() == first or text[: word.start()].rstrip().endswith((".", "!", "?", ":"))
