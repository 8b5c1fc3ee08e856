"""Stage 5: the plan as pages, their text and HTML fragments; nothing here knows what publishes them."""
