"""Korean particles, which depend on the last sound of the word before them."""

_VOWEL, _CONSONANT, _RIEUL = "", "c", "l"
_DIGITS = dict(zip("0123456789", "clvcvvcllv".replace("v", " "), strict=True))
_LETTERS = {"L": _RIEUL, "R": _RIEUL, "M": _CONSONANT, "N": _CONSONANT}


def particle(word: str, forms: str) -> str:
    """The Korean particle after a word: `이/가` gives 이 after a final consonant, 가 after a vowel.

    `으로/로` takes 로 after ㄹ too. Digits and letters count as they are read aloud. Where the sound of a Latin word
    is not known, both are given: `이(가)`.
    """
    after_consonant, after_vowel = forms.split("/")
    sound = _last_sound(word)
    if sound is None:
        return "(으)로" if after_consonant == "으로" else f"{after_consonant}({after_vowel})"
    if sound == _VOWEL or (sound == _RIEUL and after_consonant == "으로"):
        return after_vowel
    return after_consonant


def _last_sound(word: str) -> str | None:
    letters = [character for character in word if character.isalnum()]
    if not letters:
        return None
    last = letters[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return _VOWEL if final == 0 else _RIEUL if final == 8 else _CONSONANT
    if last in _DIGITS:
        return _DIGITS[last].strip()
    if last.isascii() and last.isupper():
        return _LETTERS.get(last, _VOWEL)
    if last in "aiouy":
        return _VOWEL
    return {"l": _RIEUL, "m": _CONSONANT, "n": _CONSONANT}.get(last)
