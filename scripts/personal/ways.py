"""Further ways to write a name, an organization and an address, as forms, chats and nations do. Knows no sentence."""

import random
import string
from collections.abc import Callable

_SHOP = (
    "Bakery Bookshop Vets Plumbing Roofing Nursery Garage Autos Joinery Flowers Barbers Opticians Tailors Dental Pizza"
    " Kebab Cycles Electrical Cleaning Removals Catering Interiors Landscapes Fitness Studios Cinema Theatre Brewery Farm"
    " Orthodontics Physio Solicitors Chambers Architects Surveyors Lettings Properties Logistics Shipping Fisheries"
).split()
_CLUB = (
    "Rowing Club|Tennis Club|Choir|Chess Club|Allotment Society|Historical Society|Cricket Club|Rotary|Youth Orchestra"
    "|Scouts|Food Bank|Parish Council|Housing Association|Credit Union|Residents' Association|Swimming Club|Film Society"
    "|United|City FC|Rovers|Wanderers|Tigers|Harriers|Cycling Team|Drama Group|Brass Band|Mosque|Synagogue|Temple|Gurdwara"
).split("|")
_SCHOOL = (
    "Primary|Primary School|High|High School|Middle School|Elementary|Grammar School|Academy|Kindergarten|Sixth Form|Prep"
).split("|")
_STUDY = "Technology|Acoustics|Marine Biology|Fine Arts|Public Health|Economics|Physics|Design|Applied Sciences".split(
    "|"
)
_BODY = (
    "City Council|District Council|Grammar School|Zoo|Museum|Library|Cathedral|Synagogue|Chamber of Commerce|Family Court"
    "|Medical Center|Fire Brigade|Theatre|Airport|Police|Town Hall|Job Centre|Women's Shelter|Botanical Garden|Symphony Orchestra"
).split("|")
_PAPER = (
    "Gazette Herald Times Chronicle Courier Tribune Echo Observer Post Review Star Weekly Journal".split()
)
_TEAM = (
    "Rovers United Wanderers City Tigers Hawks Bears Wolves Knights Giants Comets Pirates Falcons Ravens Rockets Sharks Lions"
    " Warriors Kings Rangers Athletic Harriers Storm Dragons Bulls Eagles Steelers Bandits"
).split()
_SIGN = "Golden Silver Rusty Blue Green Crooked Hungry Lazy Little Old Painted Quiet Red Salty Velvet Wandering".split()
_THING = "Anchor Barrel Bean Crown Donkey Fig Fork Goose Kettle Lantern Lion Olive Oven Plough Rooster Spoon Thistle".split()
_OFFICE = (
    "General Hospital|Children's Hospital|County Court|District Council|Public Library|Medical Centre|Health Centre|Surgery"
    "|Police|Fire Department|Tax Office|Harbour Authority|Water|Gas & Electric|Transit|Airways|Savings Bank|Mutual"
).split("|")


def formal(first: str, second: str, last: str, r: random.Random) -> str:
    """A name as tables, tickets and signatures have it."""
    a, b = first[:1], second[:1]
    ways = (
        f"{last.upper()}, {first}", f"{last.upper()} {first}", f"{first} {last.upper()}", f"{last}, {a}.",
        f"{last.upper()}/{first.upper()} {r.choice(('MR', 'MRS', 'MS'))}", f"{a}. {b}. {last}", f"{a}.{b}. {last}",
        f"{a} {last}", f"{first} {last[:1]}.", f"{last} {a}.", f"{last}, {first} {b}.", f"{a}. {second} {last}",
        f"{a}. {last}", f"{a}. {last}", f"{first} {b}. {last}", f"{first} {second} {last}",
    )  # fmt: skip
    return r.choice(ways)


def nick(first: str, last: str, r: random.Random) -> str:
    """What friends and family say."""
    short = first.split(maxsplit=1)[0][: r.randint(2, 4)]
    ways = (
        short, short, short + r.choice(("y", "ie", "o", "s", "z", "ster", "i")), first.split(maxsplit=1)[0],
        f"{r.choice(('Big', 'Little', 'Old', 'Young', 'Crazy', 'Tall'))} {first}",
        f"{r.choice(('Auntie', 'Aunt', 'Uncle', 'Nana', 'Granny', 'Grandpa', 'Grandma', 'Papa', 'Cousin', 'Tía', 'Opa', 'Oma'))} {first}",
        f"{r.choice(('Coach', 'Sister', 'Father', 'Pastor', 'Nurse', 'Officer', 'Chef', 'Sergeant', 'DJ'))} {last}",
    )  # fmt: skip
    return r.choice(ways)


def club(place: str, first: str, last: str, r: random.Random) -> str:
    """A shop, school, club or office around the corner."""
    saint = r.choice(("St", "St.", "Saint", "Our Lady of", "San", "Sankt"))
    ways = (
        f"{last} {r.choice(_SHOP)}", f"{last}'s {r.choice(_SHOP)}", f"{last} & {r.choice(('Sons', 'Daughters', 'Co'))} {r.choice(_SHOP)}",
        f"{first}'s {r.choice(_SHOP)}", f"{place} {r.choice(_CLUB)}", f"{place} & District {r.choice(_CLUB)}",
        f"{saint} {first}'s {r.choice(_SCHOOL)}", f"{saint} {first} {r.choice(_SCHOOL)}", f"{place} {r.choice(_SCHOOL)}",
        f"{last} {r.choice(_SCHOOL)}", f"{place} {r.choice(('School', 'Institute', 'College', 'Academy'))} of {r.choice(_STUDY)}",
        f"{r.choice(('The ', 'the ', ''))}{r.choice(_SIGN)} {r.choice(_THING)}", f"{place} {r.choice(_OFFICE)}",
        f"{r.choice(('Friends of', 'Save', 'Society of', 'Association of', 'Parents of'))} {place}",
        f"{r.choice(_SIGN)} {r.choice(_THING)} {r.choice(_SHOP)}", f"{last}, {first} & Partners", f"{last} {place}",
    )  # fmt: skip
    return r.choice(ways)


def university(place: str, last: str, r: random.Random) -> str:
    """Where somebody studies, as CVs and articles have it."""
    letters = "".join(r.choices(string.ascii_uppercase, k=r.randint(3, 4)))
    ways = (
        f"University of {place}", f"University of {place}", f"{place} University", f"{place} University", f"the University of {place}",
        f"{last} University", f"{last} College", f"{place} State University", f"{place} {r.choice(('Institute', 'College', 'School'))} of {r.choice(_STUDY)}",
        f"{place} Business School", f"{last} College {place}", f"Technical University of {place}", f"Universität {place}", f"U{place[:1]}{letters[:2]}",
        f"{place} Polytechnic", f"{last} School of {r.choice(_STUDY)}", f"Universidad de {place}", f"Université de {place}", letters,
    )  # fmt: skip
    return r.choice(ways)


def body(place: str, last: str, r: random.Random) -> str:
    """An office, school, paper or house that is named for its place."""
    ways = (
        f"{place} {r.choice(_OFFICE)}", f"{place} {r.choice(_SCHOOL)}", f"{place} {r.choice(_BODY)}", f"{place} {r.choice(_BODY)}",
        f"{last} {r.choice(_BODY)}", f"The {place} {r.choice(_PAPER)}", f"the {place} {r.choice(_PAPER)}", f"{place} {r.choice(_PAPER)}",
        f"the {last} {r.choice(('Foundation', 'Trust', 'Fund', 'Museum', 'Institute', 'Commission', 'Prize Committee'))}",
    )  # fmt: skip
    return r.choice(ways)


def team(place: str, last: str, r: random.Random) -> str:
    """Who plays: a town's or a firm's team, or its town alone with what supporters call it."""
    plays = r.choice(_TEAM)
    ways = (f"{place} {plays}", f"{place} {plays}", f"the {place} {plays}", f"the {plays}", f"{last} {plays}", f"FC {place}", f"{r.choice(('SV', 'AC', 'BK', 'SC', 'KV', 'Real', 'Sporting', 'Dynamo'))} {place}", f"{place} FC", f"{place} {r.randint(2, 20)}s")  # fmt: skip
    return r.choice(ways)


def national(town: Callable[[], str], first: str, last: str, r: random.Random) -> str:
    """An address in the shape that one of two dozen nations gives it."""
    n, m, big = r.randint(1, 28), r.randint(1, 9), r.randint(1, 320)
    code = "".join(r.choices(string.digits, k=7))
    a, b = (r.choice(string.ascii_uppercase) for _ in "ab")
    ways = (
        f"Flat {m}, {big} {last} Road, {town()} {a}{b}{n} {m}{b}{a}", f"{n} {last} Close, {town()}", f"The Old {r.choice(_THING)}, {last} Lane",
        f"{last} House, {n} {first} Street, {town()}, {a}{n} {m}{b}{a}", f"{big} {last} Ave, {town()}, {a}{b} {code[:5]}",
        f"{big} SW {n}th St #{code[:3]}, {town()}, {a}{b} {code[:5]}", f"Lvl {m}, {big} {last} St, {town()} NSW {code[:4]}",
        f"{n} {last} Crescent, {town()} {a}{m}{b} {m}{a}{m}", f"RR {m}, Box {n}, {town()}", f"P.O. Box {code[:5]}-{code[2:]}, {town()}",
        f"H.No. {m}-{n}/{big}, {last} Nagar, {town()} - {code[:6]}", f"Plot {n}, {last} Estate, {town()}", f"Blk {n}, Lot {m}, {last} St., Brgy. {first}, {town()}",
        f"{n}/F, {last} Building, {big} {first} Road, {town()}", f"No. {n}, Lorong {m}, Taman {last}, {code[:5]} {town()}", f"Blk {big} {last} Ave {m} #{n:02}-{code[:3]}",
        f"Jl. {last} No. {n}, RT 0{m}/RW 0{m}, {town()}", f"{last} Mah. {first} Sok. No:{n} D:{m}, {town()}", f"{n} bis, rue {last}, {code[:5]} {town()}",
        f"C/ {last} {n}, {m}º {a}, {code[:5]} {town()}", f"Rua {last}, {big}, Apto {n} - {town()} - {a}{b}, {code[:5]}-{code[2:5]}",
        f"Av. {last} {big}, Col. {first}, {code[:5]} {town()}", f"Via {last} {n}/{a.lower()}, {code[:5]} {town()} ({a}{b})",
        f"ul. {last} {n}/{m}, {code[:2]}-{code[2:5]} {town()}", f"{last}str. {n}, {m}. OG links, {code[:5]} {town()}", f"{last}gatan {n}{a}, {code[:3]} {code[3:5]} {town()}",
        f"{last}straat {big}-{m}, {code[:4]} {a}{b} {town()}", f"{last} út {n}. {m}/{m}, {town()}, {code[:4]}", f"{last}vej {n}, {m}. tv, {code[:4]} {town()}",
        f"{n} {last} Street, {first} Estate, {town()}", f"{last} Towers, Apt {n}{a}",
    )  # fmt: skip
    return r.choice(ways)
