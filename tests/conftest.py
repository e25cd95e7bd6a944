"""What all tests share: none of them keeps anything in the folders of whoever runs them."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def nothing_is_kept_in_the_real_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
