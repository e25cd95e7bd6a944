"""The command that installs what is missing, for the very Python that runs: another may be the first that a shell finds."""

import shutil
import sys
from importlib.util import find_spec
from os.path import dirname, samefile
from shlex import quote


def install(extra: str) -> str:
    """The command that installs an extra of unmask beside it. Where this Python has no pip, it was uv that made its environment."""
    wanted = f'"unmask[{extra}]"'
    if find_spec("pip") is None:
        return f"uv pip install --python {quote(sys.executable)} {wanted}"
    found = shutil.which("python")
    same = found is not None and _in_one_environment(found)
    return f"{'python' if same else quote(sys.executable)} -m pip install {wanted}"


def _in_one_environment(found: str) -> bool:
    """Whether the program is this Python by the same name: links to one program are one for each environment."""
    try:
        return samefile(dirname(found), dirname(sys.executable)) and samefile(found, sys.executable)
    except OSError:
        return False
