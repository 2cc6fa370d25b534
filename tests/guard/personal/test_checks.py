"""Check digits."""

import pytest

from kippu.guard.personal import checks


@pytest.mark.parametrize(
    "digits", ["4111111111111111", "378282246310005", "6304000000000000", "4222222222222"]
)
def test_card_numbers_pass(digits: str) -> None:
    assert checks.luhn(digits)


def test_one_wrong_digit_makes_no_card() -> None:
    assert not checks.luhn("4111111111111112")


def test_account_numbers_pass_and_changed_ones_do_not() -> None:
    assert checks.iban("GB82WEST12345698765432")
    assert checks.iban("DE89370400440532013000")
    assert not checks.iban("GB82WEST12345698765433")
    assert not checks.iban("GB82")


def test_individual_number_of_japan() -> None:
    assert checks.my_number("123456789018")
    assert not checks.my_number("123456789012")
    assert not checks.my_number("12345678901")
