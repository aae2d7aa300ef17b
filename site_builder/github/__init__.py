"""GitHub: what its workflows do with an archive, each step a function; its pull requests, issues and pages as data."""
