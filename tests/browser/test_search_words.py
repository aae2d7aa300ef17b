"""The script finds the same words in a text as the index: in the texts of archives, and in what nobody would write."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from benchmarks.archive import write_archive
from site_builder.language.reduction import reduction
from site_builder.search.found import Found
from site_builder.search.words import Words
from site_builder.text.folding import search_folded
from tests import golden
from tests.browser.conftest import Invite
from tests.browser.scripts import beside_scripts

FIND = """async (asked) => {
    const [rules, texts] = JSON.parse(asked);
    const { Words } = await import("./search-words.js");
    const words = new Words(rules);
    return JSON.stringify(texts.map((text) => [words.fold(text), Object.fromEntries(words.of(text))]));
}"""
SYLLABLES = """
가 각 간 갔 개 거 겠 경 고 과 괘 국 그 길 까 나 난 내 너 네 노 놓 누 느 는 니 다 당 대 던 도 되 된 됐 듣 들 따 때 라 러
려 로 르 를 마 만 명 무 미 받 백 번 보 북 붙 빨 사 상 서 세 시 실 써 쓰 아 않 야 어 없 에 여 연 예 오 와 왔 왜 외 우
원 월 위 으 은 을 의 이 인 일 임 있 자 작 저 전 조 주 줘 지 진 쪘 차 천 추 치 크 타 터 토 파 퍼 폭 프 하 한 할 해 했 혀
호 회 후 흘 히 영 공 삼 사 오 육 륙 칠 팔 구 십 백 천 만 억 조 ㄱ ㅂ ㅄ ㄳ ㅏ ㅢ ᆫ ᅡ
"""
ENDS = """
들이 에서는 으로부터 입니다 했다 되었다 시켰고 당한 받았으며 무너졌다 길러 도와 들은 ㅂ니다
여명 여 명 개국 가량 정도 퍼센트 년 월 일 전쟁포로 사회의 3개
"""
NUMBERS = """
0 00 7 12 600 4700 2025 4,700 1,000,000 4.10 0.5 1만2천 사천칠백 thousand million hundred six twenty -five and k m bn
2025-04-30 2025.4.30 2025/13/9 2025. 4. 7. 25.4.7 4/30 03.04.2031 20250430 31년 7월 99.4.3 68.4.3 240mm
4월 30일 2025년 april sept. 30th
"""
LATIN = """
a e i o s t e d ing ied ation sses ness ly ful ed er ia y the of who
NIS Se-rin O'Neill U.S. mi5 f-16 café İ ß Σς Łódź ﬁ Ⅳ
"""
OTHERS = "漢字 カナ ガ ｶﾞ 𠀀 𝒜 Київ й अंग्रेज़ी ไทย العَرَبية עִברית 😀 ½ ① ٣ ๓ \u0301 \u200b \u00ad \ufe0f"
MARKS = [*" -'.,·&/_%~()\"’‘—ㆍ…\n\t\xa0\u3000\x85\x1c\ufeff"]
PIECES = [*(SYLLABLES * 3).split(), *f"{ENDS} {NUMBERS} {LATIN} {OTHERS}".split(), *MARKS, *(" -·,." * 4)]


def invented() -> Iterator[str]:
    """Yield strings of syllables, endings, numbers, letters of other scripts and marks."""
    rng = random.Random(1)
    for _ in range(8000):
        yield "".join(rng.choices(PIECES, k=rng.randint(1, 12)))


def lines(root: Path) -> Iterator[str]:
    """Yield the lines of all records of an archive."""
    for path in sorted(root.rglob("claims/**/*.yml")):
        yield from path.read_text("utf-8").splitlines()


def of_archives(folder: Path) -> Iterator[str]:
    """Yield the lines of the golden archive and of the benchmark's, and each of their words alone."""
    write_archive(folder, 150)
    for root in (golden.ARCHIVE, folder):
        for line in lines(root):
            yield line
            yield from line.split()


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """All texts that are tried, each once."""
    archives = of_archives(tmp_path_factory.mktemp("archive"))
    found = list(dict.fromkeys([*archives, *invented(), "9" * 5000, "가" * 3000, "a-" * 3000]))
    assert len(found) > 10_000
    return found


@pytest.mark.parametrize("tags", [("en", "ko"), ("en",), ("uk",)])
def test_script_and_index_find_the_same_words(
    texts: Sequence[str], tags: tuple[str, ...], tmp_path: Path, invite: Invite
) -> None:
    tables = reduction(tags)
    words = Words(tables)
    with beside_scripts(invite, tmp_path) as page:
        found = json.loads(page.evaluate(FIND, json.dumps([asdict(tables), texts])))
    for text, (folded, script) in zip(texts, found, strict=True):
        assert folded == search_folded(text), text
        assert script == kinds(words.of(text)), text


def kinds(found: Found) -> dict[str, int]:
    """The kind of each word, as the script says it."""
    return {word: kind for kind, of_kind in enumerate(found) for word in of_kind}
