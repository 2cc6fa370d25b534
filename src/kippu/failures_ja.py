"""What the system and the readers of files say in English alone, said in Japanese.

Knows kinds of failures, and nothing of where they come from. What the system says without words here stays
as it is.
"""

import errno
import json

from kippu.regex import regex

_SYSTEM = {
    errno.ENOENT: "そのファイルやフォルダーはありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "許可されていません",
    errno.EISDIR: "ファイルではなくフォルダーです",
    errno.ENOTDIR: "途中にフォルダーでないものがあります",
    errno.EEXIST: "同じ名前のものがすでにあります",
    errno.ENOSPC: "空き容量がありません",
    errno.EROFS: "書き込みが禁止された場所です",
    errno.EIO: "装置の読み書きに失敗しました",
    errno.EMFILE: "開いているファイルが多すぎます",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.EADDRINUSE: "ほかのプログラムが使っています",
    errno.EADDRNOTAVAIL: "この端末のアドレスではありません",
}
_PLACE = regex(r"\(at line (\d+), column (\d+)\)$")
"""Where TOML ends to be TOML, as tomllib says it."""


def system_ja(error: OSError) -> str:
    """Why the system would not, in Japanese where there are words for it."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def unreadable_ja(error: Exception) -> str:
    """Why a file's or a request's content can't be read, in Japanese: where to look, where that is known."""
    if isinstance(error, OSError):
        return system_ja(error)
    if isinstance(error, UnicodeDecodeError):
        return f"UTF-8 ではありません: {error.start + 1}バイト目"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.lineno}行目の{error.colno}文字目を確かめてください"
    if found := _PLACE.search(str(error)):
        return f"{found[1]}行目の{found[2]}文字目を確かめてください"
    if mark := getattr(error, "problem_mark", None):  # YAML's
        return f"{mark.line + 1}行目の{mark.column + 1}文字目を確かめてください"
    return "途中で終わっているか、書き方が正しくありません"
