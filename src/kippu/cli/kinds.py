"""What kinds of personal data are called in the person's language. Knows no text that has any in it."""

from collections.abc import Iterable

from kippu.cli.person import say

_NAMES: dict[str, tuple[str, str]] = {
    "person": ("names", "人名"),
    "address": ("addresses", "住所"),
    "place": ("places", "地名"),
    "postcode": ("postal codes", "郵便番号"),
    "organization": ("organisations", "組織名"),
    "group": ("groups", "所属"),
    "title": ("titles", "肩書き"),
    "phone": ("phone numbers", "電話番号"),
    "email": ("e-mail addresses", "メールアドレス"),
    "url": ("web addresses", "URL"),
    "username": ("user names", "ユーザー名"),
    "ip": ("network addresses", "ネットワークアドレス"),
    "card": ("card numbers", "カード番号"),
    "iban": ("bank accounts", "銀行口座"),
    "account": ("account numbers", "口座や会員の番号"),
    "ssn": ("social security numbers", "社会保障番号"),
    "my_number": ("My Numbers", "マイナンバー"),
    "licence": ("driving licences", "運転免許証番号"),
    "passport": ("passports", "旅券番号"),
    "plate": ("number plates", "車のナンバー"),
    "birth_date": ("dates of birth", "生年月日"),
    "date": ("dates", "日付"),
    "age": ("ages", "年齢"),
    "secret": ("passwords and keys", "パスワードや鍵"),
}


def named(kinds: Iterable[str]) -> str:
    """Such as ``names, phone numbers``; a kind without a name of ours as it is."""
    return say(", ", "、").join(say(*_NAMES.get(kind, (kind, kind))) for kind in kinds)
