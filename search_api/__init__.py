"""Search engines, HTTP API, exports and web pages over the store's merged records."""
