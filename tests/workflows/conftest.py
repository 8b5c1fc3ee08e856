"""A forge for each test, made from one that is made once."""

from __future__ import annotations

import pytest
from workflows.rig import Forge, new_forge


@pytest.fixture
def forge(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    return new_forge(tmp_path_factory.mktemp("forge"))
