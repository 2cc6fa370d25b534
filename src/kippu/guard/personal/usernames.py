"""Finds the names that people have where they write and play. Knows the words around one."""

import re
from collections.abc import Iterator

from kippu.guard.personal.lexicon import is_common
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_USER = regex(
    r"(?<![\w@./])[@＠](?!\d{1,2}[ap]m\b)(?:[A-Za-z_]|\d{1,4}[A-Za-z_]{2})[\w.-]{1,30}\b|\bu/[\w-]{3,20}\b"
    r"|\b(?:user[ _]?name|user[ _]?id|login|handle|screen name|nickname)"
    r"\"?(?: is|:|=)\s{0,3}\"?(?P<user>[\w.@-]{3,40})"
    r"|(?<![a-z])user(?:name|_?id)?\s?=\s?[\"']?(?P<set>[a-z0-9][\w.@-]{1,38}\w)(?![\w(])"
    r"|\b(?:user|login|logged in as)\s(?P<named>[a-z](?=[\w.-]{0,38}[\d_])[\w.-]{2,38}\w)\b"
    r"|\blive:(?P<live>[\w.-]{4,40})"
    r"|\blog(?:ged|ging)? ?in as (?!(?:a|an|the|me|my|admin|root|guest|user|administrator|another|someone)\b)"
    r"(?P<as>[a-z][\w.-]{2,30})(?= (?:with|and|using)\b| ?/)"
    r"|(?:ID|アカウント|ユーザー名)(?:は|：|:)\s?(?P<id>[\w.@-]{3,40})"
    r"|(?<![a-z])(?:ID|アカウント名?|ユーザー名|ハンドルネーム|垢)[\s　]"
    r"(?=[\w.-]{0,30}(?:[a-z][_.-]?\d|_[a-z]))"
    r"(?P<spaced>[a-z_][\w.-]{3,38})",
    re.IGNORECASE | re.ASCII,
)
_SSH = regex(
    r"\bssh (?:-[a-z0-9]+ ){0,3}(?P<host>[a-z_][\w.-]{1,30})(?=@)|(?P<ssh>[a-z_][\w.-]{1,30})で\s?ssh",
    re.IGNORECASE | re.ASCII,
)
_SITE = (
    r"discord|insta(?:gram)?|twitter|tiktok|twitch|snap(?:chat)?|telegram|steam|psn|xbox|roblox|minecraft|github"
    r"|gitlab|reddit|skype|mastodon|bluesky|threads|youtube|facebook|fb|linkedin|whatsapp|signal|soundcloud|spotify"
)
_NAME = (
    r"(?:game|gaming|player) account|gamer ?tag|user ?name|nick(?:name)?|handle|screen name"
    r"|ssid|wi-?fi|network|hotspot"
)
_MADE_UP = r"(?=[\w.-]*(?:[a-z0-9][_.-][a-z0-9]|[a-z]\d|\d[a-z]))[a-z_][\w.-]{2,38}\w"
"""What has a mark or a figure in it, as words have not."""
_USED = regex(
    rf"\b(?:{_SITE}|{_NAME})"
    r"(?:(?: (?:user ?name|account|handle|name|id|tag|is|called|named|as|to|at|under|it|was)|['’]s"
    r"|[:=,]){1,3}"
    rf"\s{{0,2}}| (?=[(\"“'])| )[(\"“'「]?(?P<called>{_MADE_UP})"
    r"|\b(?:follow|add|find|message|dm|invite|friend|tag)(?: me| us| him| her)?(?: (?:as|at|under))? [\"“']?"
    rf"(?P<added>{_MADE_UP})(?=[\"”'.,!]? (?:on|in|at) (?:{_SITE})\b)"
    rf"|\bwi-?fi(?: [a-z'’]{{2,12}}){{1,4}} is [\"“']?(?P<network>{_MADE_UP})"
    rf"|\b(?:my|our|his|her) (?:{_SITE}|gamer ?tag|handle)(?: (?:user ?name|account|handle|name|id|tag))?"
    r"(?: is|:|['’]s) [\"“']?(?P<mine>[a-z][a-z0-9]{5,30})\b",
    re.IGNORECASE | re.ASCII,
)
_WHERE = regex(rf"{_SITE}|{_NAME}", re.IGNORECASE)
_JOINED = regex(
    r"(?<![\w./@=(\[-])(?=\w{5,30}\b)[A-Za-z][a-z0-9]+(?:_[A-Za-z0-9]+){1,3}_?(?![\w(\[.=:/-]|\s?[=(])",
    re.ASCII,
)
"""Words with a low line between, as programs have them too."""
_PLAYS = regex(
    rf"\b(?:{_SITE}|streamers?|gamers?|gamertags?|handles?|usernames?|nicks?|dm|follow(?:ers|ing)?)\b|アカ|インスタ|垢",
    re.IGNORECASE,
)
_PROGRAM = regex(
    r"[{};]|\bdef \b|\breturn\b|\w\(|==|\b(?:sql|python|table|column|variable|function|column|script|json)\b",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}'\""


def look(text: str) -> Iterator[Span]:
    """User names by a sign of their own, or by where they are used."""
    for match in _USER.finditer(text):
        yield Span(*match.span(match.lastgroup or 0), "username", 6)
    for match in _SSH.finditer(text) if "ssh" in text else ():
        yield Span(*match.span(match.lastgroup or 0), "username", 6)
    for match in (
        _JOINED.finditer(text) if "_" in text and _PLAYS.search(text) and not _PROGRAM.search(text) else ()
    ):
        yield Span(match.start(), match.end(), "username", 6)
    for match in _USED.finditer(text) if _WHERE.search(text) else ():
        group = match.lastgroup or "called"
        if group != "mine" or not is_common(match[group]):
            yield Span(
                match.start(group), match.start(group) + len(match[group].rstrip(_TAIL)), "username", 6
            )
