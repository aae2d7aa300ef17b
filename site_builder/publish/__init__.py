"""The site: what it consists of, how it is written, and its preview."""
