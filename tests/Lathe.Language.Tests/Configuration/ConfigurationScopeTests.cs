using Lathe.Language.Configuration;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Configuration;

/// <summary>Which projects of a configuration concern a C# project.</summary>
public sealed class ConfigurationScopeTests
{
    private const string Two = """
        {"projects":{
          "shop":{"schema":"shop.graphql","documents":"src/Shop*/**/*.graphql"},
          "plant":{"schema":"https://plant.example/graphql","documents":"src/Plant/**/*.graphql","extensions":{"lathe":{"clint":"X"}}}}}
        """;

    private static readonly Dictionary<string, FileKind> s_files = new(StringComparer.Ordinal)
    {
        ["/r/.graphqlrc.json"] = FileKind.Configuration,
        ["/r/shop.graphql"] = FileKind.TypeSystem,
        ["/r/src/Shop/Q/a.graphql"] = FileKind.Executable,
        ["/r/src/Plant/b.graphql"] = FileKind.Executable,
    };

    [Theory]
    [InlineData("/r/src/Shop/", "shop")]
    [InlineData("/r/src/Shop/Q", "shop")]
    [InlineData("/r/src/Plant", "plant")]
    [InlineData("/r/src", "shop plant")]
    [InlineData("/r/src/Shop2", "shop plant")]
    [InlineData("/r", "shop plant")]
    [InlineData("/r/sub/../src/Shop", "shop")]
    [InlineData("/elsewhere", "shop plant")]
    [InlineData(null, "shop plant")]
    public void DocumentsBelowTheFolderDecideOfAConfigurationAbove(string? folder, string expected) =>
        Assert.Equal(expected, Names(Of(folder)));

    [Theory]
    [InlineData("plant", "plant")]
    [InlineData("plant;shop", "shop plant")]
    [InlineData(" plant | shop ", "shop plant")]
    [InlineData("Plant", "")]
    public void NamesDecideWhereTheyAreGiven(string names, string expected) => Assert.Equal(expected, Names(Of("/r/src/Shop", names)));

    [Fact]
    public void MistakesOfOtherProjectsAreNotTold()
    {
        Assert.Empty(Of("/r/src/Shop").Errors);
        Assert.Equal(["GQL0009", "GQL0002"], Of("/r/src/Plant").Errors.Select(error => error.Descriptor.Id));
        Assert.Equal(["GQL0002"], Of("/r/src/Shop", text: "{\"projekts\":1," + Two.TrimStart()[1..]).Errors.Select(error => error.Descriptor.Id));
    }

    [Fact]
    public void AnUnknownNameIsAMistake() => Assert.Equal(
        "/r/.graphqlrc.json(1,1): error GQL0021: LatheProject of the C# project names 'shp', and this configuration has no project of that name. "
            + "It has 'shop', 'plant'.",
        Assert.Single(Of("/r/src/Shop", "shop;shp").Errors).ToString());

    // Such a build was given its configuration by an item of its own.
    [Fact]
    public void ABuildWithoutFilesOfItsOwnTakesAll() =>
        Assert.Equal("shop plant", Names(Of("/r/other", files: new() { ["/r/shop.graphql"] = FileKind.TypeSystem })));

    [Theory]
    [InlineData("/r/.graphqlrc.json", "/r/a", true)]
    [InlineData("/.graphqlrc.json", "/r", true)]
    [InlineData("C:\\r\\.graphqlrc.json", "c:/r/a/", true)]
    [InlineData("/r/.graphqlrc.json", "/r", false)]
    [InlineData("/r/a/.graphqlrc.json", "/r", false)]
    [InlineData("/r/a/.graphqlrc.json", "/r/ab", false)]
    public void AboveIsAFolderFurtherUp(string path, string folder, bool expected) =>
        Assert.Equal(expected, ConfigurationScope.IsAbove(path, folder));

    private static string Names(ConfigurationScope scope) => string.Join(' ', scope.Projects.Select(project => project.Config.ProjectName));

    private static ConfigurationScope Of(string? folder, string? names = null, string text = Two, Dictionary<string, FileKind>? files = null)
    {
        var source = new SourceText("/r/.graphqlrc.json", text);
        var file = ConfigurationReader.Read(source, TestContext.Current.CancellationToken);
        return ConfigurationScope.Of(source, file, folder, ConfigurationScope.ReadNames(names), files ?? s_files);
    }
}
