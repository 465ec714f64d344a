"""A collection as a file with its citations: Word, PDF, Excel. In: cited sheets. Out: bytes."""
