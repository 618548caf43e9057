#!/usr/bin/env bash
# Makes every figure of docs/performance/build.md again: all.sh [WORKLOADS-FOLDER], ../shared/workloads beside the checkout by default.
# What needs npm is left out, and says so, where there is none.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../../.." && pwd)
workloads=$(cd "${1:-$repository/../shared/workloads}" && pwd)
LATHE_SHARED=$(dirname "$workloads")
export LATHE_SHARED

echo "## Machine"
grep -m 1 'model name' /proc/cpuinfo | cut -d : -f 2-
echo "$(nproc) cores, load $(cut -d ' ' -f 1-3 /proc/loadavg), SDK $(dotnet --version), commit $(git -C "$repository" rev-parse --short HEAD)"

echo "## The generator"
dotnet build -c Release "$repository/tests/Lathe.Benchmarks" -v q --nologo -clp:ErrorsOnly
"$repository/tests/Lathe.Benchmarks/bin/Release/net10.0/Lathe.Benchmarks" build

for tool in codegen relay; do
  for workload in github linear; do
    echo "## $tool, $workload"
    if command -v npm > /dev/null; then "$here/$tool.sh" "$workloads/$workload"; else echo "left out: there is no npm"; fi
  done
done

echo "## Cold builds of the sample"
"$here/cold-build.sh"
