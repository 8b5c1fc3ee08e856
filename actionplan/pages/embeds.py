"""What other sites may show of a commitment: the code to copy, and what keeps a card to itself."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib import resources
from typing import NamedTuple

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.plan import CommitmentFile, Plan
from actionplan.pages import addresses
from actionplan.pages.titles import title_of

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
    """The code to copy, as text that is not HTML yet.

    Attributes:
        card: A frame with the card.
        badge: The badge as a picture that leads to the commitment.
        whole: Whether it can be used as it is; otherwise whoever copies it has to write where the site is.
    """

    card: str
    badge: str
    whole: bool


def snippets(commitment_file: CommitmentFile, plan: Plan, locale: Locale, site_url: str) -> Snippets:
    """The code that shows a commitment on another site.

    It tells no figure: those are in what it shows, which is made again with the site.

    Args:
        commitment_file: The commitment.
        plan: Its plan.
        locale: The language of the site.
        site_url: Where the site is published in that language; empty if it does not know.
    """
    folder = "" if locale.code == plan.identity.language else f"{locale.code}/"
    base = site_url or f"{locale.translate(_SOMEWHERE)}{folder}"
    name = commitment_file.commitment.model.id
    title = escape(locale.translate(_STATE_OF).format(title=title_of(commitment_file.commitment, plan, locale)))
    page, card, badge = (
        escape(base + addresses.url(address))
        for address in (
            addresses.of_document(commitment_file.commitment.path),
            addresses.card(name),
            addresses.badge(name),
        )
    )
    return Snippets(
        f'<iframe src="{card}" title="{title}" width="100%" height="{_HEIGHT}" loading="lazy"'
        ' sandbox="allow-top-navigation-by-user-activation"></iframe>',
        f'<a href="{page}"><img src="{badge}" alt="{title}" height="24"></a>',
        bool(site_url),
    )
