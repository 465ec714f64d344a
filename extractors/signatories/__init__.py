"""Who signs: the parties of a contract with their kind and the person who signs for each."""
