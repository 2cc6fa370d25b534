"""Talk with a model of this device: what is said goes in, its words come out as they are made.

Holds back what the model may not claim; shortens a conversation that no longer fits. Knows no tool.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from functools import partial
from typing import Any

from kippu import reasons
from kippu.cores import Cores
from kippu.engines import Llama
from kippu.engines.constrain import schema_format
from kippu.errors import TooLong
from kippu.guard.claims import may_claim
from kippu.guard.speech import OTHER_LETTERS, Speech
from kippu.layers import Lesson
from kippu.models import Model
from kippu.run import progress, summary, told
from kippu.run.first import Moves, Unsure, unless_unsure
from kippu.run.memory import FRAME, fitting, remembered
from kippu.run.pieces import Cut, Moved, Note, Piece, Used
from kippu.run.quoting import from_the_text
from kippu.run.readable import language_of
from kippu.run.small_talk import is_small_talk
from kippu.run.tongues import asked_in
from kippu.turn import Language, Message, Placement, Turn

_LONGEST_ANSWER = 512
"""Tokens of an answer, at most."""
_ENOUGH = 2
"""Sentences with which a model of the pocket rung answers what asks for nothing: with more it tells of films
that it has made."""
_SYSTEM: dict[Language, str] = {
    "en": "You are a helpful AI assistant.",
    "ja": "あなたはKippuという親切なAIアシスタントです。日本語で、短くわかりやすく答えてください。",
}
"""Short, and as small models were trained with: told more (to be brief, to admit what it doesn't know),
the 135M model loses the thread. Told that it is named Kippu, it answers two of five plain statements in
Hebrew (docs/decisions/understanding.md). No clock and nothing else that changes: a prompt's beginning is read
once."""

_SAMPLING: Mapping[str, Any] = {
    "temperature": 0.3,
    "repeat_penalty": 1.1,
    # DRY: what continues words that were already said, in this answer or an earlier one, grows unlikely.
    "dry_multiplier": 0.8,
    "dry_base": 1.75,
    "dry_allowed_length": 3,
    "dry_penalty_last_n": 2048,
}

_EXACT: Mapping[str, Any] = {"temperature": 0.0}
"""From what came along or was found a model has to say again what stands there, word by word; and an adapter
was taught one right answer, in a form whose words may well come twice."""

UseModel = Callable[[str], AbstractAsyncContextManager[Llama]]


class Talk:
    """Lets a placement's model talk."""

    def __init__(
        self,
        use: UseModel,
        model: Callable[[str], Model],
        ran: Callable[[str, Mapping[str, Any]], None],
        larger: Callable[[Turn, Placement], Placement | None],
        read: Callable[[Turn, int, int], None] = lambda turn, done, of: None,
    ) -> None:
        """``use`` lends a loaded model by its id; ``model`` tells about one; ``ran`` hears how fast it was:
        llama.cpp's ``timings``, the cores that ``others`` used meanwhile and the ``memory`` that the model
        took; ``larger`` says which model of this device may do better, if any; ``read`` hears of a turn whose
        reading takes its time how many tokens of how many are read."""
        self._read = read
        self._ran = ran
        self._larger = larger
        self._use = use
        self._model = model

    async def talk(
        self,
        turn: Turn,
        placement: Placement,
        begun: str = "",
        lesson: Lesson | None = None,
        away: Moves | None = None,
    ) -> AsyncGenerator[Piece, None]:
        """The model's words, as they come; a larger model's, with a Moved, when it isn't sure how to begin.

        With ``begun``, it goes on from another's words; with a ``lesson``, it knows what layers bring. A
        summary that needs no model is said without one. Where it isn't sure and there is no larger one,
        ``away`` may take it: then nothing is said, and Unsure raised.
        """
        said, why = (None, "") if begun or lesson else self._without_a_model(turn, placement)
        if said:
            yield Moved(Placement("none", None, why))
            yield said.text
            if said.note:
                yield Note(said.note)
            return
        larger = None if begun or lesson else self._larger(turn, placement)
        moves = _moves if larger else away
        try:
            async with aclosing(self._fitted(turn, placement, begun, moves, lesson)) as pieces:
                async for piece in pieces:
                    yield piece
        except Unsure:
            if larger is None:
                raise
            yield Moved(larger)
            async with aclosing(self._fitted(turn, larger, begun, None, lesson)) as pieces:
                async for piece in pieces:
                    yield piece

    def _without_a_model(self, turn: Turn, placement: Placement) -> tuple[summary.Summary | None, str]:
        """What needs no model, or what the one that is meant is too small for; and why."""
        assert placement.model is not None  # noqa: S101  # talk is always placed on a model
        if heard := told.heard(turn, self._model(placement.model)):
            return summary.Summary(heard), reasons.here(reasons.TOLD, turn.language)
        quoted = summary.without_a_model(turn, placement.rung) or from_the_text(turn, placement.rung)
        return quoted, reasons.here(reasons.QUOTED, turn.language)

    async def _fitted(
        self, turn: Turn, placement: Placement, begun: str, moves: Moves | None, lesson: Lesson | None
    ) -> AsyncGenerator[Piece, None]:
        """One model's words, of as much of the conversation as it can read."""
        assert placement.model is not None  # noqa: S101  # talk is always placed on a model
        model = self._model(placement.model)
        if why := _beyond(turn, model):
            yield Moved(Placement("none", None, reasons.here(reasons.SPEAKS_NOT, turn.language)))
            yield why
            return
        async with self._use(placement.model) as engine:
            read = remembered(turn.history, model.languages)
            single = bool(lesson and lesson.adapters and read.lines)
            history = [] if single else await _fitting(engine, turn, read.lines, begun, lesson)
            left_out = not single and len(history) < len(read.lines)
            while True:
                try:
                    async with aclosing(
                        self._stream(engine, turn, history, model.id, begun, moves, lesson)
                    ) as pieces:
                        async for piece in pieces:
                            yield piece
                    break
                except TooLong:
                    if not history:
                        raise
                    del history[: max(2, len(history) // 2 // 2 * 2)]
                    left_out = True
            if left_out:
                yield Note(_left_out(turn.language))
            if single:
                yield Note(_single(turn.language))
            elif read.unread:
                yield Note(_unread(turn.language))

    async def _stream(
        self,
        engine: Llama,
        turn: Turn,
        history: Sequence[Message],
        model: str,
        begun: str,
        moves: Moves | None,
        lesson: Lesson | None,
    ) -> AsyncGenerator[Piece, None]:
        messages = _messages(turn, history, begun, lesson)
        request: dict[str, Any] = {
            "messages": messages,
            "max_tokens": _longest(turn),
            "logprobs": moves is not None,
            "return_progress": True,
            **(_EXACT if turn.outside or (lesson and (lesson.found or lesson.adapters)) else _SAMPLING),
            **({"adapters": lesson.adapters} if lesson and lesson.adapters else {}),
            **({"response_format": schema_format(turn.schema)} if turn.schema else {}),
        }
        story = turn.outside or turn.schema or may_claim(turn.text)
        speech = Speech(
            None if story else turn.language,
            _ENOUGH if self._model(model).rung == "pocket" and is_small_talk(turn) else None,
            latin=_knows_latin_alone(self._model(model)) and not OTHER_LETTERS.search(_words_of(messages)),
        )
        if "adapters" not in request:
            await engine.remember(messages[:1])
        tokens, cut, cores = 0, False, Cores()
        async with aclosing(engine.chat(request)) as chunks:
            answer = progress.told(chunks, partial(self._read, turn))
            async for chunk in unless_unsure(answer, moves) if moves else answer:
                for choice in chunk.get("choices", ()):
                    tokens += 1
                    if text := speech.take(choice.get("delta", {}).get("content") or ""):
                        yield text
                    cut = cut or choice.get("finish_reason") == "length"
                if speech.ended:  # broken off, so that llama.cpp tells no timings
                    yield Used(tokens, read=await engine.count_tokens({"messages": messages}))
                    break
                if usage := chunk.get("usage"):
                    yield _used(usage)
                if timings := chunk.get("timings"):
                    self._ran(model, {**timings, "others": cores.others(), "memory": engine.memory})
        if text := speech.rest():
            yield text
        if cut and not speech.ended:
            yield Cut()
        if speech.claimed:
            yield _did_nothing(turn.language)
        if speech.strayed:
            yield _strayed(self._model(model))


async def _moves(sure: float) -> bool:
    """A larger model of this device always takes what a smaller one isn't sure of: it tells nobody."""
    return True


def _longest(turn: Turn) -> int:
    """Tokens that the answer may have."""
    return min(turn.limit or _LONGEST_ANSWER, _LONGEST_ANSWER)


def _messages(
    turn: Turn, history: Sequence[Message], begun: str, lesson: Lesson | None
) -> list[dict[str, str]]:
    """What the model reads: instructions, the conversation, and what the person said."""
    system = system_text(turn.language, lesson.system if lesson else "")
    return [
        {"role": "system", "content": system},
        *({"role": message.role, "content": message.text} for message in history),
        {"role": "user", "content": _asked(turn, lesson)},
        *([{"role": "assistant", "content": begun}] if begun else ()),
    ]


async def _fitting(
    engine: Llama, turn: Turn, lines: Sequence[Message], begun: str, lesson: Lesson | None
) -> list[Message]:
    """As much of the conversation as leaves room for the answer."""

    async def count(some: Sequence[Message]) -> int:
        return await engine.count_tokens({"messages": _messages(turn, some, begun, lesson)})

    beside = sum(len(one["content"].encode()) + FRAME for one in _messages(turn, (), begun, lesson))
    return await fitting(lines, beside, engine.context - _longest(turn), count)


def _asked(turn: Turn, lesson: Lesson | None) -> str:
    """What the person said, with what is to be read for it."""
    said = _about(turn.outside, turn.text, turn.language) if turn.outside else turn.text
    if lesson and lesson.found:
        said = _from(lesson.reading, said, turn.language)
    return f"{lesson.pages}\n\n{said}" if lesson and lesson.pages else said


def _used(usage: Mapping[str, Any]) -> Used:
    return Used(int(usage.get("completion_tokens", 0)), read=int(usage.get("prompt_tokens", 0)))


def system_text(language: Language, more: str = "") -> str:
    """What a model reads before a conversation; ``more`` is what layers add to it."""
    return f"{_SYSTEM[language]}\n\n{more}" if more else _SYSTEM[language]


def _did_nothing(language: Language) -> str:
    """In place of a deed that the model claimed: it only talks, and whatever was done was done by a tool."""
    if language == "ja":
        return "（何も実行していません。「キッチンの電気をつけて」のように、短く言ってみてください。）"
    return (
        "(I have done nothing of the kind: that was only talk. To have something done, say it as a short "
        "command, "
        "such as “turn on the kitchen light”.)"
    )


def _knows_latin_alone(model: Model) -> bool:
    """Whether English is all that it knows; Greek letters are in its sums."""
    return list(model.languages) == ["en"]


def _words_of(messages: Sequence[Mapping[str, str]]) -> str:
    return "\n".join(message["content"] for message in messages)


def _strayed(model: Model) -> str:
    """In place of words in letters that the model was not asked for and does not know."""
    return (
        f"(The model here, {model.name}, lost its way there. Say it in another way, or get a larger one on "
        "the models page.)"
    )


def _about(text: str, request: str, language: Language) -> str:
    """The text before what is to be done with it: a small model does what it read last."""
    if language == "ja":
        return f"文章:\n{text}\n\n上の文章について: {request}"
    return f"Text:\n{text}\n\nAbout the text above: {request}"


def _from(reading: str, question: str, language: Language) -> str:
    """What a model is told that has to answer from what was found."""
    if language == "ja":
        return f"{reading}\n\n上の資料だけをもとに、短く答えてください。\n質問: {question}"
    return f"{reading}\n\nAnswer from the text above alone, in a sentence or two.\nQuestion: {question}"


def _left_out(language: Language) -> str:
    if language == "ja":
        return "会話が長くなったので、いちばん古いやりとりを省きました。"
    return "This conversation has grown long, so I left out its oldest turns."


def _single(language: Language) -> str:
    """An adapter was taught single sentences: with a conversation before them it goes astray."""
    if language == "ja":
        return "この回答のレイヤーは一文ずつ読むので、それまでのやりとりは踏まえていません。"
    return "The layer that answered reads one sentence at a time, so it doesn't know what was said before."


def _unread(language: Language) -> str:
    if language == "ja":
        return "直前のやりとりは、このモデルには読めない言葉だったので省きました。"
    return "The model that answered reads no Japanese, so it doesn't know what was said in it just before."


def _beyond(turn: Turn, model: Model) -> str:
    """What is said where the turn needs a language that the model doesn't know; empty where it needs none."""
    if not model.languages:  # a person's own model names none
        return ""
    if turn.language not in model.languages:
        return _does_not_speak(turn.language, model)
    if turn.outside and language_of(turn.outside) not in model.languages:
        return _does_not_read(turn.language, model)
    asked = asked_in(turn.text)
    alone = len(model.languages) == 1  # of several, its maker names the best, and it knows some of others
    return _would_make_it_up(asked[0], model) if asked and alone and asked[1] not in model.languages else ""


def _does_not_read(language: Language, model: Model) -> str:
    """The same of a text that came along."""
    if language == "ja":
        return f"この文章は、いまのモデル {model.name} には読めない言葉で書かれています。"
    return (
        f"The text is in a language that the model here, {model.name}, doesn't read. "
        "Get one that does on the models page."
    )


def _would_make_it_up(language: str, model: Model) -> str:
    """Asked in English for words of another language."""
    return (
        f"The model here, {model.name}, isn't made for {language} and would only make it up. "
        "Get one that does on the models page."
    )


def _does_not_speak(language: Language, model: Model) -> str:
    """Better than what such a model would say, which is made up and in no language."""
    if language == "ja":
        return (
            f"いま入っている会話用のモデル {model.name} は、日本語の会話ができません。"
            "家の操作、タイマー、リスト、計算などは日本語でどうぞ。"
            "日本語で話すには、「モデル」の画面で日本語のできるモデルを入れてください。"
        )
    return (
        f"The model that is installed for talk, {model.name}, speaks no English. Commands work all the "
        f"same; "
        "for a talk, get a model with English on the models page."
    )
