"""Kana to kana and to Latin letters. Knows spelling, no word."""

import re

_ROWS = (
    "あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so "
    "た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho "
    "ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o "
    "ん n が ga ぎ gi ぐ gu "
    "げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do "
    "ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po"
).split()
_LATIN = dict(zip(_ROWS[::2], _ROWS[1::2], strict=True))
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}


def katakana(text: str) -> str:
    """Hiragana as katakana."""
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text)


def hiragana(text: str) -> str:
    """Katakana as hiragana."""
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in text)


def romaji(text: str, long: bool = False) -> str:
    """Kana in Hepburn's Latin letters, small; ``long`` writes long vowels out (ou, uu) as kana do."""
    out = ""
    text = hiragana(text)
    for at, letter in enumerate(text):
        if letter in _SMALL and out.endswith("i"):
            out = out[:-1] + ("" if out.endswith(("shi", "chi", "ji")) else "y") + _SMALL[letter]
        elif letter == "っ":
            following = _LATIN.get(text[at + 1 : at + 2], "t")
            out += "t" if following.startswith("ch") else following[0]
        elif letter != "ー":
            out += _LATIN.get(letter, "")
    return out if long else re.sub("uu", "u", re.sub("o[uo](?!e)", "o", out))
