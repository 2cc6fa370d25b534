"""Check digits, as the numbers' own standards define them. Knows digits, and no text around them."""

IBAN_LENGTHS = {
    code: int(length)
    for code, length in (
        pair.split(":")
        for pair in (
            "AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BI:27 BR:29 BY:28 CH:21 CR:22 CY:28 "
            "CZ:24 DE:22 DJ:27 DK:18 DO:28 EE:20 EG:29 ES:24 FI:18 FK:18 FO:18 FR:27 GB:22 GE:22 GI:23 "
            "GL:18 GR:27 GT:28 HR:21 HU:28 IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 KZ:20 LB:28 LC:32 "
            "LI:21 LT:20 LU:20 LV:21 LY:25 MC:27 MD:24 ME:22 MK:19 MN:20 MR:27 MT:31 MU:30 NI:28 NL:18 "
            "NO:15 OM:23 PK:24 PL:28 PS:29 PT:25 QA:29 RO:24 RS:22 RU:33 SA:24 SC:31 SD:18 SE:24 SI:19 "
            "SK:24 SM:27 SO:23 ST:25 SV:28 TL:23 TN:24 TR:26 UA:29 VA:22 VG:24 XK:20"
        ).split()
    )
}
"""Length of an account number by country, from the SWIFT registry of IBANs."""


def luhn(digits: str) -> bool:
    """Whether a payment card's number is one (ISO/IEC 7812)."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def iban(letters: str) -> bool:
    """Whether it is an account number by ISO 13616. ``letters`` has no spaces and is in capitals."""
    if len(letters) < 15 or not letters.isascii() or not letters.isalnum():
        return False
    turned = letters[4:] + letters[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def my_number(digits: str) -> bool:
    """Whether twelve digits are an individual number (Japan's ordinance 85 of 2014, article 5)."""
    if len(digits) != 12:
        return False
    rest = sum(int(digit) * (n + 1 if n <= 6 else n - 5) for n, digit in enumerate(digits[10::-1], 1)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)
