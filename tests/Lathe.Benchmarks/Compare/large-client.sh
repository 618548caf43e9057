#!/usr/bin/env bash
# What a build costs after an edit of C# that is not the client's: large-client.sh WORKLOAD-FOLDER
# The client in the application's project, and in a project of its own. Printed is processor time (user and system) of one build each,
# without build servers, after the application's file was edited; and of the second after an edit of an operation. A build runs in one
# process: the time of others would not be counted.
#   ROUNDS   builds of each, 3 by default; the median counts
set -euo pipefail
repository=$(cd "$(dirname "$0")/../../.." && pwd)
. "$repository/tests/Lathe.Benchmarks/Compare/medians"
workload=$(cd "${1:?Name a folder with schema.graphql and operations/.}" && pwd)
rounds=${ROUNDS:-3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

# project FOLDER ITEMS
project() {
  mkdir -p "$folder/$1"
  cat > "$folder/$1/$(basename "$1").csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><RootNamespace>Measured</RootNamespace>
    <UseSharedCompilation>false</UseSharedCompilation><NoWarn>\$(NoWarn);NU1603</NoWarn>
  </PropertyGroup>
  <Import Project="$repository/src/Lathe/build/Lathe.props" />
  <ItemGroup>$2</ItemGroup>
  <Import Project="$repository/src/Lathe/build/Lathe.targets" />
</Project>
XML
  echo "public static class App { public const int Edit = 0; }" > "$folder/$1/App.cs"
}

echo '<Project />' | tee "$folder/Directory.Build.props" "$folder/Directory.Build.targets" > "$folder/Directory.Packages.props"
lathe="<ProjectReference Include=\"$repository/src/Lathe/Lathe.csproj\" />
  <ProjectReference Include=\"$repository/src/Lathe.Generator/Lathe.Generator.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />"
cp -r "$workload" "$folder/graphql"
documents="<GraphQL Include=\"$folder/graphql/schema.graphql;$folder/graphql/operations/**/*.graphql\" />"
project one "$lathe $documents"
project two/Client "$lathe $documents"
project two/App "<ProjectReference Include=\"../Client/Client.csproj\" />"

TIMEFORMAT='%U %S'
build() { { time dotnet build "$folder/$1" -c Release -v q --nologo -m:1 -nodeReuse:false -p:RunAnalyzers=false > "$folder/log" 2>&1 || { tail -n 20 "$folder/log" >&2; exit 1; }; } 2>&1 | tail -n 1 | awk '{ print $1 + $2 }'; }
build one > /dev/null && build two/App > /dev/null

for round in $(seq "$rounds"); do
  for app in one two/App; do
    echo "public static class App { public const int Edit = $round; }" > "$folder/$app/App.cs"
    build "$app" >> "$folder/$(dirname "$app/x" | tr / -).times"
  done
  printf '# %s\n' "$round" >> "$(find "$folder/graphql/operations" -name '*.graphql' | sort | head -n 1)"
  build two/App >> "$folder/operation.times"
  build one > /dev/null
done
echo "one project, C# edited: $(median < "$folder/one.times") s"
echo "client apart, C# edited: $(median < "$folder/two-App.times") s"
echo "client apart, operation edited: $(median < "$folder/operation.times") s"
