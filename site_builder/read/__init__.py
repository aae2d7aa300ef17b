"""Bytes to trees with places, trees to records. The only reader of YAML."""
