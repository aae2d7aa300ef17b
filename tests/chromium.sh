#!/bin/sh
# Make sure that Playwright runs and finds a Chromium: the system's, or one of its own.
# Usage: tests/chromium.sh PYTHON (one that has Playwright)
set -eu
python=$1

own='import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p: sys.exit(not pathlib.Path(p.chromium.executable_path).exists())'

browser() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  "$python" -c "$own" >/dev/null 2>&1
}

ready() { "$python" -m playwright --version >/dev/null 2>&1 && browser; }

# Root, or someone who may become root without being asked, can have Debian's packages.
root() {
  if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

debian() {
  command -v apt-get >/dev/null 2>&1 && root true 2>/dev/null || return 1
  root apt-get -qq update || true
  root apt-get -qq -y --no-install-recommends install chromium libatomic1 # Playwright's driver needs libatomic
}

if ready; then exit 0; fi
echo 'Installing Chromium for the browser tests · 브라우저 시험에 쓸 Chromium 설치 중'
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if debian </dev/null >"$log" 2>&1 && ready; then exit 0; fi
if "$python" -m playwright install chromium </dev/null >>"$log" 2>&1 && ready; then exit 0; fi

tail -n 20 "$log" >&2
cat >&2 <<'END'
The browser tests need Chromium or Google Chrome, and none could be installed. Install one and run the command again.
브라우저 시험에는 Chromium이나 Google Chrome이 필요하지만 설치하지 못했습니다. 설치한 뒤 다시 실행하십시오.
END
exit 1
