#!/usr/bin/env bash
# The first call of a fresh process, and the size of a native program, with two commits: first-call.sh
# Both build one program, tests/Lathe.Aot as the first commit has it, so that only the generated code and the run time differ. The programs run
# in turn. Printed are medians of what the program says of its first answer, just-in-time compiled and native, and the size of the native file.
#   BASE   the first commit, 814cf76 by default
#   HEAD   the second commit, HEAD by default
#   RUNS   runs of each program, 15 by default
set -euo pipefail
repository=$(cd "$(dirname "$0")/../../.." && pwd)
. "$repository/tests/Lathe.Benchmarks/Compare/medians"
base=${BASE:-814cf76}
head=${HEAD:-HEAD}
runs=${RUNS:-15}
folder=$(mktemp -d)
trap 'for tree in "$folder"/*/tree; do git -C "$repository" worktree remove --force "$tree"; done; rm -rf "$folder"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

# program KEY COMMIT: the first commit's program with the second's sources, into KEY/jit and KEY/out
program() {
  local work=$folder/$1
  local tree=$work/tree
  mkdir -p "$work"
  git -C "$repository" worktree add --quiet --detach "$tree" "$2" >&2
  rm -r "$tree/tests/Lathe.Aot" "$tree/schema"
  git -C "$tree" checkout --quiet "$base" -- tests/Lathe.Aot schema
  dotnet build "$tree/tests/Lathe.Aot" -c Release -v q --nologo -nodeReuse:false -p:RunAnalyzers=false > "$work/log" 2>&1 \
    || { tail -n 20 "$work/log" >&2; exit 1; }
  mv "$tree/tests/Lathe.Aot/bin/Release/net10.0" "$work/jit"
  (. "$repository/.ci/native" && publish_native "$tree/tests/Lathe.Aot" -p:RunAnalyzers=false >&2)
}

milliseconds() { "$folder/$1/$2/Lathe.Aot" | sed -n 's/^first answer \([0-9]*\) ms.*/\1/p'; }

program base "$base"
program head "$head"
kinds=jit
# Without a linker there is no native program.
[ ! -f "$folder/head/out/Lathe.Aot" ] || kinds="jit out"
for _ in $(seq "$runs"); do
  for kind in $kinds; do
    for key in base head; do milliseconds "$key" "$kind" >> "$folder/$key.$kind"; done
  done
done

heading "$base" "$head"
row "just in time, ms" "$(median < "$folder/base.jit")" "$(median < "$folder/head.jit")"
if [ "$kinds" != jit ]; then
  row "native, ms" "$(median < "$folder/base.out")" "$(median < "$folder/head.out")"
  row "native, bytes" "$(stat -c %s "$folder/base/out/Lathe.Aot")" "$(stat -c %s "$folder/head/out/Lathe.Aot")"
fi
