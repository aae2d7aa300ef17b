"""The only place that knows languages."""
