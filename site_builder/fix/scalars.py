"""How a text is written so that YAML reads the same text back."""

from site_builder.read import yaml_tree
from site_builder.text.quoting import UNWRITABLE, quoted


def line(text: str) -> str:
    """A text as the value of a key: as it is if YAML reads it so, else in quotation marks."""
    return text if reads_as(text, text) else quoted(text)


def reads_as(written: str, text: str) -> bool:
    """Whether what stands behind a key is read as a text and nothing else."""
    if UNWRITABLE.search(written):
        return False
    root, problems = yaml_tree.parse(f"key: {written}\n", "")
    return root is not None and not problems and yaml_tree.data(root) == {"key": text}
