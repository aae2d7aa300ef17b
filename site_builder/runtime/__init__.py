"""The machine that a program runs on: worker processes, the collector of garbage, digests."""
