"""Writes examples for `kippu layer train`: notes on an expense, and the one line that an office books.

    python scripts/expense_lines.py docs/layers/expense-lines.csv

Made by a grammar of our own, so the rows are Apache-2.0 like the rest. Each row has another wording, amount
and order of its parts; the seed makes the same rows again.
"""

import csv
import random
import sys
from pathlib import Path

KINDS = {
    "taxi": (
        "taxi, cab, taxi ride, cab ride, minicab",
        "from the airport, to the station, to the client, back to the hotel, after the late meeting",
    ),
    "train": (
        "train ticket, train, rail ticket, return ticket by train, railway fare",
        "to Leeds, to the fair, from Vienna, to the training, for Monday's visit",
    ),
    "hotel": (
        "hotel, hotel room, one night at the hotel, two nights in a guest house, overnight stay",
        "in Lisbon, near the fair, for the conference, in Ghent, during the audit",
    ),
    "meal": (
        "lunch, dinner, breakfast, team dinner, sandwich and coffee, business lunch",
        "with a customer, at the airport, with two suppliers, on the way to Kobe, during the workshop",
    ),
    "parking": (
        "parking, car park, parking ticket, parking garage",
        "at the airport, downtown, at the trade fair, for two days, next to the court",
    ),
    "fuel": (
        "fuel, petrol, diesel, gas for the rental car, a full tank",
        "on the motorway, before returning the car, for the delivery van, near Lyon",
    ),
    "flight": (
        "flight, plane ticket, airfare, return flight",
        "to Oslo, to headquarters, from Osaka, for the kick-off, to the partner meeting",
    ),
    "office": (
        "printer paper, toner, envelopes, two notebooks, whiteboard markers, a stapler",
        "for the front desk, for the workshop, for accounting, for the new colleague",
    ),
    "phone": (
        "phone bill, roaming package, SIM card, mobile data",
        "for April, while abroad, for the trip to Chile, for the field team",
    ),
    "postage": (
        "stamps, parcel, courier, registered letter, express shipping",
        "to the lawyer, to the customer, for the samples, for the signed contract",
    ),
}
"""What is booked, how people call it, and what they add."""
MONEY = {
    "EUR": ("{n} euros", "€{n}", "{n} EUR", "{n} €"),
    "USD": ("{n} dollars", "${n}", "{n} USD", "{n} bucks"),
    "GBP": ("{n} pounds", "£{n}", "{n} GBP", "{n} quid"),
    "JPY": ("{n} yen", "¥{n}", "{n} JPY"),
}
PAID = {
    "card": ("paid by card", "with the company card", "on the company card", "card"),
    "cash": ("paid cash", "in cash", "cash", "paid with coins and notes"),
    "own": ("from my own pocket", "paid it myself", "on my private card", "I laid out the money"),
    "open": ("not paid yet", "on invoice", "bill is still open", "to be invoiced"),
}
ORDERS = (
    "{what} {detail}, {money}, {paid}",
    "{money} for {what} {detail}, {paid}",
    "{paid}: {what} {detail} {money}",
    "{what} {money} {paid} ({detail})",
    "Spent {money} on {what} {detail}, {paid}.",
    "Please book {what} {detail}: {money}, {paid}",
    "{what}, {detail}. It was {money}. {paid}",
    "{detail} I had {what} for {money}, {paid}",
)


def amount(random: random.Random, currency: str) -> tuple[str, str]:
    """An amount as it is said, and as it is booked."""
    if currency == "JPY":
        value = random.randrange(3, 400) * 100
        return random.choice((f"{value}", f"{value:,}")), f"{value}.00"
    whole, cents = (
        random.randrange(2, 420),
        random.choice((0, 0, 5, 20, 50, 80, 90, 95, random.randrange(100))),
    )
    booked = f"{whole}.{cents:02}"
    if not cents:
        return random.choice((f"{whole}", booked)), booked
    return random.choice((booked, f"{whole},{cents:02}")), booked


def row(random: random.Random) -> tuple[str, str]:
    """A note, and the line for it."""
    kind = random.choice(tuple(KINDS))
    currency = random.choice(("EUR", "EUR", "USD", "GBP", "JPY"))
    paid = random.choice(tuple(PAID))
    said, booked = amount(random, currency)
    whats, details = KINDS[kind]
    note = random.choice(ORDERS).format(
        what=random.choice(whats.split(", ")),
        detail=random.choice(details.split(", ")),
        money=random.choice(MONEY[currency]).format(n=said),
        paid=random.choice(PAID[paid]),
    )
    note = random.choice((note, note, note[0].upper() + note[1:], note.lower()))
    return note, f"{kind} | {booked} {currency} | {paid}"


def rows(count: int, seed: int) -> list[tuple[str, str]]:
    """So many rows, no note twice."""
    made, source = {}, random.Random(seed)
    while len(made) < count:
        note, line = row(source)
        made[note] = line
    return list(made.items())


def main(file: Path) -> None:
    """Write the file."""
    with file.open("w", encoding="utf-8", newline="") as to:
        writer = csv.writer(to, lineterminator="\n")
        writer.writerow(("prompt", "answer"))
        writer.writerows(rows(300, seed=20261127))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
