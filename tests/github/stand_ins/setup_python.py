"""In place of actions/setup-python: the Python that runs the tests is on the path already."""
