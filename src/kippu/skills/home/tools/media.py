"""Players: what plays, and how loud."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import media as players
from kippu.skills.home.kinds.kind import Message, Unable
from kippu.skills.home.orders import Order, reaches
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.skills.home.tools.steps import stepped
from kippu.tool import Context, Said

_DOMAINS = ("media_player",)
_PLAYING = ("playing", "buffering")
_ASLEEP = ("off", "standby")
"""Many players take no command to play in such a state, but only one to switch on."""


_TOLD = {"media_track", "media_title"}
"""What a player tells that has tracks to go to."""


def _plays(entity: Entity) -> bool:
    return entity.state in _PLAYING


def _paused(entity: Entity) -> bool:
    return entity.state == "paused"


_SOUNDING = Search(_DOMAINS, prefer=_plays, single=True)
_TRACKS = Search(
    _DOMAINS, prefer=_plays, single=True, able=lambda entity: bool(_TOLD & set(entity.attributes))
)
_RESTING = Search(_DOMAINS, prefer=_paused, single=True)
_GENTLE = 5
"""Percent below which "quieter" halves."""
_VOLUME = Words(
    lambda entity: (f"{{is}} at {players.volume(entity)} %", f"の音量を{players.volume(entity)}%にしました"),
    lambda entity: (
        f"{{was}} already at {players.volume(entity)} %",
        f"の音量はもう{players.volume(entity)}%です",
    ),
)
_COMMANDS = {
    "play": Words(
        says("{is} playing", "を再生しています"), says("{was} already playing", "はもう再生中です")
    ),
    "pause": Words(
        says("{is} paused", "を一時停止しました"), says("{was} already paused", "はもう一時停止中です")
    ),
    "stop": Words(
        says("{is} stopped", "を停止しました"), says("{was} already stopped", "はもう止まっています")
    ),
    "next": Words(
        says("{is} on the next track", "を次の曲にしました"),
        says("{is} on the next track", "を次の曲にしました"),
    ),
    "previous": Words(
        says("{is} on the track before", "を前の曲に戻しました"),
        says("{is} on the track before", "を前の曲に戻しました"),
    ),
}


def _wake(entity: Entity) -> Sequence[Message]:
    return players.turn(entity, True) if entity.state in _ASLEEP else ()


def _loud(entity: Entity, percent: int) -> Order:
    # Players have steps of their own: 16 or 25 are common.
    done = reaches(entity, players.volume, percent, exact=0.5, near=4)
    return Order(entity, tuple(players.set_volume(entity, percent)), done)


async def set_volume(
    house: House, context: Context, target: Target, volume: Annotated[int, Field(ge=0, le=100)]
) -> Said:
    """Set how loud a player is, in percent."""
    return await act(house, context, target, _SOUNDING, lambda entity: _loud(entity, volume), words=_VOLUME)


async def change_volume(house: House, context: Context, target: Target, step: int) -> Said:
    """Make a player louder or quieter by so many percent points; quieter never silences it."""

    def order(entity: Entity) -> Order:
        now = players.volume(entity)
        if now is None:
            raise Unable(
                "volume",
                "doesn't say how loud it is now: tell me a volume",
                "の今の音量が分かりません。音量を%で指定してください",
            )
        return _loud(entity, round(stepped(now, step, gentle=_GENTLE)))

    def already(entity: Entity) -> tuple[str, str]:
        en, ja = _VOLUME.already(entity)
        if step > 0 or not players.volume(entity):
            return en, ja
        return f"{en}: “mute” silences it", f"{ja}。消すには「ミュート」と言ってください"

    return await act(house, context, target, _SOUNDING, order, words=Words(_VOLUME.done, already))


async def mute(house: House, context: Context, target: Target) -> Said:
    """Silence a player."""
    words = Words(
        says("{is} muted", "をミュートしました"), says("{was} already muted", "はもうミュート中です")
    )
    return await act(house, context, target, _SOUNDING, lambda entity: _muted(entity, True), words=words)


async def unmute(house: House, context: Context, target: Target) -> Said:
    """Let a silenced player sound again."""
    words = Words(
        says("{is} no longer muted", "のミュートを解除しました"),
        says("{was} not muted", "はミュートされていません"),
    )
    search = Search(
        _DOMAINS, prefer=lambda entity: bool(entity.attributes.get("is_volume_muted")), single=True
    )
    return await act(house, context, target, search, lambda entity: _muted(entity, False), words=words)


def _muted(entity: Entity, muted: bool) -> Order:
    return Order(
        entity,
        tuple(players.mute(entity, muted)),
        lambda entity: bool(entity.attributes.get("is_volume_muted")) == muted,
    )


async def media(
    house: House,
    context: Context,
    target: Target,
    command: Literal["play", "pause", "stop", "next", "previous"],
) -> Said:
    """Play on, pause, stop, or go to the next or previous track."""

    def order(entity: Entity) -> Order:
        heard = entity.heard

        def done(entity: Entity) -> bool:
            # A new track shows in no state that all players have: its answer is all there is.
            return (
                players.plays(entity, command)
                if command in ("play", "pause", "stop")
                else entity.heard > heard
            )

        if command != "play" and entity.state in _ASLEEP:
            raise Unable(command, "is off, so nothing is playing", "はオフなので、何も再生していません")
        wake = _wake(entity) if command == "play" else ()
        return Order(entity, (*wake, *players.command(entity, command)), done)

    search = {"play": _RESTING, "next": _TRACKS, "previous": _TRACKS}.get(command, _SOUNDING)
    return await act(house, context, target, search, order, words=_COMMANDS[command])


async def play(
    house: House, context: Context, target: Target, query: str, media_class: str | None = None
) -> Said:
    """Play music or a film that is found by these words."""

    def order(entity: Entity) -> Order:
        heard = entity.heard
        return Order(
            entity,
            (*_wake(entity), *players.play(entity, query, media_class)),
            lambda entity: _plays(entity) and entity.heard > heard,
        )

    words = Words(
        lambda entity: (
            f"{{is}} playing {entity.attributes.get('media_title', query)}",
            f"で{query}を再生しています",
        ),
        says("{was} already playing it", "はもう再生中です"),
    )
    return await act(house, context, target, _SOUNDING, order, words=words)


TOOLS = (set_volume, change_volume, mute, unmute, media, play)
