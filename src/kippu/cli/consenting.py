"""Asks the person at this terminal whether text may leave or a model's call may run, and shows exactly what.

Knows the terminal alone; who waits for the reply, and what a no means, is told by the assistant.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kippu.cli import keyboard, letters, showing
from kippu.cli.kinds import named
from kippu.cli.person import YES, language, say
from kippu.turn import Asking, Call, Consent, Egress, Offer

Consenting = Callable[[Asking], Awaitable[Consent | None]]
"""What the person says to what waits for their yes; None stops the whole answer."""

_NO = {"", "n", "no", "いいえ"}
_EDIT = {"e", "edit", "編集"}
_TOOLS = {"t", "tools", "道具"}


def nobody(asking: Asking) -> Consent:
    """A no, where nobody can be asked; it is said, for the person would have been."""
    if asking.call is not None:
        called = _words(asking.call)
        _tell(
            say(
                f"(Not done: {called}. A model wanted it, and there is no terminal to ask you at.)",
                f"（実行していません: {called}。モデルの要求ですが、確認できる端末がありません。）",
            )
        )
        return Consent(allow=False)
    _tell(
        say(
            f"(Not sent to {asking.egress.to}: there is no terminal to ask you at. Answered on this device.)",
            f"（{asking.egress.to} には送信していません。確認できる端末がないため、この端末で答えます。）",
        )
    )
    return Consent(allow=False)


def ask(asking: Asking) -> Consent:
    """Show it and ask until it is clear; raises KeyboardInterrupt on Ctrl-C. An empty line is a no."""
    return _ask_text(asking) if asking.call is None else _ask_call(asking.call)


def _ask_call(call: Call) -> Consent:
    """May this call run, which the person's own words did not ask for."""
    _tell(
        say(
            "A model wants to do this, and your words did not ask for exactly it:",
            "モデルが次の操作を求めています。あなたの言葉がそのまま頼んだものではありません。",
        )
    )
    _tell(f"  {_words(call)}")
    _drop_typed_ahead()
    return Consent(allow=_read(say("Do it? [y/N] ", "実行しますか？ [y/N] ")) in YES)


def _words(call: Call) -> str:
    """What it does, and exactly what would run."""
    from kippu.run.describing import describe

    return describe(call, language())


def _ask_text(asking: Asking) -> Consent:
    """May this text leave."""
    shown = asking.egress.messages[-1].text if asking.egress.messages else ""
    text = shown
    more = (" / [t]ools in full", " / [t] 道具をすべて表示") if asking.egress.tools else ("", "")
    _tell(_described(asking))
    _drop_typed_ahead()
    while True:
        reply = _read(
            say(
                "Send it? [y]es / [n]o, answer here / [e]dit the last message" + more[0] + ": ",
                "送信しますか？ [y] はい / [n] いいえ、この端末で答える / [e] 最後の文を編集"
                + more[1]
                + ": ",
            )
        )
        if reply in YES:
            return Consent(allow=True, text=None if text == shown else text)
        if reply is None or reply in _NO:
            return Consent(allow=False)
        if reply in _TOOLS and asking.egress.tools:
            _tell(offered(asking.egress.tools))
        if reply in _EDIT:
            text = _edited(text).strip() or text
            _tell(_lines(say("you", "あなた"), text))
            if text != shown:
                _tell(
                    say(
                        "It goes just as you wrote it: nothing in it is replaced any more.",
                        "書いたとおりに送信されます。これ以上の置き換えは行いません。",
                    )
                )
                if after := _after(_with(asking.egress, text)):
                    _tell(after)


def _described(asking: Asking) -> str:
    """Who would get what, about what it costs, and what is replaced in it."""
    to, model, cents = asking.egress.to, asking.placement.model, asking.placement.cents
    cost = say(f", about {cents:.2g} cents", f"、約 {cents:.2g} セント") if cents else ""
    who = say(
        f"{to} ({model}) would get exactly this{cost}:",
        f"{to}（{model}）に、次の内容だけを送ります{cost}:",
    )
    names = {"system": say("setup", "設定"), "user": say("you", "あなた"), "assistant": "Kippu"}
    messages = [_lines(names[message.role], message.text) for message in asking.egress.messages]
    if asking.egress.kinds:
        replaced = say(
            f"Made up in its place: {named(asking.egress.kinds)}. The answer gets the true ones back here.",
            f"架空のものに置き換え済み: {named(asking.egress.kinds)}。回答では元に戻します。",
        )
    else:
        replaced = say("Nothing personal was found in it.", "個人情報は見つかりませんでした。")
    tools = [_counted(asking.egress.tools)] if asking.egress.tools else []
    after = [said] if (said := _after(asking.egress)) else []
    return "\n".join([who, *messages, *tools, *after, replaced])


def _with(egress: Egress, text: str) -> Egress:
    """It, with another last message."""
    *before, last = egress.messages
    return replace(egress, messages=(*before, replace(last, text=text)))


def _after(egress: Egress) -> str:
    """What is sent beside it once the model wants a tool, to the letter; empty where it can want none."""
    from kippu.guard.planning import REPLIES, second

    if not egress.tools:
        return ""
    asked = second(egress)
    fixed = say(
        "  Of a call that is not made it is told: ", "  実行しない呼び出しについては、次のように伝えます: "
    ) + " / ".join(REPLIES)
    head = say(
        "  If it wants a tool, this is sent too, in a request of its own:",
        "  道具を求められたら、次の内容も別に送ります:",
    )
    return "\n".join([*([head, "    " + asked.replace("\n", "\n    ")] if asked else ()), fixed])


def _counted(tools: Sequence[Offer]) -> str:
    """What goes along beside the text, in a line."""
    names, count = ", ".join(tool.name for tool in tools), len(tools)
    return say(
        f"  and {count} {'tool' if count == 1 else 'tools'} it may ask for: {names}",
        f"  使える道具{count}個: {names}",
    )


def offered(tools: Sequence[Offer]) -> str:
    """All that leaves of tools: names, descriptions and arguments, just as they are sent."""
    lines = []
    for tool in tools:
        parameters = json.dumps(tool.parameters, ensure_ascii=False)
        lines.append(f"    {tool.name}: {tool.description}\n      {parameters}")
    return "\n".join(lines)


def _lines(name: str, text: str) -> str:
    return f"  {name}: " + text.replace("\n", "\n    ")


def _tell(text: str) -> None:
    """On stderr, for an answer on stdout may go to a file."""
    sys.stdout.flush()
    sys.stderr.write(showing.fold(showing.clean(text), sys.stderr) + "\n")
    sys.stderr.flush()


def _read(question: str) -> str | None:
    """One reply, in small letters; None when the keyboard is gone."""
    line = keyboard.line(question)
    return None if line is None else line.strip().lower()


def _drop_typed_ahead() -> None:
    """What was typed before the question was seen is no answer to it."""
    try:
        import termios
    except ImportError:  # Windows
        return
    with suppress(termios.error, OSError):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def _edited(text: str) -> str:
    """The text as the person changed it: in their editor, or without one in a line right here."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return _typed(text)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "message.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], stdout=sys.stderr, check=True)
            return file.read_text(encoding="utf-8")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            _tell(say(f"{editor} failed: {error}", f"{editor} を使えませんでした: {error}"))
            return text


def _typed(text: str) -> str:
    """One line that begins as the text is; it does not come back with the arrow keys."""
    prompt = say("new text: ", "新しい文: ")
    try:
        import readline
    except ImportError:  # Windows
        return input(prompt)
    letters.typed()
    readline.set_startup_hook(lambda: readline.insert_text(text))
    readline.set_auto_history(False)
    try:
        return input(prompt)
    except EOFError:
        return text
    finally:
        readline.set_startup_hook(None)
        readline.set_auto_history(True)
