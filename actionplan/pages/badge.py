"""The badge of a commitment: a small drawing for other sites, which says in words what its shape and colour show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import CommitmentMetrics, Light
from actionplan.model import CommitmentFile, Plan
from actionplan.pages.figures import percent, progress
from actionplan.pages.page import SitePage
from actionplan.pages.titles import COMMITMENT, title_of
from actionplan.text.width import printable, text_width, words

if TYPE_CHECKING:
    from actionplan.pages.site import Site

_SIZE = 12
_PAD = 8
_HEIGHT = 24
_BASE = 16
_SHAPE = 10
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_INK, _PAPER, _TITLE = "#1c1c1c", "#ffffff", "#16423c"

FICTITIOUS = msg("Plan ficticio")
_EXPECTED = msg("{real} de {expected} esperado")
_CUTOFF = msg("al {date}")
_ALT = msg("{title}: {said}. Cifras al {date}.")

SHAPES = {
    Light.GREEN: "M5 0A5 5 0 0 1 5 10A5 5 0 0 1 5 0Z",
    Light.AMBER: "M5 0L10 10H0Z",
    Light.RED: "M0 0H10V10H0Z",
    Light.GREY: "M5 1A4 4 0 0 1 5 9A4 4 0 0 1 5 1Z",
}
"""What each light is besides its colour, on ten by ten; that of no light is an outline."""

COLOURS = {Light.GREEN: "#1b6b3a", Light.AMBER: "#8a5a00", Light.RED: "#a3231b", Light.GREY: "#5a5a5a"}
"""Each is read on white; on dark papers the badge brings its own."""


class _Field(NamedTuple):
    """Hold a stretch of the badge; its shape, if it has one, stands before its words."""

    text: str
    ink: str
    paper: str
    light: Light | None = None

    @property
    def width(self) -> int:
        return text_width(self.text, _SIZE) + 2 * _PAD + (_SHAPE + _PAD // 2 if self.light else 0)


def summary(measured: CommitmentMetrics, commitment_file: CommitmentFile, locale: Locale) -> str:
    """Say in a few words how a commitment goes: light and progress, that nothing is reported, or that it is gone."""
    figures = measured.figures
    if not measured.counted:
        return locale.translate(commitment_file.commitment.model.situation.label)
    text = progress(figures, locale)
    if figures.real is None:
        return text
    if figures.expected is not None:
        text = locale.translate(_EXPECTED).format(real=text, expected=percent(figures.expected, locale))
    return f"{locale.translate(figures.light.label)}, {text}"


def alternative(measured: CommitmentMetrics, commitment_file: CommitmentFile, plan: Plan, locale: Locale) -> str:
    """Say the badge in a sentence, for readers who do not see it."""
    sentence = locale.translate(_ALT).format(
        title=title_of(commitment_file.commitment, plan, locale),
        said=summary(measured, commitment_file, locale),
        date=locale.date(plan.identity.cutoff),
    )
    return f"{locale.translate(FICTITIOUS)}. {sentence}" if plan.identity.fictitious else sentence


def badge_file(site: Site, page: SitePage) -> Markup:
    """Return the badge of the commitment that a page is about."""
    commitment_file, measured = site.measured(page)
    return badge(measured, commitment_file, site.plan, site.locale)


def badge(measured: CommitmentMetrics, commitment_file: CommitmentFile, plan: Plan, locale: Locale) -> Markup:
    """Draw the badge of a commitment.

    Structure and paint are attributes, so that it is the same in a page that allows no styles and opened alone.
    """
    number = locale.translate(COMMITMENT).format(number=commitment_file.commitment.model.number)
    fields = _fields(number, measured, commitment_file, plan, locale)
    width = sum(field.width for field in fields)
    description = _safe(" ".join(words(alternative(measured, commitment_file, plan, locale))))
    size = f'width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
    font = f'font-family="{_FONT}" font-size="{_SIZE}"'
    pieces = (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="{locale.code}" role="img" aria-labelledby="t d" {size} {font}>',
        f'<title id="t">{_safe(number)}</title>',
        f'<desc id="d">{description}</desc>',
        *_drawn(fields),
        f'<path d="M.5 .5H{width - 0.5}V{_HEIGHT - 0.5}H.5Z" fill="none" stroke="{_TITLE}"/>',
        "</svg>\n",
    )
    return Markup("\n".join(pieces))  # noqa: S704 - numbers and our words; people's texts pass `_safe`


def _fields(
    number: str, measured: CommitmentMetrics, commitment_file: CommitmentFile, plan: Plan, locale: Locale
) -> tuple[_Field, ...]:
    text, translate = summary(measured, commitment_file, locale), locale.translate
    light = measured.figures.light if measured.counted else Light.GREY
    invented = [_Field(translate(FICTITIOUS), _PAPER, _INK)] if plan.identity.fictitious else []
    return (
        _Field(number, _PAPER, _TITLE),
        _Field(text[:1].upper() + text[1:], _INK, _PAPER, light),
        _Field(translate(_CUTOFF).format(date=plan.identity.cutoff.isoformat()), _INK, _PAPER),
        *invented,
    )


def _safe(text: str) -> str:
    return str(escape(printable(text)))


def _drawn(fields: tuple[_Field, ...]) -> Iterator[str]:
    x = 0
    for field in fields:
        yield f'<path d="M{x} 0h{field.width}v{_HEIGHT}h-{field.width}Z" fill="{field.paper}"/>'
        start = x + _PAD
        if field.light:
            colour = COLOURS[field.light]
            paint = 'fill="none" stroke-width="2"' if field.light is Light.GREY else f'fill="{colour}"'
            place = f'transform="translate({start} {(_HEIGHT - _SHAPE) // 2})"'
            yield f'<path d="{SHAPES[field.light]}" {place} stroke="{colour}" {paint}/>'
            start += _SHAPE + _PAD // 2
        yield f'<text x="{start}" y="{_BASE}" fill="{field.ink}">{_safe(field.text)}</text>'
        x += field.width
