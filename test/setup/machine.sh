#!/usr/bin/env bash
# What the tests need beside Node: a browser, and a font that draws Chinese. Installed from Debian's packages where they are missing.
set -euo pipefail
need=()
[ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || need+=(chromium-headless-shell)
fc-list :lang=zh 2>/dev/null | grep -q . || need+=(fonts-noto-cjk fontconfig)
[ ${#need[@]} -eq 0 ] && exit 0
command -v apt-get >/dev/null || { echo "Please install: ${need[*]}" >&2; exit 1; }
sudo=""; [ "$(id -u)" -eq 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
install() { $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
install "${need[@]}" || install "${need[@]/chromium-headless-shell/chromium}"
