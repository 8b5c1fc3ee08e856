"""The site of a plan in one language: its pages, its menu, and their HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from actionplan.charts.goals import GOALS
from actionplan.git.history import History, HistoryDepth
from actionplan.language.locale import Locale, name_of
from actionplan.metrics import reporting_due
from actionplan.metrics.elements import elements
from actionplan.metrics.groups import PlanMetrics
from actionplan.metrics.measure import measure
from actionplan.metrics.network import SLIP
from actionplan.metrics.progress_history import histories
from actionplan.metrics.rules import METRICS
from actionplan.model.common import DocumentPart
from actionplan.model.localized_plan import LocalizedPlan, TranslationState, localize
from actionplan.model.plan import Entry, Plan
from actionplan.pages import addresses, contents, figures, guides, tracking
from actionplan.pages.assets import published_files
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.badge import badge
from actionplan.pages.board import LONG, board
from actionplan.pages.charts import Past, charts_of
from actionplan.pages.embeds import POLICY, STYLE, snippets
from actionplan.pages.facts import Facts
from actionplan.pages.filters import NUMBERS, facets, fields, whose
from actionplan.pages.log import Log, log_pages
from actionplan.pages.page import Page, sections
from actionplan.pages.participation import CONTEST, REPORT, ways_in
from actionplan.pages.roadmap_drawing import roadmap_drawing
from actionplan.pages.sanitise import sanitise
from actionplan.pages.themes import drawing
from actionplan.pages.titles import title_of
from actionplan.text.escape import visible


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that pages share, made once.

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
        """The plan in the language of the site, as far as it has been translated."""
        if self.locale.code == self.written.identity.language:
            return LocalizedPlan(self.written, {})
        return localize(self.written, self.locale.code)

    @property
    def plan(self) -> Plan:
        """The plan that the pages show."""
        return self.localized.plan

    @cached_property
    def localized_plans(self) -> dict[str, LocalizedPlan]:
        """The plan in each language that it is not written in."""
        settings = self.written.identity
        return {code: localize(self.written, code) for code in settings.languages if code != settings.language}

    @cached_property
    def backlinks(self) -> Backlinks:
        """What refers to what."""
        return Backlinks(self.plan)

    @cached_property
    def figures(self) -> PlanMetrics:
        """The figures of the plan at its cut-off."""
        return measure(self.written)

    @cached_property
    def _past(self) -> Past:
        return Past(self.history, histories(self.written, self.figures.date))

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, in reading order."""
        made = (*contents.all_pages(self.plan, self.backlinks, self.locale), *log_pages(self.log))
        return {page.address: page for page in made}

    @cached_property
    def log(self) -> Log:
        """What was changed, why and by whom."""
        return Log(self.plan, self.locale, self.history)

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
        environment.filters["visible"] = visible
        for words in (figures.percent, figures.points, figures.days, figures.progress, figures.overdue, figures.due):
            environment.filters[words.__name__] = partial(words, locale=self.locale)
        environment.filters["label"] = lambda word: self.locale.translate(word.label)
        environment.globals.update(
            _=self.locale.translate,
            plan=self.plan,
            backlinks=self.backlinks,
            log=self.log,
            addresses=addresses,
            elements=elements,
            title_of=lambda entry: title_of(entry, self.plan, self.locale),
            drawing=lambda entry, to: drawing(entry, self.backlinks, self.locale, to),
            figures_of=self.figures,
            titles_of_figures={metric.key: metric.title for metric in METRICS},
            roadmap_drawing=partial(roadmap_drawing, cutoff=self.figures.date, locale=self.locale),
            board=lambda: board(self.plan, self.figures),
            facets=lambda: facets(self.plan, self.figures, self.locale),
            orders=NUMBERS,
            measured_of=lambda names: [self.figures.commitments[name] for name in names],
            goals=GOALS,
            fields=fields,
            whose=partial(whose, plan=self.plan, locale=self.locale),
            reporting_due=reporting_due.RULE,
            report_owed_since=lambda measured: reporting_due.report_owed_since(measured, self.figures.date),
            taking_part=(REPORT, CONTEST),
            long=LONG,
            slip=SLIP,
            events=tracking.events,
            disputes=tracking.disputes,
            proofs=tracking.proofs,
            snippets=lambda commitment_file: snippets(commitment_file, self.plan, self.locale, self.url),
            written=self.written,
            as_written=self._marked(self.written.identity.language),
            published=frozenset(published_files(self.written).values()),
            localized_plans=self.localized_plans,
            TranslationState=TranslationState,
            name_of=name_of,
            interactive=self.interactive,
        )
        return environment

    def state(self, page: Page) -> TranslationState:
        """How the words of a page stand in the language of the site."""
        if self.locale.code == self._language_of(page):
            return TranslationState.CURRENT
        if page.entry is None:
            return TranslationState.MISSING if page.guide else TranslationState.CURRENT
        return self.localized.state(self._originals[page.entry.path])

    @cached_property
    def _originals(self) -> dict[str, Entry[DocumentPart]]:
        return {entry.path: entry for entry in self.written.entries}

    def source(self, page: Page) -> str:
        """The file that a reader of this language would edit, empty if the page is made from many."""
        translation = self.localized.translations.get(page.source)
        return translation.path if translation else page.source

    def edit_url(self, page: Page) -> str | None:
        """Where the forge edits the file behind a page; none if the plan names no forge or the page no file."""
        settings, path = self.plan.identity, self.source(page)
        return f"{settings.forge.rstrip('/')}/edit/{settings.branch}/{path}" if settings.forge and path else None

    def _language_of(self, page: Page) -> str:
        """The language in which the words of a page were written."""
        return guides.LANGUAGE if page.guide else self.written.identity.language

    def _marked(self, language: str) -> Markup:
        """Tells readers' software the language of words that have no translation; nothing if it is the page's."""
        return Markup() if language == self.locale.code else Markup(' lang="{}"').format(language)

    def _original(self, page: Page, state: TranslationState) -> Markup:
        """The language of a page's words where it is not the site's; nothing where it is."""
        return self._marked(self._language_of(page)) if state is TranslationState.MISSING else Markup()

    def embeds(self) -> Iterator[tuple[str, str]]:
        """What other sites may show of each commitment, by address: a card and a badge, each whole in one file."""
        template = self._environment.get_template("card.html")
        for name, commitment_file in self.plan.commitment_files.items():
            measured, address = self.figures.commitments[name], addresses.card(name)
            page = self.pages[addresses.of_document(commitment_file.commitment.path)]
            yield (
                address,
                template.render(
                    commitment_file=commitment_file,
                    measured=measured,
                    code=self.locale.code,
                    policy=POLICY,
                    style=Markup(STYLE),  # noqa: S704 - our own
                    original=self._original(page, self.state(page)),
                    to=partial(addresses.relative_url, here=address),
                ),
            )
            yield addresses.badge(name), badge(measured, commitment_file, self.plan, self.locale)

    def in_languages(self, page_url: str, start: str) -> tuple[dict[str, str], ...]:
        """Return a page in every language of the plan; ``start`` leads to the root of the site in this one."""
        settings = self.written.identity
        links = addresses.in_languages(page_url, settings.languages, here=self.locale.code, main=settings.language)
        return tuple({"name": name_of(code), "lang": code, "link": start + link or "./"} for code, link in links)

    def lost(self, root: str) -> Markup:
        """What is said where a link led nowhere; links start from the root, the path of the site's home."""
        template = self._environment.get_template("lost.html")
        return Markup(template.render(to=lambda address: f"{root.rstrip('/')}/{addresses.url(address)}"))  # noqa: S704

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
            state=(state := self.state(page)),
            original=self._original(page, state),
            file=(file := self.source(page)),
            ways_in=ways_in(page, self.plan, file, self.edit_url(page)),
            charts=charts_of(page, self.localized, self.figures, self._past, self.locale),
            to=to,
            **page.context,
        )
