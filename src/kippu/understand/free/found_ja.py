"""What a Japanese sentence says without any mark: things of a home by the words for their kinds, numbers with
what they count, telephone numbers, currencies, the words to choose among. Knows no encoder and no home.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex

_KIND = (
    "コーヒーメーカー|コーヒーマシン|ロボット掃除機|空気清浄機|扇風機|サーキュレーター|換気扇"
    "|シーリングファン|加湿器|除湿機|洗濯機|乾燥機|食洗機|炊飯器|テレビ|スピーカー|エアコン"
    "|クーラー|冷房|暖房|床暖房|ヒーター|ストーブ|こたつ|フロアランプ|デスクランプ|ランプ"
    "|スタンド|照明|ライト|明かり|あかり|灯り|電気|でんき|電飾|カーテン|ブラインド|雨戸"
    "|ロールスクリーン|シェード|日よけ|天窓|窓|アイロン|サイレン|ルンバ|掃除機|パソコン"
    "|プリンター|プロジェクター|モニター|シャッター|オーニング|かーてん|すだれ|門扉|食洗器|炊飯ジャー|電子レンジ"
    "|オーブン|ポット|ケトル|ホットカーペット|電気毛布|床暖|サーモスタット|スプリンクラー|芝刈り機|インターホン"
)
_VERBS = "閉開消点付切止動全半弱強上下明暗入落引今早頼"
"""Letters with which another word begins behind a kind."""
_BESIDE = r"(?!の(?:方|ほう|後ろ|うしろ|横|隣|となり|そば|脇))"
"""Behind a thing that only tells where the one that is meant stands."""
_THING = regex(rf"(?<![一-龠ァ-ヶー])(?:{_KIND})(?![ァ-ヶー])(?!(?<=[一-龠])(?![{_VERBS}])[一-龠]){_BESIDE}")
_BUT_ONE = regex(r"じゃない|ではない|以外|だけ(?!ど)")
"""With these, the kind is not all that was said of the thing."""
_ALONE = regex(rf"({_KIND})だけ(?=[^のが])")
_ELSEWHERE = regex(r"(?:隣|となり|よそ|他所|友達|近所)の(?:部屋|家|うち|お宅|人)")
"""Which room, or whose, it is, nobody here can know."""
_OTHERS = regex(r"旦那|だんな|主人|夫|嫁|妻|家族|友達|隣の|息子|娘|あいつ|彼|うちの(?:人|子)")
_ASKED_FOR = regex(
    r"[てで](?:$|[、。 ]|くれ|くん|けろ|ちょ|もら|ほし|いただ|ください|下さい|[やねよな]$)|お願い|おねがい"
    r"|頼|たのむ|よろしく|(?:全開|全閉|オン|オフ|切り?替え|起動|稼働|停止|点灯|消灯|ストップ)$|たい"
    r"(?:$|な)|[せけてめれ]ろ|しよう|う(?:か)?$"
)
"""Asks for a deed; else a sentence about others only tells what they do."""
_SAME = {
    "でんき": "電気",
    "かーてん": "カーテン",
    **dict.fromkeys(("明かり", "あかり", "灯り", "照明", "ライト", "電飾"), "電気"),
}
_TOLD_OF = regex(r"(?:[んの]だ|[るいた])(?:よ|ね|な|わ|もの|もん|って)+.{0,4}$|[んの]だ.{0,4}$")
"""Told, complained of: 「遅れてきて謝りもしないんだよあいつ」."""
_KNOWS = regex(r"[一-龠ァ-ヶーぁ-んa-zA-Z]の$")
_NO_MORE = regex(r"(?:^|[、。 はがを])(?:全部|すべて|全て|この部屋|部屋|ここ|うち|家)の$")
"""Before a kind: which of them it is; and what tells nothing of that."""
_PHONE = regex(r"(?<!\d)0\d{1,4}[-の]?\d{1,4}[-の]?\d{3,4}(?!\d)")
"""Said with 「の」 where it is written with a dash."""
_CLAUSES = regex(r"、|。| |から(?=.{3})|ので(?=.{3})|んで(?=.{3})|けど(?=.{3})")
_MINUTES = regex(r"(?<![\d.:])(\d+)分(?!の)")
_RANGE = regex(r"(?<!\d)(\d+)(?:から|と|~|〜|-)(\d+)(?!\d)")
_UP_TO = regex(r"(?<![\d.])(\d+)まで(?!に)")
_DICE = regex(r"(?<!\d)(\d+)(?:個|つ|回)")
_MONEY = (
    "米ドル|アメリカドル|カナダドル|オーストラリアドル|豪ドル|台湾ドル|香港ドル|ドル|ユーロ|日本円|円(?!安|高)|英ポンド|ポンド"
    "|スイスフラン|フラン|人民元|中国元|元|ウォン|ルピー|ペソ|バーツ|ルーブル|リラ"
)
_EXCHANGE = regex(rf"(?<!\d)(\d[\d.,]*)({_MONEY})(?=[^\d]*?({_MONEY})|[^\d]*$)")
_LEFT_OVER = regex(rf"(?<!\d)({_MONEY})(?:が|は|で)(\d[\d.,]*)(?!\d|円|割|%|倍|{_MONEY})")
"""The currency before its amount: 「ウォンが3万残ってる」."""
_CURRENCY = regex(rf"(?:{_MONEY})(?!で)")
_TONGUE = regex(r"(英語|日本語)(?:で|に)")
_MODE = regex(
    r"(冷房|暖房|除湿|ドライ|送風|自動|オート)(?:モード|運転)?(?:に|さ(?=し|切)|で(?!き)|の(?:方|ほう))"
)
_MODES = {"ドライ": "除湿", "オート": "自動"}
_DRAWN = regex(
    r"(?:^|[、。 ,]|から|ので|けど)(?:(?:娘|息子|孫|子供|子ども|弟|妹|うちの子)[がは])?"
    r"([^、。 ,]{1,12}?)(?:の?(?:絵|イラスト|スタンプ|ステッカー)|を?描い)"
)
_STEP = regex(
    r"(?<![\d.:])(\d+(?:\.\d+)?)(?:%|パーセント|度)?(?:ほど|くらい|ぐらい|だけ|分)?"
    r"(?=[^\dにま%パ度ほくぐだ分])"
)
"""By how much, and not up to what."""
_CALLED = regex(
    r"(?:.*(?:[、。 ]|から|けど|ので)|^)([^、。 ]{1,12}?)(?:に|へ|まで|さ)[、 ]?(?:電話|でんわ|TEL|コール)"
    r"|([^、。 ]{1,12}?)の声が聞き"
)
_TOLD_FIRST = regex(
    r"(?P<what>[^、。]{3,40}?)(?:って|と)(?:いうこと)?(?:を)?、?(?P<who>[^、。はがを]{1,12}?)(?:に|へ|にも)、?"
    r"(?:伝え|送っ|連絡|言っ|知らせ|教え|メール|メッセ|LINE|ライン|一報|報告)",
    re.IGNORECASE,
)
"""The words before whom they are for: 「熱が出たって先生に連絡して」."""
_TOLD = regex(
    r"(?:.*(?:[、。 ]|から|けど|ので)|^)([^、。 にへ]{1,12}?)(?:宛て?)?(?:に|へ|さ(?!ん))[、 ]?"
    r"([^、。]{2,40}?)(?:って|と)(?:いう)?(?:伝え|つたえ|送っ|送れ|送信|おくっ|連絡|一報|メッセージ"
    r"|LINE|ライン|ショートメール|メール|書い|打っ)"
)
_INQUIRED = regex(
    r"(?:.*(?:[、。 ]|から|けど|ので)|^)([^、。 にへ]{1,12}?)(?:に|へ)[、 ]?([^、。]{2,40}?か)"
    r"(?:どうか)?(?:を|って)?"
    r"(?:メールで|メッセージで|LINEで|ラインで)?(?:聞[いけく]|きい[てと]|尋ね|確認し|確かめ)"
)
"""What somebody is to be asked."""
_SOUGHT = regex(
    r"(?:.*(?:[。 ]|から、?|けど、?|ので、?)|^)(?:ネットで|ウェブで|グーグルで)?([^、。 ]{2,40}?)"
    r"(?:を|について|って|のこと)?(?:ネットで|ウェブで|グーグルで)?(?:調べ|しらべ|検索|ググ|ぐぐ|見て)"
)
_EACH = regex(
    r"(?<![\d.])(\d[\d,]*)円(?:の(?:が|もの|やつ)?|が|で|を|、)?[^\d円、。]{0,8}?(\d+)(?:個|本|枚"
    r"|冊|杯|袋|箱|時間|日|回|か月|ヶ月|人分)"
)
"""A price and how many of it."""
_TIMES = regex(r"(?<![\d.])(\d[\d,.]*)[のを](\d[\d.]*)倍")
_ADDED = regex(r"(?<![\d.])\d[\d,.]*円?(?:(?:と|、|,)\d[\d,.]*円?)+(?=を?(?:足|たす|たし|合計|合わせ))")
_SPENT = regex(
    r"(\d[\d,]*)(?:円|個|本|枚|人)?(?:を|が|は)?(?:持って|もって|あって|ある|あり|入って|から)[^\d]{0,8}?"
    r"(\d[\d,]*)(?:円|個|本|枚|人)?(?:を|が)?"
    r"(?:使|つか|払|はら|食べ|たべ|買|あげ|なくし|減|帰)[^\d]*(?:残り|のこり|いくら|いくつ|何円|何個)"
)
_OFF = regex(
    r"(?<![\d.])(\d[\d,]*)円?(?:が|の|から|で|を)?(\d+)(割|%|パーセント)(?:引|オフ|off|びき)", re.IGNORECASE
)
_ONE_OF = r"[^、。 はがをか]{1,10}?"
_CHOICE = regex(
    rf"(?:^|[、。 はが]|今[日夜晩]の?|夕飯の?)({_ONE_OF})(?:か|と|、)({_ONE_OF})(?:(?:か|と|、)({_ONE_OF}))??"
    r"(?:か|と|だと|なら|で|から|のうち|、)*(?:どっち|どちら|どれ|どいつ|誰|迷|[1一]人|ひとり"
    r"|[1一]つ|選|えらん|決|きめ)"
)
"""Two or three things of which one is to be taken."""
_DIVIDED = regex(r"(?<![\d.])(\d[\d,.]*)(?:円|個|人)?を(\d[\d.]*)(?:で|人で|つに|等分に)?(?:割|わ[るっ])")
_ROOT = regex(r"(?:平方根|ルート|√)の?(\d[\d,.]*)")
_SCALED = regex(
    r"(?<![\d.])(\d+)人(?:分|前)(?:で|に|が|は|だと)?[^\d]{0,8}(\d[\d.]*)[^\d、。]{0,6}[、。 ]?"
    r"(\d+)人(?:分|前)(?:なら|だと|は|で|に|の)"
)
"""A recipe for so many, and for how many it is wanted."""
_PER = regex(
    r"(?<![\d.])(\d[\d.]*)([^\d、。]{1,3}?)(?:に|で|だと|なら|、)[^\d]{0,6}1\2(?:あたり|につき"
    r"|当たり)(\d[\d.]*)"
)
_NUMBER = r"\d+(?:\.\d+)?"
_MEAN = regex(rf"{_NUMBER}(?:(?:点|円|歳|度)?(?:と|、|,|・){_NUMBER})++(?:点|円|歳|度)?の平均")
_ALL = regex(r"いくら|なんぼ|合計|全部|計算|いくつ")


def is_named(plain: str, room: str) -> bool:
    """Whether something is asked of a thing by its kind, as when it is said in plain words."""
    return bool(thing(plain, room)) and _ASKED_FOR.search(plain) is not None


def is_asked(plain: str) -> bool:
    """Whether a deed is asked for, by word or by a note of what is to be done."""
    return bool(_ASKED_FOR.search(plain)) or not _TOLD_OF.search(plain)


def orders(plain: str) -> bool:
    """Whether a deed is asked for by word."""
    return _ASKED_FOR.search(plain) is not None


def is_meant(device: str, plain: str) -> bool:
    """False where a thing only tells where another stands: 「テレビの後ろのライト」."""
    return re.search(re.escape(device) + _BESIDE, plain) is not None


def thing(plain: str, room: str) -> str | None:
    """The word for a kind, where it is the only one and nothing is said of it but its room; empty without
    one, None where it is one of several or a particular one."""
    found = list(_THING.finditer(plain))
    if not found:
        return ""
    if _BUT_ONE.search(_ALONE.sub(r"\1", plain)) or _ELSEWHERE.search(plain):
        return None
    if _OTHERS.search(plain) and not _ASKED_FOR.search(plain):
        return None
    before = [plain[: match.start()] for match in found]
    unroomed = [said.removesuffix(f"{room}の") if room else said for said in before]
    if any(_KNOWS.search(said) and not _NO_MORE.search(said) for said in unroomed):
        return None
    kinds = {_SAME.get(match[0], match[0]) for match in found}
    if len(kinds) == 1:
        return kinds.pop()
    *before, last = _CLAUSES.split(plain)
    apart = before and _ASKED_FOR.search(last) and not _ASKED_FOR.search("".join(before))
    return (thing(last, room) or None) if apart else None


def exchange(plain: str) -> str:
    """So much of one currency and another; without an amount, what one of the first is worth."""
    plain = _LEFT_OVER.sub(r"\2\1", plain)
    if (found := _EXCHANGE.search(plain)) and found[2] != found[3]:
        other = f"何{found[3]}" if found[3] else "いくら"
        return f"{found[1]}{found[2]}は{other}"
    named = _CURRENCY.findall(plain)
    return f"{named[0]}のレートは" if named and not re.search(r"\d", plain) else ""


def calculation(plain: str) -> str:
    """A price times a number, a multiple, a price with something taken off, or a row of summands."""
    if (found := _OFF.search(plain)) and len(re.findall(r"\d[\d,]*", plain)) == 2:
        return f"{found[1]}円の{found[2]}{found[3]}引き"
    if (found := _EACH.search(plain)) and _ALL.search(plain) and len(re.findall(r"\d[\d,]*", plain)) == 2:
        return f"{found[1]}円×{found[2]}"
    if (found := _SPENT.search(plain)) and len(re.findall(r"\d[\d,]*", plain)) == 2:
        return f"{found[1]}-{found[2]}"
    if (found := _MEAN.search(plain)) and not re.search(r"\d", plain[: found.start()]):
        numbers = re.findall(_NUMBER, found[0])
        return f"({'+'.join(numbers)})/{len(numbers)}"
    if (found := _SCALED.search(plain)) and len(re.findall(r"\d[\d,.]*", plain)) == 3:
        return f"{found[2]}/{found[1]}×{found[3]}"
    if found := _PER.search(plain):
        return f"{found[1]}×{found[3]}"
    if found := _DIVIDED.search(plain):
        return f"{found[1]}÷{found[2]}"
    if found := _ROOT.search(plain):
        return f"{found[1]}の平方根"
    if found := _TIMES.search(plain):
        return f"{found[1]}×{found[2]}"
    return re.sub(r"[と、]", "+", found[0]) if (found := _ADDED.search(plain)) else ""


def called(plain: str) -> str:
    """Whom to call, by the words behind them."""
    return (match[1] or match[2]) if (match := _CALLED.search(plain)) else ""


def told(plain: str, person: str) -> str:
    """What somebody is to be told: all that stands between them and how."""
    first = _TOLD_FIRST.match(plain)
    if first and person and (person in first["who"] or first["who"] in person):
        return first["what"]
    match = _TOLD.search(plain)
    found = _INQUIRED.search(plain) if match is None else match
    return found[2] if found and person and (person in found[1] or found[1] in person) else ""


def sought(plain: str) -> str:
    """What is to be looked up, to the words that say how."""
    return match[1] if (match := _SOUGHT.search(plain)) else ""


def numbered(plain: str) -> dict[str, str]:
    """Gaps for a telephone number, minutes, the two ends of a range, how many, and a language."""
    minutes, tongues = _MINUTES.findall(plain), _TONGUE.findall(plain)
    ends = _RANGE.search(plain)
    up_to = None if ends else _UP_TO.search(plain)
    low, high = sorted((ends[1], ends[2]), key=int) if ends else ("1", up_to[1]) if up_to else ("", "")
    return {
        "phone": match[0].replace("の", "-") if (match := _PHONE.search(plain)) else "",
        "minutes": minutes[0] if len(minutes) == 1 else "",
        "low": low,
        "high": high,
        "count": match[1] if (match := _DICE.search(plain)) else "",
        "mode": _MODES.get(modes[0], modes[0]) if len(modes := _MODE.findall(plain)) == 1 else "",
        "step": steps[0] if len(steps := _STEP.findall(plain)) == 1 else "",
        "drawn": match[1] if (match := _DRAWN.search(plain)) else "",
        "tongue": tongues[0] if len(set(tongues)) == 1 else "",
    }


def among(items: Sequence[str], plain: str) -> str:
    """What is to be chosen from, each marked, or said as one of two or three; empty for less than two."""
    apart = [one for item in items for one in re.split(r"[、,]|(?<=.)(?:と|か)(?=.)", item) if one]
    if len(apart) > 1 and all(one in plain for one in apart):
        return "か".join(apart)
    said = [one for one in match.groups() if one] if (match := _CHOICE.search(plain)) else []
    return "か".join(said)
