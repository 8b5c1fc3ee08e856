"""What git knows of a plan: revisions, history, merged proposals."""
