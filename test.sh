#!/usr/bin/env bash
# Runs every suite: engines, web on SQLite and on PostgreSQL, and the browser. Installs what is missing (Chromium, fonts, PostgreSQL) where
# Debian's package manager is at hand. Ends with one line: N passed, N failed. A missing database or browser fails; nothing is skipped.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
logs=$(mktemp -d)
passed=0 failed=0 broken=()

say() { printf '\n== %s\n' "$*"; }

find_first() { for name in "$@"; do command -v "$name" 2>/dev/null && return; done; ls "$@" 2>/dev/null | head -n 1; }

install_missing() {
  local want=()
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v microsoft-edge >/dev/null || want+=(chromium)
  fc-list :lang=zh 2>/dev/null | grep -q . || want+=(fonts-noto-cjk fontconfig)
  [ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || command -v initdb >/dev/null || want+=(postgresql)
  command -v node >/dev/null || want+=(nodejs npm)
  { /usr/bin/python3 -c 'import aiosmtpd' || python3 -c 'import aiosmtpd'; } 2>/dev/null || want+=(python3-aiosmtpd)
  [ ${#want[@]} -eq 0 ] && return
  say "Installing ${want[*]}"
  local sudo=''; [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${want[@]}" >"$logs/apt" 2>&1 || tail -n 5 "$logs/apt"
}

start_postgres() {
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || bin=$(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null)
  [ -x "$bin/initdb" ] || return 1
  pg=$(mktemp -d) port=$((20000 + RANDOM % 20000)) as=()
  if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || useradd --system --home-dir "$pg" postgres
    chown postgres "$pg"; as=(runuser -u postgres --)
  fi
  (cd "$pg" && "${as[@]}" "$bin/initdb" -D "$pg/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$pg.log" 2>&1 \
    && "${as[@]}" "$bin/pg_ctl" -D "$pg/data" -w -l "$pg/server.log" -o "-p $port -c listen_addresses=127.0.0.1 -k $pg -c fsync=off -c full_page_writes=off -c max_connections=300" start >>"$pg.log" 2>&1) || { cat "$pg.log"; return 1; }
  export GONGKAI_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
  stop_postgres() { (cd "$pg" && "${as[@]}" "$bin/pg_ctl" -D "$pg/data" -m immediate stop >/dev/null 2>&1); rm -rf "$pg" "$pg.log"; }
}
stop_postgres() { :; }
trap 'stop_postgres; rm -rf "$logs"' EXIT

# A suite that does not say how many tests it ran, or ran none, has not run.
suite() {
  local name=$1 project=$2; shift 2
  say "$name"
  timeout 1500 dotnet test --project "$project" -c Release --no-build "$@" >"$logs/out" 2>&1
  local code=$? ok bad
  ok=$(sed -nE 's/^ *succeeded: ([0-9]+).*/\1/p' "$logs/out" | tail -n 1)
  bad=$(sed -nE 's/^ *failed: ([0-9]+).*/\1/p' "$logs/out" | tail -n 1)
  if [ -z "$ok" ] || [ $((ok + ${bad:-0})) -eq 0 ]; then broken+=("$name"); grep -vE '^(info|warn):' "$logs/out" | tail -n 60; return; fi
  passed=$((passed + ok)); failed=$((failed + bad))
  if [ "$bad" -gt 0 ]; then grep -vE '^(info|warn):|^      ' "$logs/out" | tail -n 150; elif [ $code -ne 0 ]; then broken+=("$name"); tail -n 40 "$logs/out"; fi
  echo "$name: $ok passed, $bad failed"
}

step() { say "$1"; shift; "$@" >"$logs/step" 2>&1 || { broken+=("$*"); tail -n 60 "$logs/step"; return 1; }; }

install_missing
command -v dotnet >/dev/null || { echo "The .NET SDK is missing; see global.json for the version."; exit 2; }
step "Restore" dotnet restore --locked-mode Gongkai.slnx && step "Build" dotnet build Gongkai.slnx -c Release --no-restore -warnaserror && {
  # Style and analyzers have spoken in the build, as errors; what is left is how the text is laid out.
  step "Format" dotnet format whitespace Gongkai.slnx --verify-no-changes --no-restore --exclude src/Gongkai.Web/Platform/Storage/Migrations
  step "Tools" dotnet tool restore
  for db in Sqlite Postgres; do
    step "Migrations match the model ($db)" dotnet ef migrations has-pending-model-changes --no-build --configuration Release --project src/Gongkai.Web --context "${db}GongkaiDb"
  done
  suite "Engines" tests/Gongkai.Engines.Tests
  suite "Web on SQLite" tests/Gongkai.Web.Tests
  suite "Browser" tests/Gongkai.Browser.Tests
  if start_postgres; then suite "Web on PostgreSQL" tests/Gongkai.Web.Tests; else broken+=("PostgreSQL could not be started"); fi
}

for what in "${broken[@]:-}"; do [ -n "$what" ] && { echo "Could not run: $what"; failed=$((failed + 1)); }; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
