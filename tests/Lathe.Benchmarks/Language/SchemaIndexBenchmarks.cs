using BenchmarkDotNet.Attributes;
using GraphQLParser;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Benchmarks.Language;

/// <summary>What the text of a schema costs: indexed by us, parsed wholly by us, parsed wholly by GraphQL-Parser.</summary>
[MemoryDiagnoser]
public class SchemaIndexBenchmarks
{
    private string _text = string.Empty;

    /// <summary>Gets or sets a schema under <c>../shared/workloads</c>, or a file named in LATHE_SCHEMA_FILES.</summary>
    [ParamsSource(nameof(Schemas))]
    public string Workload { get; set; } = string.Empty;

    public static IEnumerable<string> Schemas =>
        Environment.GetEnvironmentVariable("LATHE_SCHEMA_FILES")?.Split(Path.PathSeparator) ?? ["github", "linear", "intuition-hasura"];

    [GlobalSetup]
    public void Read() => _text = File.ReadAllText(
        File.Exists(Workload) ? Workload : Path.Combine(SharedData.Folder, "workloads", Workload, "schema.graphql"));

    [Benchmark(Baseline = true)]
    public object ParseByGraphQLParser() =>
        GraphQLParser.Parser.Parse(_text, new ParserOptions { Ignore = IgnoreOptions.Comments });

    [Benchmark]
    public object Parse() => DocumentParser.Parse(new SourceText("schema.graphql", _text));

    [Benchmark]
    public object Index() => SchemaReader.Read([new SourceText("schema.graphql", _text)]);
}
