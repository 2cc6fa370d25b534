"""The catalogue that comes with Kippu holds what it promises."""

from collections import Counter

import pytest

from kippu.errors import ModelBroken, NotFound
from kippu.models import Model
from kippu.models.catalogue import load, rung_of, speaking

MODELS = load().models


DESIGNED = {
    "SmolLM2 135M Instruct",
    "Gemma 3 270M",
    "Qwen2.5 Coder 0.5B Instruct",
    "Qwen2.5 Coder 1.5B Instruct",
}
"""What DESIGN.md lists to talk with."""


@pytest.mark.parametrize("rung", ["pocket", "palm", "desk", "cloud"])
def test_every_rung_has_a_dozen_different_models_beside_those_of_the_design(rung: str) -> None:
    # What stands in brackets is how a file of the same model was made: (QAT), (8 bits), (base).
    models = {
        (model.maker, model.name.partition(" (")[0])
        for model in MODELS
        if model.kind == "chat" and model.rung == rung
    }
    assert len([name for _, name in models if name not in DESIGNED]) >= 12


def test_no_id_comes_twice_and_what_the_design_lists_is_there() -> None:
    assert len({model.id for model in MODELS}) == len(MODELS)
    assert {model.name.partition(" (")[0] for model in MODELS} >= DESIGNED


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_entry(model: Model) -> None:
    assert model.sources and model.maker and model.licence and model.languages
    assert model.kind != "chat" or model.rung == rung_of(model.parameters) or "0.5B" in model.name
    assert model.files or model.rung == "cloud", "what is not served has files"
    for file in model.files:
        assert file.bytes > 0
        assert file.sha256 or not (file.exact or model.verified)
        assert len(file.sha256) in (0, 64)
    assert not model.verified or all(file.sha256 and file.exact for file in model.files)
    names = {file.name for file in model.files}
    for source in model.sources:
        pieces: Counter[str] = Counter()
        for wheel in source.wheels:
            assert len(wheel.sha256) == 64
            for member in wheel.members:
                pieces[member.file] += member.bytes
        assert not source.wheels or pieces == {file.name: file.bytes for file in model.files}
        assert (source.kind == "package") == bool(source.wheels)
    assert all("/" not in name for name in names)


def test_the_default_model_is_the_one_that_is_known() -> None:
    model = load().get("smollm2-135m-instruct")
    assert model.files[0].name == "SmolLM2-135M-Instruct.Q4_1.gguf"
    assert model.bytes == 98362432
    assert model.files[0].sha256 == "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


def test_an_unknown_id_names_the_closest() -> None:
    with pytest.raises(NotFound, match="smollm2-135m-instruct"):
        load().get("smollm-135m")


def test_models_that_speak_a_language() -> None:
    japanese = {model.id for model in speaking(MODELS, ["ja"])}
    assert "lfm2.5-1.2b-jp" in japanese
    assert "smollm2-135m-instruct" not in japanese


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[model]]\nid = 'x'", "entry 'x' is wrong"),
        ("[[model]]\nid = 'x'\nfiles = []\nlanguages = []\ncolour = 'red'", "colour"),
        ("nonsense", "can't be read"),
    ],
)
def test_a_wrong_entry_is_named(text: str, words: str) -> None:
    with pytest.raises(ModelBroken, match=words):
        load(text)


def test_a_beginning_names_a_model_where_it_is_one() -> None:
    catalogue = load()
    assert catalogue.begun("smollm2-135m").id == "smollm2-135m-instruct", "its q8 goes on from it"
    assert catalogue.begun("smollm2-135m-instruct-q8").id == "smollm2-135m-instruct-q8"
    with pytest.raises(NotFound, match=r"Several.*smollm2-1\.7b-instruct"):
        catalogue.begun("smollm2")
    with pytest.raises(NotFound, match="Did you mean"):
        catalogue.begun("smollm2-13")
