"""How a layer and its exam look in a terminal and to a program. Knows layers and words; no command."""

from typing import TYPE_CHECKING, Any

from kippu.cli import showing
from kippu.cli.person import say

if TYPE_CHECKING:
    from kippu.layers import Layer, Report

_LONG = 200


def line(layer: "Layer", chosen: str) -> tuple[str, ...]:
    """One row of the list."""
    said = layer.manifest
    score = f"{said.evaluation.score}%" if said.evaluation else ""
    here = say("came with Kippu", "付属") if layer.shipped else say("added", "追加")
    return (
        layer.name + (" *" if layer.name == chosen else ""),
        said.version,
        said.level,
        ",".join(said.languages),
        score,
        said.licence,
        here,
    )


def facts(layer: "Layer", chosen: str) -> dict[str, Any]:
    """A layer for a program."""
    said = layer.manifest.model_dump(mode="json")
    return {
        **said,
        "shipped": layer.shipped,
        "chosen": layer.name == chosen,
        "questions": len(layer.questions),
        "routines": [
            {"name": one.name, "says": list(one.says), "does": list(one.does)} for one in layer.routines
        ],
        "skills": [{"name": skill.name, "description": skill.description} for skill in layer.skills],
        "may": duties(layer),
    }


def describe(layer: "Layer") -> str:
    """All that a person should know of it, and what it may do."""
    said = layer.manifest
    lines = [
        (say("layer", "レイヤー"), f"{said.title} ({layer.name} {said.version})"),
        *(((say("about", "説明"), said.about),) if said.about else ()),
        (
            say("level", "段階"),
            said.level + (say(f", on {said.below}", f"（{said.below} の上）") if said.below else ""),
        ),
        *(
            ((say("base model", "モデル"), f"{said.base.model} ({said.base.sha256[:12]}…)"),)
            if said.base
            else ()
        ),
        (say("languages", "言語"), ", ".join(said.languages)),
        (say("author", "作者"), said.author),
        (say("licence", "ライセンス"), said.licence),
        *((say("it may", "できること"), duty) for duty in duties(layer)),
        (
            say("it can't", "できないこと"),
            say(
                "run programs, use tools unless you say so, read other files or send anything",
                "プログラムの実行、言われていない道具の利用、ほかのファイルの読み取り、送信",
            )
            if layer.routines
            else say(
                "run programs, use tools, read other files or send anything",
                "プログラムの実行、道具の利用、ほかのファイルの読み取り、送信",
            ),
        ),
    ]
    return showing.pairs(lines, "  ")


def duties(layer: "Layer") -> list[str]:
    """What it may do, part by part."""
    said = layer.manifest
    told: list[str] = []
    if said.adapter:
        told.append(
            say(
                f"change how {said.base.model if said.base else ''} answers (adapter)",
                "モデルの答え方を変える（アダプター）",
            )
        )
    if layer.prompt:
        told.append(
            say(
                f"tell the model what to be ({len(layer.prompt)} letters)",
                f"モデルに指示する（{len(layer.prompt)}文字）",
            )
        )
    documents = sum(1 for _ in (*layer.documents(), *layer.archives(), *layer.dictionaries()))
    if documents:
        how = (
            say("quote", "引用")
            if said.answers == "quote"
            else say("have the model write from", "もとに回答")
        )
        told.append(say(f"{how} its documents ({documents})", f"自分の資料（{documents}件）を{how}する"))
    if said.encoder:
        told.append(
            say("read which command a sentence is (encoder)", "文がどの命令かを読み取る（エンコーダー）")
        )
    for routine in layer.routines:
        does = say("; ", "、").join(routine.does)
        told.append(
            say(f"do, when you say “{routine.name}”: {does}", f"「{routine.name}」と言われたら: {does}")
        )
    for skill in layer.skills:
        scripts = skill.scripts
        never = (
            say(f"; scripts in it ({scripts}) never run", f"。スクリプト{scripts}件は実行されません")
            if scripts
            else ""
        )
        told.append(say(f"have the skill {skill.name} read{never}", f"スキル {skill.name} を読む{never}"))
    return told


def verdict(report: "Report", claimed: int) -> str:
    """The score here beside the one that is claimed."""
    return say(
        f"  evaluation: {report.score}% right here, {claimed}% claimed",
        f"  評価: この端末で {report.score}%、表示は {claimed}%",
    )


def report(report: "Report") -> str:
    """The score, and each question that was not answered right."""
    right = sum(mark.right for mark in report.marks)
    lines = [
        say(
            f"{right} of {len(report.marks)} right: {report.score}%",
            f"{len(report.marks)}問中{right}問正解: {report.score}%",
        )
    ]
    for mark in report.marks:
        if not mark.right:
            said = " ".join(mark.answer.split())
            wanted = " … ".join(mark.question.has) or say(
                "“I don't know”, or no command", "「わかりません」、または命令ではない"
            )
            lines += [
                f"- {mark.question.ask}",
                f"    {say('wanted', '正解')}: {wanted}",
                f"    {say('said', '回答')}: {said[:_LONG]}{'…' if len(said) > _LONG else ''}",
            ]
    return showing.clean("\n".join(lines))


def marks(report: "Report") -> dict[str, Any]:
    """The same for a program."""
    return {
        "score": report.score,
        "questions": len(report.marks),
        "marks": [
            {
                "ask": mark.question.ask,
                "has": list(mark.question.has),
                "answer": mark.answer,
                "right": mark.right,
            }
            for mark in report.marks
        ],
    }
