"""Korean particles, which depend on the last sound of the word before them, as it is read aloud."""

import re
import unicodedata
from functools import lru_cache


def particle(word: str, forms: str) -> str:
    """The Korean particle after a word: `이/가` gives 이 after a final consonant, 가 after a vowel.

    `으로/로` takes 로 after ㄹ too. Where the sound is not known, both are given: `이(가)`, `(으)로`.
    """
    after_consonant, after_vowel = forms.split("/")
    syllable = last_syllable(word)
    if syllable is None:
        added = after_consonant.removesuffix(after_vowel)
        return f"({added}){after_vowel}" if added != after_consonant else f"{after_consonant}({after_vowel})"
    final = (ord(syllable) - ord("가")) % 28
    is_open = final == 0 or (final == _RIEUL and after_consonant.startswith("으로"))
    return after_vowel if is_open else after_consonant


@lru_cache(maxsize=10_000)
def last_syllable(word: str) -> str | None:
    """The syllable, or one that sounds like it, in which a word ends when read aloud; None where nobody can tell."""
    said = _said("".join(map(_plain, word[-_TAIL:])))
    if money := _MONEY.search(said):
        return _SIGNS[money[1]][-1]
    if said and "가" <= said[-1] <= "힣":
        return said[-1]
    if measured := _MEASURED.search(said):
        return _UNITS[measured[1]][-1]
    if sign := _SIGN.search(said):
        return _SIGNS[sign[1]][-1]
    if number := _NUMBER.search(said):
        return _of_number(number[1].replace(",", ""), number[2])
    if latin := _LATIN.search(said):
        return _of_latin(latin[0])
    return None


def _plain(character: str) -> str:
    """A full-width letter as a plain one, a sign such as ㎞ as its letters."""
    form = unicodedata.decomposition(character).partition(" ")[0]
    return unicodedata.normalize("NFKC", character) if form in ("<wide>", "<narrow>", "<square>") else character


def _said(text: str) -> str:
    """A text up to the last character that is read aloud: 국가정보원(NIS) is read 국가정보원, ‘말’ is read 말."""
    text = _SILENT_END.sub("", text)
    while text and text[-1] in _CLOSING:
        before, within = _bracketed(text)
        text = _SILENT_END.sub("", before) or within
        text = _SILENT_END.sub("", text)
    return text


def _bracketed(text: str) -> tuple[str, str]:
    """Return what stands before the bracket that a text ends with, and what stands in it."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in _CLOSING) - (text[place] in _OPENING)
        if depth == 0:
            return text[:place], text[place + 1 : -1]
    return text[:-1], ""


def _of_number(whole: str, decimals: str | None) -> str:
    """Return how a number ends: 15,000 in 천, 50,000 in 만, 3.10 in 영."""
    digits = whole + (decimals or "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in (0, len(digits)) or decimals:
        return _DIGITS[int(digits[-1])]
    return _POWERS[min(zeros // 4, len(_POWERS) - 1)]


def _of_latin(word: str) -> str | None:
    """Tell the sound that a word in Latin letters ends with: capitals by name, others by their ends."""
    if word.upper() in _WORDS:
        return _WORDS[word.upper()][-1]
    if len(word) == 1 or (word[-1].isupper() and len(word) <= _SPELT):
        return _LETTERS[ord(word[-1].upper()) - ord("A")]
    return next((syllable for end, syllable in _ENDS if end.search(word.lower())), None)


_TAIL = 100
"""So many characters tell how a word ends, however long somebody made it."""
_RIEUL = 8
"""The place of ㄹ among the final consonants of Unicode's syllables."""
_OPENING, _CLOSING = "([{〔【", ")]}〕】"
"""What stands in these brackets explains a word; corner and angle brackets are quotation marks."""
_DIGITS = "영일이삼사오육칠팔구"
_POWERS = "천만억조경해"
"""What ends a number, by the myriads of its noughts; 십 and 백 sound as 천 does."""
_SIGNS = {
    "%": "퍼센트",
    "%p": "퍼센트포인트",
    "‰": "퍼밀",
    "°": "도",
    "°C": "도",
    "°F": "도",
    "℃": "도",
    "℉": "도",
    "$": "달러",
    "₩": "원",
    "€": "유로",
    "£": "파운드",
    "¥": "엔",
    "+": "플러스",
}
_UNITS = {
    **dict.fromkeys(["m", "km", "cm", "mm", "nm", "μm"], "미터"),
    **dict.fromkeys(["g", "kg", "mg"], "그램"),
    **dict.fromkeys(["l", "L", "ml", "mL", "kl", "kL"], "리터"),
    **dict.fromkeys(["Pa", "hPa", "kPa"], "파스칼"),
    **dict.fromkeys(["cal", "kcal"], "칼로리"),
    **dict.fromkeys(["Wh", "kWh", "MWh"], "와트시"),
    "t": "톤",
    "ha": "헥타르",
    "cc": "시시",
    "dB": "데시벨",
    "h": "시간",
    "s": "초",
}
"""Units whose letters sound otherwise than they are read."""
_LETTERS = "이비시디이프지치이이이엘엠엔오피큐알스티유이유스이트"
"""How the names of A to Z end."""
_SPELT = 5
"""Letters of the longest word in capitals that is spelt; longer ones are words: REUTERS."""
_WORDS = {
    "APEC": "에이펙",
    "OPEC": "오펙",
    "KOSDAQ": "코스닥",
    "NASDAQ": "나스닥",
    "NAVER": "네이버",
    "POSTECH": "포스텍",
    "III": "삼",
    "VII": "칠",
    "VIII": "팔",
}
"""What is read otherwise than its letters tell."""
_ENDS = tuple(
    (re.compile(f"(?:{end})$"), syllable)
    for end, syllable in (
        ("[aiourwydfsvxz]", "으"),  # Herald, Times, Insider, Daily: a vowel, or a consonant that Korean gives one
        ("[cgkpst]h|[aeiou]h|[cflprs]t", "으"),  # Telegraph, Watch, Post; not Market, whose t closes the syllable
        ("(?<!q)ue|[abcdefghikorsvyz]e", "으"),  # Monde, Voice, League; not Tribune, Europe, Apple
        ("[mn]|ng", "응"),
        ("l", "을"),
    )
)
"""How other words end, where their last letters tell, with a syllable that sounds so."""
_NUMERAL = "[0-9][0-9,]*"
_SILENT_END = re.compile(rf"(?:[^\w{re.escape(_CLOSING + ''.join(_SIGNS))}]|_)+$")
_MONEY = re.compile(rf"([$₩€£¥])\s?{_NUMERAL}(?:\.[0-9]+)?\s?[십백천만억조]*$")
_MEASURED = re.compile(rf"[0-9]\s?({'|'.join(map(re.escape, _UNITS))})[²³23]?$")
_SIGN = re.compile(f"({'|'.join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))})$")
_NUMBER = re.compile(rf"(?<![0-9])(?<![0-9]/)({_NUMERAL})(?:\.([0-9]+))?$")
_LATIN = re.compile(r"[A-Za-z]+$")
