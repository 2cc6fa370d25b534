"""Pictures signed with a certificate, and read by C2PA's own library."""

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kippu.engines.pictures import files
from kippu.engines.pictures.origin import Origin
from kippu.engines.pictures.signed import Certificate, Kind
from kippu.errors import SettingsError
from kippu.record import Database, Pictures
from kippu.settings import load
from kippu.skills.pictures.studio import Studio
from kippu.skills.pictures.wanted import Wanted
from kippu.start.painters import certificate
from painting import Gradient

c2pa = pytest.importorskip("c2pa")

ORIGIN = Origin("a cat, 猫", 7, "noto", "kippu-stickers 1", steps=24, guidance=2.0)
_SIGNS = """
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=emailProtection
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
"""


def openssl(*words: str, folder: Path) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def made(folder: Path, kind: str = "EC", *options: str) -> Certificate:
    """A certificate with one that vouches for it, as a maker of devices has them."""
    (folder / "signs.cnf").write_text(_SIGNS)
    key = ("genpkey", "-algorithm", kind, *(each for option in options for each in ("-pkeyopt", option)))
    for name in ("root", "own"):
        openssl(*key, "-out", f"{name}.key", folder=folder)
    openssl(
        "req", "-x509", "-new", "-key", "root.key", "-subj", "/O=Maker/CN=Root", "-days", "90",
        "-out", "root.pem", "-addext", "keyUsage=critical,keyCertSign", folder=folder,
    )  # fmt: skip
    openssl(
        "req", "-new", "-key", "own.key", "-subj", "/O=Maker/CN=Devices", "-out", "own.csr", folder=folder
    )
    openssl(
        "x509", "-req", "-in", "own.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
        "-days", "60", "-extfile", "signs.cnf", "-out", "own.pem", folder=folder,
    )  # fmt: skip
    (folder / "chain.pem").write_text((folder / "own.pem").read_text() + (folder / "root.pem").read_text())
    return Certificate(folder / "chain.pem", folder / "own.key")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made(tmp_path_factory.mktemp("keys"), "EC", "ec_paramgen_curve:P-256")


def read(data: bytes, kind: Kind) -> tuple[dict[str, Any], set[str]]:
    """The manifest, and what a checker finds wrong with it."""
    with c2pa.Reader(f"image/{kind}", io.BytesIO(data)) as reader:
        told = json.loads(reader.json())
    return told["manifests"][told["active_manifest"]], {each["code"] for each in told["validation_status"]}


def picture(kind: Kind) -> bytes:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[10:50, 10:50] = (200, 30, 60, 255)
    return files.png(pixels, ORIGIN) if kind == "png" else files.webp(pixels, ORIGIN)


UNKNOWN = {"signingCredential.untrusted"}
"""What is said of a certificate that is on nobody's list, and of nothing else here."""


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_a_signature_holds_until_the_picture_is_changed(own: Certificate, kind: Kind) -> None:
    before = picture(kind)
    after = own.signed(before, kind, ORIGIN)
    manifest, wrong = read(after, kind)
    assert wrong == UNKNOWN
    (action,) = manifest["assertions"][0]["data"]["actions"]
    assert action["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert action["softwareAgent"]["name"] == "kippu-stickers 1" and "seed 7" in action["description"]
    assert manifest["claim_generator_info"][0]["name"] == "Kippu"
    assert manifest["signature_info"]["issuer"] == "Maker"
    assert ORIGIN.source.encode() in after, "what the file says itself stays"
    changed = bytearray(after)
    changed[-20] ^= 1
    assert read(bytes(changed), kind)[1] - UNKNOWN


@pytest.mark.parametrize(
    "kind", [("EC", "ec_paramgen_curve:P-384"), ("ED25519",), ("RSA", "rsa_keygen_bits:2048")]
)
def test_any_usual_key_signs(tmp_path: Path, kind: tuple[str, ...]) -> None:
    by = made(tmp_path, *kind)
    by.check()
    assert read(by.signed(picture("png"), "png", ORIGIN), "png")[1] == UNKNOWN


def test_what_can_not_sign_is_told_before_anything_is_drawn(own: Certificate, tmp_path: Path) -> None:
    (tmp_path / "text.pem").write_text("no key")
    for chain, key, told in (
        (own.chain, tmp_path / "none.key", "none.key, which is to sign pictures, can't be read"),
        (own.chain, tmp_path / "text.pem", "no private key"),
        (own.chain, own.chain, "no private key"),
        (tmp_path / "text.pem", own.key, "text.pem can't sign pictures"),
    ):
        with pytest.raises(SettingsError, match=told):
            Certificate(chain, key).check()


def test_half_of_it_is_refused_and_nothing_is_no_certificate(own: Certificate) -> None:
    assert certificate(load()) is None
    assert certificate(load(c2pa_certificate=own.chain, c2pa_key=own.key)) == own
    with pytest.raises(SettingsError, match="takes both"):
        certificate(load(c2pa_key=own.key))


@pytest.mark.anyio
async def test_what_is_kept_is_signed_and_can_be_gone_on_from(own: Certificate, tmp_path: Path) -> None:
    database = Database(tmp_path / "kippu.db")
    gallery = Pictures(database, tmp_path / "pictures")
    studio = Studio(gallery, {"model": Gradient}, own)
    (small,) = await (await studio.begin(Wanted("a cat"))).done()
    (large,) = await (await studio.larger(small.id)).done()
    await (await studio.begin(Wanted("a dog", parent=small.id))).done()
    for kept in (small, large):
        manifest, wrong = read(gallery.file(kept.id).read_bytes(), "png")
        assert wrong == UNKNOWN
        actions = [each["action"] for each in manifest["assertions"][0]["data"]["actions"]]
        assert actions == (["c2pa.created", "c2pa.edited"] if kept is large else ["c2pa.created"])
    broken = Studio(gallery, {"model": Gradient}, Certificate(own.key, own.key))
    with pytest.raises(SettingsError, match="can't sign pictures"):
        await broken.begin(Wanted("a cat"))
    await studio.close()
    database.close()
