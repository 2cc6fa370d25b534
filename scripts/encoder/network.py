"""The network that is trained: a sentence encoder with a head for the tool and a head for the slots.

Shapes: B sentences, T tokens, 384 wide. Knows nothing of words.
"""

from pathlib import Path
from typing import Any

from torch import Tensor, nn
from transformers import BertModel


class Reader(nn.Module):
    """MiniLM (Wang et al., 2020; arXiv:2002.10957) with two linear heads."""

    def __init__(self, base: Path, tools: int, labels: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.tool, self.label = nn.Linear(width, tools), nn.Linear(width, labels)
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids`` and ``mask`` (B, T) give tool scores (B, tools), label scores (B, T, labels), and the
        sentence itself (B, 384), the mean over its tokens."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return self.tool(self.drop(mean)), self.label(self.drop(hidden)), mean

    def rates(self) -> list[dict[str, Any]]:
        """How fast its parts learn: the heads are new, the rest was trained before."""
        heads = [*self.tool.parameters(), *self.label.parameters()]
        body = [each for each in self.encoder.parameters() if each.requires_grad]
        return [{"params": body, "lr": 8e-5}, {"params": heads, "lr": 1e-3}]
