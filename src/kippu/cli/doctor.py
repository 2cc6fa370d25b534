"""``kippu doctor``: what works on this device, what does not, and what to do."""

import asyncio
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kippu.cli.device_checks import Finding

_MARKS = {"ok": "✓", "note": "·", "broken": "✗"}
_JAPANESE = {
    "python": "Python",
    "terminal": "端末",
    "data folder": "データフォルダー",
    "database": "データベース",
    "other Kippu": "別の Kippu",
    "port": "ポート",
    "disk": "ディスク",
    "memory": "メモリー",
    "model": "モデル",
    "model speaks": "モデルの応答",
    "languages": "言語",
    "free speech": "自由な話し方",
    "pictures": "お絵かき",
    "home": "家",
}
"""Names of the checks; programs get the English ones."""
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
    from rich.cells import cell_len

    from kippu.cli import showing
    from kippu.cli.person import say

    console = showing.console()
    names = {finding.check: say(finding.check, _JAPANESE[finding.check]) for finding in findings}
    width = max(map(cell_len, names.values()))
    indent = " " * (width + 4)
    for finding in findings:
        mark = _MARKS[finding.state] if console.encoding.startswith("utf") else finding.state
        name = names[finding.check]
        gap = " " * (width - cell_len(name) + 2)
        console.print(f"{mark} {name}{gap}", style=_STYLES[finding.state], end="")
        found = showing.clean(finding.found)
        console.print(showing.fold(found, sys.stdout, indent, column=len(indent)))
        if finding.do:
            do = showing.fold(f"{indent}→ {finding.do}", sys.stdout, indent + "  ")
            console.print(do, style="bold")
