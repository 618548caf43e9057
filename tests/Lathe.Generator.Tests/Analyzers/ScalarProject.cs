using Lathe.Generator.Analyzers;
using Lathe.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Tests.Analyzers;

/// <summary>A project that maps the scalar <c>Money</c>, with the code that is generated for it.</summary>
internal sealed class ScalarProject(string mapping)
{
    public const string Schema = "type Query { price: Money prices: [Money] pay(amount: Money): ID } scalar Money";

    private static readonly CSharpParseOptions s_latest = new(LanguageVersion.Latest);

    private readonly List<ISourceGenerator> _generators = [new LatheGenerator().AsSourceGenerator()];
    private readonly List<MetadataReference> _references = [.. GeneratorHarness.References];

    /// <summary>Gets the files and the options.</summary>
    public GeneratorHarness Files { get; } = new(
        ("/p/s.graphql", Schema),
        ("/p/.graphqlrc.json", Configuration("s.graphql", mapping)),
        ("/p/q.graphql", "query Price { price prices } query Pay($amount: Money) { pay(amount: $amount) }"));

    /// <summary>The mapping begins at line 5, column 16.</summary>
    public static string Configuration(string schema, string mapping, string accessibility = "public") => $$$"""
        { "schema": "{{{schema}}}",
          "extensions": { "lathe": {
            "accessibility": "{{{accessibility}}}",
            "scalars": {
              "Money": {{{mapping}}}
            } } } }
        """;

    /// <summary>Gets the errors of the compiler with the generated code.</summary>
    public string[] CompilerErrors { get; private set; } = [];

    /// <summary>Adds a generator that makes a file.</summary>
    public ScalarProject WithGenerator(string output)
    {
        _generators.Add(new OtherGenerator(output).AsSourceGenerator());
        return this;
    }

    /// <summary>Adds an assembly.</summary>
    public ScalarProject WithReference(string code)
    {
        var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Shared" + _references.Count,
            [CSharpSyntaxTree.ParseText(code, s_latest)],
            GeneratorHarness.References,
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image).Success);
        _references.Add(MetadataReference.CreateFromImage(image.ToArray()));
        return this;
    }

    /// <summary>Returns what the analyzer reports.</summary>
    public async Task<string[]> Analyze(string code)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var project = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(code, s_latest, "Code.cs", cancellationToken: cancellation)],
            _references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(_generators, Files.Files, s_latest, Files.Options)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out var generated, cancellation);
        Assert.Empty(generated);
        CompilerErrors = [.. compilation.GetDiagnostics(cancellation).Where(one => one.Severity == DiagnosticSeverity.Error).Select(RunOutcome.Show)];
        return await Analyze(compilation, Files);
    }

    /// <summary>Returns what the analyzer reports of a compilation.</summary>
    public static async Task<string[]> Analyze(Compilation compilation, GeneratorHarness files)
    {
        var found = await compilation.WithAnalyzers([new ScalarTypeAnalyzer()], new AnalyzerOptions(files.Files, files.Options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Select(RunOutcome.Show)];
    }

#pragma warning disable RS1036, RS1041 // It runs in these tests alone.
    [Generator]
    private sealed class OtherGenerator(string output) : IIncrementalGenerator
#pragma warning restore RS1036, RS1041
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (production, _) => production.AddSource("Other.g.cs", output));
    }
}
