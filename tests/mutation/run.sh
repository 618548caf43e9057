#!/usr/bin/env bash
# Mutation tests of one part: changes its code in many small ways, one at a time, and counts the changes that some test notices.
# Takes minutes to hours, so nothing runs it but people. docs/mutation.md has the scores and says how to read a report.
#
#   tests/mutation/run.sh authentication|json|validation|changes [FILES]
#
# FILES is a pattern below the part's folder, such as '*Provided*.cs'. THREADS is how many mutants are tested at once, 2 unless set.
set -euo pipefail
cd "$(dirname "$0")"

case ${1:-} in
  authentication) project=Lathe folder=Authentication ;;
  json) project=Lathe folder=Json ;;
  validation) project=Lathe.Language folder=Validation ;;
  changes) project=Lathe.Language folder=Changes ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

# MSBuild reads MutationPart: each part is run by its own tests.
export MutationPart=$1 RunAnalyzers=false DOTNET_TieredPGO=0 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tests of random text run once for each mutant.
export LATHE_FEWER_ROUNDS=1000
report=$PWD/../../artifacts/mutation/$1

dotnet tool restore
cd "$project"
dotnet build -c Debug -p:Platform=AnyCPU -v q
dotnet stryker --test-runner mtp --project "$project.csproj" --mutate "$folder/${2:-**/*.cs}" --target-framework net10.0 \
  --configuration Debug --concurrency "${THREADS:-2}" --skip-version-check --reporter Json --reporter Html --reporter ClearText --output "$report"
