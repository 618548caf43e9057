using Lathe.Language.Configuration;
using Lathe.Language.Syntax;

namespace Lathe.Language.Tests.Configuration;

public sealed class ProjectFilesTests
{
    private static readonly string[] Paths = ["/p/s.graphql", "/p/Q/b.graphql", "/p/Q/a.gql", "/p/Q/Old/c.graphql", "/p/s.json", "/p/.graphqlrc.json"];

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
                "/p/.graphqlrc.json(1,11): error GQL0005: The schema '../schema/x.graphql' is not among the files of this build. Check the path, which is relative to this file; a file outside the project needs <GraphQL Include=\"..\\schema\\x.graphql\" /> in the project file.",
                "/p/.graphqlrc.json(3,1): warning GQL0006: 'R/*' matches no .graphql, .gql or .graphqls file of this build. Patterns are relative to this file; files outside the project need a <GraphQL Include=\"...\" /> item.",
            ],
            files.Errors.Select(error => error.ToString()));
    }

    private static ProjectFiles Select(string configuration)
    {
        var file = ConfigurationReader.Read(new SourceText("/p/.graphqlrc.json", configuration), TestContext.Current.CancellationToken);
        Assert.Empty(file.Errors);
        return ProjectFiles.Select(Assert.Single(file.Projects), Paths);
    }
}
