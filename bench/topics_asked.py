"""Questions to a language model that are about none of the topics that a person may keep at home."""

import json
from hashlib import sha256
from pathlib import Path

_COMMANDS = Path(__file__).parents[1] / "scripts" / "encoder" / "said.ja.txt"
OF_TOPICS = frozenset(
    """
    anatomy business_ethics clinical_knowledge college_medicine econometrics high_school_european_history
    high_school_government_and_politics high_school_macroeconomics high_school_microeconomics
    high_school_psychology high_school_us_history high_school_world_history human_aging human_sexuality
    international_law jurisprudence management marketing medical_genetics moral_disputes moral_scenarios
    nutrition philosophy professional_accounting professional_law professional_medicine
    professional_psychology public_relations security_studies sociology us_foreign_policy virology
    world_religions
    """.split()
)
"""Subjects of MMLU that touch a topic: health, money, work, family, faith, politics, intimacy, law."""


def questions(folder: Path) -> dict[str, list[str]]:
    """The questions of each set, without the answers to choose from."""
    found: dict[str, list[str]] = {}
    for name in ("ifeval", "routellm_gsm8k", "routellm_mmlu"):
        path = folder / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.open(encoding="utf-8")] if path.exists() else []
        rows = [row for row in rows if row.get("subject") not in OF_TOPICS]
        found[name] = [row["prompt"].split("\nA. ", maxsplit=1)[0] for row in rows]
    return found


def kept_aside(folder: Path) -> dict[str, list[str]]:
    """The half of each set that the training never reads."""
    return {name: [text for text in texts if _half(text)] for name, texts in questions(folder).items()}


def to_learn(folder: Path) -> dict[str, list[str]]:
    """The half that it does."""
    return {name: [text for text in texts if not _half(text)] for name, texts in questions(folder).items()}


def commands(*, learn: bool) -> list[str]:
    """Japanese commands to an assistant: the half to learn from, or the one kept aside."""
    lines = _COMMANDS.read_text(encoding="utf-8").splitlines()
    texts = [line.partition(": ")[2] for line in lines if not line.startswith("#") and "{" not in line]
    return [text for text in texts if text and bool(_half(text)) != learn]


def _half(text: str) -> int:
    return int(sha256(text.encode()).hexdigest(), 16) % 2
