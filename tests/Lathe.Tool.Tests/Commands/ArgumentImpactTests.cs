using System.Text.Json;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A change of an argument breaks the operations whose values no longer fit, also where arguments of fragments give them.</summary>
public sealed class ArgumentImpactTests
{
    private const string OldSchema = "type Query { machines(first: Int, size: Size): [String!] }\nenum Size { S M }";

    [Theory]
    [InlineData("first: String", 1, "1:27 First")]
    [InlineData("first: Float", 0)]
    [InlineData("first: Int!", 1, "1:54 Second")]
    [InlineData("first: Int, after: ID!", 1, "1:15 First", "1:54 Second")]
    [InlineData("first: Int, after: ID", 0)]
    public async Task OfALiteral(string arguments, int code, params string[] expected)
    {
        using var run = Project("query First { m: machines(first: 1) } query Second { m: machines }", fragmentArguments: false);
        run.Write("new.graphql", OldSchema.Replace("first: Int", arguments, StringComparison.Ordinal));
        await AssertAsync(run, code, expected);
    }

    [Theory]
    [InlineData("first: Int, size: Size", "first: String, size: Size", 1, "2:59 First/F", "2:59 Second/F")]
    [InlineData("first: Int, size: Size", "first: Int!, size: Size", 0)]
    [InlineData("first: Int, size: Size", "first: Int, size: Size!", 1, "2:70 First/F", "2:70 Second/F")]
    [InlineData("enum Size { S M }", "enum Size { M }", 1, "1:26 First")]
    [InlineData("enum Size { S M }", "enum Size { S }", 1, "1:63 Second")]
    public async Task OfTheArgumentsOfASpread(string old, string @new, int code, params string[] expected)
    {
        using var run = Project(
            "query First { ...F(size: S) } query Second { ...F(n: 2, size: M) }\n"
                + "fragment F($n: Int! = 1, $size: Size) on Query { machines(first: $n, size: $size) }",
            fragmentArguments: true);
        run.Write("new.graphql", OldSchema.Replace(old, @new, StringComparison.Ordinal));
        await AssertAsync(run, code, expected);
    }

    // The document as it is written stays valid; what is sent in its place does not.
    [Fact]
    public async Task OfWhatIsSentInPlaceOfTheArguments()
    {
        using var run = Project(
            "query First { ...F(n: null) } fragment F($n: Int = 1) on Query { machines(first: $n) }", fragmentArguments: true);
        run.Write("new.graphql", OldSchema.Replace("first: Int", "first: Int!", StringComparison.Ordinal));
        await AssertAsync(run, 1, "1:23 First Expected value of type \"Int!\", found null.");
    }

    private static ToolRun Project(string documents, bool fragmentArguments) => new(
        ("old.graphql", OldSchema),
        ("q.graphql", documents),
        (".graphqlrc.json", $$$"""
            { "schema": "old.graphql", "documents": "q.graphql",
              "extensions": { "lathe": { "fragmentArguments": {{{(fragmentArguments ? "true" : "false")}}} } } }
            """));

    private static async Task AssertAsync(ToolRun run, int code, params string[] expected)
    {
        string[][] commands = [["schema", "check", "--against", "new.graphql"], ["schema", "diff", "old.graphql", "new.graphql"]];
        foreach (var command in commands)
        {
            Assert.True(await run.RunAsync([.. command, "--format", "json"]) == code, run.Output + run.Error);
            var uses = run.Json.GetProperty("changes").EnumerateArray()
                .Where(change => change.GetProperty("criticality").GetString() == "breaking")
                .SelectMany(change => change.GetProperty("affected").EnumerateArray())
                .Select(use => Place(use));
            var refused = run.Json.GetProperty("refused").EnumerateArray().Select(use => $"{Place(use)} {use.GetProperty("message").GetString()}");
            Assert.Equal(expected, uses.Any() ? uses.Order(StringComparer.Ordinal) : refused);
        }
    }

    private static string Place(JsonElement use)
    {
        var fragment = use.TryGetProperty("fragment", out var name) ? "/" + name.GetString() : "";
        return $"{use.GetProperty("line").GetInt32()}:{use.GetProperty("column").GetInt32()} {use.GetProperty("operation").GetString()}{fragment}";
    }
}
