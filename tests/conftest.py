"""What all tests share: none keeps anything in the folders of whoever runs them, and each is marked by what it needs."""

from collections.abc import Iterator

import pytest

from tests.needs import NEEDS, is_a_must, needs_of


@pytest.fixture(autouse=True, scope="session")
def nothing_is_kept_in_the_real_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def nobody_says_how_wide_a_text_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries for terminals leave these behind, and so may the terminal in which tests are run."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("LINES", raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs; one whose need is really not there is left out, and it is said."""
    needs = [(item, name) for item in items if isinstance(item, pytest.Function) for name in sorted(needs_of(item))]
    absent = set() if is_a_must() else {name for name in {name for _, name in needs} if not NEEDS[name].is_there()}
    for item, name in needs:
        item.add_marker(name)
        if name in absent:
            item.add_marker(pytest.mark.skip(reason=f"there is no {name} here"))
