#!/bin/sh
# Tests look at the site in a real browser: Debian's Chromium, installed once and only if none is there.
set -eu
if command -v chromium >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "Las pruebas del sitio necesitan el navegador «chromium»: instálelo y repita." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium >/dev/null
