"""Which tools are alike to the encoder, and which are left to their own sentences.

Knows tools by their names; hears nothing.
"""

from kippu.turn import Call

_TALK = ("talk", "about.", "help.")
"""How classes begin that ask for nothing: talk by its sorts, and what is said of the assistant itself."""
ALIKE = {
    "home.play": "home.media", "home.set_volume": "home.change_volume",
    "home.set_light": "home.change_brightness",
    "home.set_fan_mode": "home.set_speed", "home.start": "home.turn_on", "home.clean": "home.turn_on",
    "alarms.cancel_all": "alarms.cancel",
    "reminders.remove_all": "reminders.remove", "lists.clear": "lists.remove",
    "lists.create": "lists.add", "lists.all": "lists.show",
    "about.no_forecast": "home.weather", "home.temperature": "home.weather",
}  # fmt: skip
"""Tools that plain sentences of one another may be read as."""
KEEPS = frozenset({"calendar", "reminders", "alarms", "lists", "contacts", "phone"})
"""Skills whose things are kept here, or sent, and stand nowhere in a home."""
LEFT = frozenset({
    "pictures.draw", "pictures.again", "pictures.larger", "pictures.remove", "search.web", "alarms.move",
    "reminders.move",
    "history.again", "clock.difference", "clock.year", "routines.add", "routines.list", "routines.remove",
    "chance.coin", "chance.dice", "chance.number", "chance.choose",
})  # fmt: skip
"""Tools that it hears as talk or as others: their own words say all of it, and templates read those."""
PLAIN_ENOUGH = LEFT | {"search.find", "lists.check"}
"""Tools whose own sentences say what they want, whatever words they leave open. So do those of a command for
later, which is heard as that which it commands."""
SHOWS_ALL = frozenset({"calendar.show", "lists.show", "reminders.list", "alarms.list", "timers.status"})
"""Without the time that was said they show more than was asked for, and nothing wrong."""
REFUSALS = frozenset({"about.no_forecast", "about.no_such_thing", "about.there_are"})
"""What a plain sentence may be read as instead: words that say why nothing is done."""


def is_talk(name: str) -> bool:
    """Whether a class asks for nothing."""
    return name.startswith(_TALK) and name not in ALIKE


def kin(tool: str) -> str:
    """The tool that stands for all that are like this one."""
    return ALIKE.get(tool, tool)


def fits(call: Call, tool: str) -> bool:
    """Whether a call is of a tool that was heard, or refuses what that would do."""
    dated = call.tool == "clock.time" and call.arguments.get("with_date")
    if tool == "history.why" and call.tool == "home.state":  # how it is now, and then why
        return True
    return kin(call.tool) == tool or call.tool in REFUSALS or (tool == "clock.date" and bool(dated))
