using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Lathe.Generator.Model;
using Lathe.Generator.Pipeline;
using Lathe.Generator.Tests.Pipeline;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests.Emission;

/// <summary>A client that the generator makes of texts, its C# and the assembly that it compiles to.</summary>
internal sealed class TestClient
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Lathe.Generator", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // CA1014 asks it of every assembly; then the compiler looks at public members too.
    private const string ClsCompliant = "[assembly: System.CLSCompliant(true)]";

    // Members are marked as deprecated for their callers, not for the code that reads and writes them (618, 9042); not all has a description
    // (1573, 1591); readers set what is required (8618); types of others may not be CLS-compliant, nor may names (30xx).
    private const string Expected = "#pragma warning disable 618, 1573, 1591, 3001, 3002, 3003, 3005, 3008, 3009, 8618, 9042\n";

    public static ClientConfig Config { get; } = new() { Client = "TestClient", Namespace = "Test.Api" };

    /// <summary>Gets the models of the operations in ordinal order of their names.</summary>
    public required IReadOnlyList<OperationModel> Operations { get; init; }

    public required IReadOnlyList<GeneratedFile> Files { get; init; }

    public static TestClient Generate(string schema, string documents, ClientConfig? config = null) =>
        Generate([schema], [documents], config);

    public static TestClient Generate(IEnumerable<string> schema, IEnumerable<string> documents, ClientConfig? config = null)
    {
        config ??= Config;
        (string, string)[] files =
        [
            ("/p/.graphqlrc.json", Configure(config)),
            .. schema.Select(static (text, i) => ($"/p/schema{i}.graphql", text)),
            .. documents.Select(static (text, i) => ($"/p/documents{i}.graphql", text)),
        ];
        var project = new GeneratorHarness(files);
        project.SetRootNamespace(config.Namespace ?? "");
        var outcome = project.Run();
        Assert.DoesNotContain(outcome.Diagnostics, static one => one.Contains(": error ", StringComparison.Ordinal));
        return new TestClient
        {
            Operations = [.. outcome.Values([Steps.Models]).OfType<OperationModel>().OrderBy(static one => one.Name, StringComparer.Ordinal)],
            Files = [.. outcome.Files.Select(name => new GeneratedFile(name, outcome.Source(name)))],
        };
    }

    private static string Configure(ClientConfig config)
    {
        var client = new JsonObject
        {
            ["client"] = config.Client, ["accessibility"] = config.Accessibility == ClientAccessibility.Public ? "public" : "internal",
        };
        if (config.Namespace is { Length: > 0 } name && name.Split('.').All(CSharpName.IsIdentifier))
            client["namespace"] = name;
        if (config.AllowsFragmentArguments)
            client["fragmentArguments"] = true;
        if (config.HasResultClasses)
            client["resultTypes"] = "class";
        if (config.ReadInputs)
            client["readInputs"] = true;
        if (config.CatchByDefault != ErrorHandling.None)
            client["catchByDefault"] = config.CatchByDefault.ToString().ToUpperInvariant();
        if (config.OnError != ErrorBehavior.Unsaid)
            client["onError"] = config.OnError.ToString().ToUpperInvariant();
        client["scalars"] = new JsonObject(config.Scalars.Select(static one => KeyValuePair.Create<string, JsonNode?>(one.Scalar, Scalar(one))));
        return new JsonObject
        {
            ["schema"] = "schema*.graphql",
            ["documents"] = "documents*.graphql",
            ["extensions"] = new JsonObject { ["lathe"] = client },
        }.ToJsonString();
    }

    private static JsonObject Scalar(ScalarMapping mapping)
    {
        var scalar = new JsonObject { ["type"] = mapping.Type };
        if (mapping.Converter is { } converter)
            scalar["converter"] = converter;
        if (mapping.Write is { } form)
            scalar["write"] = form switch { NumberForm.Number => "number", NumberForm.Text => "string", _ => "safe" };
        return scalar;
    }

    public string this[string typeName] => Files.Single(file => file.HintName.EndsWith("." + typeName + ".g.cs", StringComparison.Ordinal)).Text;

    /// <summary>Compiles the files with further C#; every warning counts, though consumers see none.</summary>
    public CSharpCompilation Compile(params string[] code)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER"]);
        var trees = Files
            .Select(file => CSharpSyntaxTree.ParseText(WithWarnings(file.Text), options, file.HintName))
            .Concat(code.Prepend(ClsCompliant).Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"Code{i}.cs")));
        return CSharpCompilation.Create("Generated" + Guid.NewGuid().ToString("N"), trees, s_references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
    }

    private static string WithWarnings(string text)
    {
        Assert.Contains("#pragma warning disable\n", text, StringComparison.Ordinal);
        return text.Replace("#pragma warning disable\n", Expected, StringComparison.Ordinal);
    }

    /// <summary>Fails on the first errors and warnings.</summary>
    public CSharpCompilation AssertCompiles(params string[] code)
    {
        var compilation = Compile(code);
        var faults = compilation.GetDiagnostics().Where(static one => one.Severity >= DiagnosticSeverity.Warning).Take(12).ToList();
        if (faults.Count > 0)
            Assert.Fail(string.Join("\n", faults));
        return compilation;
    }

    /// <summary>Loads the compiled client.</summary>
    public Assembly Load(params string[] code)
    {
        using var stream = new MemoryStream();
        var result = Compile(code).Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(12)));
        return Assembly.Load(stream.ToArray());
    }

    public static ClientConfig WithScalars(params ScalarMapping[] scalars) =>
        Config with { Scalars = EquatableList.Create(scalars) };
}
