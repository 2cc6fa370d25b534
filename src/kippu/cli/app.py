"""All commands under one name, and how each way to fail is told: one line on stderr and an exit code.

No traceback reaches the person; it goes to the log file. Exit codes: those of errors.py, 130 after Ctrl-C.
"""

import errno
import os
import sys
from typing import Annotated, NoReturn

import typer

from kippu import __version__
from kippu.cli import (
    ask,
    chat,
    contacts,
    demo_home,
    doctor,
    draw,
    fit,
    layers,
    ledger,
    letters,
    models,
    person,
    privacy,
    serve,
    showing,
)
from kippu.errors import KippuError
from kippu.turn import Language

_INTERRUPTED = 130
_PIPE_CLOSED = 141

app = typer.Typer(
    name="kippu",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("ask")(ask.command)
app.command("draw")(draw.command)
models.app.command("fit")(fit.command)
app.add_typer(models.app, name="models")
app.add_typer(layers.app, name="layer")
app.command("serve")(serve.command)
app.add_typer(contacts.app, name="contacts")
app.command("demo-home")(demo_home.command)
app.command("doctor")(doctor.command)
app.add_typer(ledger.app, name="ledger")
app.add_typer(privacy.app, name="privacy")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kippu {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    resume: Annotated[
        bool, typer.Option("--continue", "-c", help="Go on with the last conversation.")
    ] = False,
    language: Annotated[Language | None, ask.LANGUAGE] = None,
    here: Annotated[str | None, ask.HERE] = None,
    stays: Annotated[
        bool, typer.Option("--stays", help="This conversation stays on the device, whatever the policy.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """One private assistant that runs on your own device first.

    Without a command, kippu talks with you here in the terminal: Ctrl-C stops an answer; quit or
    Ctrl-D leaves.

    \b
    Examples:
      kippu                                  talk
      kippu --continue                       go on where you left off
      kippu --stays                          talk, and nothing of it leaves
      kippu ask "turn on the kitchen light"  say one thing
      kippu draw "a cat with sunglasses"     a picture
      kippu serve --open                     the same in a browser
      kippu doctor                           what works on this device
    """
    if context.invoked_subcommand is None:
        chat.talk(resume=resume, stays=stays, language=language, here=here)


def main() -> None:
    """The program ``kippu``."""
    letters.ensure()
    try:
        _run()
    except KippuError as error:
        _leave(error.say(person.language()), error.exit_code)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        if error.errno == errno.EPIPE:
            _leave_quietly()
        _unexpected(error)
    except Exception as error:
        _unexpected(error)


def _run() -> None:
    """The command that was typed, with its help and usage errors in the person's language."""
    command = typer.main.get_command(app)
    if person.language() == "ja":
        from kippu.cli import japanese

        japanese.translate(command)
    try:
        code = command.main(standalone_mode=False)
    except typer.TyperException as error:
        sys.stdout.flush()
        _tell_usage(error)
        code = error.exit_code
    except typer.Abort:
        _leave(person.say("Aborted.", "中断しました。"), 1)
    sys.exit(code)


def _tell_usage(error: typer.TyperException) -> None:
    """What is wrong with how it was called."""
    if person.language() == "ja":
        from kippu.cli import japanese

        sys.stderr.write(japanese.told(error) + "\n")
        return
    from kippu.cli import usage

    usage.tell(error)


def _leave(message: str, code: int) -> NoReturn:
    """Say one thing on stderr and go."""
    sys.stdout.flush()
    sys.stderr.write(showing.fold(f"kippu: {message}", sys.stderr) + "\n")
    sys.exit(code)


def _leave_quietly() -> NoReturn:
    """Whoever read our output has gone; nothing more can be said there, also not by Python at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(_PIPE_CLOSED)


def _unexpected(error: Exception) -> NoReturn:
    from kippu.server.log import keep

    what = f"{type(error).__name__}: {error}"
    file = keep(error)
    if file is None:
        _leave(
            person.say(
                f"Something unexpected went wrong ({what}).", f"予期しない問題が起きました（{what}）。"
            ),
            1,
        )
    _leave(
        person.say(
            f"Something unexpected went wrong ({what}). What a developer needs is in {file}",
            f"予期しない問題が起きました（{what}）。開発者向けの記録: {file}",
        ),
        1,
    )
