using System.Collections.Immutable;
using Lathe.Generator.Analyzers;
using Lathe.Generator.Pipeline;
using Lathe.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Tests.Analyzers;

/// <summary>In an editor the analyzer reports and the generator is silent; in a build it is the other way round: nothing is reported twice.</summary>
public sealed class LiveAnalyzerTests
{
    private const string Schema = "type Query { machines: [Machine!]! } type Machine { id: ID! name: String old: Int @deprecated }";

    private static readonly (string, string)[][] s_projects =
    [
        [
            ("/p/s.graphql", Schema),
            ("/p/a.graphql", "query A {\n  machines { nam ...F } }"),
            ("/p/b.graphql", "query B { machines { old ...F } } {"),
            ("/p/f.graphql", "fragment F on Machine { x }"),
        ],
        [("/p/.graphqlrc.json", "{ \"schema\": \"none.graphql\", \"odd\": 1 }"), ("/p/a.graphql", "query A { machines { id } }")],
        [("/p/s.graphql", Schema), ("/p/a.graphql", "query A { machines { id name } }")],
    ];

    [Theory]
    [InlineData(0, "GQL1001 GQL1004 GQL1004")]
    [InlineData(1, "GQL0002 GQL0005")]
    [InlineData(2, "")]
    public async Task EachIsReportedByOneOfThem(int number, string expectedIds)
    {
        var building = new GeneratorHarness(s_projects[number]);
        var typing = new GeneratorHarness(s_projects[number]);
        typing.SetGlobalOption("lathe_live_diagnostics", "true");

        var built = building.Run().Diagnostics;
        Assert.Equal(
            expectedIds, string.Join(' ', built.Select(line => line.Split("GQL")[1][..4]).Select(id => "GQL" + id).Order(StringComparer.Ordinal)));
        Assert.Empty(await Analyze(building));
        Assert.Equal([], typing.Run().Diagnostics);
        Assert.Equal(built.Order(StringComparer.Ordinal), await Analyze(typing));
    }

    [Fact]
    public async Task FollowsEditsOfAnyFile()
    {
        var project = new GeneratorHarness(s_projects[2]);
        project.SetGlobalOption("lathe_live_diagnostics", "true");
        Assert.Empty(await Analyze(project));

        project.Set("/p/s.graphql", Schema.Replace("name: String", "title: String", StringComparison.Ordinal));
        Assert.StartsWith("/p/a.graphql(1,25): error GQL1004", Assert.Single(await Analyze(project)), StringComparison.Ordinal);

        project.Set("/p/a.graphql", "query A { machines { id title } }");
        Assert.Empty(await Analyze(project));
    }

    [Fact]
    public async Task EditorConfigSetsTheSeverityThereToo()
    {
        var project = new GeneratorHarness(("/p/s.graphql", Schema), ("/p/a.graphql", "query A { machines { old } }"));
        project.SetGlobalOption("lathe_live_diagnostics", "true");
        Assert.StartsWith("/p/a.graphql(1,22): warning GQL2001", Assert.Single(await Analyze(project)), StringComparison.Ordinal);

        project.SetGlobalOption("lathe_live_diagnostics", "true", "lathe_diagnostic.GQL2001.severity", "none");
        Assert.Empty(await Analyze(project));
    }

    // Where the compiler has closed types, units depend on the language. Else the two would take turns to compile all of them.
    [Fact]
    public void TakesTheUnitsThatTheGeneratorMade()
    {
        var project = new GeneratorHarness(s_projects[2]);
        var made = project.Run().Values([Steps.Compile]).Cast<UnitResult>().ToArray();

        var language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var taken = LiveFindings.Units(project.Files, project.Options, language, TestContext.Current.CancellationToken);
        Assert.Single(made);
        Assert.True(ReferenceEquals(made[0].Unit, Assert.Single(taken).Unit), "The unit was made anew.");
    }

    private static async Task<string[]> Analyze(GeneratorHarness project)
    {
        var options = new AnalyzerOptions(project.Files, project.Options);
        var diagnostics = await CSharpCompilation.Create("App")
            .WithAnalyzers([new LiveAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(RunOutcome.Show).Order(StringComparer.Ordinal)];
    }
}
