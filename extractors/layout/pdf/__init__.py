"""PDF: lines, tables, boxes, reading order, headings."""
