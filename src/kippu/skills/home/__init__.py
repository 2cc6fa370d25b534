"""The home skill: whatever announces itself over MQTT by Home Assistant's discovery can be told and asked.

It knows MQTT and nothing of the program that plays the home.

    home.py         Home: what other parts see of all this
    connection.py   the way to the broker, and back to it
    registry.py     which things there are; which topic belongs to which
    discovery.py    one discovery message, read
    template.py     the small part of Jinja that discovery messages use
    kinds/          per domain: what its payloads mean, and what to send
    orders.py       send, wait, and see what became of it
    target.py       which things a sentence means
    phrases.py      what to say of it, in English and Japanese
    tools/          what the assistant can run
"""

from kippu.skills.home.home import Home

__all__ = ["Home"]
