"""How well a recogniser finds names: sentences annotated by hand, and the scores over them."""
