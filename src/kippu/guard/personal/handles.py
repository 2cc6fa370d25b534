"""Finds the names of accounts that stand by themselves: "grumpyotter77", "rin#0088", 「もふもふ大王」.

Knows how such are made, and the words for places where people have one; ``usernames`` knows the words before.
"""

import re
from collections.abc import Iterator

from kippu.guard.personal.lexicon import is_common
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_PLACE = regex(
    r"\b(?:accounts?|acct?|log(?:ged)? ?(?:in|on|out)|sign(?:ed)? in|user(?:name)?s?|handle|nick(?:name)?"
    r"|profile|banned|hacked|locked out|forum|streamers?|followers?|friend code|seller|buyer"
    r"|psn|xbox|steam|discord|twitch|reddit|insta(?:gram)?|tiktok|snap(?:chat)?|twitter|telegram|strava"
    r"|duolingo|vinted|ebay|etsy|depop|minecraft|roblox|gamer ?tag|whoami|dm(?:s|ed)?)\b"
    r"|アカ|垢|ログイン|ユーザー|フォロ|配信|ゲーム|フレンド|インスタ|ハンドル|ID|LINE|HN|通報",
    re.IGNORECASE,
)
_MADE = regex(
    r"(?<![\w@./:=#$%&?(\[{<\\-])(?:(?P<tagged>[a-z][\w.]{1,30}#\d{4})"
    r"|(?P<figured>(?P<word>[a-z]{4,20})\d{2,4})"
    r"|(?P<marked>[a-z][a-z0-9]{1,20}(?:[_.-][a-z0-9]{1,20}){0,3}_[a-z0-9]{1,20}|[a-z]{2,}\.[a-z]{2,}\.\d{1,4}))"
    r"(?![\w@/:=#(\[{<\\-]|\.\w)",
    re.IGNORECASE | re.ASCII,
)
_MAY = regex(r"[a-z]\d|_|#\d|\.\d|[\"“「『：:]|[^\x00-\x7f]", re.IGNORECASE)
"""Without one of these no such name is in a text; looking for them is quick."""
_PROGRAM = regex(
    r"[{};]|\bdef \b|\breturn\b|\w\(|==|\b(?:sql|python|table|column|variable|function|script|json|api|css"
    r"|git)\b",
    re.IGNORECASE,
)
_QUOTED = regex(
    r"(?:ハンドルネーム|ハンネ|HN|ユーザー名|ニックネーム|アカウント名?|垢|ゲーム内の名前|プレイヤー名|表示名)(?:は|が|：|:)?\s?"
    r"[「『](?P<quoted>[^」』\n]{2,24})[」』]"
    r"|(?:ハンドルネーム|ハンネ|(?<![A-Za-z])HN|ニックネーム|プレイヤー名|表示名)[：:]\s?(?P<set>[^\s、。「『]{2,16})"
    r"|\b(?:account name|display name|profile name|screen name|user ?name|nick(?:name)?|gamer ?tag|handle)"
    r"(?: is|:|,| was)? [\"“](?P<cited>[^\"”\n]{2,30})[\"”]",
    re.IGNORECASE,
)
_CODED = regex(
    r"(?:インスタ|ツイッター|(?<![A-Za-z])X|TikTok)の(?P<site>(?=[a-z0-9]*[._\d])[a-z][\w.]{3,28}\w)"
    r"|(?:(?:社内|社員|ログイン|会員|ユーザー|PayPay|LINE|ゲームの?|フレンド)(?:の)?\s?ID|ログイン名)(?:は|：|:|\s)?\s?"
    r"(?P<code>(?=[\w.-]{0,20}[a-z])[a-z0-9][\w.-]{3,30})",
    re.IGNORECASE | re.ASCII,
)


def look(text: str) -> Iterator[Span]:
    """Names by their form where a text speaks of accounts, and what a word for one has in quotes."""
    if not _MAY.search(text) or not _PLACE.search(text):
        return
    coded = () if text.isascii() else _CODED.finditer(text)
    for match in (*_QUOTED.finditer(text), *coded):
        group = match.lastgroup or "quoted"
        yield Span(match.start(group), match.end(group), "username", 7)
    for match in () if _PROGRAM.search(text) else _MADE.finditer(text):
        word = match["word"]
        if match["marked"] or not is_common((word or match[0].split("#")[0]).lower()):
            yield Span(match.start(), match.end(), "username", 6)
