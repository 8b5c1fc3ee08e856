"""What people write keeps its words and its structure, and nothing that runs."""

from __future__ import annotations

import nh3

_TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s"),
    *("small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def _of_this_site(tag: str, attribute: str, value: str) -> str | None:
    """Drop the address of a picture from elsewhere, which would tell its owner who reads the plan; its words stay."""
    return None if (tag, attribute) == ("img", "src") and ("//" in value or ":" in value) else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_of_this_site,
    clean_content_tags={"script", "style", "iframe", "object", "template", "svg", "math"},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
    strip_comments=True,
)


def sanitise(html: str) -> str:
    """Keep only the tags and attributes of prose."""
    return _CLEANER.clean(html)
