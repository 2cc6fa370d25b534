"""Tells a sentence in a language that the assistant doesn't speak, by its script or its commonest words.

Only to say so; which language it is, nobody asks.
"""

import re
import unicodedata

from kippu.regex import regex

_OURS = ("LATIN", "CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH", "FULLWIDTH", "KATAKANA-HIRAGANA", "MASCULINE",
         "FEMININE", "IDEOGRAPHIC", "PROLONGED", "SUPERSCRIPT", "MICRO", "MODIFIER")  # fmt: skip
_KANA = regex(r"[\u3040-\u30ff]")
_CHINESE = regex(r"[你您吗嗎们們这這哪么麼没说谁过还還让讓给请谢关电视样为听时间开对妳给呢啊]")
_ENGLISH = frozenset(
    "the is are was what how to of and you i my do does did turn on off in at it a can could would tell "
    "say mean "
    "means play please translate with for that this who where when why me your not set add".split()
)
_OTHERS = frozenset(
    (
        # French, Spanish, German, Italian, Portuguese, Dutch, and a few of their neighbours
        "bonjour bonsoir salut merci comment ça ca va je suis vous êtes est-ce quel quelle quelles pouvez "
        "peux "
        "s'il plaît plait allume allumez éteins éteignez lumière lumiere la le les des une un dans pas où "
        "tu "
        "cuisine chambre aujourd'hui il fait temps avec pour qui que "
        "hola gracias cómo como qué que está estás esta enciende apaga luz el los las una por favor dónde "
        "donde "
        "buenos buenas días dias noches cocina eres quién quien me puedes hace tiempo hoy muy bien "
        "hallo wie geht dir ist das der die und bitte danke schalte licht ein aus nicht guten morgen "
        "abend was "
        "wo ich du mach mache den dem im kannst küche wer bist wetter heute mir "
        "ciao grazie accendi spegni luce stai che il di per sono è buongiorno buonasera chi sei cucina "
        "tempo fa "
        "oggi puoi olá ola obrigado obrigada ligue desligue acenda apague você voce não nao bom boa dia "
        "noite o "
        "os uma quem é cozinha tudo bem het een hoe gaat aan uit doe goedemorgen dank je wie ben jij "
        "keuken wat "
        "merhaba nasılsın teşekkürler cześć dziękuję jak się masz hej tack hur mår tak xin chào selamat "
        "terima "
        "kasih apa kabar"
    ).split()
)
_ALONE = frozenset(
    "bonjour bonsoir merci hola gracias danke ciao grazie buongiorno olá obrigado obrigada merhaba salut "
    "goedemorgen".split()
)


def foreign(text: str) -> bool:
    """True when the tidied sentence is in neither English nor Japanese."""
    letters = [character for character in text if character.isalpha()]
    other = sum(not unicodedata.name(letter, "LATIN").startswith(_OURS) for letter in letters)
    if other * 2 > len(letters) > 0:
        return True
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.casefold())
    if len(words) == 1:
        return words[0] in _ALONE
    if _ENGLISH & set(words) - _OTHERS:
        return False
    known = sum(word in _OTHERS for word in words)
    return known > 1 and known * 2 >= len(words)


def chinese(text: str) -> bool:
    """True for Chinese: characters without kana, some of which Japanese does not use."""
    return _KANA.search(text) is None and _CHINESE.search(text) is not None
