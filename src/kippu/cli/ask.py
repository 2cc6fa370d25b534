"""``kippu ask``: one sentence, or one a line, answered or only understood."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli import person
from kippu.cli.person import language, say
from kippu.errors import BadInput, KippuError, ModelMissing
from kippu.turn import Answer, Asking, Consent, Language

if TYPE_CHECKING:
    from kippu.cli.reach import Reach
    from kippu.cli.request import Request
    from kippu.cli.watching import Watch
    from kippu.settings import Settings

LANGUAGE: Any = typer.Option("--language", help="Answer in this language. Default: the sentence's.")
HERE: Any = typer.Option("--here", metavar="ROOM", help="The room in which it is said.")
_NOT_DONE = 1


def command(
    text: Annotated[
        str | None, typer.Argument(help="What to say. Without it, the text that is piped in.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Say each line of a file by itself; - is stdin."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done and where; do nothing, keep nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON; with --file one object a line.")] = False,
    language: Annotated[Language | None, LANGUAGE] = None,
    here: Annotated[str | None, HERE] = None,
    layer: Annotated[
        str | None,
        typer.Option(
            "--layer", metavar="NAME", help="The layer to answer by, or none. Default: by the sentence."
        ),
    ] = None,
) -> None:
    """Say one thing and get the answer.

    Piped text beside a sentence is what the sentence is about: it is read, and never obeyed. Piped text
    without a sentence is the sentence itself. The exit code is 0 when it was answered or done, 1 when
    something was not done or it asks back, and otherwise tells what is wrong (docs/cli.md).

    \b
    Examples:
      kippu ask "turn on the kitchen light"
      kippu ask "what is 15% of 84"
      kippu ask "キッチンの電気を消して"
      cat letter.txt | kippu ask "summarise"
      kippu ask --dry-run --json "close the blinds"
      kippu ask --file sentences.txt --json --dry-run
    """
    from kippu.cli import reading
    from kippu.cli.request import Request

    if file is not None:
        if text is not None:
            raise BadInput(
                "Give either a sentence or --file, not both.",
                "文と --file は、どちらか一方だけを指定してください。",
            )
        requests: Iterable[tuple[int, Request]] = (
            (line.number, Request(line.text, None, language, here, "", layer, True, dry_run))
            for line in reading.lines(file)
        )
        code = asyncio.run(_each(requests, as_json))
    else:
        outside = reading.piped()
        sentence, outside = (outside, "") if text is None else (text, outside)
        request = Request(reading.sentence(sentence), None, language, here, outside, layer, True, dry_run)
        code = asyncio.run(_one(request, as_json))
    raise typer.Exit(code)


async def _one(request: "Request", as_json: bool) -> int:
    """Answer one sentence; the exit code."""
    from kippu.cli.first import offer_default
    from kippu.cli.reach import reach
    from kippu.cli.watching import watching
    from kippu.settings import load

    settings = load()
    # Who is told of a ring dismisses it, so somebody has to be there; and a dry run changes nothing.
    seen = sys.stderr.isatty() and not request.dry_run
    async with reach(settings) as assistant, AsyncExitStack() as beside:
        watch = None
        if seen:
            await beside.enter_async_context(_ringing(assistant))
            watch = await beside.enter_async_context(watching(assistant))
        try:
            answer = await _answer(assistant, request, as_json, watch=watch)
        except ModelMissing:
            if as_json or not await offer_default(settings):
                raise
            answer = await _answer(assistant, request, as_json, watch=watch)
    _tell_instead(settings, answer)
    return _code(answer, request)


def _tell_instead(settings: "Settings", *answers: Answer) -> None:
    """Where a model of this device talked: say on stderr if it isn't the one that the settings name."""
    from kippu.cli import first

    if any(answer.placement.model and not answer.placement.provider for answer in answers):
        first.tell_instead(settings)


async def _each(requests: Iterable[tuple[int, "Request"]], as_json: bool) -> int:
    """Answer every line by itself; the exit code of the first that failed, else 0."""
    from kippu.cli.reach import reach
    from kippu.settings import load

    code = 0
    settings = load()
    answers = []
    async with reach(settings) as assistant:
        for number, request in requests:
            try:
                answer = await _answer(assistant, request, as_json, number)
                answers.append(answer)
                code = code or _code(answer, request)
            except KippuError as error:
                code = code or error.exit_code
                if as_json:
                    print_json({"line": number, "said": request.text, "error": error.say(language())})
                else:
                    where = say(f"line {number}", f"{number}行目")
                    sys.stdout.flush()
                    sys.stderr.write(f"kippu: {where}: {error.say(language())}\n")
    _tell_instead(settings, *answers)
    return code


@asynccontextmanager
async def _ringing(assistant: "Reach") -> AsyncIterator[None]:
    """Say on stderr what rings meanwhile, or rang while nobody was there."""
    from kippu.cli import showing

    looked = asyncio.Event()

    async def ring() -> None:
        try:
            async for reminder in assistant.rings():
                if reminder is None:
                    looked.set()
                else:
                    sys.stderr.write(showing.ring(reminder) + "\n")
        finally:
            looked.set()

    task = asyncio.create_task(ring())
    try:
        # First, for an answer may be there before anybody has looked, or be cut in two by what rang.
        await looked.wait()
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _answer(
    assistant: "Reach",
    request: "Request",
    as_json: bool,
    line: int | None = None,
    watch: "Watch | None" = None,
) -> Answer:
    """Ask, show what comes as it comes, and give the whole of it back."""
    from kippu.cli import consenting, showing, unheard
    from kippu.record import answer_to_json

    if line is not None and not as_json and (request.dry_run or sys.stdout.isatty()):
        sys.stdout.write(showing.clean(f"{line}: {request.text}\n"))
    pieces = showing.Piecewise(watch.end if watch else None)
    answer: Answer | None = None
    interrupted = False

    async def consent(asking: Asking) -> Consent | None:
        nonlocal interrupted
        if not person.can_be_asked():
            return consenting.nobody(asking)
        # Nothing else goes on in this process meanwhile: the question may hold its one thread.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return consenting.ask(asking)
        except KeyboardInterrupt:
            interrupted = True
            return None
        finally:
            signal.signal(signal.SIGINT, before)

    async for piece in assistant.ask(request, consent):
        if isinstance(piece, Answer):
            answer = piece
        elif not as_json:
            pieces.add(piece)
    if watch:
        watch.end()
    pieces.close()
    if interrupted:
        raise KeyboardInterrupt
    if answer is None:
        raise KippuError("The answer broke off.", "回答が途中で切れました。")
    if as_json:
        number = {} if line is None else {"line": line}
        print_json({**number, "said": request.text, **answer_to_json(answer)})
    elif request.dry_run:
        showing.plan(answer)
    else:
        _show(answer, pieces.begun)
    if not assistant.stays and (note := unheard.told(answer)):
        sys.stderr.write(showing.fold(f"({note})", sys.stderr) + "\n")
    return answer


def _show(answer: Answer, said: bool) -> None:
    """What was not shown as it came."""
    from kippu.cli import showing

    if not said:
        sys.stdout.write(showing.fold(showing.clean(answer.text), sys.stdout) + "\n")
    for lead in (*showing.links(answer), *showing.pictures(answer)):
        sys.stdout.write(f"{lead}\n")
    for note in showing.notes(answer):
        sys.stderr.write(showing.fold(f"({note})", sys.stderr) + "\n")
    if sys.stdout.isatty() and sys.stderr.isatty():  # a person reads it, and no program
        line = showing.fold(showing.footer(answer), sys.stderr)
        showing.console(error=True).print(line, style="dim")


def print_json(value: Any) -> None:
    """One line of JSON on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _code(answer: Answer, request: "Request") -> int:
    asked_back = answer.meaning.question is not None and not request.dry_run
    return _NOT_DONE if asked_back or not all(outcome.ok for outcome in answer.outcomes) else 0
