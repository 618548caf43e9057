using System.Text.RegularExpressions;
using Lathe.Generator;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Benchmarks.Build;

/// <summary>A project of one workload in memory: each operation and fragment is a file.</summary>
internal sealed class BuildProject
{
    private readonly (string Path, string Text)[] _files;
    private readonly CSharpCompilation[] _compilations;
    private GeneratorDriver? _driver;
    private AdditionalText? _edited;
    private int _edits;

    /// <param name="workload">A folder of the workloads; LATHE_SHARED names the folder that holds them.</param>
    /// <param name="operations">How many operations; those of the workload are repeated under other names when it has fewer.</param>
    /// <param name="schemaCopies">How many times as large to make the schema, with types that no operation touches.</param>
    public BuildProject(string workload, int operations, int schemaCopies = 1)
        : this(Read(Path.Combine(SharedData.Folder, "workloads", workload), operations, schemaCopies))
    {
    }

    /// <param name="files">The files; the last one is edited.</param>
    public BuildProject((string Path, string Text)[] files)
    {
        _files = files;
        var trees = new[] { "class A;", "class A { int x; }" }.Select(text => CSharpSyntaxTree.ParseText(text));
        _compilations =
        [
            .. trees.Select(tree => CSharpCompilation.Create("App", [tree], [], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))),
        ];
    }

    /// <summary>Makes a driver with texts of its own: nothing that was derived from another's serves it.</summary>
    public GeneratorDriver Open()
    {
        var texts = _files.Select(file => new Text(file.Path, file.Text)).ToArray();
        _edited = texts[^1];
        return CSharpGeneratorDriver.Create(
            [new LatheGenerator().AsSourceGenerator()], texts, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));
    }

    /// <summary>Runs everything once, for edits to start from.</summary>
    public int Prepare() => Run(Open());

    /// <summary>Runs a driver from nothing.</summary>
    public int Run(GeneratorDriver driver) => Check(_driver = driver.RunGenerators(_compilations[0]));

    /// <summary>Runs after an edit of one operation: the last character typed made another alias.</summary>
    public int EditOperation()
    {
        var (path, text) = _files[^1];
        var after = new Text(path, text.Replace("{\n", $"{{\n  lathe{_edits++}: __typename\n", StringComparison.Ordinal));
        _driver = _driver!.ReplaceAdditionalText(_edited!, after).RunGenerators(_compilations[0]);
        _edited = after;
        return _edits;
    }

    /// <summary>Runs after an edit of a C# file.</summary>
    public int EditCSharp()
    {
        _driver = _driver!.RunGenerators(_compilations[++_edits % 2]);
        return _edits;
    }

    /// <summary>Runs after the same edit a generator that hands over as many files and does nothing else: what Roslyn costs.</summary>
    public Func<int> EditBeside()
    {
        var sources = _driver!.GetRunResult().Results[0].GeneratedSources;
        var texts = sources.Select(source => new Text(source.HintName, "//")).ToArray();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new Handover().AsSourceGenerator()], texts);
        driver = driver.RunGenerators(_compilations[0]);
        var edited = texts[^1];
        return () =>
        {
            var after = new Text(edited.Path, $"// {_edits++}");
            driver = driver.ReplaceAdditionalText(edited, after).RunGenerators(_compilations[0]);
            edited = after;
            return _edits;
        };
    }

    private static (string Path, string Text)[] Read(string folder, int operations, int schemaCopies)
    {
        var schema = Enlarge(File.ReadAllText(Path.Combine(folder, "schema.graphql")), schemaCopies);
        return [("/p/schema.graphql", schema), .. Split(Path.Combine(folder, "operations"), operations)];
    }

    // Types that nothing refers to: their names are new, their text is that of real ones. Directives can be defined once only.
    private static string Enlarge(string schema, int copies) =>
        string.Concat(Enumerable.Range(1, copies - 1).Select(copy => Rename(schema, copy)).Prepend(schema));

    private static string Rename(string schema, int copy) =>
        Regex.Replace(
            schema,
            @"^(?:directive .*|(type|interface|enum|input|scalar|union) (\w+))",
            match => match.Groups[1].Success ? $"{match.Groups[1]} {match.Groups[2]}Copy{copy}" : "",
            RegexOptions.Multiline);

    private static IEnumerable<(string Path, string Text)> Split(string folder, int count)
    {
        var definitions = Directory.GetFiles(folder, "*.graphql").Order(StringComparer.Ordinal)
            .SelectMany(path => DocumentParser.Parse(new Lathe.Language.Text.SourceText(path, File.ReadAllText(path))).Definitions).ToArray();
        foreach (var fragment in definitions.OfType<FragmentDefinitionSyntax>())
            yield return ($"/p/{fragment.Name.Value}.fragment.graphql", Slice(fragment));
        var operations = definitions.OfType<OperationDefinitionSyntax>().ToArray();
        for (var i = 0; i < count; i++)
        {
            var operation = operations[i % operations.Length];
            var name = operation.Name!.Value + (i < operations.Length ? string.Empty : $"Copy{i / operations.Length}");
            var text = Slice(operation);
            var at = operation.Name.Span.Start - operation.Span.Start;
            yield return ($"/p/{name}.graphql", text[..at] + name + text[(at + operation.Name.Span.Length)..]);
        }
    }

    private static string Slice(Lathe.Language.Syntax.SyntaxNode node) => node.Source.Text.Substring(node.Span.Start, node.Span.Length);

    private static int Check(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        var error = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return error is null ? result.GeneratedTrees.Length : throw new InvalidOperationException(error.ToString());
    }

    private sealed class Handover : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.AdditionalTextsProvider, static (production, file) => production.AddSource(file.Path, file.GetText()!));
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly Microsoft.CodeAnalysis.Text.SourceText _text = Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
