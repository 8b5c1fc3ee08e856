"""Answers as the forge's own program does, from a file, and notes there what it is asked to change."""

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

LIST = ("pulls", "reviews", "comments")


def main() -> None:
    assert os.environ["GH_TOKEN"] == "secreto"
    words = [word for word in sys.argv[2:] if word not in ("--paginate", "--silent")]
    method = words[words.index("--method") + 1] if "--method" in words else "GET"
    body = json.loads(Path(words[words.index("--input") + 1]).read_text("utf-8")) if "--input" in words else {}
    place = next(word for word in words if word.startswith("repos/o/r/")).removeprefix("repos/o/r/")
    file = Path(os.environ["RIG_STATE"])
    state = json.loads(file.read_text("utf-8"))
    if method == "GET":
        answer = get(state, place)
        if answer is None:
            sys.exit("gh: Not Found (HTTP 404)")
        sys.stdout.write(json.dumps(answer))
    else:
        state.setdefault("asked", []).append([method, place, body])
        change(state, method, place, body)
        file.write_text(json.dumps(state), "utf-8")


def get(state: dict[str, Any], place: str) -> object:
    path, _, query = place.partition("?")
    if path == "pulls":
        return [pull for pull in state["pulls"].values() if pull["state"] == "open"]
    if path.startswith("actions/"):
        return {"workflow_runs": [run for run in state["runs"] if f"head_sha={run['head_sha']}" in query.split("&")]}
    _, number, *rest = path.split("/")
    if not rest:
        return state["pulls"].get(number)
    return state[rest[0]].get(number, [])


def change(state: dict[str, Any], method: str, place: str, body: dict[str, Any]) -> None:
    kind, *rest = place.split("/")
    if kind == "statuses":
        state.setdefault("statuses", {})[rest[0]] = body
    elif method == "POST":
        number = 1000 + sum(map(len, state["comments"].values()))
        said = {"id": number, "user": {"login": "github-actions[bot]"}, "body": body["body"]}
        state["comments"].setdefault(rest[0], []).append(said)
    elif method == "PATCH":
        (said,) = (it for found in state["comments"].values() for it in found if it["id"] == int(rest[-1]))
        said["body"] = body["body"]
    else:
        pull = state["pulls"][rest[0]]
        pull["labels"] = [label for label in pull["labels"] if label["name"] != unquote(rest[-1])]


main()
