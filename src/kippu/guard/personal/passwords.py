"""Finds what somebody calls a password, a code or a PIN. Knows the words around one, in both languages."""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_FIGURE = "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|double|triple"
_SPOKEN = regex(
    rf"\b(?:{_FIGURE})(?:(?:[ ,-]{{1,2}}|,? (?:and |then ){{1,2}})(?:{_FIGURE})){{5,20}}\b", re.IGNORECASE
)
"""A number in words, figure by figure, as people say a phone's."""
_MIXED = regex(
    rf"(?<!\w)(?=[\w -]{{0,40}}(?:[a-z]\d|\d[a-z]))(?:{_FIGURE}|\d)(?:[ -]?(?:{_FIGURE}|\d)){{6,20}}(?!\w)",
    re.IGNORECASE,
)
"""The same with figures among the words, so that nobody should find it ("four1five")."""
_TOUCHING = regex(r"[a-z]\d[a-z]|\d[a-z]{2}", re.IGNORECASE)
_SAID = regex(
    r"""
    (?:(?P<phrase>pass\s?phrase|(?:seed|recovery|mnemonic)\s(?:phrase|words))
      |pass\s?word|pass\s?code|passwd|passwort|mot\ de\ passe|contraseña|(?<![A-Za-z])pwd?
      |(?<![A-Za-z])pass(?=\s?[=:]|\s(?:is|was)\s[!-~]{0,30}\d[!-~]{0,30}[A-Za-z!#$*]|\s(?:is|was)\s[A-Za-z][!-~]{0,30}\d)
      |\bpin(?:\s?code|\s?number)?|\bcvv2?|\bcvc2?
      |(?:security|door|alarm|gate|lock(?:er)?|keypad|safe|vault|entry|garage
        |verification|one[\s-]time)\ code|recovery\ (?:key|code)
      |(?:key\s?safe|lock\s?box|key\ ?box)(?=\ (?:is|code\ is)\b)
      |api[\s_-]?key|secret(?:[\s_-]?key)?|access[\s_-]?(?:key|token)|auth[\s_-]?token|(?<![A-Za-z])(?:token|otp)
      |wi-?fi\ (?:key|code))
    (?:\s{1,2}(?:for|to|of|on|at)\s{1,2}(?:(?:the|my|our|his|her)\s)?[\w.'-]{1,30}(?:\s(?!is\b|was\b)[\w.'-]{1,30}){0,3})?
    (?:\s{0,3}(?:(?:is|was|ist|war|est)\b\s?[:=]?|:|=|->|→|to|=>|"\s?:|\?\s(?:it|that)(?:['’]s|\sis)
      |\((?=[#*]?\d))|['’]s\s)
    \s{0,3}(?:now\s|still\s|set\sto\s|just\s)?
    (?:["“](?P<quoted>[^"“”\n]{3,80})["”]
      |["'`“「『]?(?P<value>(?:FIGURE)(?:[\ ,-]{1,2}(?:FIGURE)){2,15}\b
        |\d{1,4}(?:[\ -]\d{1,4}){1,5}(?![\w/.:-])|(?:(?!["'`])[!-~À-ɏ]){3,200}))
    """.replace("FIGURE", _FIGURE),
    re.VERBOSE | re.IGNORECASE,
)
_WORD = regex(r"(?P<gap>[ -])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?|\d+)(?![^\s.,;:!?)\]\"”-])")
_SMALL_WORDS = frozenset(
    "a an the and or but nor so if as at by for from in into of on to with without about after before "
    "until since because when while where which who that than then this these those there here it its i "
    "you we he she they me us him them my your our his her their is are was were be been being am do does "
    "did has have had can could will would shall should may might must not no never always now again "
    "today tomorrow yesterday already yet anymore please thanks thank help every each all any both only "
    "too very what how why characters letters digits symbols required sensitive".split()
)
"""Words that sentences go on with, and few passwords have."""
_FEWEST, _MOST = 3, 24
"""Words of a password that begins like a sentence ("correct horse battery"), and of one at most."""
_FEWEST_PHRASE = 4
_SAID_JA = regex(
    r"""
    (?:パスワード|パスコード|パスフレーズ|暗証番号|PIN(?:コード|番号)?|APIキー|アクセスキー|Wi-?Fiの?キー|暗号化?キー|ネットワークキー|秘密鍵|CVV2?|CVC2?
      |セキュリティコード|認証コード|合言葉|(?<![A-Za-z])[PpＰｐ][WwＷｗ](?![A-Za-z])
      |パス(?=[はが:：＝=]\s?["「『]?[!-~０-９]|[\s　](?=[!-~]{0,30}\d)[!-~]{0,30}[A-Za-z])
      |(?:金庫|鍵|ロッカー|玄関|門|オートロック|ダイヤル錠|南京錠|宅配ボックス|スーツケース)の?
       (?:暗証|解錠)?(?:番号|コード|ナンバー)|(?:キーボックス|ダイヤル錠|南京錠|オートロック)(?=[は:：]))
    (?:[はがを]、?|[:：＝=]|\s(?=[!-~]{0,20}\d|[０-９])|(?=["“「『０-９]|[!-~]{0,30}\d))\s{0,3}
    (?:[「『](?P<quoted>[^」』\n]{2,60})[」』]|["“]?(?P<value>[!-~０-９ａ-ｚＡ-Ｚ]{3,200}))
    """,
    re.VERBOSE,
)
_KANA = regex(
    r"(?:パスワード|パスコード|パスフレーズ|合言葉|(?:Wi-?Fi|ログイン)の?パス)"
    r"(?:[:：＝=]\s?(?P<set>[ぁ-ゖァ-ヴー一-鿿々]{2,16})(?=[\s、。,]|$)"
    r"|は(?P<called>[ぁ-ゖー]{3,12}?|[ァ-ヴー]{3,12})(?=(?:です|だよ|だ)(?:[。、！!\s]|よ|ね|$)))"
)
"""A word for a password: said as one, or set behind a colon."""
_NETWORK = regex(
    r"(?:wi-?fi|network|hotspot|router|ssid)\b[^.!?\n]{0,60}\b(?:pass|pw|key)\s(?P<joined>[a-z0-9]+(?:-[a-z0-9]+)+)\b",
    re.IGNORECASE | re.ASCII,
)
"""A network's password of joined words."""
_DIALLED = regex(
    r"(?:[右左](?:へ|に|回りに|まわりに)?\s?\d{1,3}(?:回|周)?(?:[、,・→と\s]{1,2}|(?=[右左]))?){2,6}(?<=\d)"
)
"""How a safe is turned."""
_NO_WORD = regex(
    r"必須|任意|なし|不明|変更|未設定|同上|(?:忘れ|非公開|省略|秘密|ひみつ|こちら|そちら|どちら|これ|それ|あれ|どれ|以下|上記|ひらがな"
    r"|カタカナ|ランダム|バラバラ|ばらばら|いつも|おなじ|べつ|だめ|ダメ|なに|なん|いくつ|シンプル|オプション|アルファベット|ユニーク"
    r"|まだ|もう|あとで|ここ).*|.*(?:以上|以内|文字|入力|設定|必要)"
)
"""What is told of a password in Japanese, and is none."""
_DIGIT = regex(r"\d")
_AS_ONE = (
    r"(?:as|for)\s(?:(?:my|the|our|a|his|her)\s)?(?:\w{2,12}\s)?(?:pass\s?word|pass\s?code|pin)\b"
    r"(?!\s(?:manager|generator|policy))"
)
_BARE = regex(
    r"""
    (?:pass\s?word|pass\s?phrase|pass\s?code|\bpwd?|\bpin|\bcvv2?|\bcvc2?|\botp),?\s{1,2}
      (?P<bare>(?=[!-~]{0,60}\d)[!-~]{3,64})
    |(?:(?:gate|keypad|locker|lockbox)(?:'s)?|(?:door|garage|safe)(?:'s|\ is|:|=))(?:\ is|:|=)?\s{1,2}
      (?P<code>[#*]?\d{1,3}(?:-\d{1,3}){1,3}|[#*]?\d{3,8}[#*]?)(?![\w%°:-]|\.\d)
    |alarm(?:'s|\ is|:|=)?\s{1,2}                     # unless it is a time of day
      (?P<alarm>(?!(?:[01]\d|2[0-3])[0-5]\d\b)[#*]?\d{4,8}[#*]?)(?![\w%°:-]|\.\d)
    |\b(?:safe|vault|locker|lock|padlock|gate|door|garage|lockbox|suitcase|briefcase|keypad|it)\s
      (?:opens?|unlocks?|opened|(?:is|gets)\ (?:opened|unlocked))\s(?:with|by|using|to)\s
      (?:the\s)?(?:code\s|combination\s)?
      (?P<opens>[#*]?\d{1,4}(?:[ -]\d{1,4}){1,4}|[#*]?\d{3,8}[#*]?)
      (?=\s*(?:[.,;!?)]|$|(?:and|but|so|for|now)\b))
    |\bcombination(?:\s(?:to|for|of|on)\s(?:(?:the|my|our|his|her)\s)?\w{1,20}(?:\s\w{1,20})?)?
      (?:\ is|\ was|'s|:|=)?\s{1,2}
      (?P<combination>\d{1,3}(?:[ -]\d{1,3}){1,4})(?![\w%°:-]|\.\d)
    |\b(?:us(?:e|ed|es|ing)|typed?|entered|enter|chose|picked|set)\s
      ["“']?(?P<used>(?=[!-~]{0,40}\d)(?:(?!["“”])[!-~]){4,40}?)["”']?\sAS_ONE
    |["“](?P<cited>[^"“”\n]{3,60})["”]\sAS_ONE
    |\b(?:code|key)\s(?:on|under|at)\s(?:the|its)\s(?:back|bottom|base|sticker|side|label)(?:\ is|:|,)?\s
      (?P<label>(?=[!-~]{0,40}\d)(?=[!-~]{0,40}[A-Za-z])[!-~]{6,40})
    |(?<![\w@/.-])(?P<mixed>[A-Za-z]{4,30}[!@$%^&*]{1,3}\d{2,8}[!#$%]{0,2})(?![\w@./-])
    |(?:\b(?:re)?us(?:e|ed|es|ing)|typed?|enter(?:ed)?|tr(?:y|ied)|with|['’]s|in)\s["“']?
      (?P<ended>[A-Za-z]{4,30}\d{2,8}[!@$%^&*]{1,3})(?![\w@./-])
    """.replace("AS_ONE", _AS_ONE),
    re.VERBOSE | re.IGNORECASE,
)
"""A value straight behind its word, a door's number, what is used as a password, and the forms that passwords
alone have: word!1234, and Word1234! where
somebody uses it."""
_HINT = regex(
    r"pass|contraseña|pw|pin|cv[vc]|code|key|secret|token|otp|seed|mnemonic|recovery"
    r"|[PpＰｐ][WwＷｗ]|パス|暗証|金庫|ダイヤル|PIN|キー|鍵|コード|合言葉|番号|ナンバー",
    re.IGNORECASE,
)
"""Without one of these in a text, nothing is called a secret there; looking for them alone is quick."""
_ORDINARY = frozenset(
    "the a an not that this it wrong incorrect correct right lost stolen too very my your what how why "
    "when where who reset changed safe secure weak strong expired required invalid blocked locked being "
    "been about always never something anything different same there here and but so or if because please "
    "short long compromised case sent stored kept written saved given hidden shown set based hashed "
    "encrypted optional mandatory missing empty unknown unique private public visible available valid "
    "ready known needed used shared out only no old new fine good bad okay easy hard simple complex just "
    "also already still working stuck must minimum maximum mapped due up down off on in at by to of for "
    "with from as between".split()
)
_ENDING = ".,;:?)]}"


_COMMAND = regex(
    r"\b(?:mysql(?:dump|admin)?|mariadb)\b[^\n|;]{0,120}?\s-p(?P<joined>[^\s-][^\s]{2,63})"
    r"|\bsshpass\s-p\s?[\"']?(?P<given>[^\s\"']{3,64})|\bcurl\b[^\n|;]{0,120}?\s(?:-u|--user)\s[\"']?[^\s:\"']{1,64}:(?P<sent>[^\s\"'@]{3,64})"
    r"|\s--?pass(?:word|wd)?[= ][\"']?(?P<long>(?!-)[^\s\"']{3,64})",
)
"""A password that a command is given."""


def look(text: str) -> Iterator[Span]:
    """What words call a password, and what has a form that only passwords have."""
    for match in _BARE.finditer(text) if _DIGIT.search(text) or '"' in text or "“" in text else ():
        group = match.lastgroup or "bare"
        yield Span(match.start(group), match.start(group) + len(match[group].rstrip(_ENDING)), "secret", 7)
    for match in (*_SPOKEN.finditer(text), *(_MIXED.finditer(text) if _TOUCHING.search(text) else ())):
        yield Span(match.start(), match.end(), "secret", 7)
    for match in _COMMAND.finditer(text) if " -" in text else ():
        if not match[group := match.lastgroup or "given"].startswith(("$", "<", "{")):
            yield Span(*match.span(group), "secret", 8)
    if _HINT.search(text):
        yield from _said(text)
        yield from _said_ja(text)
        for match in _NETWORK.finditer(text):
            yield Span(*match.span("joined"), "secret", 8)


def _said(text: str) -> Iterator[Span]:
    for match in _SAID.finditer(text):
        if quoted := match["quoted"]:
            if quoted.lower() not in _ORDINARY:
                yield Span(*match.span("quoted"), "secret", 8)
            continue
        start, value = match.start("value"), match["value"].rstrip(_ENDING)
        end = start + len(value)
        if value.isalpha() and len(value) == len(match["value"]):
            end = _words_end(text, start, end, phrase=match["phrase"] is not None)
        several = end > start + len(value)
        if several or (len(value) >= 3 and not _is_told(text, value, end)):
            yield Span(start, end, "secret", 8)


def _is_told(text: str, value: str, end: int) -> bool:
    """Whether the word tells something of the password: "is wrong", "is stored in a vault"."""
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    if value.islower() and (value.endswith("ed") or (goes_on and value.endswith("ing"))):
        return True
    return value.lower() in _ORDINARY


def _words_end(text: str, start: int, end: int, phrase: bool) -> int:
    """Where a password of several words ends whose first one ends at ``end``: with its sentence, unless that
    goes on with words that tell something. A ``phrase`` may have such words within."""
    words, last = [text[start:end].lower()], end
    while len(words) < _MOST and (more := _WORD.match(text, last)):
        words.append(more["word"].lower())
        last = more.end()
    told = any(word in _SMALL_WORDS for word in words)
    first = words[0]
    if phrase and len(words) >= _FEWEST_PHRASE and (first == "the" or first not in _ORDINARY | _SMALL_WORDS):
        return last
    return end if told or (first in _ORDINARY and len(words) < _FEWEST) else last


def _said_ja(text: str) -> Iterator[Span]:
    for match in _SAID_JA.finditer(text):
        group = "quoted" if match["quoted"] else "value"
        value = match[group].rstrip(_ENDING)
        if len(value) >= 2 and value.lower() not in _ORDINARY:
            yield Span(match.start(group), match.start(group) + len(value), "secret", 8)
    for match in _DIALLED.finditer(text) if "右" in text and "左" in text else ():
        yield Span(match.start(), match.end(), "secret", 8)
    for match in _KANA.finditer(text):
        group = match.lastgroup or "set"
        if not _NO_WORD.fullmatch(match[group]):
            yield Span(*match.span(group), "secret", 8)
