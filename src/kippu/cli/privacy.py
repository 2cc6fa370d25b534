"""``kippu privacy``: what may leave this device, shown in plain words and changed.

Knows how choices read; what they do is decided elsewhere.
"""

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli import providers
from kippu.cli.choices import Chosen, choices
from kippu.cli.person import say
from kippu.errors import BadInput

if TYPE_CHECKING:
    from kippu.settings import Policy, Topic

app = typer.Typer(invoke_without_command=True)
app.add_typer(providers.app, name="provider")

_WORDS: Any = typer.Argument(metavar="WORDS", help="A name, a number or a phrase.")
_POLICIES: "dict[Policy, tuple[str, str]]" = {
    "device only": (
        "nothing you say leaves this device; what could send is not even loaded",
        "話したことは一切この端末の外に出ません（送信する部分は読み込まれません）",
    ),
    "ask me": (
        "before anything leaves, you see exactly the text, and it waits for your yes",
        "送信の前に必ず全文を表示し、あなたの「はい」を待ちます",
    ),
    "when it helps": (
        "a larger model elsewhere is asked when it helps, with personal data replaced",
        "役立つときは、個人情報を置き換えてから外部の大きなモデルに尋ねます",
    ),
}
_TOPICS: "dict[Topic, str]" = {
    "health": "健康",
    "money": "お金",
    "work": "仕事",
    "family": "家族",
    "faith": "信仰",
    "politics": "政治",
    "intimacy": "恋愛・性",
    "law": "法律",
}


@app.callback()
def privacy(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False
) -> None:
    """Show what may leave this device, and change it.

    What is changed holds at once, also in a Kippu that serves.

    \b
    Examples:
      kippu privacy
      kippu privacy policy "device only"
      kippu privacy never health money
      kippu privacy mark "Project Tanuki"
    """
    from kippu.cli.ask import print_json

    if context.invoked_subcommand is not None:
        return
    chosen = asyncio.run(_privacy())
    if as_json:
        print_json(chosen)
    else:
        _show(chosen)


@app.command("policy")
def policy(
    policy: Annotated[list[str], typer.Argument(metavar="POLICY", help="One of the three above.")],
) -> None:
    """Choose whether a larger model elsewhere may be asked.

    \b
    device only    nothing you say leaves this device
    ask me         you see exactly the text before it leaves, and say yes or no
    when it helps  asked when it helps, with personal data replaced

    \b
    Examples:
      kippu privacy policy "ask me"
      kippu privacy policy "device only"
    """
    wanted = " ".join(policy).lower().replace("-", " ").strip()
    if wanted not in _POLICIES:
        raise BadInput(
            f"There is no policy '{wanted[:40]}'. Choose one of: {', '.join(_POLICIES)}.",
            f"「{wanted[:40]}」という方針はありません。{'、'.join(_POLICIES)} のどれかを選んでください。",
        )
    chosen = _change(policy=wanted)
    typer.echo(_policy(chosen["policy"]))
    if wanted != "device only" and not chosen["providers"]:
        typer.echo(
            say(
                "There is nobody to ask yet: kippu privacy provider add",
                "尋ねる相手がまだありません: kippu privacy provider add",
            )
        )


@app.command("never")
def never(
    topics: Annotated[
        list[str] | None, typer.Argument(metavar="TOPIC", help=f"Any of: {', '.join(_TOPICS)}.")
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Let these topics leave again; without a topic all of them.")
    ] = False,
) -> None:
    """Keep topics on this device whatever the policy.

    Each is added to those that stay already.

    \b
    Examples:
      kippu privacy never health money
      kippu privacy never --clear money
      kippu privacy never --clear
    """
    named = [_topic(topic) for topic in topics or ()]
    if not named and not clear:
        raise BadInput(
            f"Name the topics that stay: {', '.join(_TOPICS)}. To let all leave again: --clear",
            f"端末に残す話題を指定してください: {', '.join(_TOPICS)}。すべて解除するには --clear",
        )
    before = asyncio.run(_privacy())["never"]
    if clear:
        after = [topic for topic in before if named and topic not in named]
    else:
        after = [topic for topic in _TOPICS if topic in before or topic in named]
    _line(say("never leaves", "出さない話題"), _never(_change(never=after)))


@app.command("mark")
def mark(words: Annotated[list[str], _WORDS]) -> None:
    """Mark words as private: nothing that has them in it leaves, whatever the policy.

    Several words are one phrase. Case, width and spaces make no difference.

    \b
    Examples:
      kippu privacy mark "Project Tanuki"
    """

    async def change() -> Chosen:
        async with choices() as here:
            return await here.mark(" ".join(words))

    _line(say("private words", "秘密の言葉"), ", ".join(asyncio.run(change())["marked"]))


@app.command("unmark")
def unmark(words: Annotated[list[str], _WORDS]) -> None:
    """Take a mark back.

    \b
    Examples:
      kippu privacy unmark "Project Tanuki"
    """

    async def change() -> Chosen:
        async with choices() as here:
            return await here.unmark(" ".join(words))

    _line(say("private words", "秘密の言葉"), ", ".join(asyncio.run(change())["marked"]) or _none())


@app.command("budget")
def budget(
    cents: Annotated[float, typer.Argument(min=0, metavar="CENTS", help="US cents for a calendar month.")],
) -> None:
    """Choose what providers may cost in a month. What would pass it stays on the device.

    \b
    Examples:
      kippu privacy budget 500
    """
    _line(say("budget", "予算"), _budget(_change(budget_cents=cents)))


@app.command("keep-sent")
def keep_sent(
    keep: Annotated[bool, typer.Argument(metavar="yes|no", help="Whether to keep them.")],
) -> None:
    """Choose whether the ledger keeps the texts that leave, or only their size and digest.

    \b
    Examples:
      kippu privacy keep-sent no
    """
    _line(say("texts sent", "送信した本文"), _kept(_change(keep_sent=keep)))


@app.command("forget-typed")
def forget_typed() -> None:
    """Forget the lines typed in earlier chats, which the arrow keys bring back.

    They stay when a conversation is deleted. Do it when no chat is open, for that writes them anew.

    \b
    Examples:
      kippu privacy forget-typed
    """
    from kippu.cli import typed
    from kippu.settings import load

    typed.forget(load().data)
    typer.echo(say("The typed lines are forgotten.", "入力した行の履歴を消しました。"))


async def _privacy() -> Chosen:
    async with choices() as here:
        return await here.privacy()


def _change(**chosen: Any) -> Chosen:
    """Change settings; what the environment will say otherwise at the next start is told."""

    async def change() -> Chosen:
        async with choices() as here:
            return await here.choose(**chosen)

    after = asyncio.run(change())
    for name in chosen:
        if (variable := f"KIPPU_{name.upper()}") in os.environ:
            sys.stderr.write(
                say(
                    f"The environment variable {variable} goes before it at each start.\n",
                    f"起動時には環境変数 {variable} が優先されます。\n",
                )
            )
    return after


def _show(chosen: Chosen) -> None:
    from kippu.cli import showing

    marked = ", ".join(chosen["marked"]) or _none()
    facts = [
        (say("policy", "方針"), _policy(chosen["policy"])),
        (say("never leaves", "出さない話題"), _never(chosen)),
        (say("private words", "秘密の言葉"), marked),
        (say("budget", "予算"), _budget(chosen)),
        (say("texts sent", "送信した本文"), _kept(chosen)),
    ]
    asked = [
        (say("providers", "尋ねる相手") if number == 1 else "", f"{number}. {providers.line(provider)}")
        for number, provider in enumerate(chosen["providers"], start=1)
    ] or [(say("providers", "尋ねる相手"), _none())]
    typer.echo(showing.pairs([*facts, *asked]))


def _line(name: str, value: str) -> None:
    from kippu.cli import showing

    typer.echo(showing.clean(f"{name}: {value}"))


def _policy(policy: "Policy") -> str:
    return f"{policy} – {say(*_POLICIES[policy])}"


def _topic(text: str) -> "Topic":
    for topic, ja in _TOPICS.items():
        if text.strip().lower() in {topic, ja}:
            return topic
    raise BadInput(
        f"There is no topic '{text[:40]}'. There are: {', '.join(_TOPICS)}.",
        f"「{text[:40]}」という話題はありません。あるのは: "
        + "、".join(f"{topic}（{ja}）" for topic, ja in _TOPICS.items()),
    )


def _never(chosen: Chosen) -> str:
    return ", ".join(say(topic, f"{topic}（{_TOPICS[topic]}）") for topic in chosen["never"]) or _none()


def _budget(chosen: Chosen) -> str:
    limit, spent = chosen["budget_cents"], chosen["spent_cents"]
    return say(
        f"{limit:g} cents a month, {spent:.2f} spent", f"月 {limit:g} セント（今月 {spent:.2f} セント使用）"
    )


def _kept(chosen: Chosen) -> str:
    if chosen["keep_sent"]:
        return say("kept in the ledger", "台帳に保存")
    return say("not kept, only size and digest", "保存しない（大きさとハッシュのみ）")


def _none() -> str:
    return say("none", "なし")
