"""What other sites may show of a commitment: the code to copy, and what keeps a card to itself."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from actionplan.language.messages import msg
from actionplan.pages import addresses, figures
from actionplan.pages.page import SitePage

if TYPE_CHECKING:
    from actionplan.pages.site import Site

CARD = "tarjetas/{id}/index.html"
BADGE = "insignias/{id}.svg"

_STATE_OF = msg("Cómo va: {title}")
_SOMEWHERE = msg("https://DIRECCION-DEL-SITIO/")
_HEIGHT = 460
"""Room for a card as narrow as a phone shows it; a longer one scrolls."""

STYLE = resources.files("actionplan.pages").joinpath("styles/tarjeta.css").read_text("utf-8")
"""Inside each card, so that it is one file."""

POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}';"
    " base-uri 'none'; form-action 'none'"
)
"""A card asks for nothing and runs nothing: its own style is all that it may have."""


class Snippets(NamedTuple):
    """Hold the code to copy, as text that is not HTML yet.

    Attributes:
        card: A frame with the card.
        badge: The badge as a picture that leads to the commitment.
        whole: Whether it can be used as it is; otherwise whoever copies it has to write where the site is.
    """

    card: str
    badge: str
    whole: bool


def card_file(site: Site, page: SitePage) -> str:
    """Return the card of a commitment, whole in one file."""
    commitment_file, measured = site.measured(page)
    return site.fill(
        "card.html",
        site.links_from(CARD.format(id=page.name)),
        commitment_file=commitment_file,
        measured=measured,
        date=site.figures.date,
        code=site.locale.code,
        policy=POLICY,
        style=Markup(STYLE),  # noqa: S704 - our own
        original=site.original(page),
        titles_of_figures=figures.TITLES,
    )


def snippets(site: Site, page: SitePage) -> Snippets:
    """Return the code that shows a commitment on another site.

    It tells no figure: those are in what it shows, which is made again with the site.
    """
    main, code = site.plan.identity.language, site.locale.code
    base = site.url or site.locale.translate(_SOMEWHERE) + addresses.in_language("", code, here=main, main=main)
    title = escape(site.locale.translate(_STATE_OF).format(title=page.title))
    here, card, badge = (escape(base + addresses.url(address)) for address in (page.address, *page.files))
    return Snippets(
        f'<iframe src="{card}" title="{title}" width="100%" height="{_HEIGHT}" loading="lazy"'
        ' sandbox="allow-top-navigation-by-user-activation"></iframe>',
        f'<a href="{here}"><img src="{badge}" alt="{title}" height="24"></a>',
        bool(site.url),
    )
