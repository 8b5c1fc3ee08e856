"""What a plan offers to GitLab: templates of proposals."""

from __future__ import annotations

_PULL_TEMPLATES = ".gitlab/merge_request_templates"


def pull_template_path(name: str) -> str:
    """Return where the template of proposals with a name stands; that without a name is for all others."""
    return f"{_PULL_TEMPLATES}/{name or 'Default'}.md"
