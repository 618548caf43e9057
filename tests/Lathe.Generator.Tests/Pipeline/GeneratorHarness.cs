using System.Collections.Immutable;
using System.Reflection;
using Lathe.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>A project in memory whose files can be edited between runs of the generator, as an editor does.</summary>
internal sealed class GeneratorHarness
{
    private readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    private readonly CSharpParseOptions _language;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public GeneratorHarness(params (string Path, string Text)[] files)
        : this(tracks: true, files)
    {
    }

    public GeneratorHarness(LanguageVersion language, params (string Path, string Text)[] files)
        : this(tracks: true, files, language)
    {
    }

    /// <param name="tracks">Whether the driver records the reasons of its steps.</param>
    /// <param name="files">The files.</param>
    /// <param name="language">The language version of the project.</param>
    public GeneratorHarness(bool tracks, (string Path, string Text)[] files, LanguageVersion language = LanguageVersion.Latest)
    {
        _language = CSharpParseOptions.Default.WithLanguageVersion(language);
        _compilation = CSharpCompilation.Create(
            "App",
            [Parse("class Program;")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new LatheGenerator().AsSourceGenerator()],
            parseOptions: _language,
            optionsProvider: Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));
        foreach (var (path, text) in files)
            _files[path] = new Text(path, text);
        _driver = _driver.AddAdditionalTexts([.. _files.Values]);
    }

    /// <summary>Gets the names of all steps.</summary>
    public static string[] AllSteps { get; } =
        [.. typeof(Steps).GetFields(
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(field => (string)field.GetRawConstantValue()!)];

    public ImmutableArray<AdditionalText> Files => [.. _files.Values];

    public AnalyzerConfigOptionsProvider Options { get; private set; } = new ProjectSettings("App");

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path => Path.GetFileName(path) is var name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith(
                        "Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard.dll" or "Lathe.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Adds a file or replaces its text.</summary>
    public void Set(string path, string text) => Set(new Text(path, text));

    public void Set(AdditionalText added)
    {
        _driver = _files.TryGetValue(added.Path, out var old) ? _driver.ReplaceAdditionalText(old, added) : _driver.AddAdditionalTexts([added]);
        _files[added.Path] = added;
    }

    public void Remove(string path)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[path]]);
        _files.Remove(path);
    }

    public void SetProperty(string name, string value) =>
        SetOptions(new ProjectSettings("App", globalKey: "build_property." + name, globalValue: value));

    public void SetRootNamespace(string value) => SetOptions(new ProjectSettings(value));

    /// <summary>Sets the folder of the C# project, and the projects of the configuration that it names.</summary>
    public void SetFolder(string folder, string? names) =>
        SetOptions(new ProjectSettings("App", globalKey: "build_property.ProjectDir", globalValue: folder, names: names));

    /// <summary>Sets a key as a section of <c>.editorconfig</c> does that covers all files.</summary>
    public void SetEditorConfig(string key, string value) => SetOptions(new ProjectSettings("App", key, value));

    /// <summary>Sets a key as a global configuration file does, and one of the files.</summary>
    public void SetGlobalOption(string globalKey, string globalValue, string key = "", string value = "") =>
        SetOptions(new ProjectSettings("App", key, value, globalKey, globalValue));

    public void EditCSharp(string text) =>
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], Parse(text));

    /// <summary>Runs without looking at what came of it.</summary>
    public void RunOnly() => _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);

    public RunOutcome Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var updated, out _, TestContext.Current.CancellationToken);
        Assert.Null(_driver.GetRunResult().Results[0].Exception);
        return new RunOutcome(_driver.GetRunResult().Results[0], updated);
    }

    private void SetOptions(ProjectSettings options) => _driver = _driver.WithUpdatedAnalyzerConfigOptions(Options = options);

    private SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, _language);

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class ProjectSettings(
        string rootNamespace, string key = "", string value = "", string globalKey = "", string globalValue = "", string? names = null)
        : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Settings(
            ("build_property.RootNamespace", rootNamespace), ("build_property.LatheProjectNames", names ?? ""), (globalKey, globalValue));

        private AnalyzerConfigOptions OfFiles { get; } = new Settings((key, value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfFiles;
    }

    private sealed class Settings(params (string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = values.Where(one => one.Key.Length > 0)
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string wanted, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? found) =>
            _values.TryGetValue(wanted, out found);
    }
}

/// <summary>What a run did.</summary>
internal sealed class RunOutcome(GeneratorRunResult result, Compilation compilation)
{
    /// <summary>Gets the diagnostics as <c>path(line,column): severity id: message</c>.</summary>
    public string[] Diagnostics { get; } = [.. result.Diagnostics.Select(Show)];

    /// <summary>Gets the names of the generated files in ordinal order.</summary>
    public string[] Files { get; } = [.. result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal)];

    public string Source(string hintName) => result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Gets the errors of the compilation with the generated code.</summary>
    public string[] CompilationErrors() =>
        [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(
            one => one.Severity >= DiagnosticSeverity.Warning).Select(one => one.ToString())];

    /// <summary>Counts the outputs of a step for each reason that is not <c>Cached</c> or <c>Unchanged</c>: empty when nothing new came of
    /// it.</summary>
    public string Changes(string step)
    {
        if (!result.TrackedSteps.TryGetValue(step, out var runs))
            return string.Empty;
        var changed = runs.SelectMany(run => run.Outputs).Select(output => output.Reason)
            .Where(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        return string.Join(" ", changed.GroupBy(reason => reason).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}"));
    }

    /// <summary>Counts how often a step's function ran.</summary>
    public int Executions(string step) => !result.TrackedSteps.TryGetValue(step, out var runs)
        ? 0
        : runs.SelectMany(run => run.Outputs).Count(output => output.Reason != IncrementalStepRunReason.Cached);

    /// <summary>Gets all values of steps.</summary>
    public IEnumerable<object?> Values(IEnumerable<string> steps) =>
        steps.Where(result.TrackedSteps.ContainsKey)
            .SelectMany(step => result.TrackedSteps[step])
            .SelectMany(run => run.Outputs)
            .Select(output => output.Value);

    /// <summary>Gets the files that an output step wrote anew.</summary>
    public string[] Written() =>
    [
        .. result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .SelectMany(output => HintNames(output.Value)).Order(StringComparer.Ordinal),
    ];

    // Roslyn hands out (sources, diagnostics) as an opaque tuple.
    private static IEnumerable<string> HintNames(object value) =>
        ((System.Runtime.CompilerServices.ITuple)value)[0] is System.Collections.IEnumerable sources
            ? sources.Cast<object>().Select(source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!)
            : [];

    public static string Show(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var place = diagnostic.Location == Location.None
            ? string.Empty
            : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ";
        return $"{place}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: "
            + $"{diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
