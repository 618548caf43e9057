using System.IO.Compression;
using System.Xml.Linq;

namespace Lathe.Package.Tests;

/// <summary>What the packages ask of their users: little, and the lowest version that works.</summary>
public sealed class DependencyTests(PackageFixture package)
{
    [Fact]
    public void TheRunTimeAsksForTheFloorOfEachFramework() => Assert.Equal(
        [
            "net10.0 Microsoft.Extensions.Http 10.0.0", "net10.0 System.Threading.RateLimiting 10.0.0", "net10.0 ZstdSharp.Port 0.8.8",
            "net8.0 Microsoft.Extensions.Http 8.0.0", "net8.0 System.Threading.RateLimiting 8.0.0", "net8.0 ZstdSharp.Port 0.8.8",
        ],
        DependenciesOf("Lathe"));

    // Both use the run time's internals.
    [Fact]
    public void PackagesBesideTheRunTimeAskForItsVeryVersion()
    {
        Assert.Equal(
            [
                $"net10.0 Lathe [{package.Version}]", "net10.0 Microsoft.Extensions.Http.Resilience 10.0.0",
                $"net8.0 Lathe [{package.Version}]", "net8.0 Microsoft.Extensions.Http.Resilience 8.10.0",
            ],
            DependenciesOf("Lathe.Resilience"));
        Assert.Equal(
            [
                "net10.0 Bogus 35.6.5", $"net10.0 Lathe [{package.Version}]",
                "net8.0 Bogus 35.6.5", $"net8.0 Lathe [{package.Version}]",
            ],
            DependenciesOf("Lathe.Testing"));
    }

    private string[] DependenciesOf(string id)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"{id}.{package.Version}.nupkg"));
        using var stream = archive.GetEntry(id + ".nuspec")!.Open();
        return
        [
            .. XDocument.Load(stream).Descendants().Where(static element => element.Name.LocalName == "dependency")
                .Select(
                    static element =>
                        $"{element.Parent!.Attribute("targetFramework")!.Value} {element.Attribute("id")!.Value} "
                            + $"{element.Attribute("version")!.Value}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
