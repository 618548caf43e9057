using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Lathe.Package.Tests;

public sealed class PackageContentTests(PackageFixture package)
{
    [Fact]
    public void PackageHoldsRunTimeGeneratorAndBuildFiles()
    {
        using var archive = Open("nupkg");

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/Lathe.CodeFixes.dll",
                "analyzers/dotnet/cs/Lathe.Generator.dll",
                "analyzers/dotnet/cs/Lathe.Language.dll",
                "build/Lathe.Configuration.targets",
                "build/Lathe.Live.globalconfig",
                "build/Lathe.Requirements.targets",
                "build/Lathe.SchemaCheck.targets",
                "build/Lathe.Usage.targets",
                "build/Lathe.props",
                "build/Lathe.targets",
                "buildMultiTargeting/Lathe.targets", "buildTransitive/Lathe.props", "buildTransitive/Lathe.targets", "config-schema.json", "icon.png",
                "lib/net10.0/Lathe.dll", "lib/net10.0/Lathe.xml", "lib/net8.0/Lathe.dll", "lib/net8.0/Lathe.xml",
                "tasks/netstandard2.0/Lathe.Build.dll", "tasks/netstandard2.0/Lathe.Language.dll",
            ],
            archive.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PackageSaysWhatItIs()
    {
        using var archive = Open("nupkg");
        using var stream = archive.GetEntry("Lathe.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal(("Lathe", "MIT", "README.md", "icon.png"), (Value("id"), Value("license"), Value("readme"), Value("icon")));
        Assert.NotEmpty(Value("description")!);
        // Users get the generator from the package itself: nothing of the compiler is a dependency.
        Assert.DoesNotContain(
            metadata.Descendants(), element => element.Attribute("id")?.Value.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true);
    }

    // The page of a package resolves no relative links, and where the documents are, the build was not told.
    [Fact]
    public void LinksOfTheReadmeAreWholeOrLeftOut()
    {
        using var archive = Open("nupkg");
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var text = reader.ReadToEnd();

        Assert.Contains("\nNew to GraphQL? Start takes five minutes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<picture>", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://|#)", text);
    }

    [Fact]
    public void SymbolsAreInAPackageOfTheirOwn()
    {
        using var archive = Open("snupkg");

        Assert.Equal(
            ["lib/net10.0/Lathe.pdb", "lib/net8.0/Lathe.pdb"],
            archive.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Lathe.Generator.dll")]
    [InlineData("Lathe.Language.dll")]
    [InlineData("Lathe.CodeFixes.dll")]
    public void SymbolsOfTheGeneratorAreInItself(string name)
    {
        using var archive = Open("nupkg");
        using var stream = archive.GetEntry("analyzers/dotnet/cs/" + name)!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using var file = new PEReader(bytes);

        Assert.Contains(file.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        Assert.Contains(file.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private static bool IsContent(string name) =>
        !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal)
            && name is not ("[Content_Types].xml" or "Lathe.nuspec");

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(package.Feed, $"Lathe.{package.Version}.{extension}"));
}
