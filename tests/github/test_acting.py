"""Workflows can be run here: the jobs of one with their results, what is kept, said and asked."""

from pathlib import Path

from tests.github.acting import run_workflow
from tests.records import write
from tests.repository import commit, git

WORKFLOW = """\
on: [issues]
jobs:
  asks:
    runs-on: ubuntu-24.04
    outputs:
      kind: ${{ steps.kind.outputs.kind }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - id: kind
        run: |
          echo kind=known >> "$GITHUB_OUTPUT"; echo 'a line' >> "$GITHUB_STEP_SUMMARY"
          echo "::warning file=a.yml,line=2::one%0Atwo"
          gh api --method GET repos/desk/archive/issues/7 > answer.json
          gh api --method PATCH repos/desk/archive/issues/7 --input - < answer.json
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with: {name: answer, path: answer.json}
      - run: gh api repos/desk/archive/unknown
  unknown:
    needs: asks
    if: needs.asks.outputs.kind != 'known'
    runs-on: ubuntu-24.04
    steps: [run: exit 1]
  last:
    needs: [asks, unknown]
    if: ${{ !cancelled() }}
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with: {name: answer}
      - run: cat answer.json; echo "${{ github.event.issue.title }}" "$OF_TEST"; exit 0
"""


def test_a_run_tells_what_its_jobs_did(tmp_path: Path) -> None:
    archive = write(tmp_path, {".github/workflows/small.yml": WORKFLOW})
    commit(archive)
    run = run_workflow(
        archive,
        "small",
        "issues",
        {"issue": {"number": 7, "title": "A title"}},
        env={"OF_TEST": "given"},
        answers={"GET repos/desk/*/issues/7": {"number": 7}, "PATCH *": None},
    )
    assert run.exit_code == 1
    assert run.jobs == {"asks": "failure", "unknown": "skipped", "last": "success"}
    assert run.summary == "a line\n"
    assert [(each.level, each.at, each.text) for each in run.annotations] == [
        ("warning", {"file": "a.yml", "line": "2"}, "one\ntwo")
    ]
    assert [call.asked for call in run.calls] == [
        "GET repos/desk/archive/issues/7",
        "PATCH repos/desk/archive/issues/7",
        "GET repos/desk/archive/unknown",
    ]
    assert run.calls[1].fields == {"number": 7}
    assert run.artifacts == {"answer": {"answer.json": b'{"number": 7}\n'}}
    assert '{"number": 7}\nA title given\n' in run.log
    assert git(archive, "status", "--porcelain", "--ignored") == ""
