"""A new archive: the files that it consists of beside its records, and how they are kept up to date."""
