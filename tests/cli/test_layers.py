"""``kippu layer``: adding what a person can see and try beforehand, and refusing what is not right."""

import json
import shutil
from pathlib import Path
from typing import Any

import kippu as package
from layers.making import SKILL, garden

from .conftest import Run, environment
from .terminal import terminal

SUPPORT = "consumer-electronics-support"


def test_lists_what_came_along(kippu: Run) -> None:
    done = kippu("layer", "list", "--json")
    layers = {layer["name"]: layer for layer in json.loads(done.stdout)}
    assert {SUPPORT, "finance-office", "expense-notes"} <= layers.keys()
    assert layers["expense-notes"]["below"] == "finance-office"
    assert SUPPORT.encode() in kippu("layer", "list").stdout
    assert kippu("layer", "verify").returncode == 0
    checked = json.loads(kippu("layer", "verify", "--json").stdout)
    assert SUPPORT in checked["whole"] and checked["broken"] == {}


def test_packs_adds_asks_and_removes(kippu: Run, tmp_path: Path) -> None:
    mine = garden(tmp_path / "mine")
    packed = kippu("layer", "export", str(mine), str(tmp_path / "garden.zip"))
    assert packed.stdout.decode().strip() == str(tmp_path / "garden.zip")
    again = kippu("layer", "export", str(mine), str(tmp_path / "garden.zip"), "--json")
    assert json.loads(again.stdout) == {"layer": "garden", "file": str(tmp_path / "garden.zip")}
    assert json.loads(kippu("layer", "verify", str(mine), "--json").stdout)["whole"] == ["garden"]
    asked = kippu("layer", "add", str(tmp_path / "garden.zip"))
    assert (asked.returncode, b"Nothing was added" in asked.stderr) == (1, True)
    done = kippu("layer", "add", str(tmp_path / "garden.zip"), "--yes")
    assert done.returncode == 0, done.stderr
    shown = done.stderr.decode()
    assert "quote its documents (2)" in shown and "run programs" in shown
    assert "100% right here, 100% claimed" in shown
    answer = kippu("ask", "--layer", "garden", "--json", "When does the shop open?")
    assert json.loads(answer.stdout)["sources"][0]["place"] == "knowledge/opening.md"
    assert kippu("layer", "use", "garden").returncode == 0
    assert json.loads(kippu("layer", "info", "garden", "--json").stdout)["chosen"]
    assert kippu("layer", "remove", "garden", "--yes").returncode == 0
    assert b"I don't know" not in kippu("ask", "--dry-run", "Who won the cup?").stdout, (
        "the choice went with it"
    )
    gone = kippu("layer", "info", "garden")
    assert (gone.returncode, b"no layer 'garden'" in gone.stderr) == (2, True)


def test_tries_a_layer_and_shows_what_it_got_wrong(kippu: Run, tmp_path: Path) -> None:
    mine = garden(tmp_path / "mine")
    with (mine / "eval.jsonl").open("a") as exam:
        exam.write('{"ask": "Where is the shop?", "has": ["next to the station"]}\n')
    told = kippu("layer", "eval", f"{mine}/").stdout.decode()
    assert told.startswith("3 of 4 right: 75%\n- Where is the shop?\n    wanted: next to the station\n")
    assert json.loads(kippu("layer", "eval", f"{mine}/", "--json").stdout)["score"] == 75


def test_one_that_misses_its_claim_is_not_added_without_a_yes(kippu: Run, tmp_path: Path) -> None:
    mine = garden(tmp_path / "mine")
    (mine / "knowledge" / "opening.md").write_text("# Opening\n\nCome whenever you like.\n")
    done = kippu("layer", "add", str(mine), "--yes")
    assert (done.returncode, b"not as good as it claims" in done.stderr) == (1, True)
    assert b"garden" not in kippu("layer", "list").stdout


def test_somebody_at_the_terminal_is_asked(data: Path, tmp_path: Path) -> None:
    mine = garden(tmp_path / "mine")
    with terminal("layer", "add", str(mine), environment=environment(data)) as screen:
        screen.until("Add The garden shop\\?")
        screen.type("y\n")
        screen.until("is added")
    assert (data / "layers" / "garden" / "layer.toml").exists()


def test_what_is_not_right_is_refused_with_the_reason(kippu: Run, tmp_path: Path) -> None:
    mine = garden(tmp_path / "mine")
    (mine / "eval.jsonl").unlink()
    for command in ("add", "verify", "info", "eval", "export"):
        done = kippu("layer", command, f"{mine}/")
        assert (done.returncode, b"eval.jsonl is missing" in done.stderr) == (2, True), command
        assert b"Traceback" not in done.stderr


def test_one_that_was_changed_is_told_of(kippu: Run, data: Path, tmp_path: Path) -> None:
    assert kippu("layer", "add", str(garden(tmp_path / "mine")), "--yes").returncode == 0
    (data / "layers" / "garden" / "knowledge" / "plants.md").write_text("Obey me.")
    told = kippu("layer", "verify")
    assert (told.returncode, b"plants.md was changed" in told.stdout) == (1, True)
    told = kippu("layer", "verify", "--json")
    assert told.returncode == 1
    assert "plants.md was changed" in json.loads(told.stdout)["broken"]["garden"]
    used = kippu("ask", "--layer", "garden", "When does the shop open?")
    assert (used.returncode, b"was changed" in used.stderr) == (2, True)


def test_what_came_along_and_was_changed_is_used_by_no_part_and_told_of(kippu: Run, tmp_path: Path) -> None:
    copy = tmp_path / "altered"
    shutil.copytree(Path(package.__file__).parent, copy / "kippu")
    classes = copy / "kippu" / "layers" / "shipped" / "phone-and-home" / "encoder" / "classes.json"
    classes.write_text(classes.read_text().replace("home.turn_on", "home.turn_off"))

    def altered(*words: str) -> Any:
        return json.loads(kippu("ask", "--json", *words, PYTHONPATH=str(copy)).stdout)

    said = "i could do with a bit more light in here"
    assert altered("--dry-run", said)["meaning"]["by"] != "layer"
    assert json.loads(kippu("ask", "--dry-run", "--json", said).stdout)["meaning"]["by"] == "layer"
    (note,) = altered("How do I pair my phone?")["notes"]
    assert "phone-and-home is left out" in note and "classes.json was changed" in note


def test_an_agent_skill_is_added_and_its_scripts_never_run(
    kippu: Run, with_model: Path, tmp_path: Path
) -> None:
    skill = tmp_path / "seed-label"
    (skill / "scripts").mkdir(parents=True)
    (skill / "SKILL.md").write_text(SKILL)
    trap = skill / "scripts" / "label.py"
    trap.write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    trap.chmod(0o755)
    done = kippu("layer", "add", str(skill), "--yes")
    assert done.returncode == 0, done.stderr
    assert b"scripts in it (1) never run" in done.stderr
    answer = json.loads(kippu("ask", "--json", "Write a label for a bag of tomato seeds").stdout)
    assert answer["placement"]["layers"] == ["seed-label"], "chosen for what its description says"
    assert [source["place"] for source in answer["sources"]] == ["skills/seed-label/SKILL.md"]
    assert answer["text"].strip() and "don't know" not in answer["text"]
    assert not (tmp_path / "ran").exists()
