"""Drawings made at build time, as SVG text: typed input in, markup out, no page and no disk in between."""
