"""Says what the words before a number call it. Knows the words, in English and Japanese, and no numbers."""

from kippu.guard.personal.found import Kind
from kippu.regex import regex

_WORDS: dict[Kind, str] = {
    "my_number": "マイナンバー,マイナンバーカード,個人番号,my number,my number card",
    "licence": "license,licence, dl ,driver s, driver,permit,免許,運転",
    "passport": "passport,旅券,パスポート",
    "ssn": (
        " ssn ,social security,national id,national insurance,national number, nino ,tax id,tax number, itin "
        ", nric , nhs , ni number, sin ,social insurance,aadhaar,aadhar, pan , cpf , dni , nie , nif , nss "
        ", curp , kennitala , rg , cuit , rut , cedula ,codice fiscale,personnummer,steuer, bsn , pesel "
        ", pps , tfn ,identity number,identity card,id number,id card"
        ",基礎年金,年金番号,保険証,被保険者,在留カード,身分証"
    ),
    "card": (
        " card, cards , cc , visa,mastercard,master card,amex,american express,jcb,maestro,discover"
        ",クレジット,カード"
    ),
    "account": (
        "account,acct, a c ,routing,sort code, bic , bank,customer,client,member,order,invoice,booking"
        ",reservation,tracking,policy,reference, ref , case ,ticket,serial,patient,student,employee"
        ", mrn , vin , imei , meter ,complaint, claim ,prisoner,inmate,pupil,candidate,badge,green card,alien"
        ",口座,普通預,普通,当座,支店,銀行,会員,注文,予約,お客様,顧客"
        ",証券,伝票,整理,診察券,患者,学籍,社員,介護保険,登録番号,受験,受付,請求,見積,契約番号,問い合わせ番号"
    ),
    "phone": (
        "phone, call, cell,mobile, tel , fax, ring , text , sms ,whatsapp,reach, dial,contact,hotline"
        ",answering,電話,携帯,スマホ,ケータイ,ファックス,連絡,ショートメール,フリーダイヤル"
    ),
    "postcode": " zip ,postcode,post code,postal,〒,郵便",
}
"""Words between commas; a space is where a word begins or ends, and any mark."""

_KINDS = sorted(
    ((word, kind) for kind, words in _WORDS.items() for word in words.split(",")),
    key=lambda pair: -len(pair[0]),
)
"""The longer first: a green card is no payment card."""
_LABELS = frozenset(word.strip() for word, _ in _KINDS)
_MARKS = regex(r"[^\w〒]+")
_FAR = 48
"""How many characters before a number its word may stand."""


def is_label(word: str) -> bool:
    """Whether it is one of these words itself: "CPF"."""
    return word.strip().lower() in _LABELS


def called(text: str, start: int) -> Kind | None:
    """What the nearest word before ``start`` calls the number there."""
    before = f" {_MARKS.sub(' ', text[max(0, start - _FAR) : start].lower())} "
    nearest, kind = -1, None
    for word, of in _KINDS:
        at = before.rfind(word)
        if at >= 0 and at + len(word) > nearest:
            nearest, kind = at + len(word), of
    return kind
