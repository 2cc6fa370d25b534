"""What is answered without a tool or a model: told outright, because a model would invent it."""
