"""Server-rendered French pages: home, search, inventory, contract, action, evidence, documents."""
