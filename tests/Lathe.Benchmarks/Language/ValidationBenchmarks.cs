using BenchmarkDotNet.Attributes;
using GraphQLParser;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Benchmarks.Language;

/// <summary>Parsing and checking the operations of a real project. The folder of the workloads is in LATHE_SHARED.</summary>
[MemoryDiagnoser]
[InProcess, WarmupCount(2), IterationCount(6)]
public class ValidationBenchmarks
{
    private SourceText[] _operations = [];
    private IReadOnlyList<DocumentSyntax> _documents = [];
    private SourceText _schemaText = null!;
    private Schema _schema = null!;

    [Params("linear", "github")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var shared = Environment.GetEnvironmentVariable("LATHE_SHARED")
            ?? throw new InvalidOperationException("Set LATHE_SHARED to the folder that holds 'workloads'.");
        var folder = Path.Combine(shared, "workloads", Workload);
        _schemaText = ReadText(Path.Combine(folder, "schema.graphql"));
        _operations = [.. Directory.GetFiles(Path.Combine(folder, "operations"), "*.graphql", SearchOption.AllDirectories).Select(ReadText)];
        _schema = SchemaReader.Read([_schemaText]);
        _documents = Parse();
        var errors = ValidateOperations();
        if (errors > 0)
            throw new InvalidOperationException($"{errors} errors in {Workload}.");
    }

    /// <summary>The reference for the size of the input: a plain parse by another parser.</summary>
    [Benchmark(Baseline = true)]
    public int ParseWithGraphQLParser() =>
        _operations.Sum(text => GraphQLParser.Parser.Parse(text.Text, new ParserOptions { Ignore = IgnoreOptions.Comments }).Definitions.Count);

    [Benchmark]
    public object ParseOperations() => Parse();

    [Benchmark]
    public int ValidateOperations() => DocumentValidator.Validate(_schema, _documents).Count;

    /// <summary>What a command line does: index the schema, parse the operations, check them.</summary>
    [Benchmark]
    public int Everything() => DocumentValidator.Validate(SchemaReader.Read([_schemaText]), Parse()).Count;

    private IReadOnlyList<DocumentSyntax> Parse() => [.. _operations.Select(text => DocumentParser.Parse(text))];

    private static SourceText ReadText(string path) => new(path, File.ReadAllText(path));
}
