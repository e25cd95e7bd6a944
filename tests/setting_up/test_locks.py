"""The lock files install with an old pip and without a network, also after each locked package has had a newer release."""

import base64
import ensurepip
import hashlib
import importlib.metadata
import os
import re
import shlex
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
OLD_PIP = "23.2.1"  # what Python 3.11 brings
NEWER = "9999.0"
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")


def _locked(lock: str) -> list[Requirement]:
    """What a lock file names, with its extra and its marker, for every system."""
    return [Requirement(line.rstrip("\\").strip()) for line in (ROOT / lock).read_text("utf-8").splitlines() if re.match(r"\w", line)]


def _version(requirement: Requirement) -> str:
    return str(requirement.specifier).removeprefix("==")


def _stub(folder: Path, name: str, version: str) -> str:
    """A wheel with nothing in it that asks for what the installed package of this name asks for; its SHA-256."""
    asks = importlib.metadata.distribution(name).metadata
    kept = [f"{field}: {value}\n" for field in ("Provides-Extra", "Requires-Dist") for value in asks.get_all(field) or ()]
    plain = re.sub(r"[-.]+", "_", name)
    info = f"{plain}-{version}.dist-info"
    texts = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{''.join(kept)}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_digest(text)},{len(text.encode())}\n" for path, text in texts.items()]
    path = folder / f"{plain}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in {**texts, f"{info}/RECORD": "".join(rows) + f"{info}/RECORD,,\n"}.items():
            wheel.writestr(zipfile.ZipInfo(inside), text)  # without the time, which is no part of what is hashed
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def _old_pip(folder: Path) -> Path:
    """A wheel of the old pip, which runs as it is: this Python's own, else fetched by name."""
    name = f"pip-{OLD_PIP}-py3-none-any.whl"
    bundled = Path(ensurepip.__file__).parent / "_bundled" / name
    if not bundled.is_file():
        subprocess.run([sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", folder, f"pip=={OLD_PIP}"], check=True)
        return folder / name
    return bundled


def _commands_of_make() -> list[list[str]]:
    """The commands by which `make` installs from lock files, as it would type them."""
    dry = subprocess.run(["make", "--dry-run", "--always-make", ".venv/.dev"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [shlex.split(line.removesuffix(">&2")) for line in dry.stdout.splitlines() if "-r requirements" in line]


@pytest.fixture(scope="module")
def rotten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three lock files and an index in which all that they name has a newer release."""
    folder = tmp_path_factory.mktemp("rotten")
    (folder / "index").mkdir()
    for lock in LOCKS:
        lines = []
        for requirement in _locked(lock):
            if requirement.marker is None or requirement.marker.evaluate():
                digest = _stub(folder / "index", requirement.name, _version(requirement))
                _stub(folder / "index", requirement.name, NEWER)
                lines.append(f"{requirement} --hash=sha256:{digest}\n")
        (folder / lock).write_text("".join(lines), "utf-8")
    return folder


def test_the_locks_install_with_an_old_pip_after_everything_had_a_newer_release(rotten: Path) -> None:
    venv.create(rotten / "env", with_pip=False)
    python = rotten / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(python), str(_old_pip(rotten) / "pip")]
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(rotten / "index"), "PIP_CONFIG_FILE": os.devnull}
    commands = _commands_of_make()
    assert [argument for command in commands for argument in command if argument in LOCKS] == list(LOCKS)
    for command in commands:
        assert "--require-hashes" in command
        done = subprocess.run([*pip, *command[command.index("pip") + 1 :]], cwd=rotten, env=offline, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    listed = subprocess.run([*pip, "list", "--format=freeze"], env=offline, capture_output=True, text=True, check=True).stdout
    assert NEWER not in listed
    lacking = subprocess.run([*pip, "check"], env=offline, capture_output=True, text=True)
    assert lacking.returncode == 0, lacking.stdout


def test_the_locks_agree_with_each_other() -> None:
    """What is in two lock files is in both at one version, whatever there is for other systems."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for requirement in (one for one in _locked(lock) if one.marker is None or one.marker.evaluate()):
            versions.setdefault(requirement.name, set()).add(_version(requirement))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_the_locks_name_no_host() -> None:
    assert not any("://" in (ROOT / lock).read_text("utf-8") for lock in LOCKS)
