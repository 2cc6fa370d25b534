"""Makes up people, addresses, companies and numbers, each in the many ways people write them. Knows no sentence."""

import random
import string
from collections.abc import Callable
from typing import Any

import ways
from pools import LATIN, romaji, shuffled
from words import (
    BRAND_ENDS,
    BRAND_PARTS,
    DAYS,
    FIRMS,
    GROUPS,
    HONORIFIC,
    MONTHS,
    OFTEN,
    STREET_AFTER,
    STREET_BEFORE,
    STREET_BEHIND,
    STREET_JOINED,
    UNIT,
)

Make = Callable[[], str]


class Made:
    """Gives a new made-up value of a kind at each call."""

    def __init__(self, pools: dict[str, Any], random_: random.Random) -> None:
        self.pools, self.r = pools, random_
        keep = LATIN.fullmatch
        self.people = {
            locale: {part: [name for name in names if keep(name)] for part, names in parts.items()}
            for locale, parts in pools["people"].items()
        }
        self.people = {
            locale: parts for locale, parts in self.people.items() if all(len(p) > 5 for p in parts.values())
        }
        self.foreign = {
            k: v
            for k, v in pools["people"].items()
            if k not in self.people and not k.startswith(("ja", "zh", "ko", "th"))
        }
        self.locales = [*self.people, *(locale for locale in OFTEN if locale in self.people)]
        self.streets = shuffled(pools["streets"], 1)
        self.latin_streets = [street for street in self.streets if keep(street)]
        self.shorts = [name for name in pools["places"]["cities"] if len(name) < 20]

    def pick(self, values: Any) -> Any:
        return values[int(self.r.random() * len(values))]

    def odds(self, share: float) -> bool:
        return self.r.random() < share

    def digits(self, count: int) -> str:
        return "".join(self.r.choices(string.digits, k=count))

    # -- people
    def names(self) -> tuple[str, str]:
        """A first and a last name of one country."""
        if self.odds(0.04):
            first, last = (
                self.pick(self.pools["japanese"]["first"])[1],
                self.pick(self.pools["japanese"]["last"])[1],
            )
            return romaji(first).title() or "Ken", romaji(last).title() or "Mori"
        if self.odds(0.02) and self.foreign:
            parts = self.foreign[self.pick(list(self.foreign))]
        else:
            parts = self.people[self.pick(self.locales)]
        return self.pick(parts["first"]), self.pick(parts["last"])

    def first(self) -> str:
        return self.names()[0]

    def last(self) -> str:
        return self.names()[1]

    def person(self) -> str:
        first, last = self.names()
        way = self.r.random()
        letter = self.pick(string.ascii_uppercase)
        if way < 0.46:
            return f"{first} {last}"
        if way < 0.56:
            return f"{first} {letter}{self.pick(['.', ''])} {last}"
        if way < 0.70:
            return first
        if way < 0.78:
            return last
        if way < 0.82:
            return f"{first} {self.names()[0]} {last}"
        if way < 0.86:
            return f"{first} {last}{self.pick('- ')}{self.names()[1]}"
        if way < 0.89:
            return f"{last} {first}"
        if way < 0.91:
            return f"{last}, {first}"
        if way < 0.93:
            return f"{letter}. {last}"
        if way < 0.96:
            return f"{self.pick(HONORIFIC)} {first} {last}"
        if way < 0.98:
            return f"{first} {self.pick(['de', 'van', 'von', 'di', 'da', 'el', 'bin', 'van der', 'de la', 'O', 'Mc'])} {last}"
        return f"{first} {last}{self.pick([' Jr.', ' III', ' PhD', ' MD', ', Esq.'])}"

    def formal(self) -> str:
        first, last = self.names()
        return ways.formal(first, self.first(), last, self.r)

    def nick(self) -> str:
        return ways.nick(*self.names(), self.r)

    def username(self) -> str:
        return f"@{self.first().lower().replace(' ', '_')}{self.pick(['', '_', '.'])}{self.pick([self.digits(2), self.last().lower()])}".replace(
            " ", ""
        )

    # -- places
    def place(self) -> str:
        places, way = self.pools["places"], self.r.random()
        if way < 0.35:
            return self.pick(places["known"])
        if way < 0.55:
            return self.pick(places["big"])
        if way < 0.80:
            return self.pick(self.shorts)
        if way < 0.90:
            return self.pick(places["countries"])
        if way < 0.95:
            return self.pick(places["states"])
        if way < 0.975:
            return self.pick(places["other_script"])
        return f"{self.pick(['North', 'South', 'East', 'West', 'New', 'Port', 'Lake', 'San', 'Santa', 'Saint', 'Bad', 'Nový'])} {self.last()}{self.pick(['', '', 'ville', 'town', 'berg', 'mouth'])}"

    def country(self) -> str:
        return (
            self.pick(["USA", "UK", "U.S.", "United States", "Great Britain"])
            if self.odds(0.1)
            else self.pick(self.pools["places"]["countries"])
        )

    def region(self) -> str:
        return self.pick(self.pools["places"]["states"])

    def street(self) -> str:
        way, stem = self.r.random(), self.pick([self.last, self.first, self.last, self._town])()
        if way < 0.25:
            return f"{stem} {self.pick(STREET_BEHIND)}"
        if way < 0.45:
            return f"{stem.split()[-1]}{self.pick(['', '', '', 's'])}{self.pick(STREET_JOINED)}"
        if way < 0.62:
            return f"{self.pick(STREET_BEFORE)} {stem}"
        if way < 0.68:
            return f"{stem} {self.pick(STREET_AFTER)}"
        if way < 0.72:
            return stem
        if way < 0.75:
            return f"{self.pick(['1st', '2nd', '3rd', '5th', '12th', '42nd', 'Main', 'High', 'Church', 'Park', 'Elm'])} {self.pick(STREET_BEHIND)}"
        return self.pick(self.latin_streets if self.odds(0.93) else self.streets)

    def _town(self) -> str:
        return self.pick(self.shorts)

    def house(self) -> str:
        number = str(self.r.randint(1, 10 ** self.r.randint(1, 4)))
        return number + self.pick(
            ["", "", "", "", "", self.pick("abcABC"), f"/{self.digits(1)}", f"-{self.digits(2)}", "."]
        )

    def unit(self) -> str:
        return f"{self.pick(UNIT.split('|'))} {self.pick([self.digits(3), self.digits(3), self.digits(2), self.pick('ABCDEF'), self.digits(1) + self.pick('ABC')])}"

    def postcode(self) -> str:
        return self.pick(self.pools["postcodes"])

    def address(self) -> str:
        way = self.r.random()
        if way < 0.10:
            return self.pick(self.pools["addresses"])
        street, house = self.street(), self.house()
        line = self.pick(
            [f"{house} {street}", f"{house} {street}", f"{street} {house}", f"{street}, {house}"]
        )
        if self.odds(0.12):
            line = f"{self.digits(self.r.randint(2, 5))} {line}"
        if way < 0.30:
            return line
        if self.odds(0.4):
            line += self.pick([" ", ", ", "\n", "\n "]) + self.unit()
        if way < 0.42:
            return line
        if way < 0.46:
            return self.pick(
                [
                    f"PSC {self.digits(4)}, Box {self.digits(4)}\nAPO AE {self.digits(5)}",
                    f"{self.pick(['USS', 'USNS', 'USCGC', 'USNV'])} {self.last()}\nFPO AP {self.digits(5)}",
                    f"Unit {self.digits(4)} Box {self.digits(4)}\nDPO AA {self.digits(5)}",
                    f"PO Box {self.digits(4)}",
                    f"{self.unit()}",
                ]
            )
        between = self.pick([", ", ", ", "\n", "\n ", " ", "\n    "])
        code, town = self.postcode(), self.place()
        parts = self.pick(
            [
                [town],
                [f"{town} {code}"],
                [f"{code} {town}"],
                [town, f"{self._state()} {code}"],
                [town, self._state()],
                [town, self.country()],
                [f"{town}", f"{self._state()}", f"{self.country()} {code}"],
                [town, f"{self.country()} {code}"],
                [f"{code} {town}", self.country()],
                [town, code],
                [town, self.region(), code],
            ]
        )
        return between.join([line, *parts])

    def _state(self) -> str:
        return "".join(self.r.choices(string.ascii_uppercase, k=2))

    # -- organizations
    def org(self) -> str:
        way, name = self.r.random(), self.pick([self.last, self.place, self.last])()
        if way < 0.22:
            return self.pick(self.pools["companies"])
        if way < 0.36:
            return self.pick(FIRMS)
        if way < 0.46:
            parts = self.r.choices(
                "ver da fe ro lu cid xi ni te gar min con no ta ev id el om ka zu bo li tra qua sy vo ra mi on as per jo ne".split(),
                k=self.r.randint(2, 4),
            )
            return "".join(parts).title() + self.pick(["", "", "", " Inc.", " Software", " Group"])
        if way < 0.64:
            brand = self.pick(BRAND_PARTS) + self.pick(
                [self.pick(BRAND_PARTS), self.pick(BRAND_ENDS), self.pick(BRAND_PARTS)]
            )
            brand = self.pick(
                [
                    brand.title(),
                    brand.title(),
                    brand.title(),
                    f"{self.pick(BRAND_PARTS)} {self.pick(BRAND_PARTS)}".title(),
                ]
            )
            return brand + self.pick(
                [
                    "",
                    "",
                    "",
                    "",
                    " Inc",
                    " Inc.",
                    " LLC",
                    " Ltd",
                    " GmbH",
                    " Corp",
                    " Group",
                    " Partners",
                    " Labs",
                    " Technologies",
                    " Analytics",
                    " Data",
                    ".com",
                ]
            )
        if way < 0.72:
            return f"{name} {self.pick('University|College|Hospital|Bank|School|Institute|Foundation|Airlines|Museum|Insurance|Hotel|Research|Church|Council|Police Department|FC|Records|Press|Clinic|Pharmacy|Cafe|Bakery|Law Firm|Dental'.split('|'))}"
        if way < 0.79:
            return f"{self.pick('University of|Bank of|Museum of|Institute of|City of|Ministry of|Department of|Embassy of|Friends of|Hotel|Café|Restaurant|St.'.split('|'))} {name}"
        if way < 0.90:
            return f"{name}{self.pick([' & Sons', ' and Sons', ' Inc', ' Inc.', ' LLC', ' Ltd', ' Ltd.', ' Group', ' PLC', ' GmbH', ' AG', ' S.A.', ' Corporation', ' Corp.', ' Company', ' & Co.', ' Holdings', ' Enterprises', ' Brothers', ' Oy', ' AB', ' ApS', ' Kft.', ' s.r.o.', ' SpA', ' Systems', ' Consulting', ' Motors', ' Energy', ' Media', ' Foods'])}"
        if way < 0.95:
            return f"{name} {self.pick(['&', 'and', '-'])} {self.last()}"
        return "".join(self.r.choices(string.ascii_uppercase, k=self.r.randint(2, 5)))

    def club(self) -> str:
        return ways.club(self.place(), *self.names(), self.r)

    def university(self) -> str:
        return ways.university(self.place(), self.last(), self.r)

    def body(self) -> str:
        return ways.body(self.place(), self.last(), self.r)

    def team(self) -> str:
        return ways.team(self.place(), self.last(), self.r)

    def town(self) -> str:
        return self._town()

    def national(self) -> str:
        return ways.national(self._town, *self.names(), self.r)

    def group(self) -> str:
        return self.pick(GROUPS) + ("s" if self.odds(0.12) else "")

    def title(self) -> str:
        return self.pick(HONORIFIC[:10] if self.odds(0.85) else HONORIFIC)

    def job(self) -> str:
        job = self.pick(self.pools["jobs"])
        return job.lower() if self.odds(0.4) else job

    # -- numbers
    def phone(self) -> str:
        if self.odds(0.55):
            return self.pick(self.pools["phones"])
        groups = [self.digits(self.r.randint(2, 4)) for _ in range(self.r.randint(2, 5))]
        return self.pick(["", "", "+", "0", "00", "("]).replace(
            "(", f"({self.digits(self.r.randint(2, 3))}) "
        ) + self.pick([" ", "-", ".", "", " ", "-"]).join(groups)

    def email(self) -> str:
        first, last = (part.lower().replace(" ", "") for part in self.names())
        return f"{self.pick([first, first + '.' + last, first[:1] + last, last + self.digits(2)])}@{self.pick(BRAND_PARTS)}{self.pick(['', '-' + self.pick(BRAND_PARTS)])}.{self.pick('com net org de fr co.uk hu dk se jp io'.split())}"

    def url(self) -> str:
        return (
            self.pick(["https://", "http://", "www.", "", "https://www."])
            + f"{self.pick(BRAND_PARTS)}{self.pick(BRAND_PARTS)}.{self.pick('com net org de fr co.uk hu dk se jp io'.split())}"
            + self.pick(["", "", "/", "/" + self.pick(BRAND_PARTS)])
        )

    def card(self) -> str:
        number = self.pick("34562") + self.digits(self.pick([15, 15, 15, 14, 12, 11, 18]))
        return self.pick(
            [
                number,
                number,
                number,
                " ".join(number[i : i + 4] for i in range(0, len(number), 4)),
                "-".join(number[i : i + 4] for i in range(0, len(number), 4)),
            ]
        )

    def iban(self) -> str:
        code = (
            self.pick("GB DE FR NL ES IT".split())
            + self.digits(2)
            + self.pick(["", self._state() + self._state()])
            + self.digits(self.r.randint(12, 18))
        )
        return self.pick([code, code, " ".join(code[i : i + 4] for i in range(0, len(code), 4))])

    def account(self) -> str:
        return self.pick(
            [
                self.digits(self.r.randint(5, 12)),
                self._state() + self.digits(6),
                f"{self._state()}-{self.digits(5)}",
                f"{self.digits(4)}-{self.digits(5)}",
            ]
        )

    def sortcode(self) -> str:
        return f"{self.digits(2)}-{self.digits(2)}-{self.digits(2)}"

    def routing(self) -> str:
        return self.digits(9)

    def ssn(self) -> str:
        return (
            f"{self.digits(3)}-{self.digits(2)}-{self.digits(4)}"
            if self.odds(0.7)
            else self.pick(self.pools["ssns"])
        )

    def licence(self) -> str:
        return self.pick(
            [
                self.pick(string.ascii_uppercase) + self.digits(self.r.randint(6, 14)),
                self.digits(self.r.randint(7, 10)),
                self._state() + self.digits(6),
                f"{self.pick(string.ascii_uppercase)}{self.digits(3)}-{self.digits(4)}-{self.digits(4)}",
                f"{self.digits(2)}-{self.digits(3)}-{self.digits(4)}",
            ]
        )

    def passport(self) -> str:
        return self.pick(["", self.pick(string.ascii_uppercase), self._state()]) + self.digits(
            self.r.randint(7, 9)
        )

    def plate(self) -> str:
        return self.pick(self.pools["plates"])

    def ip(self) -> str:
        return ".".join(str(self.r.randint(1, 254)) for _ in range(4))

    def cvv(self) -> str:
        return self.digits(3)

    def expiry(self) -> str:
        return f"{self.r.randint(1, 12):02}/{self.r.randint(24, 33)}"

    def num(self) -> str:
        return str(self.r.randint(1, 10 ** self.r.randint(1, 3)))

    def amount(self) -> str:
        return (
            self.pick(["$", "€", "£", ""])
            + self.pick([self.num(), f"{self.r.randint(1, 99)},{self.digits(3)}", f"{self.num()}.50"])
            + self.pick(["", "", " dollars", " EUR"])
        )

    # -- time
    def year(self) -> str:
        return str(self.r.randint(1850, 2030))

    def weekday(self) -> str:
        return self.pick(DAYS)

    def time(self) -> str:
        return self.pick(
            [
                f"{self.r.randint(0, 23)}:{self.r.randint(0, 59):02}",
                f"{self.r.randint(1, 12)} {self.pick(['am', 'pm', 'a.m.'])}",
                "noon",
            ]
        )

    def date(self) -> str:
        y, m, d = self.r.randint(1930, 2030), self.r.randint(1, 12), self.r.randint(1, 28)
        month = self.pick([MONTHS[m - 1], MONTHS[m - 1][:3]])
        return self.pick(
            [
                f"{m}/{d}/{y}",
                f"{d}.{m}.{y}",
                f"{y}-{m:02}-{d:02}",
                f"{y}-{m:02}-{d:02} {self.r.randint(0, 23):02}:{self.digits(1)}0:{self.digits(1)}1",
                f"{month} {d}, {y}",
                f"{d} {month} {y}",
                f"{month} {d}",
                f"the {d}th of {month}",
                f"{month} {y}",
                str(y),
                self.weekday(),
                f"{d}/{m}/{y % 100:02}",
                f"{self.weekday()}, {month} {d}",
            ]
        )

    def birth_date(self) -> str:
        y, m, d = self.r.randint(1930, 2020), self.r.randint(1, 12), self.r.randint(1, 28)
        return self.pick(
            [
                f"{m}/{d}/{y}",
                f"{d}.{m}.{y}",
                f"{y}-{m:02}-{d:02}",
                f"{MONTHS[m - 1]} {d}, {y}",
                f"{d} {MONTHS[m - 1]} {y}",
                f"{d}-{MONTHS[m - 1][:3]}-{y}",
            ]
        )

    def age(self) -> str:
        return str(self.r.randint(1, 99))
