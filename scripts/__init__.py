"""The verbs of the ``plan`` command, one module each: parse, call the engine, leave with an exit code."""
