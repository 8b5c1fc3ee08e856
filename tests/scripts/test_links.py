"""``plan links`` against a server on this machine: what answers, what does not, and what must not be asked."""

from __future__ import annotations

import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from orders import plan
from plans import REPORT, REPORT_PATH, VALID, write

from actionplan.follow_up.evidence_links import LinkAnswer, LinkCause, LinkState
from actionplan.net.link_client import Asker, Limits, is_public


class Pages(BaseHTTPRequestHandler):
    """Pages that behave by their names; what was asked is noted."""

    server: Web

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        with self.server.counting:
            self.server.asked.append(f"{self.command} {self.path}")
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        # Long enough for two at a time to be seen, and over before whoever asked can ask again.
        self.server.over.wait(0.02)
        with self.server.counting:
            self.server.now -= 1
        with suppress(OSError):  # whoever asked has left
            self.behave(self.path.partition("?")[0].removeprefix("/"))

    def behave(self, name: str) -> None:
        here = f"http://127.0.0.1:{self.server.server_port}"
        leads = {
            "movido": (301, f"{here}/vivo"),
            "de-paso": (302, "/vivo"),
            "acta.pdf": (302, "/"),
            "borrada": (301, f"{here}/index.php"),
            "entrada": (302, "/inicio?acta=1"),
            "vueltas": (302, "/vueltas"),
            "adentro": (302, "http://169.254.169.254/latest/meta-data/"),
            "vecino": (302, f"http://127.0.0.2:{self.server.server_port}/vivo"),
            "a-un-archivo": (302, "file:///etc/passwd"),
            "roto": (302, "http://[::1"),
        }
        if name in leads:
            status, to = leads[name]
            self.head(status, ("Location", to))
        elif name.isdigit():
            self.head(int(name))
        elif name == "sin-head":
            self.head(405 if self.command == "HEAD" else 200)
        elif name == "enorme":
            self.head(405 if self.command == "HEAD" else 200, ("Content-Length", str(10**12)))
            self.pour(b"x" * 65536)
        elif name == "mudo":
            self.server.over.wait(5)
        elif name.startswith("goteo"):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: " if name == "goteo-tras-empezar" else b"")
            self.pour(b"H", every=0.05)
        elif name == "otra-cosa":
            self.wfile.write(b"SSH-2.0-x\r\n")
        else:
            self.head(200)

    def pour(self, text: bytes, every: float = 0) -> None:
        """Write on and on, as long as somebody listens."""
        while self.command == "GET" or every:
            if self.server.over.wait(every):
                return
            self.wfile.write(text)

    def head(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for header in headers:
            self.send_header(*header)
        self.end_headers()


class Web(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Pages)
        self.asked: list[str] = []
        self.counting = threading.Lock()
        self.over = threading.Event()
        self.now = self.most = 0

    @property
    def position(self) -> str:
        return f"127.0.0.1:{self.server_port}"


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()


def asker(web: Web, **more: float | frozenset[str]) -> Asker:
    return Asker(Limits(wait=0.6, whole=1.5, pause=0, allowed=frozenset({web.position}))._replace(**more))  # type: ignore[arg-type]  # each by its name


def lost(cause: LinkCause, status: int = 0, final: str = "") -> LinkAnswer:
    return LinkAnswer(LinkState.LOST, cause, status, final)


def nobody(places: int = 1) -> list[str]:
    """Places where nobody listens."""
    with ExitStack() as held:
        free = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(places)]
        return [f"127.0.0.1:{it.getsockname()[1]}" for it in free]


class TestAnswers:
    @pytest.mark.parametrize(
        ("page", "expected", "asked"),
        [
            ("vivo?a=1&b=ñ", LinkAnswer(LinkState.ALIVE, status=200), ["HEAD /vivo?a=1&b=%C3%B1"]),
            ("404", lost(LinkCause.GONE, 404), ["HEAD /404", "GET /404"]),
            ("410", lost(LinkCause.GONE, 410), ["HEAD /410", "GET /410"]),
            ("500", lost(LinkCause.BROKEN, 500), ["HEAD /500", "GET /500"]),
            ("403", LinkAnswer(LinkState.UNCLEAR, LinkCause.CLOSED, 403), ["HEAD /403", "GET /403"]),
            ("429", LinkAnswer(LinkState.UNCLEAR, LinkCause.CLOSED, 429), ["HEAD /429"]),
            ("sin-head", LinkAnswer(LinkState.ALIVE, status=200), ["HEAD /sin-head", "GET /sin-head"]),
            ("enorme", LinkAnswer(LinkState.ALIVE, status=200), ["HEAD /enorme", "GET /enorme"]),
            ("vueltas", lost(LinkCause.LOOP), ["HEAD /vueltas"] * 6),
            ("adentro", lost(LinkCause.PRIVATE), ["HEAD /adentro"]),
            ("vecino", lost(LinkCause.PRIVATE), ["HEAD /vecino"]),
            ("a-un-archivo", lost(LinkCause.PRIVATE), ["HEAD /a-un-archivo"]),
            ("roto", lost(LinkCause.PRIVATE), ["HEAD /roto"]),
            ("302", LinkAnswer(LinkState.UNCLEAR, LinkCause.CLOSED, 302), ["HEAD /302"]),
            ("mudo", lost(LinkCause.SILENT), ["HEAD /mudo"]),
            ("goteo", lost(LinkCause.SILENT), ["HEAD /goteo"]),
            ("goteo-tras-empezar", LinkAnswer(LinkState.ALIVE, status=200), ["HEAD /goteo-tras-empezar"]),
            ("otra-cosa", lost(LinkCause.NOT_WEB), ["HEAD /otra-cosa"]),
        ],
    )
    def test_each_page_by_its_behaviour(self, web: Web, page: str, expected: LinkAnswer, asked: list[str]) -> None:
        began = time.monotonic()
        assert asker(web).ask(f"http://{web.position}/{page}") == expected
        assert web.asked == asked
        assert time.monotonic() - began < 10

    def test_a_lasting_redirect_is_a_move_and_a_passing_one_is_not(self, web: Web) -> None:
        there = f"http://{web.position}/vivo"
        assert asker(web).ask(f"http://{web.position}/movido") == LinkAnswer(LinkState.MOVED, status=200, final=there)
        assert asker(web).ask(f"http://{web.position}/de-paso") == LinkAnswer(LinkState.ALIVE, status=200, final=there)

    @pytest.mark.parametrize(("page", "final"), [("acta.pdf", ""), ("borrada", "index.php")])
    def test_what_leads_to_the_first_page_of_its_site_may_be_gone(self, web: Web, page: str, final: str) -> None:
        here = f"http://{web.position}/"
        there = LinkAnswer(LinkState.UNCLEAR, LinkCause.HOME, 200, here + final)
        assert asker(web).ask(here + page) == there
        assert asker(web).ask(f"{here}entrada").state is LinkState.ALIVE
        assert asker(web).ask(here).state is LinkState.ALIVE

    def test_a_port_where_nobody_listens_is_silent(self) -> None:
        [place] = nobody()
        assert Asker(Limits(pause=0, allowed=frozenset({place}))).ask(f"http://{place}/") == lost(LinkCause.SILENT)

    def test_what_should_be_secret_is_never_asked_in_the_clear(self, web: Web) -> None:
        assert asker(web).ask(f"https://{web.position}/vivo") == lost(LinkCause.SILENT)
        assert web.asked == []

    def test_a_certificate_is_looked_at_under_the_name_and_a_bad_one_is_not_the_end_of_a_page(
        self, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pair = ("-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem")
        about = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
        order = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        subprocess.run([*order, *pair, *about], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
        web.socket = context.wrap_socket(web.socket, server_side=True)
        named = f"localhost:{web.server_port}"
        asking = asker(web, allowed=frozenset({named, web.position}))
        assert asking.ask(f"https://{named}/vivo") == LinkAnswer(LinkState.UNCLEAR, LinkCause.CERTIFICATE)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        assert asking.ask(f"https://{named}/vivo") == LinkAnswer(LinkState.ALIVE, status=200)
        assert asking.ask(f"https://{web.position}/vivo") == LinkAnswer(LinkState.UNCLEAR, LinkCause.CERTIFICATE)
        assert web.asked == ["HEAD /vivo"]

    def test_a_host_is_asked_one_thing_at_a_time_and_not_again_once_it_is_silent(self, web: Web) -> None:
        here = f"http://{web.position}"
        urls = [f"{here}/vivo?{number}" for number in range(5)]
        assert set(asker(web).ask_all(urls, lambda: None).values()) == {LinkAnswer(LinkState.ALIVE, status=200)}
        assert web.most == 1
        web.asked.clear()
        silent = [f"{here}/mudo?{number}" for number in range(6)]
        told: list[int] = []
        found = asker(web, wait=0.5).ask_all([*silent, silent[0]], lambda: told.append(1))
        assert list(found) == silent
        assert set(found.values()) == {lost(LinkCause.SILENT)}
        assert (len(web.asked), len(told)) == (3, 6)


class TestPrivate:
    @pytest.mark.parametrize(
        "address",
        [
            *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
            *("224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.2.1"),
            *("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
            *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "::127.0.0.1", "2001:db8::1"),
        ],
    )
    def test_addresses_that_are_not_of_the_public_web(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
    def test_addresses_that_are(self, address: str) -> None:
        assert is_public(address)

    @pytest.mark.parametrize(
        "url",
        [
            *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/"),
            *("http://127.1/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/", "http://0/"),
            *("http://gente:clave@93.184.216.34/", "http://93.184.216.34:22/", "http://93.184.216.34:99999/"),
            *("ftp://93.184.216.34/", "file:///etc/passwd", "http:///x", "http://[::1", "https://"),
        ],
    )
    def test_they_are_not_asked(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def connected(*_: object) -> socket.socket:
            raise AssertionError

        monkeypatch.setattr("actionplan.net.link_client.create_connection", connected)
        assert Asker(Limits(pause=0)).ask(url) == lost(LinkCause.PRIVATE)

    def test_a_name_with_one_private_address_among_others_is_not_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        behind = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
        monkeypatch.setattr("actionplan.net.link_client.getaddrinfo", lambda *_, **__: behind)
        assert Asker(Limits(pause=0)).ask("http://prueba.example/") == lost(LinkCause.PRIVATE)

    def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
        self, web: Web, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        answers = iter(["127.0.0.1", "10.0.0.1"])

        def look(host: str, port: int, **_: object) -> list[object]:
            asked.append(host)
            return [(2, 1, 6, "", (next(answers), port))]

        monkeypatch.setattr("actionplan.net.link_client.getaddrinfo", look)
        place = f"prueba.example:{web.server_port}"
        told = Asker(Limits(pause=0, allowed=frozenset({place}))).ask(f"http://{place}/vivo")
        assert (told.state, asked, web.asked) == (LinkState.ALIVE, ["prueba.example"], ["HEAD /vivo"])

    def test_no_proxy_of_the_machine_has_a_part_in_it(self, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
        assert asker(web).ask(f"http://{web.position}/vivo").state is LinkState.ALIVE


def shown(*proofs: tuple[str, str]) -> dict[str, str]:
    """The valid plan with links of evidence, each with its copy."""
    lines = ["    evidencias:\n"]
    for url, copy in proofs:
        lines.append(f'      - titulo: "Acta"\n        url: "{url}"\n')
        lines += [f'        copia: "{copy}"\n'] if copy else []
    return {**VALID, REPORT_PATH: REPORT.replace("porcentaje: 40\n", f"porcentaje: 40\n{''.join(lines)}")}


class TestVerb:
    def test_what_is_lost_has_its_copy_asked_and_what_is_well_has_not(self, web: Web, tmp_path: Path) -> None:
        here = f"http://{web.position}"
        proofs = [(f"{here}/vivo", f"{here}/copia-1"), (f"{here}/404", f"{here}/copia-2"), (f"{here}/410", "")]
        write(tmp_path, shown(*proofs))
        place = tmp_path / "links.json"
        done = plan("links", "--root", tmp_path, "--output", place, "--allow", web.position)
        assert (done.exit_code, done.stdout) == (0, "")
        rows = json.loads(place.read_text("utf-8"))["links"]
        assert [(row["state"], row["copy_state"]) for row in rows] == [
            ("vivo", None),
            ("perdido_con_copia", "vivo"),
            ("perdido", None),
        ]
        assert "HEAD /copia-1" not in web.asked
        assert done.stderr.splitlines() == [
            "Enlaces: 3",
            "Copias archivadas de los perdidos: 1",
            f"perdido_con_copia: {here}/404 (el sitio dice que ya no existe)",
            f"perdido: {here}/410 (el sitio dice que ya no existe)",
            "Enlaces de evidencia: 3. vivo: 1, perdido: 1, perdido_con_copia: 1",
        ]

    def test_what_may_pass_is_asked_again_before_it_is_given_up(self, web: Web, tmp_path: Path) -> None:
        write(tmp_path, shown((f"http://{web.position}/503", "")))
        done = plan("links", "--root", tmp_path, "--allow", web.position)
        assert (done.exit_code, json.loads(done.stdout)["links"][0]["state"]) == (0, "perdido")
        assert web.asked == ["HEAD /503", "GET /503"] * 2

    def test_without_a_network_nothing_is_said_of_anybody(self, tmp_path: Path) -> None:
        places = nobody(3)
        write(tmp_path, shown(*((f"http://{place}/", "") for place in places)))
        allowed = [word for place in places for word in ("--allow", place)]
        done = plan("links", "--root", tmp_path, "--output", tmp_path / "x.json", *allowed)
        assert (done.exit_code, (tmp_path / "x.json").exists()) == (1, False)
        assert "parece que aquí no hay red" in done.stderr

    def test_one_host_that_is_gone_is_not_the_network(self, tmp_path: Path) -> None:
        [place] = nobody()
        write(tmp_path, shown(*((f"http://{place}/{number}", "") for number in range(3))))
        done = plan("links", "--root", tmp_path, "--allow", place)
        assert [row["state"] for row in json.loads(done.stdout)["links"]] == ["perdido"] * 3

    def test_a_plan_without_links_is_done_at_once(self, tmp_path: Path) -> None:
        done = plan("links", "--root", write(tmp_path, VALID))
        assert (done.exit_code, json.loads(done.stdout)) == (0, {"links": []})
        assert done.stderr == "Enlaces de evidencia: 0.\n"

    def test_misuse_is_told(self, tmp_path: Path) -> None:
        assert plan("links", "--root", tmp_path / "nada").exit_code == 2
        write(tmp_path, VALID)
        assert plan("links", "--root", tmp_path, "--output", tmp_path / "no/hay/x.json").exit_code == 2
        write(tmp_path, {REPORT_PATH: "---\n"})
        broken = plan("links", "--root", tmp_path)
        assert (broken.exit_code, broken.stdout) == (1, "")
