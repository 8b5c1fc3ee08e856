"""The site of a plan in one language: its pages, the files beside them, and their HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from actionplan.forge.door import forge
from actionplan.git.history import History, HistoryDepth
from actionplan.language.locale import Locale, name_of
from actionplan.metrics import CommitmentMetrics, PlanMetrics, histories
from actionplan.metrics.measure import measure
from actionplan.model import (
    CommitmentFile,
    DocumentPart,
    Entry,
    LocalizedPlan,
    Plan,
    TranslationState,
    localize,
)
from actionplan.pages import addresses, figures, guides
from actionplan.pages.assets import static_files
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.charts import Past
from actionplan.pages.contents import KINDS
from actionplan.pages.facts import Facts
from actionplan.pages.field_values import form_of_field, owes_source, title_of_field
from actionplan.pages.log import Log
from actionplan.pages.page import SiteFile, SitePage, sections
from actionplan.pages.participation import ways_in
from actionplan.pages.sanitise import sanitise
from actionplan.pages.titles import title_of
from actionplan.text.escape import visible

Target = str | Entry[DocumentPart]


@dataclass(frozen=True, eq=False)
class Site:
    """Hold everything that pages share, made once.

    Attributes:
        written: The plan as its authors wrote it.
        locale: The language of the site.
        interactive: Whether it serves what makes charts interactive; without, they are drawings and tables.
        history: What is remembered of the plan's past.
        url: Where it is published, with a slash at its end; empty if that is not known.
    """

    written: Plan
    locale: Locale
    interactive: bool = True
    history: History = field(default_factory=partial(History, (), HistoryDepth.NONE))
    url: str = ""

    @cached_property
    def localized(self) -> LocalizedPlan:
        """Return the plan in the language of the site, as far as it has been translated."""
        if self.locale.code == self.written.identity.language:
            return LocalizedPlan(self.written, {})
        return localize(self.written, self.locale.code)

    @property
    def plan(self) -> Plan:
        """Return the plan that the pages show."""
        return self.localized.plan

    @cached_property
    def localized_plans(self) -> dict[str, LocalizedPlan]:
        """Return the plan in each language that it is not written in."""
        settings = self.written.identity
        return {code: localize(self.written, code) for code in settings.languages if code != settings.language}

    @cached_property
    def backlinks(self) -> Backlinks:
        """Return what refers to what."""
        return Backlinks(self.plan)

    @cached_property
    def figures(self) -> PlanMetrics:
        """Return the figures of the plan at its cut-off."""
        return measure(self.written)

    @cached_property
    def past(self) -> Past:
        """Return what charts tell of the past."""
        return Past(self.history, histories(self.written))

    @cached_property
    def log(self) -> Log:
        """Return what was changed, why and by whom."""
        return Log(self.plan, self.locale, self.history)

    @cached_property
    def pages(self) -> dict[str, SitePage]:
        """Return every page by its address, in reading order."""
        return {page.address: page for kind in KINDS.values() for page in kind.pages(kind, self)}

    def downloads(self) -> Iterator[SiteFile]:
        """Yield the files that pages offer."""
        for page in self.pages.values():
            for address, make in zip(page.files, page.kind.files.values(), strict=True):
                yield SiteFile(address, make(self, page))

    def files(self) -> Iterator[SiteFile]:
        """Yield every file that is no page: those that pages offer, those of the plan, and the site's own."""
        yield from self.downloads()
        yield from static_files(self.plan)

    def measured(self, page: SitePage) -> tuple[CommitmentFile, CommitmentMetrics]:
        """Return the commitment that a page is about, with its figures."""
        return self.plan.commitment_files[page.name], self.figures.commitments[page.name]

    def title_of(self, entry: Entry[DocumentPart]) -> str:
        """Return what a document is called."""
        return title_of(entry, self.plan, self.locale)

    def state(self, page: SitePage) -> TranslationState:
        """Return whether the words of a page are translated into the language of the site, and up to date."""
        if self.locale.code == self._language_of(page):
            return TranslationState.CURRENT
        if page.entry is None:
            return TranslationState.MISSING if page.guide else TranslationState.CURRENT
        return self.localized.state(self._originals[page.entry.path])

    @cached_property
    def _originals(self) -> dict[str, Entry[DocumentPart]]:
        return {entry.path: entry for entry in self.written.entries}

    def source(self, page: SitePage) -> str:
        """Return the file that a reader of this language would edit, empty if the page is made from many."""
        translation = self.localized.translations.get(page.source)
        return translation.path if translation else page.source

    def edit_url(self, page: SitePage) -> str | None:
        """Return where the forge edits the file behind a page; none if the plan names no forge or the page no file."""
        settings, path = self.plan.identity, self.source(page)
        return forge.edit_address(settings.forge, settings.branch, path) if settings.forge and path else None

    def _language_of(self, page: SitePage) -> str:
        """Return the language in which the words of a page were written."""
        return guides.LANGUAGE if page.guide else self.written.identity.language

    def _marked(self, language: str) -> Markup:
        """Tell readers' software the language of words that have no translation; nothing if it is the page's."""
        return Markup() if language == self.locale.code else Markup(' lang="{}"').format(language)

    def original(self, page: SitePage) -> Markup:
        """Return the language of a page's words where it is not the site's; nothing where it is."""
        missing = self.state(page) is TranslationState.MISSING
        return self._marked(self._language_of(page)) if missing else Markup()

    def in_languages(self, page_url: str, start: str) -> tuple[dict[str, str], ...]:
        """Return a page in every language of the plan; ``start`` leads to the root of the site in this one."""
        settings = self.written.identity
        links = addresses.in_languages(page_url, settings.languages, here=self.locale.code, main=settings.language)
        return tuple({"name": name_of(code), "lang": code, "link": start + link or "./"} for code, link in links)

    @cached_property
    def _environment(self) -> Environment:
        """Make what every template may use: the filters that print figures and dates, and these few names.

        ``_`` translates, ``plan`` is the plan, ``title_of`` names a document and ``field_title`` a field,
        ``form_of_field`` and ``owes_source`` say how a field is shown, ``absences_of`` lists what is not known of a
        document, ``as_written`` marks words in the plan's own language, and ``interactive`` is the site's.
        """
        locale = self.locale
        environment = Environment(
            loader=PackageLoader("actionplan.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        worded = (figures.percent, figures.points, figures.days, figures.progress, figures.overdue, figures.due)
        environment.filters |= {
            "date": locale.date,
            "partial_date": lambda value: locale.partial_date(*value),
            "number": locale.number,
            "listed": locale.listed,
            "visible": visible,
            "label": lambda word: locale.translate(word.label),
            **{words.__name__: partial(words, locale=locale) for words in worded},
        }
        environment.globals |= {
            "_": locale.translate,
            "plan": self.plan,
            "title_of": self.title_of,
            "field_title": lambda part, name: locale.translate(title_of_field(part, name)),
            "form_of_field": form_of_field,
            "owes_source": owes_source,
            "absences_of": lambda entry: self.backlinks.unknown.get(entry.path, ()),
            "as_written": self._marked(self.written.identity.language),
            "interactive": self.interactive,
        }
        return environment

    def fill(self, template: str, to: Callable[..., str], **context: object) -> str:
        """Fill in a template.

        Args:
            template: Its name.
            to: Makes its links.
            context: What it needs besides what every template may use.
        """
        return self._environment.get_template(template).render(to=to, **context)

    def links_from(self, here: str) -> Callable[..., str]:
        """Return what makes links from an address: to a kind of page, one of its pages by id, a document or a file."""
        return lambda target, name="": addresses.relative_url(_address(target, name), here)

    def lost(self, root: str) -> str:
        """Return the page for links that lead nowhere; its own start from the root, the path of the site's home."""
        start = root.rstrip("/")
        return self.fill("lost.html", lambda target: f"{start}/{addresses.url(_address(target))}")

    def render(self, page: SitePage, prose: str) -> str:
        """Return the HTML of a page's content.

        Args:
            page: One of ``pages``.
            prose: Its Markdown as HTML, not yet safe.
        """
        parts = {slug: Markup(text) for slug, text in sections(sanitise(prose)).items()}  # noqa: S704 - just sanitised
        context = {
            "page": page,
            "entry": page.entry,
            "model": page.entry.model if page.entry else None,
            "sections": parts,
            "facts": Facts(self.plan, self.locale),
            "charts": {},
            "state": self.state(page).name,
            "original": self.original(page),
            "file": self.source(page),
            "ways_in": ways_in(page, self.plan, self.source(page), self.edit_url(page)),
            **page.kind.context(self, page),
        }
        return self.fill(f"{page.kind.template or page.kind.name}.html", self.links_from(page.address), **context)


def _address(target: Target, name: str = "") -> str:
    """Return the address of a kind of page, of one of its pages, of a document's page, or of a file."""
    if not isinstance(target, str):
        return addresses.of_document(target.path)
    return target if "." in target else KINDS[target].at(name)
