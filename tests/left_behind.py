"""Ends what a run of the tests leaves running, however the run itself ends.

Run as a program beside the tests, it waits until its standard input ends, which the kernel sees to even
when the tests are killed; then whatever still has the run's mark in its environment is killed, and named on
standard output.
"""

import sys

import psutil

MARK = "TESTED_BY"
"""In the environment of the tests and so of all that they start."""


def marked(run: str) -> list[psutil.Process]:
    """The processes of this run."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == run:
                found.append(process)
        except psutil.Error:  # it has ended, or is another user's
            continue
    return found


def end(run: str) -> list[str]:
    """Kill what is left; gives the command lines, but for those that went by themselves in a moment."""
    left = marked(run)
    _, left = psutil.wait_procs(left, timeout=2) if left else ([], [])
    commands = []
    for process in left:
        try:
            commands.append(f"{process.pid}: {' '.join(process.cmdline())}")
            process.kill()
        except psutil.Error:
            continue
    return commands


if __name__ == "__main__":
    sys.stdin.read()
    for command in end(sys.argv[1]):
        sys.stdout.write(f"{command}\n")
