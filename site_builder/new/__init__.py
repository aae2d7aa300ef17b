"""What `claims new` works with: an archive, what a person says of a new record, and what can be proposed to them."""
