"""Signs a picture's origin the way of C2PA, with a certificate that the person names.

The extra `c2pa` brings its maker's library, which does the work. No server is asked, so a signature has no
time stamp. Why Kippu has no certificate of its own: docs/decisions/origin.md.
"""

import importlib.util
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from kippu import __version__
from kippu.engines.pictures.origin import Origin
from kippu.errors import SettingsError
from kippu.failures_ja import system_ja

if TYPE_CHECKING:
    from c2pa import Signer

EXTRA = "pip install 'kippu[c2pa]'"
"""What has to be installed for it."""
Kind = Literal["png", "webp"]
_CURVES = {"secp256r1": b"es256", "secp384r1": b"es384", "secp521r1": b"es512"}
"""C2PA's names of the ways to sign, by the curve of the key."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who signs."""

    chain: Path
    """PEM: the certificate of whoever signs, then those that vouch for it."""
    key: Path
    """PEM: its private key (PKCS 8, without a password), on a NIST curve, Ed25519 or RSA."""

    def check(self) -> None:
        """Raise SettingsError for what can't sign, so that it is known before anything is drawn."""
        blank = BytesIO()
        Image.new("L", (1, 1)).save(blank, "PNG")
        self.signed(blank.getvalue(), "png", Origin("", 0, "", ""))

    def signed(self, picture: bytes, kind: Kind, origin: Origin) -> bytes:
        """The file with a manifest that breaks when it is changed; raises SettingsError."""
        signer = self._signer()
        import c2pa  # noqa: PLC0415  # an extra, and heavy

        told = BytesIO()
        try:
            with c2pa.Builder(json.dumps(_manifest(origin, kind))) as builder:
                builder.sign(signer, f"image/{kind}", BytesIO(picture), told)
        except c2pa.C2paError as error:
            raise _wrong(self.chain, str(error)) from error
        return told.getvalue()

    def _signer(self) -> "Signer":
        if importlib.util.find_spec("c2pa") is None:
            raise SettingsError(
                f"Signing pictures needs C2PA's library, which is not installed. Install it: {EXTRA}",
                f"絵に署名するには C2PA のライブラリが必要ですが、入っていません。入れるには: {EXTRA}",
            )
        import c2pa  # noqa: PLC0415  # as above

        chain, key = _read(self.chain), _read(self.key)
        way = _way(key)
        if way is None:
            raise _wrong(self.key, "no private key without a password, on a NIST curve, Ed25519 or RSA")
        try:
            return c2pa.Signer.from_info(c2pa.C2paSignerInfo(way, chain, key, None))
        except c2pa.C2paError as error:
            raise _wrong(self.chain, str(error)) from error


def _manifest(origin: Origin, kind: Kind) -> dict[str, object]:
    """What is signed beside the pixels: nothing that the file's own words don't say."""
    action = {
        "action": "c2pa.created",
        "digitalSourceType": origin.source,
        "softwareAgent": {"name": origin.model},
        "description": f"{origin.prompt} ({origin.how})",
    }
    larger = {"action": "c2pa.edited", "description": origin.larger}
    return {
        "claim_generator_info": [{"name": "Kippu", "version": __version__}],
        "format": f"image/{kind}",
        "assertions": [
            {"label": "c2pa.actions", "data": {"actions": [action, *([larger] if origin.larger else [])]}}
        ],
    }


def _way(key: bytes) -> bytes | None:
    """How a key signs; None for what is none."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415  # comes with the extra
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415  # as above

    try:
        found = serialization.load_pem_private_key(key, None)
    except (ValueError, TypeError):
        return None
    match found:
        case ec.EllipticCurvePrivateKey():
            return _CURVES.get(found.curve.name)
        case ed25519.Ed25519PrivateKey():
            return b"ed25519"
        case rsa.RSAPrivateKey():
            return b"ps256"
    return None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"{path}, which is to sign pictures, can't be read: {error.strerror}. "
            "Name another in the settings 'c2pa_certificate' and 'c2pa_key'.",
            f"絵の署名に使う {path} を読めません（{system_ja(error)}）。"
            "設定の c2pa_certificate と c2pa_key を見直してください。",
        ) from error


def _wrong(path: Path, why: str) -> SettingsError:
    return SettingsError(
        f"{path} can't sign pictures: {why}. C2PA wants a chain in PEM that begins with the signer's own "
        "certificate, and its key.",
        f"{path} では絵に署名できません（{why}）。"
        "署名する証明書で始まる PEM の証明書チェーンと、その秘密鍵が必要です。",
    )
