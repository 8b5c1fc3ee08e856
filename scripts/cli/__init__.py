"""What the verbs of the ``plan`` command share: their table, their options, their answers and their help."""
