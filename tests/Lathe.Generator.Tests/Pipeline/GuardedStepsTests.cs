using Lathe.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What fails in a step is reported, and what does not depend on it goes on.</summary>
public sealed class GuardedStepsTests
{
    [Theory]
    [InlineData("one")]
    [InlineData("each")]
    [InlineData("many")]
    public void FaultIsReportedAndTheOthersGoOn(string failing)
    {
        var result = Run(failing, static () => new InvalidOperationException("Too\nbad."));

        Assert.Null(result.Exception);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("GQL0099", diagnostic.Id);
        Assert.Equal(
            $"Lathe failed in the step '{failing}', which is a fault of Lathe: InvalidOperationException: Too bad. Please report it with the files "
                + "of the build.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            failing == "one" ? ["many"] : [.. new[] { "each", "many", "one" }.Where(step => step != failing)],
            result.GeneratedSources.Select(source => source.HintName[..^3]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OutputThatFailsIsReported()
    {
        var result = Run("emit", static () => new InvalidOperationException("Too bad."));

        Assert.Null(result.Exception);
        Assert.Empty(result.GeneratedSources);
        Assert.Equal(["GQL0099"], result.Diagnostics.Select(one => one.Id).Distinct());
    }

    [Fact]
    public void CancellationPassesThrough()
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Run("each", () =>
        {
            source.Cancel();
            return new OperationCanceledException(source.Token);
        }, source.Token));
    }

    [Fact]
    public void FileThatCannotBeReadLeavesTheOthers()
    {
        var project = new GeneratorHarness(("/p/s.graphql", "type Query { a: Int }"), ("/p/a.graphql", "query A { a }"));
        project.Set(new BrokenFile("/p/b.graphql"));

        var run = project.Run();

        Assert.StartsWith("error GQL0099: Lathe failed in the step 'Files'", Assert.Single(run.Diagnostics), StringComparison.Ordinal);
        Assert.Contains("App.AQuery.g.cs", run.Files);
    }

    private static GeneratorRunResult Run(string failing, Func<Exception> fault, CancellationToken? cancellationToken = null)
    {
        var driver = CSharpGeneratorDriver.Create(new Probe(failing, fault))
            .RunGenerators(CSharpCompilation.Create("App"), cancellationToken ?? TestContext.Current.CancellationToken);
        return driver.GetRunResult().Results[0];
    }

    /// <summary>Has a step of each kind, one of which fails, and writes a file for each value that came through.</summary>
    private sealed class Probe(string failing, Func<Exception> fault) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var steps = new GuardedSteps();
            var start = context.CompilationProvider.Select(static (_, _) => "start");
            var one = steps.One(start, (_, _) => Pass("one"), string.Empty, "one");
            var items = one.SelectMany(static (value, _) => value.Length == 0 ? [] : new[] { value });
            var each = steps.Each(items, (_, _) => Pass("each"), "each");
            var many = steps.Many(start, (_, _) => Enumerable.Range(0, 2).Select(_ => Pass("many")).Distinct(), "many");
            Write(context, items);
            Write(context, each);
            Write(context, many);
            context.RegisterSourceOutput(steps.Faults(), static (production, faults) =>
            {
                foreach (var one in faults)
                    production.ReportDiagnostic(one.ToDiagnostic(new Dictionary<string, Lathe.Generator.Diagnostics.FileSeverities>())!);
            });
        }

        private void Write(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<string> values) =>
            context.RegisterSourceOutput(values, (production, value) => GuardedSteps.Produce(production, "emit", () =>
            {
                Pass("emit");
                production.AddSource(value, "// " + value);
            }));

        private string Pass(string step) => step == failing ? throw fault() : step;
    }

    private sealed class BrokenFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");
    }
}
