"""The archive as pages and outputs see it: grouped, with addresses and fingerprints."""
