"""Characters, and one escape for each form that text is written in."""
