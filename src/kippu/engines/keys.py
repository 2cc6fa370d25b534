"""Providers' keys: in an environment variable or the system's keyring; never in a file of ours or a log.

Knows nothing of what a key is used for.
"""

import os

from kippu.errors import NotAllowed
from kippu.settings import Provider

_SERVICE = "kippu"


def key_of(provider: Provider) -> str:
    """The provider's key; empty when there is none, which a server of one's own may not mind."""
    if provider.key_variable:
        return os.environ.get(provider.key_variable, "")
    import keyring  # noqa: PLC0415  # slow to import, and never needed where nothing may be sent
    from keyring.errors import KeyringError  # noqa: PLC0415  # with it

    try:
        return keyring.get_password(_SERVICE, provider.name) or ""
    except KeyringError:
        return ""


def keep_key(provider: Provider, key: str) -> None:
    """Keep a key in the system's keyring; an empty one forgets it. Raises NotAllowed without a keyring."""
    import keyring  # noqa: PLC0415  # slow to import, and never needed where nothing may be sent
    from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415  # with it

    try:
        if key:
            keyring.set_password(_SERVICE, provider.name, key)
        else:
            keyring.delete_password(_SERVICE, provider.name)
    except PasswordDeleteError:
        return  # there was none
    except KeyringError as error:
        raise NotAllowed(
            f"This system has no keyring to keep the key of {provider.name} in. Put it into an environment "
            "variable and name that in the provider's settings (key_variable).",
            f"このシステムには{provider.name}のキーを保管するキーリングがありません。"
            "環境変数に入れ、その名前を設定（key_variable）に書いてください。",
        ) from error
