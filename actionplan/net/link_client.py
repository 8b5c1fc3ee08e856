"""Asks addresses of the web how they are, when those come from proposals and may lead anywhere.

A name is looked up once, every address behind it has to be public, and the connection goes to that very address: what
the name leads to a moment later does not matter. Each redirect is an address like any other. Nothing of an answer is
read but its head, no request carries a secret, and no settings of the machine (proxies, netrc) are used.
"""

from __future__ import annotations

import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv6Address, ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, getaddrinfo
from threading import Lock, Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from actionplan.follow_up.evidence_links import LinkAnswer, LinkCause, LinkState, answer_of

_PORTS = {"http": 80, "https": 443}
_MORE_PORTS = (8080, 8443)
_LASTING = (301, 308)
_REDIRECTS = (*_LASTING, 302, 303, 307)
_TOO_MANY, _BAD = 429, 400
_SILENT = 3
"""Failures one after the other from which on a host is not asked again."""

_FEW = 3
"""Addresses of one name that are tried."""

_KEPT = "/%:@!$&'()*+,;=~?"
"""Signs that may stand in a path or a query as they are."""

_WHO = "plan-links/1 (revisa si la evidencia de un plan de gobierno abierto sigue en su sitio)"


class Limits(NamedTuple):
    """Say how far asking goes.

    Attributes:
        wait: Seconds for a connection, and for any one piece of an answer.
        whole: Seconds for one request, however it drips in.
        redirects: How many are followed.
        hosts: How many hosts are asked at the same time; each of them one request at a time.
        pause: Seconds between two requests to one host.
        allowed: Hosts with their ports that may be asked although they are not public, for tests.
    """

    wait: float = 10.0
    whole: float = 20.0
    redirects: int = 5
    hosts: int = 6
    pause: float = 1.0
    allowed: frozenset[str] = frozenset()


class _RefusedError(Exception):
    """Represent an address that is not asked, with what there is to say of it."""

    def __init__(self, state: LinkState, cause: LinkCause) -> None:
        super().__init__(cause)
        self.answer = LinkAnswer(state, cause)


class _Target(NamedTuple):
    """Describe where a request goes: an address of the network, under a name, and what is asked for there."""

    parts: SplitResult
    host: str
    port: int
    addresses: tuple[str, ...]
    path: str


class _Connection(HTTPConnection):
    """Describe a connection to an address that has been looked at; the name only says who is meant."""

    def __init__(self, target: _Target, limits: Limits) -> None:
        super().__init__(target.host, target.port, timeout=limits.wait)
        self.target = target
        self.clock = Timer(limits.whole, self._cut)
        self.clock.daemon = True
        self.was_cut = False

    def connect(self) -> None:
        """Connect to the first address that takes the call.

        Raises:
            OSError: None does.
        """
        *others, last = self.target.addresses
        for address in others:
            with suppress(OSError):
                self.sock = create_connection((address, self.port), self.timeout)
                break
        else:
            self.sock = create_connection((last, self.port), self.timeout)
        self.clock.start()
        if self.target.parts.scheme == "https":
            # The handshake comes after the socket is known, so that it can be cut short too.
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def close(self) -> None:
        """Leave, whatever the other side still has to say."""
        self.clock.cancel()
        super().close()

    def _cut(self) -> None:
        self.was_cut = True
        with suppress(OSError):
            self.sock.shutdown(SHUT_RDWR)


@dataclass(frozen=True)
class Asker:
    """Ask addresses, at each host one request at a time."""

    limits: Limits
    _hosts: dict[str, Lock] = field(default_factory=dict)

    def ask_all(self, urls: Iterable[str], after_each: Callable[[], None]) -> dict[str, LinkAnswer]:
        """Return what each address answers, in the order in which they were given.

        Args:
            urls: The addresses.
            after_each: Called after each.
        """
        wanted = list(dict.fromkeys(urls))
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for url in wanted:
            groups[authority(url)].append(url)
        answered: dict[str, LinkAnswer] = {}
        with ThreadPoolExecutor(self.limits.hosts) as pool:
            for answers in pool.map(lambda group: self._ask_host(group, after_each), groups.values()):
                answered |= answers
        return {url: answered[url] for url in wanted}

    def _ask_host(self, urls: list[str], after_each: Callable[[], None]) -> dict[str, LinkAnswer]:
        answered: dict[str, LinkAnswer] = {}
        silent = 0
        for url in urls:
            if silent < _SILENT:
                answer = self.ask(url)
                silent = 0 if answer.status else silent + 1
            answered[url] = answer
            after_each()
        return answered

    def ask(self, url: str) -> LinkAnswer:
        """Return what one address answers, wherever it leads."""
        here, moved = url, False
        try:
            for _ in range(self.limits.redirects + 1):
                status, onward = self._status(_target(here, self.limits.allowed))
                if status not in _REDIRECTS or onward is None:
                    return answer_of(status, asked=url, moved=moved, final=here if here != url else "")
                moved = moved or status in _LASTING
                here = _joined(here, onward)
        except _RefusedError as refused:
            return refused.answer
        return LinkAnswer(LinkState.LOST, LinkCause.LOOP)

    def _status(self, target: _Target) -> tuple[int, str | None]:
        """Return the status of a resource and where it sends on to; what gives no head is asked whole.

        Raises:
            _RefusedError: There is no answer.
        """
        status, onward = self._request("HEAD", target)
        return self._request("GET", target) if status >= _BAD and status != _TOO_MANY else (status, onward)

    def _request(self, method: str, target: _Target) -> tuple[int, str | None]:
        with self._hosts.setdefault(target.host, Lock()):  # one operation, so no two threads get different ones
            connection = _Connection(target, self.limits)
            try:
                named = f"[{target.host}]" if ":" in target.host else target.host
                host = named if target.port == _PORTS[target.parts.scheme] else f"{named}:{target.port}"
                connection.request(method, target.path, headers={"Host": host, "User-Agent": _WHO, "Accept": "*/*"})
                response = connection.getresponse()
                return response.status, response.getheader("Location")
            except ssl.SSLCertVerificationError as error:
                raise _RefusedError(LinkState.UNCLEAR, LinkCause.CERTIFICATE) from error
            except OSError as error:
                raise _RefusedError(LinkState.LOST, LinkCause.SILENT) from error
            except (HTTPException, ValueError) as error:
                raise _RefusedError(
                    LinkState.LOST, LinkCause.SILENT if connection.was_cut else LinkCause.NOT_WEB
                ) from error
            finally:
                connection.close()
                time.sleep(self.limits.pause)


def _joined(here: str, onward: str) -> str:
    try:
        return urljoin(here, onward)
    except ValueError as error:
        raise _RefusedError(LinkState.LOST, LinkCause.PRIVATE) from error


def authority(url: str) -> str:
    """Return the host of an address with its port; empty if it has none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _target(url: str, allowed: frozenset[str]) -> _Target:
    """Return where an address leads, looked up and looked at.

    Raises:
        _RefusedError: It leads to where nobody on the web could follow, or nowhere.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or _PORTS[parts.scheme]
        path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    except (ValueError, KeyError) as error:
        raise _RefusedError(LinkState.LOST, LinkCause.PRIVATE) from error
    free = f"{host}:{port}" in allowed
    if not host or "@" in parts.netloc or not (free or port in (*_PORTS.values(), *_MORE_PORTS)):
        raise _RefusedError(LinkState.LOST, LinkCause.PRIVATE)
    try:
        addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in getaddrinfo(host, port, type=SOCK_STREAM)))
    except (OSError, ValueError) as error:
        raise _RefusedError(LinkState.LOST, LinkCause.NO_NAME) from error
    if not free and not all(map(is_public, addresses)):
        raise _RefusedError(LinkState.LOST, LinkCause.PRIVATE)
    return _Target(parts, host, port, addresses[:_FEW], path)


def is_public(address: str) -> bool:
    """Tell whether an address of the network belongs to the public internet, whatever it is wrapped in."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)
