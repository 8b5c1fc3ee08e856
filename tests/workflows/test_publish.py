"""What is on the main branch is built, named file by file and deployed; without a place for it, that is said."""

from __future__ import annotations

import json
from hashlib import sha256

from workflows.rig import PUBLISHED, Forge

PUSH: dict[str, object] = {
    "ref": "refs/heads/main",
    "repository": {"full_name": "o/r"},
    "head_commit": {"message": "$(id)"},
}


def test_the_site_is_published_with_what_it_was_made_from(forge: Forge) -> None:
    forge.publishes({"plan/plan.yml": PUBLISHED["plan/plan.yml"].replace('  - "es"\n', '  - "es"\n  - "en"\n')})
    run = forge.act("publish.yml", "push", PUSH, RIG_PAGES="https://o.example/r")
    assert run.code == 0
    public = forge.work / "public"
    manifest = json.loads((public / "publicacion.json").read_text("utf-8"))
    files = forge.left("public") - {"publicacion.json"}
    assert (manifest["count"], manifest["sha256"].keys()) == (len(files), files)
    assert all(sha256((public / name).read_bytes()).hexdigest() == told for name, told in manifest["sha256"].items())
    assert manifest["commit"] == forge.git("rev-parse", "origin/main")
    assert manifest["commit_date"] == forge.git("log", "-1", "--format=%cI", "origin/main")
    assert (manifest["cutoff"], manifest["languages"]) == ("2020-12-31", ["es", "en"])
    assert set(manifest["tools"]) == {"actionplan", "mkdocs", "mkdocs-material", "python"}
    assert "<loc>https://o.example/r/compromisos/</loc>" in (public / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://o.example/r/en/compromisos/</loc>" in (public / "en/sitemap.xml").read_text("utf-8")


def test_without_pages_the_failure_says_what_to_do(forge: Forge) -> None:
    run = forge.act("publish.yml", "push", PUSH, RIG_PAGES="")
    assert run.code == 1
    assert "Preparar" not in run.steps
    assert "Settings → Pages y elegir «GitHub Actions» en Source" in run.log
    assert forge.left("public") == set()


def test_a_plan_with_errors_is_not_published(forge: Forge) -> None:
    forge.publishes({"plan/fuentes.yml": "roto"})
    run = forge.act("publish.yml", "push", PUSH, RIG_PAGES="https://o.example/r")
    assert (run.code, run.steps["Construir"]) == (1, False)
    assert forge.left("public") == set()
