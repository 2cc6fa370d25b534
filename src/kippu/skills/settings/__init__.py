"""Settings that can be said: the language, and that everything stays on this device.

A sentence only ever makes what may leave less; for more, the person goes where they see what that means.
"""

from pathlib import Path
from typing import Literal

from kippu.settings import Policy, Settings, keep
from kippu.tool import Context, Said, Skill, Tool

_LANGUAGES = {
    "en": ("I answer in English", "回答は英語"),
    "ja": ("I answer in Japanese", "回答は日本語"),
    "auto": ("I answer in the language of your sentence", "回答は話しかけられた言語"),
}
_POLICIES: dict[Policy, tuple[str, str]] = {
    "device only": ("nothing you say leaves this device", "話したことはこの端末の外に出ません"),
    "ask me": (
        "a larger model elsewhere is asked only after your yes",
        "外部の大きなモデルには、許可を得てから尋ねます",
    ),
    "when it helps": (
        "a larger model elsewhere is asked when it helps",
        "外部の大きなモデルには、役立つときに尋ねます",
    ),
}


def skill(settings: Settings) -> Skill:
    """The skill ``settings``, over the person's own."""

    async def show(context: Context) -> Said:
        """Tell the settings that can be said: language, model, and what may leave this device."""
        language, policy = _LANGUAGES[settings.language], _POLICIES[settings.policy]
        return Said(
            context.say(
                f"{language[0]}; {policy[0]} (“{settings.policy}”); the model is {settings.model}.",
                f"{language[1]}、{policy[1]}（「{settings.policy}」）、モデルは{settings.model}です。",
            ),
            data={"language": settings.language, "policy": settings.policy, "model": settings.model},
        )

    async def choose(
        context: Context,
        language: Literal["auto", "en", "ja"] | None = None,
        policy: Policy | None = None,
    ) -> Said:
        """Choose the language of answers, or let everything stay on this device (policy ``device only``)."""
        if policy and policy not in {"device only", settings.policy}:
            return Said(
                context.say(
                    "I don't change that by a sentence: it lets text leave this device. Choose it under "
                    "Privacy in the app, or with `kippu privacy policy`.",
                    "端末の外に送ることを許す変更は、ことばだけでは行いません。アプリの「プライバシー」か "
                    "`kippu privacy policy` で選んでください。",
                ),
                ok=False,
            )
        if language:
            keep(settings, language=language)
            told = _LANGUAGES[language]
        elif policy:
            if policy != settings.policy:
                keep(settings, policy=policy)
            told = _POLICIES[policy]
        else:
            return Said(context.say("Which setting?", "どの設定ですか？"), ok=False)
        now = Context(language, context.now) if language in {"en", "ja"} else context
        return Said(
            now.say(f"From now on {told[0]}.", f"これからは{told[1]}。".replace("語。", "語にします。")),
            data={"language": settings.language, "policy": settings.policy},
        )

    return Skill(
        name="settings",
        title={"en": "Settings", "ja": "設定"},
        examples={
            "en": ("show my settings", "answer in Japanese from now on", "keep everything on this device"),
            "ja": ("設定を見せて", "これからは英語で答えて", "全部この端末の中だけにして"),
        },
        tools=(Tool("settings.show", show, acts=False), Tool("settings.set", choose, acts=True)),
        sentences=Path(__file__).parent / "sentences",
    )
