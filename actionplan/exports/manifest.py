"""The release manifest: what a site was made from, and the fingerprint of each of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from actionplan.model import PlanIdentity


class BuildOrigin(NamedTuple):
    """Describe what a site was made from: the commit, its date and time as ISO 8601, and the versions of the tools."""

    commit: str
    date: str
    tools: Mapping[str, str]


def manifest_json(identity: PlanIdentity, origin: BuildOrigin, fingerprints: Mapping[str, str]) -> str:
    """Return the manifest as JSON; the same commit and files give the same text.

    Args:
        identity: Of the plan that the site shows.
        origin: What it was made from.
        fingerprints: SHA-256 of each file by its path in the site.
    """
    data = {
        "plan": identity.id,
        "commit": origin.commit,
        "commit_date": origin.date,
        "cutoff": identity.cutoff.isoformat(),
        "languages": list(identity.languages),
        "tools": dict(sorted(origin.tools.items())),
        "count": len(fingerprints),
        "sha256": dict(sorted(fingerprints.items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
