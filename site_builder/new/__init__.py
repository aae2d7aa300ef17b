"""The work of `claims new` without its questions: values, ids, names, suggestions, and the session that writes."""
