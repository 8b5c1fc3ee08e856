"""Answers as the forge's own program does, from a file, and notes there what it is asked to change."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

BOT = {"login": "github-actions[bot]", "type": "Bot"}
SWITCHES = ("--paginate", "--silent", "--edit-last", "--create-if-none", "--force")


def main() -> None:
    assert os.environ["GH_TOKEN"] == "ficha-secreta"
    file = Path(os.environ["RIG_STATE"])
    state = json.loads(file.read_text("utf-8"))
    kind, *words = [word for word in sys.argv[1:] if word not in SWITCHES]
    names, options = parse(words)
    answer = api(state, names[0], options) if kind == "api" else verb(state, kind, names, options)
    file.write_text(json.dumps(state), "utf-8")
    sys.stdout.write(answer)


def parse(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """What is named, and the options by name: fields by their own, and what a file holds in the place of its name."""
    names, options = [], {}
    while words:
        word = words.pop(0)
        if not word.startswith("-"):
            names.append(word)
            continue
        value = words.pop(0)
        if word in ("-f", "-F"):
            word, _, value = value.partition("=")
            value = Path(value[1:]).read_text("utf-8") if value.startswith("@") else value
        elif word in ("--input", "--body-file"):
            word, value = word.partition("-file")[0], Path(value).read_text("utf-8")
        options[word] = value
    return names, options


def api(state: dict[str, Any], place: str, options: dict[str, str]) -> str:
    place = place.removeprefix("repos/o/r/")
    method = options.pop("--method", "GET")
    if method == "GET":
        answer = get(state, place)
        if answer is None:
            sys.exit("gh: Not Found (HTTP 404)")
        return picked(answer, options["--jq"]) if "--jq" in options else json.dumps(answer)
    body = json.loads(options["--input"]) if "--input" in options else options
    state.setdefault("asked", []).append([method, place, body])
    change(state, method, place, body)
    return ""


def get(state: dict[str, Any], place: str) -> object:
    path, _, query = place.partition("?")
    kind, *rest = path.split("/")
    if kind == "commits":
        named = ["git", "-C", os.environ["RIG_FORGE"], "rev-parse", rest[0]]
        return {"sha": subprocess.run(named, check=True, capture_output=True, text=True).stdout.strip()}
    if kind == "actions":
        return {"workflow_runs": [run for run in state["runs"] if f"head_sha={run['head_sha']}" in query.split("&")]}
    if not rest:
        asked = dict(part.split("=") for part in query.split("&"))
        states = ("open", "closed") if asked["state"] == "all" else (asked["state"],)
        return [it for it in state[kind].values() if it["state"] in states and labelled(it, asked.get("labels"))]
    return state[rest[1]].get(rest[0], []) if rest[1:] else state[kind].get(rest[0])


def picked(answer: object, asked: str) -> str:
    done = subprocess.run(["jq", "-r", asked], input=json.dumps(answer), check=True, capture_output=True, text=True)
    return done.stdout


def labelled(it: dict[str, Any], name: str | None) -> bool:
    return name is None or name in [label["name"] for label in it["labels"]]


def change(state: dict[str, Any], method: str, place: str, body: dict[str, Any]) -> None:
    kind, *rest = place.split("/")
    if kind == "statuses":
        state.setdefault("statuses", {}).setdefault(rest[0], {})[body["context"]] = body
    elif method == "POST":
        comment(state, rest[0], body["body"])
    elif kind == "pulls":
        state["pulls"][rest[0]] |= body
    elif kind == "issues" and rest[0] == "comments":
        (said,) = (it for found in state["comments"].values() for it in found if it["id"] == int(rest[-1]))
        if method == "PATCH":
            said["body"] = body["body"]
        else:
            next(found for found in state["comments"].values() if said in found).remove(said)
    else:
        pull = state["pulls"][rest[0]]
        pull["labels"] = [label for label in pull["labels"] if label["name"] != unquote(rest[-1])]


def verb(state: dict[str, Any], kind: str, names: list[str], options: dict[str, str]) -> str:
    """What is not the API: proposals, issues, labels and runs by their names."""
    do, *name = names
    if (kind, do) == ("pr", "list"):
        mine = [
            it for it in state["pulls"].values() if it["state"] == "open" and it["head"]["ref"] == options["--head"]
        ]
        listed = [{"number": it["number"], "isCrossRepository": it["head"]["repo"]["fork"]} for it in mine]
        return picked(listed, options["--jq"])
    state.setdefault("asked", []).append([kind, *names, options])
    if kind not in ("pr", "issue"):
        return ""
    things = state["pulls" if kind == "pr" else "issues"]
    if do == "create":
        number = 1 + max(map(int, [*state["pulls"], *state["issues"], "0"]))
        labels = [{"name": options["--label"]}] if "--label" in options else []
        made = {"number": number, "state": "open", "user": BOT, "labels": labels}
        things[str(number)] = made | {"title": options["--title"], "body": options["--body"]}
        if kind == "pr":
            things[str(number)]["head"] = {"ref": options["--head"], "repo": {"fork": False}}
        return f"https://github.com/o/r/{kind}/{number}\n"
    thing = things[name[0]]
    if do == "comment":
        last = [it for it in state["comments"].get(name[0], []) if it["user"] == BOT and "--edit-last" in sys.argv]
        if last:
            last[-1]["body"] = options["--body"]
        else:
            comment(state, name[0], options["--body"])
    elif do == "edit":
        thing |= {"title": options["--title"], "body": options["--body"]}
    else:
        thing["state"] = {"close": "closed", "reopen": "open"}[do]
        if "--comment" in options:
            comment(state, name[0], options["--comment"])
    return ""


def comment(state: dict[str, Any], number: str, text: str) -> None:
    said = {"id": 1000 + sum(map(len, state["comments"].values())), "user": BOT, "body": text}
    state["comments"].setdefault(number, []).append(said)


main()
