"""The guarded client that asks for what stands on the web."""
