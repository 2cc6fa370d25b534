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


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("それに締め切り金曜って足しといて", "締め切り金曜"),
        ("そこに担当は佐藤さんって追加しといて", "担当は佐藤さん"),
        ("締め切り金曜も足しといて", "締め切り金曜"),
    ],
)
def test_more_is_written_behind_it_in_japanese(text: str, more: str) -> None:
    note = call("notes.add", text="見積もりは税込")
    assert understand(text, earlier=(note,)).calls == (call("notes.add", text=more, to="見積もりは税込"),)


@pytest.mark.parametrize("text", ["牛乳を買い物リストに追加して", "明日の3時に会議の予定を追加して"])
def test_what_goes_elsewhere_is_not_written_there(text: str) -> None:
    note = call("notes.add", text="見積もりは税込")
    assert not any(one.tool.startswith("notes.") for one in understand(text, earlier=(note,)).calls)


@pytest.mark.parametrize(
    "text", ["メモして。見積もりは税込", "メモして、見積もりは税込", "メモ。見積もりは税込"]
)
def test_a_stop_is_no_part_of_a_note(text: str) -> None:
    assert understand(text).calls == (call("notes.add", text="見積もりは税込"),)
