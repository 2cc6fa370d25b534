"""``kippu doctor``: what works on this device, what does not, and what to do."""

import asyncio
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kippu.cli.device_checks import Finding

_MARKS = {"ok": "✓", "note": "·", "broken": "✗"}
_STYLES = {"ok": "green", "note": "yellow", "broken": "bold red"}


def command(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Look at everything Kippu needs here, and say what to do where something is missing.

    The exit code is 1 when something is broken.

    \b
    Examples:
      kippu doctor
      kippu doctor --json
    """
    from kippu.cli.ask import print_json

    findings = asyncio.run(_examine())
    broken = any(finding.state == "broken" for finding in findings)
    if as_json:
        print_json({"ok": not broken, "checks": [asdict(finding) for finding in findings]})
    else:
        _show(findings)
    raise typer.Exit(1 if broken else 0)


async def _examine() -> list["Finding"]:
    from kippu.cli import device_checks, part_checks
    from kippu.server.lock import holder
    from kippu.settings import load

    settings = load()
    writable = device_checks.folder(settings)
    machine = [device_checks.python(), device_checks.terminal(), writable]
    if writable.state == "broken":
        return [*machine, device_checks.disk(settings), device_checks.memory()]
    address = holder(settings.data)
    machine += [
        device_checks.database(settings),
        device_checks.other(address),
        device_checks.port(settings, address),
        device_checks.disk(settings),
        device_checks.memory(),
    ]
    return [*machine, *await part_checks.all_of(settings, address)]


def _show(findings: list["Finding"]) -> None:
    from kippu.cli import showing

    console = showing.console()
    width = max(len(finding.check) for finding in findings)
    for finding in findings:
        mark = _MARKS[finding.state] if console.encoding.startswith("utf") else finding.state
        console.print(f"{mark} {finding.check:<{width}}  ", style=_STYLES[finding.state], end="")
        console.print(showing.clean(finding.found))
        if finding.do:
            console.print(f"  {'':<{width}}  → {finding.do}", style="bold")
