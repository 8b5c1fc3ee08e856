"""The engine: an open-government action plan, from files to figures and pages.

Data flows one way: ``documents -> model -> checks -> metrics -> diagrams -> pages``. A stage imports
only what stands to its left, and ``findings`` and ``language``. Nothing here imports MkDocs.
"""
