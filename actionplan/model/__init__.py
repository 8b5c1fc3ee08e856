"""Stage 2: documents become one typed, frozen plan."""

import os

# What a model accepts must not depend on which other packages happen to be installed; and looking for
# pydantic's plugins would take longer than reading a plan.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
