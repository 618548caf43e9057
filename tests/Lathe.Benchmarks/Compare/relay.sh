#!/usr/bin/env bash
# Times relay-compiler's whole process, from no artifacts, on a workload rewritten to its rules: relay.sh WORKLOAD-FOLDER [RUNS].
# Needs node, npm and its registry; installs into a temporary folder. The native program is run itself, without node before it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
workload=$(cd "$1" && pwd)
runs=${2:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit graphql@16 relay-compiler@21.0.1 > npm.log 2>&1 || { cat npm.log >&2; exit 1; }
relay=$(node -p 'require("relay-compiler")')
cp "$here/relay-sources.mjs" . && node relay-sources.mjs "$workload" .
# The flag takes off a rule of style that is newer than the workloads.
cat > relay.config.json << 'JSON'
{ "src": "src", "schema": "schema.graphql", "language": "typescript", "artifactDirectory": "out",
  "featureFlags": { "enforce_fragment_alias_where_ambiguous": { "kind": "disabled" } } }
JSON

TIMEFORMAT='%R %U %S'
for _ in $(seq "$runs"); do
  rm -rf out && mkdir out
  { time "$relay" relay.config.json > run.log 2>&1 || { cat run.log >&2; exit 1; }; } 2> time.log
  echo "$(awk 'END { printf "%.0f ms, %.0f ms of processor", $1 * 1000, ($2 + $3) * 1000 }' time.log), $(ls out | wc -l) files"
done
