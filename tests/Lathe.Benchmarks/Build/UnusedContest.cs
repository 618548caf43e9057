using System.Collections.Immutable;
using System.Globalization;
using Lathe.Generator;
using Lathe.Generator.Analyzers;
using Lathe.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace Lathe.Benchmarks.Build;

/// <summary>What the search for unused parts adds to a build of 2,000 operations: printed is a table of <c>docs/performance/build.md</c>.</summary>
internal static class UnusedContest
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                || name is "netstandard.dll" or "Microsoft.CSharp.dll" or "Lathe.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static void Run(bool isShort, int operations)
    {
        Console.WriteLine(
            "| program | operations | generator and compiler | an analyzer that only looks | search beyond it | "
                + "share | found of |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Row("web", 100, rounds: 2, TextWriter.Null);
        foreach (var shape in new[] { "web", "worker" })
            Row(shape, operations, isShort ? 2 : 4, Console.Out);
    }

    private static void Row(string shape, int operations, int rounds, TextWriter output)
    {
        // A third of them has data that escapes.
        var solution = new SeededSolution(shape, operations * 2 / 3);
        ImmutableArray<AdditionalText> texts = [.. solution.Files.Select(file => new Text(file.Path, file.Text))];
        Compilation? compilation = null;
        var build = Seconds(() => Build(solution, texts, out compilation));
        var (idle, search, found) = (double.MaxValue, double.MaxValue, 0);
        for (var round = 0; round < rounds; round++)
        {
            idle = Math.Min(idle, Seconds(() => Run(new IdleAnalyzer(), compilation!, texts)));
            search = Math.Min(
                search, Seconds(() => found = Run(new UnusedAnalyzer(), compilation!, texts).Count(static one => one.Id == "GQL2050")));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {shape} | {operations:N0} | {build:0.00} s | {idle:0.00} s | {search - idle:0.00} s | {(search - idle) / (build + idle):0.0%} "
                + $"| {found:N0} of {solution.Unused.Count:N0} |"));
    }

    // Of the processor: a busy machine changes it little.
    private static double Seconds(Action work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static int Build(SeededSolution solution, ImmutableArray<AdditionalText> texts, out Compilation compilation)
    {
        var language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var bare = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(solution.Code, language, "/p/Program.cs")],
            [.. s_references, s_framework.Value],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create([new LatheGenerator().AsSourceGenerator()], texts, language);
        driver.RunGeneratorsAndUpdateCompilation(bare, out compilation, out _);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success ? (int)stream.Length : throw new InvalidOperationException(result.Diagnostics[0].ToString());
    }

    // Each has a compilation of its own: nothing that one has bound serves the other.
    private static ImmutableArray<Diagnostic> Run(DiagnosticAnalyzer analyzer, Compilation compilation, ImmutableArray<AdditionalText> texts) =>
        compilation.Clone().WithAnalyzers([analyzer], new AnalyzerOptions(texts)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static readonly Lazy<MetadataReference> s_framework = new(() =>
    {
        using var stream = new MemoryStream();
        CSharpCompilation.Create(
            "Framework",
            [CSharpSyntaxTree.ParseText(SeededSolution.Framework)],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(stream);
        return MetadataReference.CreateFromImage(stream.ToArray());
    });

    /// <summary>Asks for the same as the search does, as analyzers of the SDK do in every build.</summary>
#pragma warning disable RS1001, RS1036, RS1038, RS2008 // It is no analyzer of a package.
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_none = new("IDLE", "", "", "", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_none];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationBlockAction(static _ => { });
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1001, RS1036, RS1038

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
