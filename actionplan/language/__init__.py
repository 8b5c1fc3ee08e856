"""Words: catalogues of messages, dates and numbers, and the spelling of front-matter keys."""
