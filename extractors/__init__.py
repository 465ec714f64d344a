"""From bytes to facts: layout, outline, named entities, one folder per fact."""
