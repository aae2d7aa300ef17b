"""An approved proposal becomes a record and a pull request, or hears what it lacks; whatever it holds stays data."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from site_builder.github import api, proposed_files
from site_builder.github.issue_form import label
from site_builder.read.loader import load
from tests.commands import Done, RunCli
from tests.github.acting import run_workflow
from tests.github.answering import Answering
from tests.github.archives import repository
from tests.github.proposing import ALLOWED, ANSWERS, LANGUAGES, QUESTIONS, RECORD, REPOSITORY, Hub, approval, body
from tests.records import ARCHIVE, CLAIM_FILE, ROOT, SCHEMAS, write
from tests.sites import differing, files

ID = "2031-03-14-city-office-visitors"
FILE = f"claims/2031/{ID}.yml"
COMMENT = "POST repos/desk/archive/issues/12/comments"
UNLABEL = "DELETE repos/desk/archive/issues/12/labels/approved"
KNOWN = "2031-03-12-city-office-visitors"
"""A claim that the archive has."""
FIGURE = {"series": "visitors", "value": "900", "hedge": "about"}
WORDS = {"title-en", "title-ko", "quote", "translation-ko", "headline", "remark"}
"""The answers that may hold any words."""
Approve = Callable[..., Done]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A small archive."""
    root = write(tmp_path / "archive", {**ARCHIVE, **SCHEMAS})
    copyfile(ROOT / "tests" / "sample" / "archive" / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture
def hub(gh: Answering) -> Hub:
    """GitHub with the repository of the archive."""
    return Hub(gh)


@pytest.fixture
def approve(place: Path, hub: Hub, run_cli: RunCli, tmp_path: Path) -> Approve:
    """Approve a proposal: its body, or the answers that it has in place of the usual ones."""

    def run(proposal: str | Mapping[str, str], **issue: object) -> Done:
        text = proposal if isinstance(proposal, str) else body({**ANSWERS, **proposal})
        done = run_cli("github", "intake", at=place, **hub.told(tmp_path / "event.json", approval(text, **issue)))
        assert "::" not in done.out + done.err  # no order to the runner
        return done

    return run


def asked(hub: Hub) -> list[str]:
    """What was asked of GitHub but for the first question, which is who approves."""
    calls = [call.asked for call in hub.asked()]
    assert calls[0] == next(iter(ALLOWED))
    return calls[1:]


def committed(hub: Hub) -> dict[str, str]:
    """The files that were proposed."""
    fields: Any = hub.fields("POST repos/desk/archive/git/trees")
    assert fields["base_tree"] == "tree-of-main"
    assert {(entry["mode"], entry["type"]) for entry in fields["tree"]} == {("100644", "blob")}
    return {entry["path"]: entry["content"] for entry in fields["tree"]}


def without_code(text: str) -> str:
    """Markdown without its blocks of code."""
    return re.sub(r"^(`{3,})text\n.*?\n\1$", "", text, flags=re.MULTILINE | re.DOTALL)


def refused(hub: Hub, approve: Approve, place: Path, proposal: str | Mapping[str, str]) -> str:
    """The comment on a proposal that cannot be a record; nothing else changes but the label."""
    before = files(place)
    done = approve(proposal)
    assert (done.code, done.out) == (0, "no record was made; a comment on #12 says why\n")
    assert asked(hub) == [COMMENT, UNLABEL]
    assert differing(before, files(place)) == []
    comment = str(hub.fields(COMMENT)["body"])
    assert len(comment) < 65_536
    assert [len(re.findall(words, comment)) for words in ("No record can be made", "기록을 만들 수 없습니다")] == [1, 1]
    assert without_code(comment).count("`approved`") == 2
    return comment


def test_a_record_is_proposed(hub: Hub, approve: Approve) -> None:
    done = approve({"remark": "The paper has it on page 2."})
    assert (done.code, done.out, done.err) == (0, f"{FILE} is proposed in #13\n", "")
    assert asked(hub) == [
        "GET repos/desk/archive/git/matching-refs/heads/proposal/12?per_page=100&page=1",
        "GET repos/desk/archive/git/commits/main-commit",
        "POST repos/desk/archive/git/trees",
        "POST repos/desk/archive/git/commits",
        "POST repos/desk/archive/git/refs",
        "POST repos/desk/archive/pulls",
        COMMENT,
    ]
    ((path, text),) = committed(hub).items()
    assert path == FILE
    assert text.partition("\n")[2] == RECORD
    commit = hub.fields("POST repos/desk/archive/git/commits")
    assert commit["tree"] == "new-tree"
    assert commit["parents"] == ["main-commit"]
    author = "Co-authored-by: passer-by <7+passer-by@users.noreply.github.com>"
    assert commit["message"] == f"Add the claim {ID}\n\n{author}\n"
    branch = f"proposal/12/{ID}"
    assert hub.fields("POST repos/desk/archive/git/refs") == {"ref": f"refs/heads/{branch}", "sha": "new-commit"}
    proposed = hub.fields("POST repos/desk/archive/pulls")
    assert (proposed["head"], proposed["base"], proposed["title"]) == (branch, "main", f"Add the claim {ID}")
    told = str(proposed["body"])
    assert told.count("`2031-03-21T10:00:00Z`") == told.count("`passer-by`") == len(LANGUAGES)
    assert "```text\nThe paper has it on page 2.\n```" in told
    assert told.endswith("\n\nCloses #12")
    assert "#13" in str(hub.fields(COMMENT)["body"])


@pytest.mark.parametrize("id", [ID, "2031-03-13-city-office-visitors"])
def test_a_proposal_that_was_mended_goes_into_its_own_pull_request(hub: Hub, approve: Approve, id: str) -> None:
    branch = f"proposal/12/{id}"
    hub.answers = {
        **REPOSITORY,
        "GET repos/desk/archive/git/matching-refs/*": [
            {"ref": "refs/heads/proposal/123/2031-03-14-other"},
            {"ref": f"refs/heads/{branch}"},
        ],
        f"GET repos/desk/archive/pulls?state=open&head=desk%3A{branch.replace('/', '%2F')}&*": [{"number": 13}],
        f"PATCH repos/desk/archive/git/refs/heads/{branch}": {},
        "PATCH repos/desk/archive/pulls/13": {},
    }
    assert approve({}).code == 0
    assert asked(hub)[-3:] == [
        f"PATCH repos/desk/archive/git/refs/heads/{branch}",
        "PATCH repos/desk/archive/pulls/13",
        COMMENT,
    ]
    assert hub.fields(asked(hub)[-3]) == {"sha": "new-commit", "force": True}
    assert hub.fields(asked(hub)[-2])["title"] == f"Add the claim {ID}"
    assert [*committed(hub)] == [FILE]


def test_a_branch_whose_pull_request_is_closed_is_proposed_again(hub: Hub, approve: Approve) -> None:
    ref = f"heads/proposal/12/{ID}"
    hub.answers = {
        **REPOSITORY,
        "GET repos/desk/archive/git/matching-refs/*": [{"ref": f"refs/{ref}"}],
        "GET repos/desk/archive/pulls?*": [],
        f"PATCH repos/desk/archive/git/refs/{ref}": {},
    }
    assert approve({}).code == 0
    assert asked(hub)[-3:] == [f"PATCH repos/desk/archive/git/refs/{ref}", "POST repos/desk/archive/pulls", COMMENT]


@pytest.mark.parametrize("permission", ["read", "none"])
def test_only_who_may_write_approves(hub: Hub, approve: Approve, place: Path, permission: str) -> None:
    before = files(place)
    hub.answers = {**REPOSITORY, next(iter(ALLOWED)): {"permission": permission}}
    done = approve({})
    assert done.code == 1
    assert "approve" in done.err
    assert asked(hub) == []
    assert differing(before, files(place)) == []


def test_where_github_refuses_nothing_is_said_to_be_done(hub: Hub, approve: Approve) -> None:
    hub.answers = {key: value for key, value in REPOSITORY.items() if "git/refs" not in key}
    done = approve({})
    assert done.code == 2
    assert "git/refs" in done.err
    assert "POST repos/desk/archive/pulls" not in asked(hub)


def test_where_workflows_may_make_no_pull_requests_the_setting_is_named(
    hub: Hub, approve: Approve, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object) -> int:
        raise api.Refused("gh: GitHub Actions is not permitted to create or approve pull requests. (HTTP 403)")

    monkeypatch.setattr(proposed_files, "pull_request", forbid)
    done = approve({})
    assert done.code == 2
    assert "“Allow GitHub Actions to create and approve pull requests”" in done.err
    assert COMMENT not in asked(hub)


def test_a_number_comes_with_its_question_and_hedge(hub: Hub, approve: Approve) -> None:
    approve({"series": "How many visitors came?", "value": "900", "hedge": "about"})
    text = committed(hub)[FILE]
    assert "figures:\n  - series: visitors\n    value: 900\n    hedge: about\n" in text


def test_a_quote_may_be_in_a_language_of_its_own(hub: Hub, approve: Approve) -> None:
    approve(
        {
            "quote": "900 людей",
            "quote-language": "another",
            "other-language": "uk",
            "translation-en": "900 people",
            "translation-ko": "900명",
        }
    )
    text = committed(hub)[FILE]
    assert re.findall(r"^  (\w+):\n    text: >-\n      (.*)$", text, re.MULTILINE) == [
        ("en", "900 people"),
        ("ko", "900명"),
        ("uk", "900 людей"),
    ]


@pytest.mark.parametrize(
    "named",
    [
        KNOWN,
        f"https://archive.example/en/claims/{KNOWN}/",
        f"https://archive.example/c/{KNOWN}",
        f"https://archive.example/ko/claims/{KNOWN}/?q=1#quotes",
        f"https://github.com/desk/archive/blob/main/claims/2031/{KNOWN}.yml#L4",
        f"\n  {KNOWN}  \n\n",
    ],
)
def test_another_claim_is_named_by_its_id_or_its_address(hub: Hub, approve: Approve, named: str) -> None:
    assert approve({"repeats": named}).code == 0
    assert committed(hub)[FILE].endswith(f"repeats: [{KNOWN}]\n")


def test_how_a_number_follows_and_what_it_replaces_are_part_of_the_record(
    hub: Hub, approve: Approve, place: Path
) -> None:
    claim = ARCHIVE[CLAIM_FILE].replace(
        "quotes:", "figures:\n  - {series: visitors, value: 1200, hedge: about}\nquotes:"
    )
    write(place, {CLAIM_FILE: claim})
    basis = {"basis-en": "Both halls together.", "basis-ko": "두 곳을 더한 수"}
    assert approve({**FIGURE, "value": "950", **basis, "revises": KNOWN}).code == 0
    assert committed(hub)[FILE].endswith(
        "figures:\n  - series: visitors\n    value: 950\n    hedge: about\n    basis:\n"
        f"      en: Both halls together.\n      ko: 두 곳을 더한 수\nrevises: [{KNOWN}]\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        "$(touch x) `touch x` ${{ github.token }} kiosk",
        "::add-mask::kiosk",
        "@keeper fixes #1 ![](https://example.org/kiosk.png) <img src=kiosk>",
        "<!-- claims: intake --> kiosk",
        "- &a *a !!x 'y' \"z\" \\ : # kiosk",
        "_No response_ kiosk",
        "kiosk " + "visitors " * 50 + "came",
    ],
)
def test_whatever_a_basis_holds_it_stays_words(hub: Hub, approve: Approve, place: Path, words: str) -> None:
    done = approve({**FIGURE, "basis-en": words, "basis-ko": "두 곳을 더한 수"})
    assert done.code == 0
    assert "kiosk" not in done.out + done.err
    ((path, text),) = committed(hub).items()
    write(place, {path: text})
    basis = load(place).archive.claims[ID].figures[0].basis
    assert basis == {"en": words, "ko": "두 곳을 더한 수"}
    bare = without_code(str(hub.fields("POST repos/desk/archive/pulls")["body"]))
    assert not re.search(r"kiosk|@|<|!\[", bare)
    assert re.findall("#[0-9]+", bare) == ["#12", "#12", "#12"]


def test_the_label_of_a_new_question_is_none_within_an_answer(hub: Hub, approve: Approve, place: Path) -> None:
    inside = f"x\n\n### {label(QUESTIONS['revises'], LANGUAGES)}\n\n{KNOWN}"
    assert "more than once" in refused(hub, approve, place, {"remark": inside})
    refused(hub, approve, place, {"disputes": inside})


def test_all_that_is_wrong_by_itself_is_told_at_once(hub: Hub, approve: Approve, place: Path) -> None:
    answers = {
        "claimant": "City Ofice",
        "publisher": "city-office-2",
        "said": "14.3.2031",
        "about": "Lantern Walk\nX\nY",
    }
    comment = refused(hub, approve, place, answers)
    for id, words in {"claimant": "City Ofice", "publisher": "city-office-2", "said": "14.3.2031"}.items():
        for language in LANGUAGES:
            assert re.search(rf"^{re.escape(QUESTIONS[id].say(language))}\n    .*{words}", comment, re.MULTILINE)
    about = QUESTIONS["about"].say(LANGUAGES[0])
    assert re.findall(rf"^{re.escape(about)}\n    there is no entity (\w)", comment, re.MULTILINE) == ["X", "Y"]
    assert "2031-03-14" in comment  # what was meant
    assert re.findall(r"\]\((.*?)\?filename=(.*?)&", comment) == [
        ("https://github.com/desk/archive/new/main/claims/entities", "its-name.yml")
    ]


def test_all_that_is_missing_is_told_at_once(hub: Hub, approve: Approve, place: Path) -> None:
    missing = ["quote", "translation-ko", "translated-by", "claimant", "about", "title-ko"]
    comment = refused(hub, approve, place, dict.fromkeys(missing, ""))
    needed = re.findall(r"^(.*)\n    an answer is needed here$", comment, re.MULTILINE)
    assert sorted(needed) == sorted(QUESTIONS[id].say(LANGUAGES[0]) for id in missing)


@pytest.mark.parametrize(
    ("answers", "id", "words"),
    [
        ({"title-en": "About 900 ↵\u202e visitors"}, "title-en", "U\\+202E"),
        ({"quote": "about\u200b 900"}, "quote", "U\\+200B"),
        ({"quote": "about\x00 900"}, "quote", "U\\+0000"),
        ({"title-ko": "City Office counts 900"}, "title-ko", ""),
        ({"url": "javascript:alert(1)"}, "url", "web page"),
        ({"said": "2041-03-14"}, "said", "2041"),
        ({"series": "visitors", "value": "950", "hedge": "about"}, "series", ""),
        ({"revises": "2031-03-11-nobody"}, "revises", "there is no claim 2031-03-11-nobody"),
        ({"disputes": "the one of yesterday"}, "disputes", ""),
        ({"repeats": f"{KNOWN}\n{KNOWN}s"}, "repeats", f"there is no claim {KNOWN}s\n    did you mean {KNOWN}?"),
        ({"repeats": "https://archive.example/ko/claims/"}, "repeats", ""),
        ({"basis-en": "Both halls together."}, "series", "an answer is needed here"),
        ({**FIGURE, "basis-en": "Both \u202e halls", "basis-ko": "두 곳을 더함"}, "basis-en", "U\\+202E"),
        ({"other-language": "uk"}, "other-language", "another"),
        ({"quote-language": "another"}, "other-language", "an answer is needed here"),
        ({"quote-language": "another", "other-language": "Ukrainian", "translation-en": "x"}, "quote-language", ""),
        ({"translation-en": "about 900 people came"}, "translation-en", "published in this language"),
        ({"promises": ""}, "promises", "ticked"),
    ],
)
def test_what_is_wrong_stands_under_the_label_of_its_answer(
    hub: Hub, approve: Approve, place: Path, answers: dict[str, str], id: str, words: str
) -> None:
    comment = refused(hub, approve, place, answers)
    assert re.search(rf"^{re.escape(QUESTIONS[id].say(LANGUAGES[0]))}\n    .*{words}", comment, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Please add this.",
        body(ANSWERS).replace(f"### {label(QUESTIONS['said'], LANGUAGES)}", "### When"),
        body({**ANSWERS, "remark": f"x\n\n### {label(QUESTIONS['said'], LANGUAGES)}\n\n2031"}),
        body(ANSWERS).replace("```\n", "", 1),
        body(ANSWERS).replace("en: English", "xx: Else"),
    ],
    ids=["empty", "free", "label gone", "label twice", "fence open", "no such choice"],
)
def test_a_body_that_is_not_as_the_form_makes_it_is_refused(hub: Hub, approve: Approve, place: Path, text: str) -> None:
    refused(hub, approve, place, text)


@pytest.mark.parametrize(
    "words",
    [
        "about 900 people $(touch x) `touch x` ${{ github.token }}",
        "about 900 people ::add-mask::people\n::set-output name=x::y\n::stop-commands::z",
        "about 900 people, @keeper @everyone fixes #1, closes desk/archive#2",
        "about 900 people ![](https://example.org/pixel.png) <img src=x onerror=alert(1)>",
        "<!-- claims: intake -->\nabout 900 people",
        "about 900 people\n```\nfixes #1\n````\n@keeper\n```text",
        "about 900 people\n\n### A heading\n\nof its own",
        "about 900 people\r\ncame",
        "# about: 900 people\n- &a *a !!x 'y' \"z\" \\",
        "_No response_ 900 about people",
        "about 900 people " + "홍수" * 8_000,
    ],
)
def test_whatever_words_hold_they_stay_words(hub: Hub, approve: Approve, place: Path, words: str) -> None:
    """In the record they are those that were typed; in the pull request they stand in code, in the log not at all."""
    done = approve({"quote": words, "remark": words, "speech": "reported"})
    assert done.code == 0
    told = re.compile(r"\b900\b")  # no part of a digest
    assert not told.search(done.out + done.err)
    text = committed(hub)[FILE]
    folded = re.sub(r"\s+", "", words)
    said = re.search(r"^  en:\n    text: (.*?)\n    origin: source", text, re.MULTILINE | re.DOTALL)
    assert said
    quoted = said[1].replace('\\"', '"').replace("\\\\", "\\").replace("''", "'").removeprefix(">-").strip("'\"\n ")
    assert re.sub(r"\s+|\\n", "", quoted) == folded.strip("'\"")
    bare = without_code(str(hub.fields("POST repos/desk/archive/pulls")["body"]))
    assert not told.search(bare)
    assert re.findall("#[0-9]+", bare) == ["#12", "#12", "#12"]
    assert not re.search(r"@|<|!\[", bare)
    assert not told.search(str(hub.fields("POST repos/desk/archive/git/commits")["message"]))


@pytest.mark.parametrize(
    "words",
    [
        "$(touch x) `touch x` ${{ github.token }}",
        "::add-mask::people\n::error::x",
        "@keeper fixes #1 ![](https://example.org/pixel.png)",
        "<!-- claims: intake -->",
        "a\n```\nfixes #1\n````\n@keeper\n```text",
        "홍수" * 30_000,
        "\u202e\u2066\u200b\x00\ud800" * 2_000,
        "`" * 30_000,
        "x" * 60_000,
    ],
)
@pytest.mark.parametrize("id", ["claimant", "said", "revises", "disputes", "repeats"])
def test_whatever_a_wrong_answer_holds_it_is_told_in_code(
    hub: Hub, approve: Approve, place: Path, id: str, words: str
) -> None:
    comment = without_code(refused(hub, approve, place, {id: words}))
    assert not re.search(r"@|<|!\[|#|\$|keeper|touch|홍수|xxx|::", comment)


@pytest.mark.parametrize("body", ["### " * 16_384, "홍" * 65_536, "### \n\n" * 10_000, "\x00" * 65_536])
def test_a_body_that_is_full_to_the_brim_is_refused(hub: Hub, approve: Approve, place: Path, body: str) -> None:
    refused(hub, approve, place, body)


def test_a_quote_that_fills_the_body_is_too_large_for_a_record(hub: Hub, approve: Approve, place: Path) -> None:
    refused(hub, approve, place, {"quote": "홍" * 60_000})


def test_a_title_of_one_long_word_makes_no_long_name(hub: Hub, approve: Approve) -> None:
    assert approve({"title-en": f"City Office counts {'visitors' * 500}"}).code == 0
    assert all(len(path) < 200 for path in committed(hub))


@pytest.mark.parametrize("event", ["approved", "another label", "by triage"])
def test_the_workflow_runs_for_a_maintainers_label(tmp_path: Path, event: str) -> None:
    sha = repository(tmp_path)
    payload = approval(body({**ANSWERS, "remark": "$(touch x)\n::add-mask::record"}))
    answers = dict(REPOSITORY)
    if event == "another label":
        payload["label"] = {"name": "proposal"}
    if event == "by triage":
        answers[next(iter(ALLOWED))] = {"permission": "read"}
    run = run_workflow(tmp_path, "intake", "issues", payload, answers=answers)
    made = [call for call in run.calls if call.asked.endswith("/git/commits")]
    assert not re.search("touch x|::add-mask", run.log)
    assert run.jobs == {
        "record": {"approved": "success", "another label": "skipped", "by triage": "failure"}[event],
        "labels": "skipped",
    }
    assert [call.fields["parents"] for call in made] == ([[sha]] if event == "approved" else [])
    assert len(run.calls) == {"approved": 8, "another label": 0, "by triage": 1}[event]


def test_the_workflow_makes_the_labels_when_it_is_asked_to(tmp_path: Path) -> None:
    repository(tmp_path)
    labels = [{"name": "Bug"}, *({"name": f"of its own {number}"} for number in range(99))]
    answers = {
        "GET repos/desk/archive/labels?per_page=100&page=1": labels,
        "GET repos/desk/archive/labels?per_page=100&page=2": [{"name": "proposal"}],
        "POST repos/desk/archive/labels": {},
    }
    payload = {"repository": {"full_name": "desk/archive", "name": "archive"}}
    run = run_workflow(tmp_path, "intake", "workflow_dispatch", payload, answers=answers)
    assert run.jobs == {"record": "skipped", "labels": "success"}
    made = [call.fields for call in run.calls if call.asked.startswith("POST")]
    assert [fields["name"] for fields in made] == ["approved", "correction"]
    assert all(len(str(fields["description"])) <= 100 for fields in made)
