"""What a regional inventory asks of the published contracts: whom they cover, what ends, what to check."""
