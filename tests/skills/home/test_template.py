import pytest

from kippu.skills.home.signs import UnknownTemplate
from kippu.skills.home.template import of_payload, to_payload


@pytest.mark.parametrize(
    ("template", "payload", "value"),
    [
        (None, "ON", "ON"),
        ("{{ value }}", "12", "12"),
        ("{{ value_json.x }}", '{"x": 5}', 5),
        ("{{value_json['x']['y']}}", '{"x": {"y": "z"}}', "z"),
        ('{{ value_json["a b"] }}', '{"a b": true}', True),
        ("{{ value_json.list[1] }}", '{"list": [1, 2]}', 2),
        ("{{ value | float }}", "2.5", 2.5),
        ("{{ value | int }}", "2.9", 2),
        ("{{ value_json.t | float | round(1) }}", '{"t": "21.47"}', 21.5),
        ("{{ (value_json.t * 9 / 5 + 32) | round(1) }}", '{"t": 20}', 68.0),
        ("{{ value_json.t * 10 | int }}", '{"t": 2}', 20),
        ("{{ 'ON' if value_json.power else 'OFF' }}", '{"power": false}', "OFF"),
        ("{{ 'open' if value | int > 5 else 'closed' }}", "7", "open"),
        ("{{ value_json.a == 'x' and not value_json.b }}", '{"a": "x", "b": 0}', True),
        ("{{ value_json.gone | default('none') }}", "{}", "none"),
        ("{{ value_json.gone }}", "{}", None),
        ("{{ value_json.x is defined }}", "{}", False),
        ("{{ value_json.x }} W", '{"x": 3}', "3 W"),
        ("{{ value | upper }}", "on", "ON"),
        ("{{ -1 * value | int }}", "4", -4),
    ],
)
def test_usual_templates(template: str | None, payload: str, value: object) -> None:
    assert of_payload(template, payload) == value


@pytest.mark.parametrize(
    "template",
    [
        "{% if value %}1{% endif %}",
        "{{ value.__class__() }}",
        "{{ states('sensor.x') }}",
        "{{ value | evil }}",
        "{{ value",
        "{{ }}",
        "{{ value; 1 }}",
        "{{ ''.join(value) }}",
    ],
)
def test_anything_else_is_refused_or_plain_text(template: str) -> None:
    if template == "{{ value":
        assert of_payload(template, "x") == template
        return
    with pytest.raises(UnknownTemplate, match="template"):
        of_payload(template, "x")


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x' * 999999999 }}",
        "{{ 999999999 * 'x' }}",
        "{{ value * 999999999 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%s' % value }}",
        "{{ value_json * 999999999 }}",
        "{{ 'x'" + " | replace('x', 'xxxxxxxxxx')" * 10 + " }}",
        "{{ 'x'" + " | replace('', 'xxxxxxxxxx')" * 10 + " }}",
        "{{ value_json + value_json }}",
    ],
)
def test_a_short_template_makes_no_long_text(template: str) -> None:
    with pytest.raises(UnknownTemplate, match="template"):
        of_payload(template, "[1]")


def test_texts_are_put_together_up_to_a_length() -> None:
    assert of_payload("{{ value + 'b' ~ 1 }}", "a") == "ab1"
    with pytest.raises(UnknownTemplate, match="100000"):
        of_payload("{{ value + value }}", "a" * 60_000)


def test_what_is_no_json_is_not_told_by_a_default() -> None:
    for payload in ('{"x": NaN}', "no json", "{broken"):
        with pytest.raises(ValueError):
            of_payload("{{ value_json.x | default(1) }}", payload)
    assert of_payload("{{ value_json.x if value_json is defined else value }}", "no json") == "no json"
    assert of_payload("{{ value_json.x }}", "None") is None


def test_attributes_reach_nothing_of_python() -> None:
    assert of_payload("{{ value.__class__ }}", "x") is None
    assert of_payload("{{ value_json.__class__ }}", "{}") is None


def test_commands() -> None:
    assert to_payload(None, value=5.0) == "5"
    assert to_payload('{"set": {{ value }}}', value=21.5) == '{"set": 21.5}'
    assert to_payload("{{ red }},{{ green }}", value="", red=1, green=2) == "1,2"
