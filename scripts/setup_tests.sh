#!/bin/sh
# Tests look at the site in a real browser and run the workflows' steps: Debian's packages of what these need, installed
# once and only as far as they are not there.
set -eu
missing=""
for tool in chromium jq openssl; do
  if ! command -v "$tool" >/dev/null 2>&1; then missing="$missing $tool"; fi
done
if [ -z "$missing" ]; then
  exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "A las pruebas les falta:$missing. Instálelo y repita." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # one word a package
apt-get install -y -qq --no-install-recommends $missing >/dev/null
