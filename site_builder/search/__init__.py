"""Search: the words of each claim, and the files in which a browser finds the claims of a word."""
