"""The pages on which quotes were published: their texts, and what was found of the quotes in them."""
