"""Music, weather, clocks and sums in free speech, by the whole step with the encoder that ships."""

from pathlib import Path

import pytest

import kippu
from kippu.engines.encoder import Encoder
from kippu.turn import Call, Language, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free

from ..home import FOLDERS, HOME, turn

FOLDER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder"
ENCODERS: dict[Language, Encoder] = {"en": Encoder(FOLDER), "ja": Encoder(FOLDER / "ja")}
TELL = (
    "math.",
    "home.weather",
    "home.temperature",
    "timers.status",
    "alarms.list",
    "calendar.show",
    "clock.",
)
UNDERSTANDING = Understanding(FOLDERS, free=Free(ENCODERS, lambda tool: not tool.startswith(TELL)))


async def read(text: str, **more: object) -> Meaning:
    return await UNDERSTANDING.understand(turn(text, **more), HOME)


def played(query: str, **more: str) -> Call:
    return Call("home.play", {"query": query, **more})


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("throw on the beatles would you", played("beatles")),
        ("could we have a bit of miles davis in here", played("miles davis")),
        ("stick some carols on", played("carols")),
        ("put something mellow on for me", played("something mellow")),
        ("carry on with the hobbit where i stopped", played("the hobbit")),
        ("resume pride and prejudice", played("pride and prejudice")),
        ("please continue reading the hunger games", played("the hunger games")),
        ("play the next episode of radiolab", played("the next episode of radiolab")),
        ("after this play me rebel yell", played("rebel yell")),
        ("play my video game news podcast", played("my video game news podcast")),
        ("start the podcast i was last listening to", played("the podcast i was last listening to")),
        ("i would like to hear heathens by twenty one pilots", played("heathens by twenty one pilots")),
        ("i want to listen to today's hits", played("today's hits")),
        ("play tomorrow never knows", played("tomorrow never knows")),
        ("play friday i'm in love", played("friday i'm in love")),
        ("play eight days a week", played("eight days a week")),
        ("play sunday bloody sunday", played("sunday bloody sunday")),
        ("play manic monday", played("manic monday")),
        ("have the speaker play some whale sounds", played("whale sounds")),
        ("play radio ninety five point five", played("radio 95.5")),
        ("switch on radio mango", played("radio mango")),
        ("can you start ryan seacrest", played("ryan seacrest")),
        ("play npr on the living room speaker", played("npr", area="Living Room")),
        ("宇多田ヒカルのFirst Love流して", played("宇多田ヒカルのFirst Love")),
        ("J-WAVEが聞きたい", played("J-WAVE")),
        ("懐メロお願い", played("懐メロ")),
        ("アニソンがいいな", played("アニソン")),
    ],
)
async def test_what_is_to_be_played_is_played_by_its_name(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("jump ahead to the next episode", "next"),
        ("go to the next episode in this podcast", "next"),
        ("skip over this song", "next"),
        ("play the next hit", "next"),
        ("play next song using this playlist", "next"),
        ("i want to hear the very next song on this playlist", "next"),
        ("forget this song and go to the next", "next"),
        ("i need you to skip this song and play the next one", "next"),
        ("back one episode", "previous"),
        ("i want to hear the radio", "play"),
        ("go to radio", "play"),
    ],
)
async def test_the_buttons_of_the_player(text: str, command: str) -> None:
    meaning = await read(text)
    assert [(call.tool, call.arguments.get("command")) for call in meaning.calls] == [("home.media", command)]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("put the playlist on shuffle", "about.no_shuffle"),
        ("please turn on repeat all", "about.no_shuffle"),
        ("rewind thirty seconds", "about.no_shuffle"),
        ("put the music on random", "about.no_shuffle"),
        ("set the playlist to random", "about.no_shuffle"),
        ("turn on random order", "about.no_shuffle"),
        ("go back 30 seconds", "about.no_shuffle"),
        ("jump forward a couple of minutes", "about.no_shuffle"),
        ("skip ahead one and a half minutes please", "about.no_shuffle"),
        ("move forward two minutes in this song", "about.no_shuffle"),
        ("シャッフルで再生して", "about.no_shuffle"),
        ("30秒戻して", "about.no_shuffle"),
        ("how hot is it in miami", "about.no_forecast"),
        ("tell me the temperature in phoenix", "about.no_forecast"),
        ("is mysore going to be very hot and humid today whats the weather status", "about.no_forecast"),
        ("how much snow has fallen in maine since yesterday", "about.no_forecast"),
        ("What will be the weather like close by Kackley?", "about.no_forecast"),
        ("what are the conditions like in orlando", "about.no_forecast"),
        ("are there any tornadoes coming soon", "about.no_forecast"),
        ("was it windy last night", "about.no_forecast"),
        ("is it colder than it was yesterday", "about.no_forecast"),
        ("is it raining where my mum lives", "about.no_forecast"),
        ("昨日は雨だった？", "about.no_forecast"),
        ("北海道どれくらい寒いの", "about.no_forecast"),
        ("庭は寒い？", "home.weather"),
        ("ロンドンって寒い？", "about.no_forecast"),
        ("how hot is it in the greenhouse", "about.no_such_thing"),
        ("屋根裏は何度", "about.no_such_thing"),
        ("is it warm outside", "home.weather"),
        ("what's it like in our area right now, is it windy", "home.weather"),
        ("外寒い？", "home.weather"),
    ],
)
async def test_what_this_home_knows_and_can(text: str, tool: str) -> None:
    assert [call.tool for call in (await read(text)).calls] == [tool]


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "go ahead and wait five minutes", "go back to sleep for 5 minutes", "move forward 5 minutes",
        "set the kitchen light to random", "set the lights to a random color", "set the fan to random",
        "put the fan on random", "turn on random lamp",
        "go back to bed",
    ],
)  # fmt: skip
async def test_what_is_no_players(text: str) -> None:
    tools = {call.tool for call in (await read(text)).calls}
    assert not tools & {"about.no_shuffle", "home.media"}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        (
            "if it is noon in virginia what time is it in california",
            Call("clock.time", {"at": "2026-11-24T12:00:00", "of": "virginia", "place": "california"}),
        ),
        (
            "what is the nine am cst to est",
            Call("clock.time", {"at": "2026-11-25T09:00:00", "of": "cst", "place": "est"}),
        ),
        (
            "東京が朝8時ならシドニーは何時",
            Call("clock.time", {"of": "東京", "at": "2026-11-25T08:00:00", "place": "シドニー"}),
        ),
        ("is it still tuesday in hawaii", Call("clock.time", {"place": "hawaii"})),
        ("what time is it eastern", Call("clock.time", {"place": "eastern"})),
        ("after another eight days, what day will it be", Call("clock.date", {"days": 8})),
        ("what is the date easter falls on", Call("clock.date", {"holiday": "easter"})),
        ("can you remind me of the date", Call("clock.date", {"day": "2026-11-24"})),
        ("time and date of today", Call("clock.time", {"with_date": True})),
        ("what day is the fifteenth", Call("clock.date", {"day": "2026-12-15"})),
        ("how do you convert inches to centimeters",
         Call("math.convert", {"value": 1, "from_unit": "inches", "to_unit": "centimeters"})),
        ("インチをセンチに直して",
         Call("math.convert", {"value": 1, "from_unit": "インチ", "to_unit": "センチ"})),
        ("what's a dozen times a dozen", Call("math.calculate", {"expression": "12 * 12"})),
        ("カップ2は何ミリリットル",
         Call("math.convert", {"value": 2, "from_unit": "カップ", "to_unit": "ミリリットル"})),
        ("how many times does 8 go into 2000", Call("math.calculate", {"expression": "2000 / 8"})),
        ("divide one thousand five hundred by one hundred and sixty",
         Call("math.calculate", {"expression": "divide 1500 by 160"})),
        ("100から37引くと", Call("math.calculate", {"expression": "100から37引くと"})),
        ("12と15と18の平均は", Call("math.calculate", {"expression": "(12+15+18)/3"})),
        ("500円持ってて120円使ったら残りは", Call("math.calculate", {"expression": "500-120"})),
    ],
)  # fmt: skip
async def test_clocks_days_units_and_sums(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "i love this song", "my brother plays guitar in a band", "the radio said it would rain",
        "she played the next song on the piano", "we listened to jazz all night in paris",
        "don't play that again", "don't skip this one", "two plus two makes four they say",
        "it takes two to tango", "time flies in tokyo", "play chess with me", "let's play a game",
        "he converted to buddhism", "add this song to my playlist", "please unreserve that table",
        "add the thong song by cisqo to my playlist, please",
        "i've got some chips from monday, will they still be ok to eat",
        "i bought 3 things at 4.50 each, what's that altogether",
        "got any dolly parton", "昔よく聴いた曲だ", "東京タワーは何メートル",
        "what number day of the year is it", "what's the date a week on friday",
        "この歌好き", "次の曲も楽しみ", "この曲は飛ばさないで", "カラオケで歌った曲", "パリに行きたいな",
        "しばらく音楽は要らない", "弟がギター弾いてる",
    ],
)  # fmt: skip
async def test_what_asks_for_none_of_it_does_nothing(text: str) -> None:
    meaning = await read(text)
    assert not [call for call in meaning.calls if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("play jazz tomorrow at 8", "timers.start"),
        ("play jazz by 9 pm", "timers.start"),
        ("play tomorrow morning some jazz", "timers.start"),
        ("remind me of the date at 5", "reminders.add"),
        ("remind me to play tennis at 5", "reminders.add"),
        ("i've got the milk", "lists.check"),
        ("split 90 between 3", "math.share"),
        ("divide the bill of 90 by 3", "math.share"),
        ("set a timer for ten minutes, please", "timers.start"),
    ],
)
async def test_other_orders_stay_what_they_are(text: str, tool: str) -> None:
    assert [call.tool for call in (await read(text)).calls] == [tool]
