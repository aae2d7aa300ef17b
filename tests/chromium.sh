#!/bin/sh
# Make sure that Playwright runs and finds a Chromium: the system's, or one of its own; and that it can write Korean.
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
  root apt-get -qq -y --no-install-recommends install "$@"
}

give_browser() {
  debian chromium libatomic1 && ready && return # Playwright's driver needs libatomic
  "$python" -m playwright install chromium && ready
}

# Where there is neither fontconfig nor apt-get, as on macOS, the system has brought a font.
writes_korean() {
  if command -v fc-list >/dev/null 2>&1; then [ "$(fc-list :lang=ko)" ]
  else ! command -v apt-get >/dev/null 2>&1; fi
}

# Nanum has every syllable in 10 MB to download; fonts-noto-cjk takes 57, most of them for Chinese and Japanese.
give_korean() { debian fontconfig fonts-nanum && writes_korean; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! ready; then
  echo 'Installing Chromium for the browser tests · 브라우저 시험에 쓸 Chromium 설치 중'
  if ! give_browser </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    cat >&2 <<'END'
The browser tests need Chromium or Google Chrome, and none could be installed. Install one and run the command again.
브라우저 시험에는 Chromium이나 Google Chrome이 필요하지만 설치하지 못했습니다. 설치한 뒤 다시 실행하십시오.
END
    exit 1
  fi
fi

if ! writes_korean; then
  echo 'Installing a Korean font for the browser tests · 브라우저 시험에 쓸 한글 글꼴 설치 중'
  if ! give_korean </dev/null >"$log" 2>&1; then
    cat >&2 <<'END'
No Korean font could be installed. The tests do without, but browsers draw Korean letters as boxes.
한글 글꼴을 설치하지 못했습니다. 시험은 그대로 진행하지만 브라우저에서 한글이 네모로 보입니다.
END
  fi
fi
