#!/usr/bin/env bash
# What the generator adds to a cold build of the console sample: cold-build.sh [RUNS], 9 by default.
# Two copies of it use the packed package: in one the generator works, in the other it is absent and its code is checked in. They are
# built in turn, from nothing, without build servers; each line is wall-clock and processor time, then come the medians and the least.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../../.." && pwd)
runs=${1:-9}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
version=0.1.0-cold.$(date +%s)
# Packages that the machine has serve; those made here go with the folder.
export NUGET_FALLBACK_PACKAGES=${NUGET_PACKAGES:-$HOME/.nuget/packages} NUGET_PACKAGES=$folder/packages
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off
quiet=(-v q --nologo -p:UseSharedCompilation=false -nodeReuse:false)

NUGET_PACKAGES=$NUGET_FALLBACK_PACKAGES dotnet pack "$repository/src/Lathe" -c Release -o "$folder/feed" -p:PackageVersion="$version" "${quiet[@]}"
NUGET_PACKAGES=$NUGET_FALLBACK_PACKAGES dotnet build "$repository/samples/MachineMetrics.Server" -c Release -o "$folder/server" "${quiet[@]}"
versions=$(sed -n 's/.*PackageVersion Include="\(Microsoft.Extensions.Hosting\|Spectre.Console\)" Version="\([^"]*\)".*/<PackageReference Include="\1" Version="\2" \/>/p' "$repository/Directory.Packages.props")
echo '<configuration><packageSources><add key="lathe" value="feed" /></packageSources></configuration>' > "$folder/nuget.config"
cp -r "$repository/schema" "$folder"

# project NAME PACKAGE-ATTRIBUTES ITEMS
project() {
  mkdir -p "$folder/samples"
  cp -r "$repository/samples/MachineMetrics.Console" "$folder/samples/$1"
  rm -rf "$folder/samples/$1/bin" "$folder/samples/$1/obj" "$folder/samples/$1/MachineMetrics.Console.csproj" "$folder/samples/$1/Sources/NoStandIn.cs"
  cat > "$folder/samples/$1/$1.csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><RootNamespace>ShopFloor</RootNamespace><AssemblyName>MachineMetrics.Console</AssemblyName>
    <Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><LangVersion>latest</LangVersion><NoWarn>NU1603</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    $versions
    <PackageReference Include="Lathe" Version="$version" $2 />
    <Reference Include="$folder/server/MachineMetrics.Server.dll" />
    $3
  </ItemGroup>
</Project>
XML
  dotnet restore "$folder/samples/$1" -v q
}

build() { dotnet build "$folder/samples/$1" --no-restore --no-incremental "${quiet[@]}" "${@:2}" > "$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }; }

project Generated "" '<GraphQL Include="../../schema/machinemetrics.graphql" />'
build Generated -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath="$folder/code"
project CheckedIn 'ExcludeAssets="analyzers;build;buildTransitive"' ''
mkdir "$folder/samples/CheckedIn/Code"
cp "$folder"/code/Lathe.Generator/*/*.cs "$folder/samples/CheckedIn/Code"
build CheckedIn

TIMEFORMAT='%R %U %S'
for _ in $(seq "$runs"); do
  for name in Generated CheckedIn; do
    { time build "$name"; } 2>&1 | tail -n 1 | awk -v name="$name" '{ printf "%s %.2f s, %.2f s of processor\n", name, $1, $2 + $3 }' | tee -a "$folder/times"
  done
done

for name in Generated CheckedIn; do
  for column in 2 4; do
    grep "^$name " "$folder/times" | cut -d ' ' -f "$column" | sort -n | awk -v name="$name" -v column="$column" '
      { all[NR] = $1 } END { printf "%s, %s: median %.2f s, least %.2f s\n", name, column == 2 ? "wall clock" : "processor", all[int((NR + 1) / 2)], all[1] }'
  done
done
