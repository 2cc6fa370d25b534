"""The base model with a LoRA adapter on its upper layers, reading many examples as one row of tokens.

Three things make it fast on a processor. What the lower layers make of the examples never changes, so it is
computed once. Examples that begin alike share that beginning: they stand one after another behind it, each
seeing the beginning and itself alone, and nothing is filled up to a common length. The output projection,
a fifth of a small model, is done where a token of an answer is predicted and nowhere else.

Knows tensors; no files but the base model's, and no course of training.
"""

import contextlib
import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from torch import Tensor
from transformers import AutoModelForCausalLM
from transformers.utils import logging

from kippu.errors import ModelError
from kippu.layers.training.recipe import Recipe, Sample

LINEAR = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
"""All linear maps of a layer, by transformers' names."""


class Network:
    """Reads samples that begin with the same tokens."""

    def __init__(self, base: Path, prefix: Sequence[int], recipe: Recipe) -> None:
        """``base`` is a GGUF file, whose weights are taken as they come out of it, in 32 bits."""
        torch.manual_seed(recipe.seed)
        model = _load(base)
        self.config = model.config
        count = self.config.num_hidden_layers
        self.first = min(count - 1, count - round(count * recipe.upper))
        config = LoraConfig(
            r=recipe.rank,
            lora_alpha=recipe.alpha,  # type: ignore[arg-type, unused-ignore]
            target_modules=list(LINEAR),
            layers_to_transform=list(range(self.first, count)),
            layers_pattern="layers",
        )
        with warnings.catch_warnings(action="ignore"):  # of one library to the makers of another
            self.model: Any = get_peft_model(model, config)
        self._inner = self.model.base_model.model.model
        self._head = self.model.base_model.model.lm_head
        self._prefix = self._lower(torch.tensor(prefix, dtype=torch.long), ())
        self._ids = tuple(prefix)

    def weights(self) -> dict[str, Tensor]:
        """The adapter's values by peft's names; a copy."""
        return {name: value.detach().clone() for name, value in self.trained()}

    def trained(self) -> list[tuple[str, Any]]:
        """What is trained, by peft's names."""
        return [(name, value) for name, value in self.model.named_parameters() if value.requires_grad]

    def take(self, weights: dict[str, Tensor]) -> None:
        """Put such values in."""
        with torch.no_grad():
            for name, value in self.trained():
                value.copy_(weights[name])

    def lower(self, samples: Sequence[Sample]) -> list[Tensor]:
        """What the layers without an adapter make of each sample: its tokens by the width of the model."""
        ids = torch.tensor([*self._ids, *(token for one in samples for token in _input(one))])
        made = self._lower(ids, samples)[len(self._ids) :]
        return list(made.split([len(one) - 1 for one in samples]))

    def loss(self, samples: Sequence[Sample], lower: Sequence[Tensor]) -> tuple[Tensor, int]:
        """The cross-entropy of all their answers' tokens together, and how many these are."""
        wanted = torch.tensor([token for one in samples for token in one.answer])
        scores = self.scores(samples, lower)
        return torch.nn.functional.cross_entropy(scores, wanted, reduction="sum"), len(wanted)

    def scores(self, samples: Sequence[Sample], lower: Sequence[Tensor]) -> Tensor:
        """What is predicted for every token of every answer: so many tokens by the vocabulary."""
        hidden = self._through(torch.cat([self._prefix, *lower]), samples, self._inner.layers[self.first :])
        at: list[Tensor] = []
        start = len(self._ids)
        for one in samples:
            end = start + len(one) - 1
            at.append(torch.arange(end - len(one.answer), end))
            start = end
        return self._head(self._inner.norm(hidden[torch.cat(at)]))

    def _lower(self, ids: Tensor, samples: Sequence[Sample]) -> Tensor:
        with torch.no_grad():
            return self._through(self._inner.embed_tokens(ids), samples, self._inner.layers[: self.first])

    def _through(self, hidden: Tensor, samples: Sequence[Sample], layers: Sequence[Any]) -> Tensor:
        sight, places = _sight(len(hidden) - sum(len(one) - 1 for one in samples), samples)
        hidden = hidden[None]
        turned = self._inner.rotary_emb(hidden, places[None])
        for layer in layers:
            hidden = layer(hidden, attention_mask=sight, position_embeddings=turned)
        return hidden[0]


def _input(sample: Sample) -> tuple[int, ...]:
    """All but the last token, which is only predicted."""
    return (*sample.prompt, *sample.answer[:-1])


def _sight(prefix: int, samples: Sequence[Sample]) -> tuple[Tensor, Tensor]:
    """Which token sees which, (1, 1, tokens, tokens), and the place of each, (tokens,)."""
    lengths = [len(one) - 1 for one in samples]
    owner = torch.repeat_interleave(torch.arange(len(lengths) + 1), torch.tensor([prefix, *lengths]))
    seen = (owner[:, None] == owner[None, :]) | (owner[None, :] == 0)
    sight = seen & torch.ones(len(owner), len(owner), dtype=torch.bool).tril()
    places = torch.cat([torch.arange(prefix), *(torch.arange(prefix, prefix + n) for n in lengths)])
    return sight[None, None], places


def _load(base: Path) -> Any:
    logging.set_verbosity_error()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call, unused-ignore]
    try:
        with contextlib.redirect_stderr(io.StringIO()):  # bars of its own, which come although they are off
            model = AutoModelForCausalLM.from_pretrained(
                base.parent, gguf_file=base.name, dtype=torch.float32, local_files_only=True
            )
    except (ValueError, OSError, KeyError) as error:
        raise ModelError(
            f"{base.name} can't be trained on: {error}", f"{base.name} では学習できません（{error}）。"
        ) from error
    if model.config.model_type != "llama":
        raise ModelError(
            f"{base.name} is a model of the kind '{model.config.model_type}'; 'llama' alone can be trained "
            "so far, such as smollm2-135m-instruct.",
            f"{base.name} は種類「{model.config.model_type}」のモデルです。"
            "今のところ学習できるのは llama だけです（例: smollm2-135m-instruct）。",
        )
    return model
