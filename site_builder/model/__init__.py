"""The records: what they hold, their dates and numbers."""
