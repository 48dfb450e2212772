"""The sample archive as a site, made once."""

import pytest

from jianbao.model.site import Archive
from tests.unit.render import sample
from tests.unit.render.browsing import Site, read_site


@pytest.fixture(scope="session")
def archive() -> Archive:
    return sample.archive()


@pytest.fixture(scope="session")
def site(archive: Archive) -> Site:
    """Its pages, in the language of the archive."""
    return read_site(archive, sample.theme())
