"""A home of two hundred things, such as people speak of in the public sets: what ``bench/understand.py``
reads in.

Made here, the same each time; no home of a data set.
"""

from kippu.names import Names, Room, Thing

_ROOMS = {
    "Ground Floor": ("Kitchen", "Living Room", "Dining Room", "Hallway", "Garage", "Laundry Room", "Porch",
                     "Garden", "Toilet"),
    "Upstairs": ("Bedroom", "Master Bedroom", "Guest Room", "Kids Room", "Bathroom", "Office", "Closet",
                 "Study", "Attic", "Balcony"),
    "Basement": ("Basement", "Wine Cellar", "Gym"),
}  # fmt: skip
_ALIASES = {
    "Living Room": ("lounge", "sitting room"), "Hallway": ("hall", "corridor"),
    "Bathroom": ("washroom", "restroom"),
    "Kids Room": ("kid's room", "children's room", "nursery"),
    "Garden": ("yard", "backyard"), "Study": ("den", "library"),
    "Master Bedroom": ("main bedroom",), "Laundry Room": ("utility room",),
}  # fmt: skip
_EACH = (
    ("light", "Light", None), ("light", "Lamp", None), ("switch", "Socket", "outlet"),
    ("sensor", "Temperature", "temperature"),
    ("binary_sensor", "Motion", "motion"), ("cover", "Blinds", "blind"), ("sensor", "Humidity", "humidity"),
)  # fmt: skip
_ONE = (
    ("switch", "Coffee Machine", "Kitchen", "outlet", ("coffee maker", "coffee pot", "espresso machine")),
    ("switch", "Wemo Plug", "Living Room", "outlet",
     ("wemo", "wemo socket", "smart plug", "smart socket", "wemo plug socket")),
    ("vacuum", "Robot Vacuum", "Living Room", None,
     ("roomba", "vacuum cleaner", "vacuum", "robot cleaner", "hoover")),
    ("media_player", "Speaker", "Living Room", None, ("speakers", "music player", "stereo", "radio")),
    ("media_player", "TV", "Living Room", None, ("television", "telly")),
    ("media_player", "Bedroom Speaker", "Bedroom", None, ()),
    ("climate", "Thermostat", "Hallway", None, ("heating", "heater", "ac", "air conditioner")),
    ("fan", "Ceiling Fan", "Bedroom", None, ("fan",)),
    ("lock", "Front Door", "Hallway", None, ("front door lock",)),
    ("cover", "Garage Door", "Garage", "garage", ()),
    ("switch", "Washing Machine", "Laundry Room", None, ("washer",)),
    ("switch", "Sprinkler", "Garden", None, ("sprinklers",)),
    ("weather", "Weather", None, None, ()),
    ("switch", "Oven", "Kitchen", None, ()), ("switch", "Kettle", "Kitchen", None, ()),
    ("light", "Christmas Tree", "Living Room", None, ("christmas lights",)),
)  # fmt: skip


def home(entities: int = 200) -> Names:
    """So many things in 22 rooms on three floors: what there is one of first, then each room's own."""
    floor = {room: floor for floor, rooms in _ROOMS.items() for room in rooms}
    things = [
        Thing(f"{domain}.one_{number}", name, domain, kind, room, floor.get(room or ""), aliases)
        for number, (domain, name, room, kind, aliases) in enumerate(_ONE)
    ]
    rounds = ((domain, f"{room} {name}", kind, room) for number in range(2) for domain, name, kind in _EACH
              for room in floor for name in [name if number == 0 else f"{name} Two"])  # fmt: skip
    for number, (domain, name, kind, room) in enumerate(rounds):
        if len(things) >= entities:
            break
        things.append(Thing(f"{domain}.each_{number}", name, domain, kind, room, floor[room]))
    rooms = tuple(Room(room, floor[room], _ALIASES.get(room, ())) for room in floor)
    return Names(tuple(things), rooms, tuple(_ROOMS), ("shopping", "to do"))
