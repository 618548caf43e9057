#!/usr/bin/env bash
# Times "lathe schema diff", with operations looked up, beside "graphql-inspector diff", which looks none up:
#   schema-diff.sh OLD NEW OPERATIONS-FOLDER [RUNS]
# Runs take turns; printed are medians of processor time (user and system) and of wall-clock time, in seconds.
# Needs the .NET SDK, node, npm and its registry; installs into a temporary folder. graphql-inspector wants a schema without faults.
set -euo pipefail
old=$(realpath "$1") new=$(realpath "$2") operations=$(realpath "$3")
runs=${4:-11}
inspector_version=7.0.0 graphql_version=16.15.0
root=$(cd "$(dirname "$0")/../../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet publish "$root/src/Lathe.Tool" -c Release -o "$folder/lathe" --nologo -v quiet
cd "$folder"
npm install --silent --no-fund --no-audit "@graphql-inspector/cli@$inspector_version" "graphql@$graphql_version" > npm.log 2>&1 || { cat npm.log >&2; exit 1; }

lathe() { dotnet lathe/Lathe.Tool.dll schema diff "$old" "$new" --documents "$operations" --format json; }
inspector() { node node_modules/.bin/graphql-inspector diff "$old" "$new"; }

measure() {
  local TIMEFORMAT='%U %S %R' status=0
  { time "$1" > "$1.out" 2> "$1.err"; } 2>> "$1.times" || status=$?
  # 1 is "it breaks you"; a run without a verdict is no comparison.
  [ "$status" -le 1 ] && grep -q -E '"summary"|[Dd]etected' "$1.out" || { cat "$1.out" "$1.err" >&2; exit 1; }
}

for _ in $(seq "$runs"); do
  measure lathe
  measure inspector
done

median() { sort -n | awk '{ value[NR] = $1 } END { printf "%.2f", value[int((NR + 1) / 2)] }'; }
echo "graphql-inspector $inspector_version on graphql $graphql_version, node $(node --version); .NET $(dotnet --version); $runs runs each"
for name in lathe inspector; do
  echo "$name: $(awk '{ print $1 + $2 }' "$name.times" | median) s processor, $(awk '{ print $3 }' "$name.times" | median) s wall clock"
done
