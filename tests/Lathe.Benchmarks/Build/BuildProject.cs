using Lathe.Generator;
using Lathe.Language.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Benchmarks.Build;

/// <summary>A project of one workload in memory: each operation and fragment is a file.</summary>
internal sealed class BuildProject
{
    private readonly List<AdditionalText> _files;
    private readonly AdditionalText[] _edits;
    private readonly CSharpCompilation[] _compilations;
    private GeneratorDriver _driver;
    private int _edit;

    /// <param name="workload">A folder of the workloads; LATHE_SHARED names the folder that holds them.</param>
    /// <param name="operations">How many operations; those of the workload are repeated under other names when it has fewer.</param>
    public BuildProject(string workload, int operations)
    {
        var shared = Environment.GetEnvironmentVariable("LATHE_SHARED") ?? throw new InvalidOperationException("Set LATHE_SHARED to the folder that holds 'workloads'.");
        var folder = Path.Combine(shared, "workloads", workload);
        _files = [new Text("/p/schema.graphql", File.ReadAllText(Path.Combine(folder, "schema.graphql"))), .. Split(Path.Combine(folder, "operations"), operations)];
        var last = (Text)_files[^1];
        _edits = [last, new Text(last.Path, last.Content.Replace("{\n", "{\n  lathe: __typename\n", StringComparison.Ordinal))];
        var trees = new[] { "class A;", "class A { int x; }" }.Select(text => CSharpSyntaxTree.ParseText(text));
        _compilations = [.. trees.Select(tree => CSharpCompilation.Create("App", [tree], [], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))];
        _driver = Create();
        RunAgain();
    }

    /// <summary>Gets how many characters of C# were generated.</summary>
    public int Characters => _driver.GetRunResult().GeneratedTrees.Sum(tree => tree.Length);

    /// <summary>Runs everything from nothing.</summary>
    public int RunAll()
    {
        var driver = Create().RunGenerators(_compilations[0]);
        return Check(driver);
    }

    /// <summary>Runs after an edit of one operation: the last character typed made a field.</summary>
    public int EditOperation()
    {
        var (before, after) = (_edits[_edit], _edits[_edit ^= 1]);
        _driver = _driver.ReplaceAdditionalText(before, after).RunGenerators(_compilations[0]);
        return _edit;
    }

    /// <summary>Runs after an edit of a C# file.</summary>
    public int EditCSharp()
    {
        _driver = _driver.RunGenerators(_compilations[_edit ^= 1]);
        return _edit;
    }

    private static IEnumerable<Text> Split(string folder, int count)
    {
        var definitions = Directory.GetFiles(folder, "*.graphql").Order(StringComparer.Ordinal)
            .SelectMany(path => DocumentParser.Parse(new Lathe.Language.Syntax.SourceText(path, File.ReadAllText(path))).Definitions).ToArray();
        foreach (var fragment in definitions.OfType<FragmentDefinitionSyntax>())
            yield return new Text($"/p/{fragment.Name.Value}.fragment.graphql", Slice(fragment));
        var operations = definitions.OfType<OperationDefinitionSyntax>().ToArray();
        for (var i = 0; i < count; i++)
        {
            var operation = operations[i % operations.Length];
            var name = operation.Name!.Value + (i < operations.Length ? string.Empty : $"Copy{i / operations.Length}");
            var text = Slice(operation);
            var at = operation.Name.Span.Start - operation.Span.Start;
            yield return new Text($"/p/{name}.graphql", text[..at] + name + text[(at + operation.Name.Span.Length)..]);
        }
    }

    private static string Slice(Lathe.Language.Syntax.SyntaxNode node) => node.Source.Text.Substring(node.Span.Start, node.Span.Length);

    private static int Check(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        var error = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return error is null ? result.GeneratedTrees.Length : throw new InvalidOperationException(error.ToString());
    }

    private CSharpGeneratorDriver Create() => CSharpGeneratorDriver.Create(
        [new LatheGenerator().AsSourceGenerator()], _files, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));

    private void RunAgain() => Check(_driver = _driver.RunGenerators(_compilations[0]));

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly Microsoft.CodeAnalysis.Text.SourceText _text = Microsoft.CodeAnalysis.Text.SourceText.From(text);

        public override string Path => path;

        public string Content => text;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
