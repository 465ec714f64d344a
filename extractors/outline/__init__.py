"""From blocks to a flat stream of heads, labels and values in reading order."""
