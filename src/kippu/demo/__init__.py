"""The demo home: a program apart that plays a home over MQTT with Home Assistant's discovery messages.

It knows a YAML file (rooms, devices, entities, first states) and a broker; it knows nothing of the assistant,
and the assistant knows nothing of it but what it says over MQTT.

    plan.py         the YAML file, checked
    thing.py        one entity alive: its state, and the topics on which it tells and takes values
    kinds/          what each domain announces and does when it is told something
    announcing.py   discovery messages, topics, payloads
    moving.py       what goes on by itself: blinds move, rooms warm up, sensors drift
    memory.py       states that survive a restart
    player.py       plays all of it on a broker
    broker.py       a broker on loopback for those who have none
"""
