"""Ways in without git: the forge's issue forms, made from the plan, and what their answers propose."""
