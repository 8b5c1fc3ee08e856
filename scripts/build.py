"""``plan build``."""


def build() -> None:
    """X."""
