"""Benchmarks: this generator beside plain MkDocs + Material and beside Hugo, on invented archives."""
