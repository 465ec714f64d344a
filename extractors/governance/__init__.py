"""The bodies that govern a contract: who sits in them, how often they meet."""
