"""Real repositories of git, and a real server of them by HTTP on this machine alone."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plans import write

MOMENT = "2020-06-01T12:00:00+0000"
TOKEN = "ficha-secreta"
Files = Mapping[str, str | bytes]


def git(root: Path, *arguments: str, check: bool = True) -> str:
    """What git says, or its complaint where it fails and may."""
    who = ("-c", "user.name=Prueba", "-c", "user.email=prueba@example.org", "-c", "commit.gpgsign=false")
    fixed = {"GIT_AUTHOR_DATE": MOMENT, "GIT_COMMITTER_DATE": MOMENT, "GIT_TERMINAL_PROMPT": "0"}
    environment = {**os.environ, **fixed, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *who, *arguments]
    done = subprocess.run(command, check=check, capture_output=True, env=environment)
    return (done.stdout if done.returncode == 0 else done.stderr + done.stdout).decode().strip()


def commit(root: Path, files: Files, message: str = "cambio", *, gone: tuple[str, ...] = ()) -> str:
    """Write files, take others away, and commit; the new commit."""
    write(root, files)
    for path in gone:
        (root / path).unlink()
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path, files: Files) -> Path:
    """A repository with these files on main."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, files, "Empieza")
    return root


class _Handler(BaseHTTPRequestHandler):
    """Hands what is asked to git's own program for servers; who pushes has to show the token."""

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""

    def _serve(self) -> None:
        asked = urlsplit(self.path)
        sent = self.headers.get("Authorization", "")
        expected = "Basic " + base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
        if "git-receive-pack" in self.path and sent != expected:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.end_headers()
            return
        length = self.headers.get("Content-Length")
        body = self.rfile.read(int(length)) if length else self._chunks()
        variables = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(self.server.root),  # type: ignore[attr-defined] # set below
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": unquote(asked.path),
            "QUERY_STRING": asked.query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **({"REMOTE_USER": "x-access-token"} if sent == expected else {}),
        }
        done = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=variables, check=False)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self.send_response(int(headers.pop("Status", "200").split()[0]))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _chunks(self) -> bytes:
        found = b""
        while self.headers.get("Transfer-Encoding") == "chunked" and (size := int(self.rfile.readline(), 16)):
            found += self.rfile.read(size)
            self.rfile.readline()
        return found


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The repositories below a folder at an address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.root = root  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
