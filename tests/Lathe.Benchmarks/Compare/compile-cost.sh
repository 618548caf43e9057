#!/usr/bin/env bash
# What the compiler pays for generated code, for two commits: compile-cost.sh WORKLOAD-FOLDER...
# Each commit's generator emits the workload's client; csc compiles the emitted files alone, the two in turn. Printed are medians of
# processor time (user and system), bytes of C# and of the assembly, and the ratio of the second commit to the first.
#   BASE   the first commit, 814cf76 by default
#   HEAD   the second commit; by default the working tree as it is
#   RESULTS  what the results of the second commit are: "class", or records where it is not set
#   RUNS   compilations of each, 3 by default
#   KEEP   a folder that keeps what was emitted: a commit's code is not emitted twice
set -euo pipefail
repository=$(cd "$(dirname "$0")/../../.." && pwd)
. "$repository/tests/Lathe.Benchmarks/Compare/medians"
base=${BASE:-814cf76}
head=${HEAD:-}
runs=${RUNS:-3}
[ $# -gt 0 ] || { echo "Name at least one folder with schema.graphql and operations/." >&2; exit 2; }
folder=${KEEP:-$(mktemp -d)}
mkdir -p "$folder"
finish() { for tree in "$folder"/tree-*; do [ ! -d "$tree" ] || git -C "$repository" worktree remove --force "$tree"; done; [ -n "${KEEP:-}" ] || rm -rf "$folder"; }
trap finish EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
csc=$(find "$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk/$(dotnet --version)" -name csc.dll | head -n 1)

# emit NAME SOURCE-TREE WORKLOAD: files into NAME/WORKLOAD/code, and what csc is given into NAME/WORKLOAD/references.rsp
emit() {
  local project=$folder/$1/$(basename "$3")
  rm -rf "$project" && mkdir -p "$project"
  local results=record
  [ "$1" = base ] || results=${RESULTS:-record}
  cp -r "$3/schema.graphql" "$3/operations" "$project"
  [ "$results" = record ] || cat > "$project/.graphqlrc.json" << JSON
{
  "schema": "schema.graphql",
  "documents": "operations/**/*.graphql",
  "extensions": { "lathe": { "client": "SchemaClient", "resultTypes": "$results" } }
}
JSON
  cat > "$project/Client.csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework><LangVersion>latest</LangVersion><Nullable>enable</Nullable><RootNamespace>Measured</RootNamespace>
    <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>code</CompilerGeneratedFilesOutputPath>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally><UseSharedCompilation>false</UseSharedCompilation><EnableConfiguredGraphQLItems>false</EnableConfiguredGraphQLItems><NoWarn>\$(NoWarn);NU1603</NoWarn>
  </PropertyGroup>
  <Import Project="$2/src/Lathe/build/Lathe.props" />
  <ItemGroup>
    <ProjectReference Include="$2/src/Lathe/Lathe.csproj" />
    <ProjectReference Include="$2/src/Lathe.Generator/Lathe.Generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
  </ItemGroup>
  <Import Project="$2/src/Lathe/build/Lathe.targets" />
  <Target Name="ListReferences" AfterTargets="CoreCompile">
    <Copy SourceFiles="@(ReferencePathWithRefAssemblies)" DestinationFolder="references" />
    <WriteLinesToFile File="references.rsp" Lines="@(ReferencePathWithRefAssemblies->'-r:references/%(Filename)%(Extension)')" Overwrite="true" />
  </Target>
</Project>
XML
  echo '<Project />' | tee "$project/Directory.Build.props" "$project/Directory.Build.targets" > "$project/Directory.Packages.props"
  dotnet build "$project" -c Release -v q --nologo -nodeReuse:false -p:RunAnalyzers=false > "$project/log" 2>&1 || { tail -n 20 "$project/log" >&2; exit 1; }
  touch "$project/done"
}

# A tree of the commit, or the repository itself where none is named.
tree() {
  [ -n "$1" ] || { echo "$repository"; return; }
  [ -d "$folder/tree-$1" ] || git -C "$repository" worktree add --quiet --detach "$folder/tree-$1" "$1" >&2
  echo "$folder/tree-$1"
}

# compile NAME WORKLOAD: processor time in seconds
compile() {
  local project=$folder/$1/$2
  TIMEFORMAT='%U %S'
  { time (cd "$project" && dotnet exec "$csc" -nologo -noconfig -target:library -optimize+ -deterministic -nullable:enable -langversion:latest \
      -nowarn:1701,1702 @references.rsp -out:client.dll -recurse:'code/*.cs' > csc.log 2>&1 || { head csc.log >&2; exit 1; }); } 2>&1 | tail -n 1 | awk '{ print $1 + $2 }'
}

heading "$base" "${head:-tree}"
for workload in "$@"; do
  workload=$(cd "$workload" && pwd)
  name=$(basename "$workload")
  for side in "base $base" "head $head"; do
    read -r key commit <<< "$side"
    [ "$key" = base ] && [ -f "$folder/base/$name/done" ] || emit "$key" "$(tree "$commit")" "$workload"
  done

  rm -f "$folder"/*.times
  for _ in $(seq "$runs"); do
    for key in base head; do compile "$key" "$name" >> "$folder/$key.times"; done
  done
  bytes() { find "$folder/$1/$name/code" -name '*.cs' -print0 | xargs -0 cat | wc -c; }
  row "$name, csc s" "$(median < "$folder/base.times")" "$(median < "$folder/head.times")"
  row "$name, C# bytes" "$(bytes base)" "$(bytes head)"
  row "$name, IL bytes" "$(stat -c %s "$folder/base/$name/client.dll")" "$(stat -c %s "$folder/head/$name/client.dll")"
done
