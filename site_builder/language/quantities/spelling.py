"""Texts in one spelling, letter for letter, so that every place in them is that of the text as it was written."""

_LETTERS = {
    **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
    **dict.fromkeys("∼〜～", "~"),
    **dict.fromkeys("‐‑‒–—―−－﹣", "-"),
    **dict.fromkeys("ㆍᆞ‧∙⋅・･•", "·"),
    **dict.fromkeys("‘’ʼ′", "'"),
    **dict.fromkeys("\t\n\r\u00a0\u2007\u2009\u202f\u2002\u2003\u3000", " "),
    "％": "%",
    "，": ",",
    "．": ".",
    "＋": "+",
    "＄": "$",
    "：": ":",
    "／": "/",
}


def letters(more: dict[str, str]) -> dict[int, str]:
    """The letters that are one to us, with further ones of a language."""
    return {ord(letter): other for letter, other in {**_LETTERS, **more}.items()}


def in_one_spelling(text: str, table: dict[int, str]) -> str:
    """A text in small letters, with one letter for all that are the same to us."""
    if not text.isascii():
        text = text.translate(table)
    small = text.lower()
    if len(small) == len(text):
        return small.replace("\n", " ")
    return "".join([each if len(each.lower()) > 1 else each.lower() for each in text])
