"""The plans and schemes that a contract is articulated with."""
