"""The yardstick of checking: read every file of a plan and compose its YAML with libyaml, nothing more.

Without a plan it only starts, so that starting can be taken off.
"""

import gc
import sys
from pathlib import Path

import yaml

gc.disable()  # as ``plan`` does
for root in sys.argv[1:]:
    for path in Path(root).rglob("*"):
        if path.suffix == ".md":
            yaml.compose(path.read_text("utf-8").split("---\n", 2)[1], Loader=yaml.CSafeLoader)
        elif path.suffix == ".yml" and path.parent.name == "plan":
            yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
