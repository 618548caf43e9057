#!/usr/bin/env bash
# Times graphql-codegen's whole process (types only) on a workload: codegen.sh WORKLOAD-FOLDER [RUNS].
# Needs node, npm and its registry; installs into a temporary folder.
set -euo pipefail
workload=$(cd "$1" && pwd)
runs=${2:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit graphql@16 @graphql-codegen/cli@7.4.3 @graphql-codegen/typescript @graphql-codegen/typescript-operations > npm.log 2>&1 || { cat npm.log >&2; exit 1; }
cp "$workload/schema.graphql" . && cp -r "$workload/operations" .
cat > codegen.json << 'JSON'
{ "schema": "schema.graphql", "documents": "operations/*.graphql", "generates": { "out.ts": { "plugins": ["typescript", "typescript-operations"] } } }
JSON

TIMEFORMAT='%R %U %S'
for _ in $(seq "$runs"); do
  { time node_modules/.bin/graphql-codegen --config codegen.json > run.log 2>&1 || { cat run.log >&2; exit 1; }; } 2> time.log
  echo "$(awk 'END { printf "%.0f ms, %.0f ms of processor", $1 * 1000, ($2 + $3) * 1000 }' time.log)"
done
