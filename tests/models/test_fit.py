"""Predictions against a real run of the real model, and what follows from them."""

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kippu.models import Device, Run, best, fit, measure
from kippu.models.catalogue import load
from kippu.models.fit import cache as cache_bytes
from kippu.models.fit import memory, worth

MODELS = load().models
SMOL = load().get("smollm2-135m-instruct")
SMALL = Device("Linux", "a small board", 4, 4 << 30, 3 << 30, 9 << 30, 4e9, 8e9, 30e9)
LARGE = Device("Linux", "a workstation", 16, 64 << 30, 60 << 30, 900 << 30, 30e9, 200e9, 1e12)
LAPTOP = Device("Linux", "a laptop", 8, 16 << 30, 10 << 30, 900 << 30, 20e9, 45e9, 300e9)
TWO_CORES = Device("Linux", "a small server", 2, 24 << 30, 20 << 30, 70 << 30, 19e9, 27e9, 195e9)
REAL_RUN = """
import json, os, sys
import psutil, xllamacpp
before = psutil.Process().memory_info().rss
wanted = xllamacpp.CommonParams()
wanted.model.path, wanted.n_ctx, wanted.n_parallel, wanted.verbosity = sys.argv[1], 4096, 1, 0
wanted.cpuparams.n_threads = int(sys.argv[2])
server = xllamacpp.Server(wanted)
said = []
prompt = "The quick brown fox jumps over the lazy dog near the river bank. " * 10
request = {"prompt": prompt, "n_predict": 32, "temperature": 0, "ignore_eos": True}
server.handle_completions(request, lambda piece: (said.append(piece), False)[1])
timings = said[-1]["timings"] if isinstance(said[-1], dict) else json.loads(said[-1])["timings"]
print(json.dumps({
    "tokens": timings["predicted_n"], "seconds": timings["predicted_ms"] / 1000,
    "prompt_tokens": timings["prompt_n"], "prompt_seconds": timings["prompt_ms"] / 1000,
    "memory": psutil.Process().memory_info().rss - before,
}), flush=True)
os._exit(0)
"""


@cache
def real_run(path: Path, threads: int) -> Run:
    command = [sys.executable, "-c", REAL_RUN, str(path), str(threads)]
    output = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    return Run("smollm2-135m-instruct", **json.loads(output.splitlines()[-1]))


def test_memory_is_predicted(data: Path, model_path: Path) -> None:
    real = real_run(model_path, measure(data).cores).memory
    assert abs(memory(SMOL, 4096, conversations=1) / real - 1) < 0.25


def test_what_it_took_tells_how_far_the_prediction_was_off_and_whether_there_is_room() -> None:
    before = fit(SMOL, SMALL)
    assert (before.took, before.memory_off, before.room) == (None, None, "yes")
    small = replace(SMALL, memory=int(before.memory * 1.6))
    assert fit(SMOL, small).room == "tight"
    run = Run(SMOL.id, 100, 1.0, memory=int(before.memory / 1.25))
    after = fit(SMOL, small, runs=[run], known=MODELS)
    assert after.memory == before.memory
    assert after.memory_off == pytest.approx(0.25, abs=0.01)
    assert after.fits and "0.3 GB of" in after.why["en"]
    assert fit(SMOL, replace(small, memory=run.memory * 2 + 2), runs=[run]).room == "yes", (
        "what is real counts"
    )
    assert fit(load().get("qwen3-0.6b"), small, runs=[run]).took is None


def test_a_real_run_replaces_the_prediction_and_tells_how_far_it_was_off(
    data: Path, model_path: Path
) -> None:
    device = measure(data)
    real = real_run(model_path, device.cores)
    before, after = fit(SMOL, device), fit(SMOL, device, runs=[real], known=MODELS)
    assert (before.measured, before.off) == (False, None)
    assert after.measured
    assert after.tokens_per_second == real.tokens / real.seconds
    assert after.prompt_tokens_per_second == real.prompt_tokens / real.prompt_seconds
    assert after.off == pytest.approx(before.tokens_per_second / after.tokens_per_second - 1)


def test_runs_of_one_model_correct_the_predictions_of_others() -> None:
    qwen = load().get("qwen3-0.6b")
    plain = fit(SMOL, SMALL).tokens_per_second
    run = Run(SMOL.id, 100, 100 / plain * 2, prompt_tokens=100, prompt_seconds=1.0)
    before, after = fit(qwen, SMALL), fit(qwen, SMALL, runs=[run], known=MODELS)
    assert after.tokens_per_second == pytest.approx(before.tokens_per_second / 2)
    assert not after.measured
    assert after.prompt_tokens_per_second is not None
    assert after.prompt_tokens_per_second < 100, "a larger model reads more slowly"


def test_reading_is_predicted_before_anything_ran() -> None:
    qwen = load().get("qwen3-0.6b")
    slow, fast = fit(SMOL, SMALL), fit(SMOL, replace(SMALL, computing=SMALL.computing * 3))
    assert slow.prompt_tokens_per_second and fast.prompt_tokens_per_second
    assert fast.prompt_tokens_per_second == pytest.approx(slow.prompt_tokens_per_second * 3)
    assert fast.tokens_per_second == slow.tokens_per_second, "writing waits for memory"
    larger = fit(qwen, SMALL).prompt_tokens_per_second
    assert larger and larger < slow.prompt_tokens_per_second


def test_reading_is_predicted_about_right(data: Path, model_path: Path) -> None:
    device = measure(data)
    real = real_run(model_path, device.cores)
    predicted = fit(SMOL, device).prompt_tokens_per_second
    assert predicted
    # Others slow the run down by any factor, the measurement (the best of some moments) by less.
    assert predicted * 3 > real.prompt_tokens / real.prompt_seconds


def test_runs_while_others_computed_lower_no_prediction() -> None:
    qwen = load().get("qwen3-0.6b")
    plain, before = fit(SMOL, SMALL), fit(qwen, SMALL)
    seconds = 100 / plain.tokens_per_second
    busy = [Run(SMOL.id, 100, seconds * 4, prompt_tokens=100, prompt_seconds=60.0, others=1.0)] * 9
    after = fit(qwen, SMALL, runs=busy, known=MODELS)
    assert after.tokens_per_second == before.tokens_per_second
    assert after.prompt_tokens_per_second == before.prompt_tokens_per_second
    same = fit(SMOL, SMALL, runs=busy, known=MODELS)
    assert (same.tokens_per_second, same.measured) == (plain.tokens_per_second, False)
    quiet = Run(SMOL.id, 100, seconds * 2)
    assert fit(SMOL, SMALL, runs=[*busy, quiet], known=MODELS).tokens_per_second == pytest.approx(
        plain.tokens_per_second / 2
    ), "what is quiet tells, also that it is slower"


def test_a_run_that_was_fast_among_others_raises_the_prediction() -> None:
    qwen = load().get("qwen3-0.6b")
    plain, before = fit(SMOL, SMALL).tokens_per_second, fit(qwen, SMALL).tokens_per_second
    busy = Run(SMOL.id, 100, 100 / plain / 3, others=1.0)
    assert fit(SMOL, SMALL, runs=[busy], known=MODELS).tokens_per_second == pytest.approx(plain * 3)
    assert fit(qwen, SMALL, runs=[busy], known=MODELS).tokens_per_second == pytest.approx(before * 3)


def test_more_context_takes_more_memory_up_to_what_the_model_can() -> None:
    assert cache_bytes(SMOL, 4096) == 4096 * 30 * 2 * 3 * 64 * 2
    assert memory(SMOL, 2048) < memory(SMOL, 8192) == memory(SMOL, 100_000)


def test_a_window_keeps_less() -> None:
    gemma = load().get("gemma-3-270m")
    assert cache_bytes(gemma, 32768) < 32768 * 18 * 2 * 256 * 2 / 4


def test_a_mixture_of_experts_is_as_fast_as_its_active_part() -> None:
    mixed, dense = load().get("qwen3-30b-a3b"), load().get("qwen3-32b")
    assert fit(mixed, LARGE).tokens_per_second > 5 * fit(dense, LARGE).tokens_per_second


def test_what_is_too_large_says_so_in_both_languages() -> None:
    found = fit(load().get("qwen3-32b"), SMALL)
    assert not found.fits and not found.usable
    assert "too much" in found.why["en"]
    assert "足りません" in found.why["ja"]
    slow = fit(load().get("gemma-3-4b-it"), replace(SMALL, memory=16 << 30))
    assert slow.fits and not slow.usable
    assert "too slow" in slow.why["en"]


def test_room_has_three_grades() -> None:
    model = load().get("qwen3-1.7b")
    takes = memory(model)
    found = [fit(model, replace(LARGE, memory=int(takes * times))) for times in (2.1, 1.5, 1.2)]
    assert [one.room for one in found] == ["yes", "tight", "no"]
    assert [one.fits for one in found] == [True, True, False]
    assert "leaves other programs little" in found[1].why["en"]
    assert "余裕がありません" in found[1].why["ja"]


def test_what_leaves_little_room_is_not_offered() -> None:
    model = load().get("qwen2.5-coder-1.5b-instruct")
    assert best([model], replace(LARGE, memory=memory(model) * 2 + 1)) is not None
    assert best([model], replace(LARGE, memory=int(memory(model) * 1.5))) is None


def test_a_model_made_to_talk_is_better_than_a_larger_one_made_for_code() -> None:
    coder, talker = load().get("qwen2.5-coder-1.5b-instruct"), load().get("lfm2.5-1.2b-instruct")
    assert coder.parameters > talker.parameters
    found = best([coder, talker], LARGE, ["ja"], sources=("huggingface",))
    assert found is not None and found.model == talker
    found = best([coder, talker], LARGE, ["ja"], sources=("package",))
    assert found is not None and found.model == coder
    caller = load().get("functiongemma-270m-it")
    found = best([caller, SMOL], LARGE, ["en"], sources=("huggingface", "package"))
    assert found is not None and found.model == SMOL


def test_the_best_that_a_package_index_has_is_offered() -> None:
    found = best(MODELS, LARGE, ["en"], sources=("package",))
    assert found is not None
    assert found.model.id == "qwen2.5-coder-1.5b-instruct"
    assert found.usable
    of_all = best(MODELS, LARGE, ["en"])
    assert of_all is not None
    assert of_all.model.parameters > 20e9


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("device", [LARGE, LAPTOP, TWO_CORES], ids=lambda device: device.processor)
def test_what_is_offered_reads_and_writes_as_fast_as_one_talks(device: Device, language: str) -> None:
    found = best(MODELS, device, [language])
    assert found is not None and found.model.purpose == "talk" and found.model.parameters > 1e9
    assert found.tokens_per_second > 8 and (found.prompt_tokens_per_second or 0) >= 10
    waits = fit(load().get("mistral-7b-instruct-v0.3"), replace(LAPTOP, bandwidth_all=80e9))
    assert waits.tokens_per_second > 10 and not waits.usable, "writes well, once it has read"
    assert "and reads 6; too slow to talk with" in waits.why["en"]
    assert "読むのは毎秒6トークン。会話には遅すぎます" in waits.why["ja"]


def test_a_mixture_is_worth_less_than_all_of_its_parameters() -> None:
    mixed, dense = load().get("gpt-oss-20b"), load().get("gemma-4-12b-it")
    assert worth(mixed) < worth(dense) < mixed.parameters


def test_a_voice_writes_no_tokens() -> None:
    found = fit(load().get("kokoro-82m-ja"), SMALL)
    assert found.usable
    assert found.tokens_per_second == 0
    assert found.why["en"] == "It takes 0.1 GB of 4.3 GB of memory."


def test_a_base_model_is_never_offered() -> None:
    only = [load().get("gemma-3-270m")]
    assert best(only, LARGE, ["en"]) is None


def test_nothing_is_offered_where_nothing_is_usable() -> None:
    assert best(MODELS, replace(SMALL, bandwidth_all=1e6), ["en"]) is None
    assert best(MODELS, LARGE, ["tlh"]) is None


def test_a_picture_model_takes_its_weights_and_its_canvas_and_no_tokens() -> None:
    small, large = (load().get(id) for id in ("stable-diffusion-1.5", "flux-schnell"))
    found = fit(small, SMALL)
    assert (found.tokens_per_second, found.prompt_tokens_per_second) == (0, None)
    assert small.bytes / 2 < found.memory < small.bytes + 3e9  # float32 in the file, float16 in memory
    assert fit(small, LARGE).room == "yes"
    assert not fit(large, SMALL).fits
