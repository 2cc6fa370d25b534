"""Layers come onto the shelf checked, whole or not at all, and leave it; archives stay in their folder."""

import shutil
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from kippu.errors import BadInput, LayerBroken, LayerMisfit, ModelBroken, NotFound
from kippu.layers import Knowing
from kippu.layers.packing import pack, seal
from kippu.layers.reading import read_layer
from kippu.layers.shelf import SHIPPED, Shelf
from kippu.start.talkers import encoders
from kippu.understand.free import Free
from understand.home import turn

from .making import SKILL, garden


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "layers", lambda model: None, shipped=tmp_path / "shipped")


def add(shelf: Shelf, source: Path) -> None:
    with shelf.opened(source) as layer:
        shelf.keep(layer)


def test_a_folder_comes_and_goes(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.all() == ()
    add(shelf, garden(tmp_path / "mine"))
    assert [layer.name for layer in shelf.all()] == ["garden"]
    assert shelf.layer("garden").manifest.files.keys() == {
        "eval.jsonl", "knowledge/opening.md", "knowledge/plants.md",
    }, "what is kept has its hashes"  # fmt: skip
    assert (tmp_path / "mine" / "layer.toml").read_text().count("[files]") == 0, (
        "the person's own stays as it is"
    )
    shelf.remove("garden")
    assert shelf.all() == ()
    with pytest.raises(NotFound, match="no layer 'garden'"):
        shelf.layer("garden")


def test_what_another_process_adds_is_seen(shelf: Shelf, tmp_path: Path) -> None:
    other = Shelf(tmp_path / "layers", lambda model: None, shipped=tmp_path / "shipped")
    assert other.all() == ()
    add(shelf, garden(tmp_path / "mine"))
    assert other.layer("garden").manifest.version == "1.0.0"
    add(shelf, garden(tmp_path / "newer", version='"1.1.0"'))
    assert other.layer("garden").manifest.version == "1.1.0"


def test_an_archive_gives_the_same_layer(shelf: Shelf, tmp_path: Path) -> None:
    folder = garden(tmp_path / "mine")
    seal(folder)
    pack(folder, tmp_path / "garden.zip")
    pack(folder, tmp_path / "again.zip")
    assert (tmp_path / "garden.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    add(shelf, tmp_path / "garden.zip")
    with shelf.opened(folder) as layer:
        assert layer.digest == shelf.layer("garden").digest
    assert sorted(path.name for path in (tmp_path / "layers").iterdir()) == ["garden"], (
        "nothing is left behind"
    )


def test_an_archive_without_hashes_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    pack(garden(tmp_path / "mine"), tmp_path / "garden.zip")
    with pytest.raises(LayerBroken, match="no \\[files\\]"), shelf.opened(tmp_path / "garden.zip"):
        pass


@pytest.mark.parametrize(
    "name", ["../outside.md", "/tmp/outside.md", "a/../../outside.md", "a\\..\\outside.md"]
)
def test_an_archive_that_leads_outside(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("layer.toml", "")
        archive.writestr(name, "outside")
    with pytest.raises(LayerBroken, match="outside"), shelf.opened(tmp_path / "evil.zip"):
        pass
    assert not (tmp_path / "outside.md").exists()


def test_an_archive_with_a_link(shelf: Shelf, tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("knowledge/passwd.md")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(LayerBroken, match="a link"), shelf.opened(tmp_path / "evil.zip"):
        pass


def test_no_archive(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(LayerBroken, match=r"no \.zip"), shelf.opened(tmp_path / "cut.zip"):
        pass
    with pytest.raises(BadInput, match="There is no"), shelf.opened(tmp_path / "none.zip"):
        pass


def test_one_that_breaks_later_is_left_out_and_told_of(shelf: Shelf, tmp_path: Path) -> None:
    add(shelf, garden(tmp_path / "mine"))
    (tmp_path / "layers" / "garden" / "knowledge" / "plants.md").write_text("changed")
    again = Shelf(tmp_path / "layers", lambda model: None, shipped=tmp_path / "shipped")
    assert again.all() == ()
    assert "changed or damaged" in str(again.broken()["garden"])
    with pytest.raises(LayerBroken, match="changed"):
        again.layer("garden")
    again.remove("garden")
    assert not again.broken()


def test_what_is_changed_while_it_runs_is_seen(shelf: Shelf, tmp_path: Path) -> None:
    add(shelf, garden(tmp_path / "mine"))
    assert shelf.layer("garden")
    (tmp_path / "layers" / "garden" / "knowledge" / "plants.md").write_text("changed")
    with pytest.raises(LayerBroken, match="changed"):
        shelf.layer("garden")
    assert shelf.untold().keys() == {"garden"}
    assert not shelf.untold(), "told once"


def test_layers_stand_on_each_other(shelf: Shelf, tmp_path: Path) -> None:
    upper = garden(tmp_path / "upper", name='"seeds"', level='"scenario"\nbelow = "garden"')
    with shelf.opened(upper) as layer, pytest.raises(NotFound, match="garden"):
        shelf.check_place(layer)
    add(shelf, garden(tmp_path / "mine"))
    add(shelf, upper)
    assert [layer.name for layer in shelf.stack("seeds")] == ["garden", "seeds"]
    with pytest.raises(BadInput, match="seeds stands on garden"):
        shelf.remove("garden")
    wrong = garden(tmp_path / "wrong", name='"wrong"', level='"industry"\nbelow = "seeds"')
    with shelf.opened(wrong) as layer, pytest.raises(LayerMisfit, match="can't stand on seeds"):
        shelf.check_place(layer)


def test_a_name_that_came_with_kippu_is_taken(shelf: Shelf, tmp_path: Path) -> None:
    garden(tmp_path / "shipped" / "garden")
    with shelf.opened(garden(tmp_path / "mine")) as layer, pytest.raises(BadInput, match="taken"):
        shelf.keep(layer)
    with pytest.raises(BadInput, match="comes with Kippu"):
        shelf.remove("garden")


def damaged(tmp_path: Path) -> Shelf:
    """A Kippu whose encoder was altered."""
    shutil.copytree(SHIPPED, tmp_path / "shipped")
    classes = tmp_path / "shipped" / "phone-and-home" / "encoder" / "classes.json"
    classes.write_text(classes.read_text().replace("home.turn_on", "home.turn_off"))
    return Shelf(tmp_path / "layers", lambda model: None, tmp_path / "shipped")


def test_a_damaged_encoder_is_read_by_no_part(tmp_path: Path) -> None:
    shelf = damaged(tmp_path)
    with pytest.raises(ModelBroken, match=r"classes\.json was changed"):
        shelf.encoder()
    free = Free(encoders(shelf), lambda tool: True)
    assert free.hear(turn("it's dark in here")) is None
    assert free.hear(turn("部屋が暗いんだけど")) is None
    layer = read_layer(garden(tmp_path / "garden"), lambda model: None)
    with closing(Knowing(tmp_path / "cache", shelf.encoder)) as knowing:
        assert "at nine" in knowing.find("When does the shop open?", [layer])[0].text, "by words alone"
        assert not list((tmp_path / "cache").glob("*.npz"))


def test_an_encoder_of_ones_own_takes_nobodys_place(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "phone-and-home", tmp_path / "layers" / "phone-and-home")
    with pytest.raises(ModelBroken, match="hides the encoder"):
        Shelf(tmp_path / "layers", lambda model: None).encoder()


def test_an_agent_skill_alone_becomes_a_scenario_layer(shelf: Shelf, tmp_path: Path) -> None:
    skill = tmp_path / "seed-label"
    (skill / "references").mkdir(parents=True)
    (skill / "SKILL.md").write_text(SKILL)
    (skill / "references" / "months.md").write_text("January")
    add(shelf, skill)
    layer = shelf.layer("seed-label")
    assert (layer.manifest.level, layer.manifest.licence) == ("scenario", "MIT")
    assert layer.writes and not layer.finds, "it is no document to be quoted"
    assert layer.skills[0].body().startswith("# Seed labels")
    assert (layer.folder / "skills/seed-label/references/months.md").exists()
