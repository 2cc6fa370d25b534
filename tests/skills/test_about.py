"""Greetings and questions about the assistant: fixed answers to sentences of many forms."""

import pytest

from kippu.skills import about
from kippu.tool import Context
from skills.running import run
from understand.home import NOW, understand

SAID = [
    ("hello", "hello"),
    ("Hey Kippu!", "hearing"),
    ("good morning!", "morning"),
    ("good night", "night"),
    ("bye", "bye"),
    ("thank you so much", "thanks"),
    ("thanks for your help", "thanks"),
    ("who are you?", "self"),
    ("tell me about yourself", "self"),
    ("i'm so tired", "tired"),
    ("今日は疲れたなあ", "tired"),
    ("あなたは疲れた？", "how"),
    ("i'm sad today", "sad"),
    ("寂しいな", "sad"),
    ("寂しいですか", "how"),
    ("what's your name", "name"),
    ("how are you today?", "how"),
    ("what's up", "how"),
    ("are you a robot?", "human"),
    ("how old are you", "age"),
    ("who made you?", "maker"),
    ("well done", "praise"),
    ("are you sending my data anywhere?", "privacy"),
    ("do you share my data with google?", "privacy"),
    ("where is my data stored?", "privacy"),
    ("are you listening all the time?", "listening"),
    ("do you need the internet?", "offline"),
    ("what languages do you speak?", "languages"),
    ("you're wrong", "scold"),
    ("こんにちは！", "hello"),
    ("おはようございます", "morning"),
    ("おやすみなさい", "night"),
    ("ありがとうございます", "thanks"),
    ("キップ、ありがとう", "thanks"),
    ("あなたは誰ですか？", "self"),
    ("名前は何？", "name"),
    ("元気ですか？", "how"),
    ("私のデータは外に送られますか？", "privacy"),
    ("はい", "yes"),
    ("ただいま", "back"),
    ("すごいね！", "praise"),
    ("ごめんね", "sorry"),
    ("人間ですか？", "human"),
    ("誰が作ったの？", "maker"),
    ("英語は話せる？", "languages"),
    ("オフラインで使える？", "offline"),
    ("Bonjour, comment ça va ?", "foreign"),
    ("今天天气怎么样", "foreign"),
    ("😀", "wordless"),
]


@pytest.mark.parametrize(("text", "topic"), SAID)
def test_each_gets_its_answer(text: str, topic: str) -> None:
    assert [call.tool for call in understand(text).calls] == [f"about.{topic}"]


_OF_A_THING = {"about.no_such_thing", "about.unclear", "about.not_done", "about.was"}


@pytest.mark.anyio
async def test_each_answer_is_short_and_in_both_languages() -> None:
    skill = about.skill()
    for tool in skill.tools:
        given: dict[str, object] = {"what": "toaster"} if tool.name in _OF_A_THING else {}
        if tool.name in {"about.there_are", "about.no_more"}:
            given = {"count": 2, "names": "Desk Lamp, Fan"}
        en = (await tool.run(Context("en", NOW), given)).text
        ja = (await tool.run(Context("ja", NOW), given)).text
        assert en.isascii() or "“" in en
        assert len(en) < 300 and en != ja
        assert any("\u3040" <= letter <= "\u30ff" for letter in ja)
        assert not tool.acts


@pytest.mark.anyio
async def test_what_leaves_is_told_as_the_settings_have_it() -> None:
    here = await run(about.skill(lambda: True), "about.privacy", Context("en", NOW))
    away = await run(about.skill(lambda: False), "about.privacy", Context("en", NOW))
    assert here.text.startswith("Nothing is sent anywhere")
    assert away.text.startswith("Your settings let me ask")


@pytest.mark.anyio
async def test_what_is_not_there_is_named() -> None:
    said = await run(about.skill(), "about.no_such_thing", Context("en", NOW), what="toaster")
    assert said.text == "There is no toaster in this home that I know of."
    assert not said.ok and said.data["aside"]
    said = await run(about.skill(), "about.no_such_thing", Context("ja", NOW), what="電子レンジ")
    assert said.text == "この家に「電子レンジ」は見つかりません。"


@pytest.mark.parametrize(
    "text",
    [
        "hello world in Python",
        "who are the Beatles",
        "how are planes built",
        "thanks to whom",
        "what is love",
        "誰が電話を作ったの？",
        "おはようの意味",
    ],
)
def test_what_only_begins_like_it_is_talk(text: str) -> None:
    assert understand(text).by == "talk"


@pytest.mark.anyio
async def test_what_there_is_is_counted_and_named() -> None:
    skill = about.skill()
    en = await run(skill, "about.there_are", Context("en", NOW), count=2, names="Desk Lamp, Fan")
    assert en.text == "2: Desk Lamp, Fan."
    ja = await run(skill, "about.there_are", Context("ja", NOW), count=3, names="電気、扇風機")
    assert ja.text == "3つあります：電気、扇風機など。"
    assert (await run(skill, "about.there_are", Context("en", NOW), count=0, names="")).text.startswith(
        "None"
    )
