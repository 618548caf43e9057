#!/usr/bin/env bash
# Random documents, schemas and diffs against the reference implementation. Usage: fuzz.sh [DOCUMENTS SCHEMAS DIFFS [SEED]]
# A fifth as many documents are made with fragment arguments.
# Needs node, npm and the reference data of CONTRIBUTING.md, whose generator it runs; without them it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/../.."
documents="${1:-1000}" schemas="${2:-300}" diffs="${3:-150}" seed="${4:-1}"
shared="${LATHE_SHARED:-../shared}/conformance"
command -v node >/dev/null && command -v npm >/dev/null || { echo "skipped: node and npm are not here"; exit 0; }
[ -f "$shared/fuzz17.mjs" ] || { echo "skipped: the reference data is not here"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp tests/fuzz/package.json tests/fuzz/package-lock.json "$shared/fuzz17.mjs" tests/fuzz/sent.mjs "$folder"
(cd "$folder" && npm ci --silent --no-audit --no-fund)
make() { nice node "$folder/fuzz17.mjs" --seed "$seed" "$@" 2>/dev/null; }
make --kind query --schema "$shared/zoo17.graphql" --schema-out "$folder/schema.graphql" --count "$documents" > "$folder/query.jsonl"
make --kind query --schema "$shared/zoo17.graphql" --fragment-arguments --count "$((documents / 5))" > "$folder/arguments.jsonl"
make --kind schema --count "$schemas" > "$folder/schema.jsonl"
make --kind diff --count "$diffs" > "$folder/diff.jsonl"
LATHE_FUZZ="$folder" nice dotnet run --project tests/Lathe.Language.Tests -v q -- -class "*FuzzTests" -showLiveOutput
nice node "$folder/sent.mjs" "$folder/schema.graphql" "$folder/sent.jsonl"
