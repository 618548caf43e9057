using Lathe.Generator.Pipeline;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What each kind of edit makes anew, by the reasons of the tracked steps; never by time.</summary>
public sealed class IncrementalTests
{
    private const string Schema = """
        type Query { machines(where: Filter): [Machine!]! operators: [Operator!]! }
        "A machine." type Machine { id: ID! name: String! state: State! make: String }
        type Operator { id: ID! name: String! }
        input Filter { name: String }
        enum State { RUNNING IDLE }
        """;

    private const string Configuration = """{ "schema": "s.graphql", "extensions": { "lathe": { "client": "Shop", "namespace": "App" } } }""";

    private readonly GeneratorHarness _project = new(
        ("/p/.graphqlrc.json", Configuration),
        ("/p/s.graphql", Schema),
        ("/p/card.graphql", "fragment Card on Machine { id name }"),
        ("/p/a.graphql", "query A($where: Filter) { machines(where: $where) { ...Card } }"),
        ("/p/b.graphql", "query B { machines { state ...Card } }"),
        ("/p/c.graphql", "query C { machines { ...Card make } }"),
        ("/p/d.graphql", "query D { operators { id } }"));

    [Fact]
    public void FirstRunMakesEverything()
    {
        var run = _project.Run();

        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            [
                "App.AQuery.g.cs", "App.BQuery.g.cs", "App.CardFragment.g.cs", "App.CQuery.g.cs", "App.DQuery.g.cs", "App.Filter.g.cs",
                "App.Shop.g.cs", "App.ShopRegistration.g.cs", "App.State.g.cs",
            ],
            run.Files.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(run.Files, run.Written());
        Assert.Empty(run.CompilationErrors());
    }

    [Fact]
    public void EditOfCSharpDoesNothing()
    {
        var run = Edit(project => project.EditCSharp("class Program { int x; }"));

        AssertIdle(
            run,
            Steps.Options,
            Steps.Files,
            Steps.Plan,
            Steps.SchemaFiles,
            Steps.Schema,
            Steps.Index,
            Steps.Names,
            Steps.Scopes,
            Steps.Compile,
            Steps.Models,
            Steps.Diagnostics);
        Assert.All(GeneratorHarness.AllSteps, step => Assert.Equal((step, 0), (step, run.Executions(step))));
        Assert.Empty(run.Written());
    }

    [Fact]
    public void UnrelatedFileCompilesNothing()
    {
        _project.Set(
            "/p/.graphqlrc.json", Configuration.Replace("\"extensions\"", "\"documents\": \"*.graphql\", \"extensions\"", StringComparison.Ordinal));
        _project.Set("/p/drafts/x.graphql", "query X { machines { id } }");
        var run = Edit(project => project.Set("/p/drafts/x.graphql", "query X { nonsense { } }"));

        Assert.Equal("1 Modified", run.Changes(Steps.Files));
        AssertIdle(run, Steps.Plan, Steps.SchemaFiles, Steps.Schema, Steps.Names, Steps.Scopes, Steps.Compile, Steps.Models, Steps.Diagnostics);
        Assert.Equal((0, 0), (run.Executions(Steps.Compile), run.Written().Length));
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void EditOfAnOperationLooksAtNoOther()
    {
        var run = Edit(project => project.Set("/p/d.graphql", "query D { operators { id name } }"));

        AssertIdle(run, Steps.Plan, Steps.SchemaFiles, Steps.Schema, Steps.Names, Steps.Scopes, Steps.Types);
        Assert.Equal((1, 1, 1), (run.Executions(Steps.Files), run.Executions(Steps.Compile), run.Executions(Steps.Models)));
    }

    [Fact]
    public void CommentInAQueryCompilesItAndEmitsNothing()
    {
        var run = Edit(project => project.Set("/p/d.graphql", "# all operators\nquery D { operators { id # the key\n } }"));

        Assert.Equal("1 Modified", run.Changes(Steps.Files));
        Assert.Equal("1 Modified", run.Changes(Steps.Compile));
        AssertIdle(run, Steps.Plan, Steps.SchemaFiles, Steps.Schema, Steps.Names);
        Assert.Equal("", run.Changes(Steps.Models));
        Assert.Empty(run.Written());
    }

    [Fact]
    public void FileSavedWithoutAChangeStopsAtTheDoor()
    {
        var run = Edit(project => project.Set("/p/d.graphql", "query D { operators { id } }"));

        Assert.Equal("", run.Changes(Steps.Files));
        AssertIdle(run, Steps.Plan, Steps.Schema, Steps.Index, Steps.Compile, Steps.Models, Steps.Diagnostics);
    }

    [Fact]
    public void NewFieldEmitsItsOperation()
    {
        var run = Edit(project => project.Set("/p/d.graphql", "query D { operators { id name } }"));

        Assert.Equal("1 Modified", run.Changes(Steps.Compile));
        Assert.Equal(["App.DQuery.g.cs"], run.Written());
    }

    [Fact]
    public void FragmentEmitsItselfAndTheOperationsThatUseIt()
    {
        var run = Edit(project => project.Set("/p/card.graphql", "fragment Card on Machine { id name make }"));

        Assert.Equal("4 Modified", run.Changes(Steps.Compile));
        Assert.Equal(["App.AQuery.g.cs", "App.BQuery.g.cs", "App.CQuery.g.cs", "App.CardFragment.g.cs"], run.Written());
    }

    [Fact]
    public void SchemaDescriptionEmitsWhatShowsIt()
    {
        var run = Edit(
            project => project.Set("/p/s.graphql", Schema.Replace("type Operator", "\"Who works.\" type Operator", StringComparison.Ordinal)));

        Assert.Equal(["App.DQuery.g.cs"], run.Written());
    }

    [Fact]
    public void SchemaFieldOfOneOperationEmitsThatOne()
    {
        var run = Edit(project => project.Set("/p/s.graphql", Schema.Replace("make: String", "make: String!", StringComparison.Ordinal)));

        Assert.Equal(["App.CQuery.g.cs"], run.Written());
    }

    [Fact]
    public void SchemaFieldOfNoOperationEmitsNothing()
    {
        var run = Edit(project => project.Set("/p/s.graphql", Schema.Replace("make: String", "make: String year: Int", StringComparison.Ordinal)));

        Assert.Empty(run.Written());
    }

    [Fact]
    public void EnumValueEmitsTheEnum()
    {
        var run = Edit(project => project.Set("/p/s.graphql", Schema.Replace("RUNNING", "RUNNING DOWN", StringComparison.Ordinal)));

        Assert.Equal(["App.State.g.cs"], run.Written());
    }

    [Fact]
    public void ConfigurationOfAScalarLeavesWhatDoesNotUseIt()
    {
        var run = Edit(
            project => project.Set(
                "/p/.graphqlrc.json",
                Configuration.Replace("\"client\"", "\"scalars\": { \"Money\": \"decimal\" }, \"client\"", StringComparison.Ordinal)));

        Assert.Equal("1 Modified", run.Changes(Steps.Plan));
        AssertIdle(run, Steps.SchemaFiles, Steps.Schema);
        Assert.Empty(run.Written());
    }

    [Fact]
    public void NamespaceEmitsEverything()
    {
        var run = Edit(project => project.Set("/p/.graphqlrc.json", Configuration.Replace("\"App\"", "\"Other\"", StringComparison.Ordinal)));

        Assert.Equal(run.Files, run.Written());
        Assert.All(run.Files, file => Assert.StartsWith("Other.", file, StringComparison.Ordinal));
    }

    [Fact]
    public void WhiteSpaceInTheConfigurationPlansTheSame()
    {
        var run = Edit(project => project.Set("/p/.graphqlrc.json", "\n" + Configuration));

        Assert.Equal("", run.Changes(Steps.Plan));
        AssertIdle(run, Steps.Schema, Steps.Names, Steps.Compile, Steps.Models);
    }

    [Fact]
    public void NewOperationLeavesTheOthers()
    {
        var run = Edit(project => project.Set("/p/aa.graphql", "query E { operators { name } }"));

        Assert.Equal("1 New", run.Changes(Steps.Compile));
        Assert.Equal(["App.EQuery.g.cs"], run.Written());
    }

    [Fact]
    public void RemovedOperationLeavesTheOthers()
    {
        var run = Edit(project => project.Remove("/p/a.graphql"));

        Assert.DoesNotContain("App.AQuery.g.cs", run.Files);
        Assert.DoesNotContain("App.Filter.g.cs", run.Files);
        // Roslyn compares the items of a list by their index: State moves up.
        Assert.Equal(["App.State.g.cs"], run.Written());
    }

    [Fact]
    public void ErrorInOneOperationKeepsTheCodeOfTheOthers()
    {
        var run = Edit(project => project.Set("/p/d.graphql", "query D { operators { nam } }"));

        Assert.Equal(["/p/d.graphql(1,23): error GQL1004: Cannot query field \"nam\" on type \"Operator\". Did you mean \"name\"?"], run.Diagnostics);
        Assert.DoesNotContain("App.DQuery.g.cs", run.Files);
        Assert.Contains("App.AQuery.g.cs", run.Files);
        Assert.Empty(run.Written());
    }

    [Fact]
    public void SyntaxErrorInAFragmentLeavesTheOperationsThatDoNotUseIt()
    {
        var broken = Edit(project => project.Set("/p/card.graphql", "fragment Card on Machine { id name"));
        Assert.Equal("3 Modified 1 Removed", broken.Changes(Steps.Compile));
        Assert.Equal(["App.DQuery.g.cs", "App.Shop.g.cs", "App.ShopRegistration.g.cs"], broken.Files);
        Assert.StartsWith("/p/card.graphql", Assert.Single(broken.Diagnostics), StringComparison.Ordinal);

        var elsewhere = Edit(project => project.Set("/p/card.graphql", "fragment Card on Machine { id name }\nfragment Lost on Machine {"));
        Assert.Contains("App.AQuery.g.cs", elsewhere.Files);
    }

    [Fact]
    public void ErrorMovesWithItsLine()
    {
        _project.Set("/p/d.graphql", "query D { operators { nam } }");
        _project.Run();
        _project.Set("/p/d.graphql", "\n\nquery D { operators { nam } }");

        Assert.StartsWith("/p/d.graphql(3,23)", Assert.Single(_project.Run().Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void OutputIsTheSameInAnyOrderOfTheFiles()
    {
        var forward = new GeneratorHarness(
            ("/p/s.graphql", Schema), ("/p/a.graphql", "query A { machines { state } }"), ("/p/d.graphql", "query D { operators { id } }"))
            .Run();
        var backward = new GeneratorHarness(
            ("/p/d.graphql", "query D { operators { id } }"), ("/p/a.graphql", "query A { machines { state } }"), ("/p/s.graphql", Schema))
            .Run();

        Assert.Equal(forward.Files, backward.Files);
        Assert.All(forward.Files, file => Assert.Equal(forward.Source(file), backward.Source(file)));
    }

    private static void AssertIdle(RunOutcome run, params string[] steps) =>
        Assert.All(steps, step => Assert.Equal((step, ""), (step, run.Changes(step))));

    private RunOutcome Edit(Action<GeneratorHarness> edit)
    {
        _project.Run();
        edit(_project);
        return _project.Run();
    }
}
