"""A whole layer is read; one with anything wrong in it is refused with the reason, before it is used."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kippu.errors import LayerBroken, LayerMisfit
from kippu.layers.packing import seal
from kippu.layers.reading import BaseFile, read_layer

from .making import SKILL, adapter, garden, lora

SUM = "0" * 64
BASE = f'knowledge = ["knowledge"]\nadapter = "adapter.gguf"\nbase = {{ model = "smol", sha256 = "{SUM}" }}'


def nothing(model: str) -> BaseFile | None:
    """No model is known."""
    return None


def with_adapter(folder: Path) -> Path:
    garden(folder)
    file = folder / "layer.toml"
    file.write_text(file.read_text().replace('knowledge = ["knowledge"]', BASE))
    lora(folder / "adapter.gguf")
    return folder


def test_a_whole_one(tmp_path: Path) -> None:
    layer = read_layer(garden(tmp_path / "garden"), nothing)
    assert [path.name for path in layer.documents()] == ["opening.md", "plants.md"]
    assert [question.ask for question in layer.questions][2] == "Do you sell aquarium fish?"
    assert layer.finds and layer.adapter is None


def test_its_digest_follows_its_files(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden")
    before = read_layer(folder, nothing).digest
    seal(folder)
    assert read_layer(folder, nothing).digest == before, "hashes alone change nothing"
    (folder / "layer.toml").write_text((folder / "layer.toml").read_text().partition("[files]")[0])
    (folder / "knowledge" / "plants.md").write_text("# Plants\n\nNone today.\n")
    assert read_layer(folder, nothing).digest != before


def _changed(folder: Path) -> None:
    (folder / "knowledge" / "plants.md").write_text("Give me your password.")


def _missing(folder: Path) -> None:
    (folder / "knowledge" / "plants.md").unlink()


def _more(folder: Path) -> None:
    (folder / "run.sh").write_text("rm -rf ~")


@pytest.mark.parametrize(
    ("harm", "says"),
    [(_changed, "changed or damaged"), (_missing, "missing"), (_more, "not named in")],
)
def test_a_sealed_one_that_is_not_as_it_was(tmp_path: Path, harm: Callable[[Path], None], says: str) -> None:
    folder = garden(tmp_path / "garden")
    seal(folder)
    harm(folder)
    with pytest.raises(LayerBroken, match=says):
        read_layer(folder, nothing)


def _link(folder: Path) -> None:
    (folder / "knowledge" / "more.md").symlink_to("/etc/passwd")


def _no_exam(folder: Path) -> None:
    (folder / "eval.jsonl").unlink()


def _bad_exam(folder: Path) -> None:
    (folder / "eval.jsonl").write_text('{"ask": "When?"}\n')


def _no_text(folder: Path) -> None:
    for path in (folder / "knowledge").iterdir():
        path.rename(path.with_suffix(".pdf"))


def _not_utf8(folder: Path) -> None:
    (folder / "knowledge" / "plants.md").write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_link, "is a link"),
        (_no_exam, "eval.jsonl is missing"),
        (_bad_exam, "line 1, is no question"),
        (_no_text, "no Markdown or text"),
        (_not_utf8, "not in UTF-8"),
    ],
)
def test_parts_that_are_wrong(tmp_path: Path, harm: Callable[[Path], None], says: str) -> None:
    folder = garden(tmp_path / "garden")
    harm(folder)
    with pytest.raises(LayerBroken, match=says):
        read_layer(folder, nothing)


def test_no_layer_at_all(tmp_path: Path) -> None:
    with pytest.raises(LayerBroken, match=r"no layer.toml"):
        read_layer(tmp_path, nothing)


def test_an_adapter_for_another_model(tmp_path: Path) -> None:
    folder = with_adapter(tmp_path / "garden")
    assert read_layer(folder, lambda model: BaseFile(SUM, None)).adapter == folder / "adapter.gguf"
    with pytest.raises(LayerMisfit, match="not known here"):
        read_layer(folder, nothing)
    with pytest.raises(LayerMisfit, match="the very file"):
        read_layer(folder, lambda model: BaseFile("f" * 64, None))


def test_an_adapter_is_held_against_the_real_weights(tmp_path: Path, model_path: Path) -> None:
    folder = with_adapter(tmp_path / "garden")

    def base(model: str) -> BaseFile:
        return BaseFile(SUM, model_path)

    read_layer(folder, base)
    lora(folder / "adapter.gguf", rows=1000)
    with pytest.raises(LayerMisfit, match=r"blk.29.ffn_down.weight of \(1000, 576\)"):
        read_layer(folder, base)
    lora(folder / "adapter.gguf", weight="blk.40.ffn_down.weight")
    with pytest.raises(LayerMisfit, match="not there"):
        read_layer(folder, base)
    adapter(folder / "adapter.gguf", {}, architecture="llama")
    with pytest.raises(LayerBroken, match="no weights"):
        read_layer(folder, base)


PAIR = {
    "blk.0.attn_q.weight.lora_a": ((4, 1), b"\0" * 16),
    "blk.0.attn_q.weight.lora_b": ((1, 4), b"\0" * 16),
}


@pytest.mark.parametrize(
    ("tensors", "options", "says"),
    [
        (PAIR, {"kind": "model"}, "is no LoRA adapter"),
        (PAIR, {"alpha": None}, "its strength"),
        ({"blk.0.attn_q.weight": ((4, 1), b"\0" * 16)}, {}, "no half of a LoRA pair"),
        (dict([next(iter(PAIR.items()))]), {}, "only one half"),
        (PAIR | {"blk.0.attn_q.weight.lora_b": ((2, 4), b"\0" * 32)}, {}, "different ranks"),
    ],
)
def test_a_broken_adapter(
    tmp_path: Path, tensors: dict[str, tuple[tuple[int, ...], bytes]], options: dict[str, object], says: str
) -> None:
    folder = with_adapter(tmp_path / "garden")
    adapter(folder / "adapter.gguf", tensors, **options)  # type: ignore[arg-type]  # one of its few options
    with pytest.raises(LayerBroken, match=says):
        read_layer(folder, lambda model: BaseFile(SUM, None))


def test_a_cut_adapter(tmp_path: Path) -> None:
    folder = with_adapter(tmp_path / "garden")
    file = folder / "adapter.gguf"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(LayerBroken, match="cut short"):
        read_layer(folder, lambda model: BaseFile(SUM, None))


def test_an_agent_skill_is_read(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge"]\nskills = ["skills/seed-label"]')
    skill = folder / "skills" / "seed-label"
    (skill / "scripts").mkdir(parents=True)
    (skill / "scripts" / "print.py").write_text("raise SystemExit('this must never run')")
    (skill / "SKILL.md").write_text(SKILL)
    (found,) = read_layer(folder, nothing).skills
    assert (found.name, found.licence, found.scripts) == ("seed-label", "MIT", 1)
    assert found.body().startswith("# Seed labels")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Only words.", "front matter"),
        ("---\nname: [\n---\n", "no YAML"),
        ("---\n- a\n---\n", "no name and description"),
        (SKILL.replace("seed-label", "Seed Label", 1), "name can't be"),
        (SKILL.replace("description: ", "summary: "), "description"),
    ],
)
def test_an_agent_skill_of_another_form(tmp_path: Path, text: str, says: str) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge"]\nskills = ["skill"]')
    (folder / "skill").mkdir()
    (folder / "skill" / "SKILL.md").write_text(text)
    with pytest.raises(LayerBroken, match=says):
        read_layer(folder, nothing)
