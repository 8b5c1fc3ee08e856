"""The site of a plan in one language: its pages, its menu, and their HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from actionplan.language.locale import Locale
from actionplan.metrics.elements import elements
from actionplan.model.plan import Plan
from actionplan.pages import addresses, contents
from actionplan.pages.crossings import Crossings
from actionplan.pages.facts import Facts
from actionplan.pages.page import Page, sections
from actionplan.pages.sanitise import sanitise
from actionplan.pages.themes import drawing
from actionplan.pages.titles import title_of


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that pages share, made once.

    Attributes:
        plan: The plan.
        locale: The language of the interface.
    """

    plan: Plan
    locale: Locale

    @cached_property
    def crossings(self) -> Crossings:
        """What refers to what."""
        return Crossings(self.plan)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, in reading order."""
        return {page.address: page for page in contents.all_pages(self.plan, self.crossings, self.locale)}

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("actionplan.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["date"] = self.locale.date
        environment.filters["partial_date"] = lambda value: self.locale.partial_date(*value)
        environment.filters["number"] = self.locale.number
        environment.filters["listed"] = self.locale.listed
        environment.filters["label"] = lambda word: self.locale.translate(word.label)
        environment.globals.update(
            _=self.locale.translate,
            plan=self.plan,
            crossings=self.crossings,
            addresses=addresses,
            elements=elements,
            title_of=lambda entry: title_of(entry, self.plan, self.locale),
            drawing=lambda entry, to: drawing(entry, self.crossings, self.locale, to),
            original=self._original,
        )
        return environment

    @property
    def _original(self) -> Markup:
        """The attribute that tells readers' software in which language people wrote, where it is not the page's."""
        language = self.plan.identity.language
        return Markup("") if language == self.locale.code else Markup(' lang="{}"').format(language)

    def edit_url(self, page: Page) -> str | None:
        """Where the forge edits the file behind a page; none if the plan names no forge or the page no file."""
        settings = self.plan.identity
        if not (settings.forge and page.source):
            return None
        return f"{settings.forge.rstrip('/')}/edit/{settings.branch}/{page.source}"

    def render(self, page: Page, prose: str) -> str:
        """The HTML of a page's content.

        Args:
            page: One of ``pages``.
            prose: Its Markdown as HTML, not yet safe.
        """

        def to(address: str) -> str:
            return addresses.relative_url(address, page.address)

        parts = {slug: Markup(text) for slug, text in sections(sanitise(prose)).items()}  # noqa: S704 - just sanitised
        return self._environment.get_template(page.template).render(
            page=page,
            entry=page.entry,
            model=page.entry.model if page.entry else None,
            sections=parts,
            facts=Facts(self.plan, self.locale),
            to=to,
            **page.context,
        )
