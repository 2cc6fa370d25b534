"""What a month cost, and what it may not."""

import pytest

from kippu.errors import OverBudget
from kippu.record import Database, Spending


def test_the_worst_is_taken_first_and_set_right_after(database: Database) -> None:
    spending = Spending(database)
    number = spending.reserve("Near", 4.0, budget=5.0)
    assert Spending(database).spent() == 4.0
    with pytest.raises(OverBudget, match=r"cost 2 cents, and of this month's 5 cents 4\.00 are spent"):
        spending.reserve("Near", 2.0, budget=5.0)
    spending.settle(number, 0.5)
    spending.reserve("Far", 4.5, budget=5.0)
    assert spending.spent() == 5.0
    with pytest.raises(OverBudget):
        spending.reserve("Far", 0.01, budget=5.0)


def test_what_costs_nothing_passes_no_budget(database: Database) -> None:
    spending = Spending(database)
    spending.reserve("Home server", 0.0, budget=0.0)
    assert spending.spent() == 0.0


def test_another_month_is_another_budget(database: Database) -> None:
    spending = Spending(database)
    spending.reserve("Near", 5.0, budget=5.0)
    with database.write() as connection:
        connection.execute("UPDATE spending SET month = '2001-01'")
    assert spending.spent() == 0.0
