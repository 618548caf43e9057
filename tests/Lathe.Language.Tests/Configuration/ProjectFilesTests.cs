using Lathe.Language.Configuration;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Configuration;

public sealed class ProjectFilesTests
{
    private static readonly Dictionary<string, FileKind> s_files = new(StringComparer.Ordinal)
    {
        ["/p/s.graphql"] = FileKind.TypeSystem,
        ["/p/Q/b.graphql"] = FileKind.Executable,
        ["/p/Q/a.gql"] = FileKind.Executable,
        ["/p/Q/Old/c.graphql"] = FileKind.Executable,
        ["/p/s.json"] = FileKind.Introspection,
        ["/p/.graphqlrc.json"] = FileKind.Configuration,
    };

    [Fact]
    public void DocumentsAreAllThatIsNotSchema()
    {
        var files = Select("{\"schema\":\"s.graphql\"}");

        Assert.Equal(["/p/s.graphql"], files.Schema);
        Assert.Equal(["/p/Q/Old/c.graphql", "/p/Q/a.gql", "/p/Q/b.graphql"], files.Documents);
        Assert.Empty(files.Errors);
    }

    [Theory]
    [InlineData("\"documents\":[\"Q/**\",\"!Q/Old/**\"]")]
    [InlineData("\"documents\":\"Q/*\"")]
    [InlineData("\"include\":\"Q/**\",\"exclude\":\"**/Old/*\"")]
    public void PatternsPickDocuments(string members) =>
        Assert.Equal(["/p/Q/a.gql", "/p/Q/b.graphql"], Select($"{{\"schema\":\"s.json\",{members}}}").Documents);

    [Fact]
    public void PatternsThatMatchNothingAreReportedAtTheirPlace()
    {
        var files = Select("{\"schema\":\"../schema/x.graphql\",\n\"documents\":[\"Q/*\",\n\"R/*\"]}");

        Assert.Equal(
            [
                "/p/.graphqlrc.json(1,11): error GQL0005: The schema '../schema/x.graphql' is not among the files of this build. "
                    + "Download it with 'lathe schema download', or check the path, which is relative to this file.",
                "/p/.graphqlrc.json(3,1): warning GQL0006: 'R/*' matches no .graphql, .gql or .graphqls file of this build. "
                + "Patterns are relative to this file.",
            ],
            files.Errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("S.graphql", " Did you mean \"s.graphql\"? Paths")]
    [InlineData("../old/b.graphql", " Did you mean \"Q/b.graphql\"? Paths")]
    [InlineData("none.graphql", "of this build. Download")]
    [InlineData("old/**/b.graphql", "of this build. Download")]
    public void SchemaThatIsElsewhereIsProposed(string path, string expected) =>
        Assert.Contains(expected, Assert.Single(Select($"{{\"schema\":\"{path}\"}}").Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Q/Old/", "of this build. Did you mean \"Q/Old/**\"? Patterns")]
    [InlineData("q/b.graphql", "of this build. Did you mean \"Q/b.graphql\"? Patterns")]
    public void DocumentsThatAreElsewhereAreProposed(string path, string expected) =>
        Assert.Contains(
            expected, Assert.Single(Select($"{{\"schema\":\"s.json\",\"documents\":\"{path}\"}}").Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void GlobOfTheSchemaLeavesOperationsToTheDocuments()
    {
        var files = Select("{\"schema\":\"**/*.graphql\"}");

        Assert.Equal(["/p/s.graphql"], files.Schema);
        Assert.Equal(["/p/Q/Old/c.graphql", "/p/Q/a.gql", "/p/Q/b.graphql"], files.Documents);
        Assert.Empty(files.Errors);
    }

    [Fact]
    public void GlobOfJsonTakesNoConfiguration() =>
        Assert.Equal(["/p/s.json"], Select("{\"schema\":\"*.json\"}").Schema);

    [Fact]
    public void OperationsNamedAsTheSchemaAreAMistake()
    {
        var files = Select("{\"schema\":[\"s.graphql\",\n\"Q/b.graphql\"]}");

        Assert.Equal(["/p/s.graphql"], files.Schema);
        Assert.Equal(
            "/p/.graphqlrc.json(2,1): error GQL0004: 'Q/b.graphql' holds no type definition, so it is no schema. "
            + "Name the file that holds the types, or download one with: lathe schema download",
            Assert.Single(files.Errors).ToString());
    }

    private static ProjectFiles Select(string configuration)
    {
        var file = ConfigurationReader.Read(new SourceText("/p/.graphqlrc.json", configuration), TestContext.Current.CancellationToken);
        Assert.Empty(file.Errors);
        return ProjectFiles.Select(Assert.Single(file.Projects), s_files);
    }
}
