"""Action sheets: tables of pairs, running labels, synthesis tables, web lists."""
