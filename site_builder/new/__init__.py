"""What `claims new` works with."""
