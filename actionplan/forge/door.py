"""The one door to forges: which of them the rest of the house speaks to. A second one is two modules like GitHub's."""

from __future__ import annotations

from actionplan.forge import github as forge
from actionplan.forge import github_json as forge_json
from actionplan.forge import gitlab

__all__ = ["PULL_TEMPLATE_PATHS", "forge", "forge_json"]

PULL_TEMPLATE_PATHS = (forge.pull_template_path, gitlab.pull_template_path)
"""Where each forge looks for a template of proposals, by its name."""
