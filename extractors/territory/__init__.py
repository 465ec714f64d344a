"""Where a contract holds: the territory with its official code, departments and region."""
