"""What a document or a passage speaks of: a contract, a mental health contract, a protocol, an amendment, or none."""
