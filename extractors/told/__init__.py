"""Actions that a page, a press release or a brief tells of: lists, headings, sentences, and their fields in prose."""
