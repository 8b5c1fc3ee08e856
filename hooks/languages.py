"""The same page in the other languages, for the header's menu and for search engines."""

from __future__ import annotations

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from actionplan.language.locale import name_of
from actionplan.pages.addresses import in_language
from actionplan.pages.site import Site


class _FromHere(str):
    """A link from the page itself; MkDocs' own filter loses its way above the root of a site."""

    __slots__ = ()


@event_priority(-50)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offer the homes of the other languages; templates that are no page keep this."""
    _offer(config, "", str)
    return config


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Leave links from a page as they are."""
    del config, files
    theirs = env.filters["url"]

    @pass_context
    def url(context: Context, value: str) -> str:
        return value if isinstance(value, _FromHere) else theirs(context, value)

    env.filters["url"] = url
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Offer this page in the other languages."""
    del nav
    _offer(config, page.url, _FromHere)
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Go back to the homes for whatever is rendered next, and keep the theme's script away from our links.

    It takes each ``link[rel=alternate]`` for the home of a site and asks for a map beside it. The attribute is a
    list of words, so a blank after the word changes nothing for anybody else.
    """
    del page
    _offer(config, "", str)
    return output.replace('<link rel="alternate" href=', '<link rel="alternate " href=')


def _offer(config: MkDocsConfig, url: str, kind: type[str]) -> None:
    site: Site = config.extra["site"]
    settings = site.written.identity
    up = "../" * url.count("/")
    config.extra["alternate"] = [
        {
            "name": name_of(code),
            "lang": code,
            "link": kind(up + in_language(url, code, here=site.locale.code, main=settings.language) or "./"),
        }
        for code in settings.languages
    ]
