"""In place of `gh`: answer from the table of a test, and note what was asked."""

import fnmatch
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.github.calls import Call

place, words = Path(sys.argv[1]), tuple(sys.argv[2:])
call = Call(words, sys.stdin.read() if words[-2:] == ("--input", "-") else "")
with (place / "calls").open("a", encoding="utf-8") as calls:
    print(json.dumps({"words": call.words, "input": call.input}), file=calls)

answers = json.loads((place / "answers.json").read_text("utf-8"))
pattern = next((each for each in answers if each == call.asked or fnmatch.fnmatchcase(call.asked, each)), None)
if pattern is None:
    sys.exit(f"gh: Not Found (HTTP 404): {call.asked}")
sys.stdout.write(f"{json.dumps(answers[pattern])}\n")
