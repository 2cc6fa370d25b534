"""A question behind a note, of what stands in it."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("印鑑は仏壇の下にある", "印鑑どこ？"),
        ("印鑑は仏壇の下にある", "印鑑どこにある？"),
        ("じいちゃんの薬は青い袋や", "何色の袋？"),
        ("大家さんは火曜に来る", "大家さんいつ来る？"),
        ("大家さんは火曜に来る", "いつだっけ？"),
        ("the landlord comes on Tuesday", "when does the landlord come?"),
        ("grandpa's pills are in the blue bag", "what colour is the bag?"),
        ("the spare key is under the pot", "where is it again"),
        ("boiler man said the pressure should be 1.5 bar", "what did the boiler man say"),
    ],
)
def test_the_note_answers_it(note: str, text: str) -> None:
    assert understand(text, earlier=(call("notes.add", text=note),)).calls == (
        call("notes.find", words=note),
    )


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("印鑑は仏壇の下にある", "トイレはどこ？"),
        ("大家さんは火曜に来る", "火曜の天気は？"),
        ("大家さんは火曜に来る", "今何時？"),
        ("大家さんは火曜に来る", "火曜は何日？"),
        ("the landlord comes on Tuesday", "what's the weather on Tuesday"),
        ("the spare key is under the pot", "what time is it"),
        ("boiler man said the pressure should be 1.5 bar", "what did mum say"),
        ("boiler man said the pressure should be 1.5 bar", "what did i say"),
        ("the spare key is under the pot", "where is the kitchen light"),
    ],
)
def test_another_question_is_not_for_it(note: str, text: str) -> None:
    calls = understand(text, earlier=(call("notes.add", text=note),)).calls
    assert call("notes.find", words=note) not in calls
