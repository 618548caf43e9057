using System.Text.RegularExpressions;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Docs;

/// <summary>
/// <c>docs/generated-code.md</c> shows what the generator writes: its first GraphQL block is the schema, the others are the operations. C# that
/// begins with the name of a file is found in that file, white space folded; all other C# compiles against the client.
/// </summary>
public sealed partial class GeneratedCodeDocumentTests
{
    private const string Omission = "// ...";

    private static readonly IReadOnlyList<CodeBlock> s_blocks = MarkdownPage.Blocks("docs/generated-code.md");
    private static readonly TestClient s_client = Generate();

    public static TheoryData<int, string> Listings() => Blocks(static code => FileName().IsMatch(code));

    public static TheoryData<int, string> Snippets() => Blocks(static code => !FileName().IsMatch(code));

    [Theory]
    [MemberData(nameof(Listings))]
    public void AListingIsWhatIsGenerated(int line, string listing)
    {
        var file = FileName().Match(listing);
        var generated = Fold(s_client[file.Groups[1].Value]);
        var from = 0;
        foreach (var part in listing[file.Length..].Split(Omission).Select(Fold))
        {
            var at = generated.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(
                at >= 0,
                $"docs/generated-code.md, listing at line {line}: {file.Groups[1].Value}.g.cs does not hold, in this order:\n{part}\n\n{generated}");
            from = at + part.Length;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void ASnippetCompiles(int line, string snippet)
    {
        var isType = snippet.StartsWith("public ", StringComparison.Ordinal);
        var code = isType
            ? snippet
            : $"public static class Reader {{ public static async Task RunAsync(IMachineMetricsClient client) {{ await Task.Yield();\n{snippet}\n}} "
                + $"}}";
        var errors = s_client.Compile(
            "#nullable enable\nusing System;\nusing System.Text.Json;\nusing System.Threading.Tasks;\nusing Lathe;\nusing MachineMetrics;\n" + code)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"docs/generated-code.md, snippet at line {line}:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void TheOperationsAreValid()
    {
        var blocks = GraphQL();
        var schema = SchemaReader.Read([new SourceText("schema.graphql", blocks[0])], TestContext.Current.CancellationToken);
        Assert.Empty(schema.Errors);
        Assert.Empty(DocumentValidator.Validate(
            schema,
            [DocumentParser.Parse(new SourceText("page.graphql", string.Join('\n', blocks.Skip(1))), TestContext.Current.CancellationToken)],
            cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(Listings().Count > 8 && Snippets().Count > 5);
    }

    [Theory]
    [InlineData("client.DowntimeAsync(null)")]
    [InlineData("client.DowntimeAsync()")]
    [InlineData("client.DowntimeAsync(limit: null)")]
    [InlineData("client.SendAsync(new DowntimeQuery.Variables())")]
    [InlineData("client.SendAsync(DowntimeQuery.Operation)")]
    public void EachWayToSendCompiles(string call)
    {
        var client = TestClient.Generate("type Query { downtime(limit: Int): Int }", "query Downtime($limit: Int) { downtime(limit: $limit) }");
        var compilation = client.Compile(
            $"using Test.Api; internal static class Reader {{ internal static object Read(ITestClient client) => {call}; }}");
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken));
    }

    private static TestClient Generate()
    {
        var blocks = GraphQL();
        return TestClient.Generate(
            blocks[0], string.Join('\n', blocks.Skip(1)), new ClientConfig { Client = "MachineMetricsClient", Namespace = "MachineMetrics" });
    }

    private static string[] GraphQL() => [.. s_blocks.Where(static one => one.Language == "graphql").Select(static one => one.Code)];

    private static TheoryData<int, string> Blocks(Func<string, bool> wanted)
    {
        var data = new TheoryData<int, string>();
        foreach (var block in s_blocks.Where(block => block.Language == "csharp" && wanted(block.Code)))
            data.Add(block.Line, block.Code);
        return data;
    }

    // A line may be broken within parentheses to fit the page.
    private static string Fold(string code) => Parenthesis().Replace(Space().Replace(code, " ").Trim(), "(");

    [GeneratedRegex(@"^// (\w+)\.g\.cs\n")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\( ")]
    private static partial Regex Parenthesis();
}
