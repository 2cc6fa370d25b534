"""What may leave this device, as the person chose it; and the ledger of what did.

Lines over the settings, the marks and the ledger; decides nothing.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, get_args

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse

from kippu.engines import keys
from kippu.errors import BadInput, NotFound
from kippu.reasons import ALL
from kippu.record.ledger import Kind
from kippu.server import shapes
from kippu.server import shapes_privacy as privacy
from kippu.server.problems import RESPONSES
from kippu.settings import Provider, Topic, keep

if TYPE_CHECKING:
    from kippu.start import Kippu

_LINES = {
    "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
    "description": "JSON, a line a row.",
}
Kinds = Annotated[list[Kind], Query(description="`placement`, `egress`, `action`, `fetch`; none: all.")]
Words = Annotated[str, Query(max_length=500, description="Found in who got it, what it was, and its text.")]
OfTurn = Annotated[str, Query(max_length=100, description="Id of the turn that the rows were for.")]
Newest = Annotated[int | None, Query(ge=1, description="Only the newest so many.")]


def router(kippu: "Kippu") -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["Privacy"], responses=RESPONSES)
    _choices(routes, kippu)
    _marks(routes, kippu)
    _ledger(routes, kippu)
    return routes


def _choices(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/privacy")
    async def chosen() -> privacy.Privacy:
        """What may leave this device."""
        return _privacy(kippu)

    @routes.put("/privacy")
    async def choose(body: privacy.PrivacyChange) -> privacy.Privacy:
        """Change it, for now and the next start."""
        changed = {name: value for name, value in body if value is not None}
        names = [provider.name for provider in body.providers or ()]
        if len(set(names)) < len(names):
            raise BadInput(
                "Two providers have the same name. Give each its own.",
                "同じ名前の提供元が二つあります。別々の名前を付けてください。",
            )
        keep(kippu.settings, **changed)
        kippu.events.send("status")
        return _privacy(kippu)

    @routes.put("/privacy/providers/{name}/key")
    async def key(name: str, body: privacy.Key) -> shapes.Done:
        """Keep a provider's key in the system's keyring; an empty one forgets it."""
        keys.keep_key(_provider(kippu, name), body.key)
        return shapes.Done()


def _marks(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.post("/privacy/marked")
    async def mark(body: privacy.Words) -> privacy.Privacy:
        """Mark words as private: nothing that has them in it leaves."""
        kippu.marks.add(body.words)
        return _privacy(kippu)

    @routes.delete("/privacy/marked")
    async def unmark(words: Annotated[str, Query(max_length=1000)]) -> privacy.Privacy:
        """Take a mark back."""
        if not kippu.marks.remove(words):
            raise NotFound(
                f"'{words[:80]}' is not marked as private.",
                f"「{words[:80]}」は個人情報に登録されていません。",
            )
        return _privacy(kippu)

    @routes.put("/conversations/{id}/stays")
    async def stays(id: str, body: privacy.Stays) -> privacy.Stays:
        """Let a conversation stay on this device whatever the policy, or no longer."""
        kippu.marks.stay(id, body.stays)
        return body


def _ledger(routes: APIRouter, kippu: "Kippu") -> None:
    @routes.get("/ledger", response_model=list[privacy.LedgerRow])
    async def ledger(
        kind: Kinds = [],  # noqa: B006  # read by FastAPI, never changed
        words: Words = "",
        since: str = "",
        turn: OfTurn = "",
        newest: Newest = None,
    ) -> list[dict[str, Any]]:
        """What was decided, what left and what was done, oldest first."""
        rows = kippu.ledger.list(
            turn=turn or None, kinds=kind, words=words, since=_time(since) if since else None, newest=newest
        )
        return [asdict(row) for row in rows]

    @routes.get("/reasons")
    async def reasons() -> list[privacy.Reason]:
        """All reasons that a placement or a row of the ledger may have, the outer ones first."""
        return [privacy.Reason(en=en, ja=ja) for en, ja in ALL]

    @routes.get("/ledger/totals", response_model=list[privacy.LedgerTotal])
    async def totals() -> list[dict[str, Any]]:
        """What left, by day and by receiver."""
        return [asdict(total) for total in kippu.ledger.totals()]

    @routes.get("/ledger/verify")
    async def verify() -> privacy.Verified:
        """Whether each row is as it was written and none is missing."""
        broken, rows = kippu.ledger.verify(), len(kippu.ledger.list())
        if broken is None:
            return privacy.Verified(whole=True, rows=rows)
        return privacy.Verified(whole=False, rows=rows, id=broken.id, why=broken.why)

    @routes.get("/ledger/export", response_class=Response, responses={200: _LINES})
    async def export() -> StreamingResponse:
        """All rows with their hashes, to keep or to check elsewhere."""
        return StreamingResponse(
            _lines(kippu.ledger.export()),
            media_type="application/x-ndjson",
            headers={"content-disposition": 'attachment; filename="kippu-ledger.jsonl"'},
        )

    @routes.post("/ledger/forget")
    async def forget(body: privacy.Forget) -> privacy.Forgotten:
        """Forget the texts; the rows stay, with size and digest, and the chain holds."""
        return privacy.Forgotten(
            texts=kippu.ledger.forget(before=_time(body.before) if body.before else None)
        )


def _privacy(kippu: "Kippu") -> privacy.Privacy:
    settings = kippu.settings
    return privacy.Privacy(
        policy=settings.policy,
        never=settings.never,
        topics=get_args(Topic),
        marked=kippu.marks.words(),
        providers=tuple(
            privacy.ProviderLine(**provider.model_dump(), has_key=bool(keys.key_of(provider)))
            for provider in settings.providers
        ),
        budget_cents=settings.budget_cents,
        spent_cents=kippu.spending.spent(),
        keep_sent=settings.keep_sent,
    )


def _provider(kippu: "Kippu", name: str) -> Provider:
    for provider in kippu.settings.providers:
        if provider.name == name:
            return provider
    raise NotFound(
        f"There is no provider '{name[:80]}'. Add it in the settings first.",
        f"「{name[:80]}」という提供元はありません。先に設定で追加してください。",
    )


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"'{text[:40]}' is no time. Write it as 2026-11-24T08:00:00+09:00.",
            f"「{text[:40]}」は日時として読めません。2026-11-24T08:00:00+09:00 のように書いてください。",
        ) from error


def _lines(rows: Iterator[str]) -> Iterator[str]:
    for row in rows:
        yield row + "\n"
