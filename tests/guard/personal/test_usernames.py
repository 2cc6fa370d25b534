"""User names: by a sign of their own, and by where they are used."""

import pytest

from kippu.guard.personal.usernames import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"user_id": "u_77k2"}', "u_77k2"),
        ("ask @sora_sky about it", "@sora_sky"),
        ("IDは@sora_skyです", "@sora_sky"),
        ("my username is blue.fox7", "blue.fox7"),
        ("He wants my snap (lottie_lbx).", "lottie_lbx"),
        ("add me on steam kestrel.exe_ lol", "kestrel.exe_"),
        ("better for a streamer: mossgoblin_ttv or what", "mossgoblin_ttv"),
        ("DB_USER=svc_harrow and", "svc_harrow"),
        ("ssh -v marguerite@192.0.2.44", "marguerite"),
        ("サーバーにdeployでsshできない", "deploy"),
        ("it rejects user tmal2, why", "tmal2"),
        ("IDはr_oota22です", "r_oota22"),
        ("Follow me at @moss_and_marrow", "@moss_and_marrow"),
        ("or add pixelferret_88 on Discord", "pixelferret_88"),
        ("gamertag: NightOwl92", "NightOwl92"),
        ("my game account Zyx_Reaper was banned", "Zyx_Reaper"),
        ("log in as reception with what?", "reception"),
        ("Skype live:marek.w_81 please", "marek.w_81"),
        ("The wifi is called FBI_Van_3", "FBI_Van_3"),
        ("the wifi for guests is Villa_Rosa_2G and", "Villa_Rosa_2G"),
        ("ゲームのIDとられた。ID kuma_chan77 です", "kuma_chan77"),
        ("my twitch is vexahliaplays, write a bio", "vexahliaplays"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "my instagram is private",
        "How do I add snake_case names in Python?",
        "Is Discord as good as Slack?",
        "the network is down since Monday",
        "log in as a guest with Google, log in as root with sudo",
        "live: the match, log in as soon as you can",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
