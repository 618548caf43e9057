using Lathe.Build;

namespace Lathe.Tool.Tests.Files;

/// <summary>What a build is given of the files that its configuration names.</summary>
public sealed class ConfiguredFilesTests
{
    private const string Configuration = """
        {"projects":{
          "shop":{"schema":["schema/*.graphql","!schema/old.graphql"],"documents":["src/Shop/**/*.graphql","shared/*.graphql","src/Other/*.graphql"]},
          "plant":{"schema":"plant.graphql","documents":"src/Plant/*.graphql"}}}
        """;

    private static readonly string[] s_paths =
    [
        "schema/shop.graphql", "schema/old.graphql", "schema/notes.txt", "plant.graphql", "shared/f.graphql",
        "src/Shop/Shop.csproj", "src/Shop/a.graphql", "src/Shop/obj/b.graphql",
        "src/Other/Other.csproj", "src/Other/c.graphql", "src/Plant/d.graphql",
    ];

    [Fact]
    public void FilesElsewhereAreFoundForWhatHasDocumentsHere() =>
        Assert.Equal(["schema/shop.graphql", "shared/f.graphql"], Find("src/Shop", "src/Shop/a.graphql"));

    [Fact]
    public void OneThatIsNamedTakesDocumentsOfAnotherCSharpProject() =>
        Assert.Equal(["schema/shop.graphql", "shared/f.graphql", "src/Other/c.graphql"], Find("src/Shop", "src/Shop/a.graphql", "shop"));

    [Fact]
    public void FilesThatTheBuildHasAreNotGivenAgain() =>
        Assert.Equal(["shared/f.graphql"], Find("src/Shop", "src/Shop/a.graphql ./schema/../schema/shop.graphql"));

    [Fact]
    public void FilesOfTheFolderAreThoseOfItsItems() => Assert.Empty(Find("src/Plant", "src/Plant/d.graphql plant.graphql"));

    [Fact]
    public void AConfigurationOfOthersBringsNothing() => Assert.Empty(Find("src/Test", "src/Test/t.graphql"));

    [Fact]
    public void JsonOfTheFolderIsTaken()
    {
        using var run = new ToolRun(
            (".graphqlrc.json", """{"schema":"s/*.json"}"""), ("s/s.json", "{\"data\":{\"__schema\":{}}}"), ("q.graphql", "query Q { a }"));
        Assert.Equal(["s/s.json"], Find(run, ".", ["q.graphql"], null));
    }

    [Fact]
    public void AMalformedConfigurationBringsNothing()
    {
        using var run = new ToolRun((".graphqlrc.json", """{"schema":"""), ("s.graphql", "type Query { a: Int }"));
        Assert.Empty(Find(run, "src", [], null));
    }

    [Fact]
    public void AConfigurationThatIsGoneIsAnError()
    {
        using var run = new ToolRun();
        Assert.Throws<FileNotFoundException>(() => Find(run, "src", [], null));
    }

    private static string[] Find(string folder, string files, string? names = null)
    {
        using var run = new ToolRun((".graphqlrc.json", Configuration));
        foreach (var path in s_paths)
            run.Write(path, path.StartsWith("src", StringComparison.Ordinal) ? "query Q { a }" : "type Query { a: Int }");
        return Find(run, folder, files.Split(' '), names);
    }

    private static string[] Find(ToolRun run, string folder, string[] files, string? names) =>
    [
        .. new ConfiguredFiles(Path.Combine(run.Folder, folder), files.Select(path => Path.Combine(run.Folder, path)))
            .Find(Path.Combine(run.Folder, ".graphqlrc.json"), names is null ? [] : [names])
            .Select(path => Path.GetRelativePath(run.Folder, path).Replace('\\', '/')),
    ];
}
