using Lathe.Language.Advice;
using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Advice;

public sealed class LimitAdviceTests
{
    [Fact]
    public void MessageHasCountLimitAndPlace()
    {
        const string text = "query Downtime {\n  a { b { c { x } } d { x } e { x } f { x } }\n}";

        Assert.Equal(
            [
                "q.graphql(1,7): warning GQL2010: 'Downtime' selects 6 nodes; this API denies more than 5. Split it into several operations.",
                "q.graphql(1,7): warning GQL2011: 'Downtime' nests 3 levels deep; this API denies more than 2. "
                + "Start from a root field nearer to the innermost selection.",
            ],
            Check(text, new OperationLimits(MaxDepth: 2, MaxNodes: 5)));
    }

    [Theory]
    [InlineData("{ a b c }", 0, 0)]
    [InlineData("{ a { x } }", 1, 1)]
    [InlineData("{ one: a { x } two: a { x } }", 2, 1)]
    [InlineData("{ ... on Q { a { ... { b { x } } } } }", 2, 2)]
    [InlineData("{ a { ...F } b { ...F } } fragment F on T { c { d { x } } }", 6, 3)]
    [InlineData("{ ...F } fragment F on T { a { ...F } }", 1, 1)]
    [InlineData("{ a { ...Missing } }", 1, 1)]
    public void Counts(string text, int nodes, int depth) => Assert.Equal(new OperationSize(nodes, depth), Measure(text));

    [Fact]
    public void FragmentsThatDoubleEachOtherAreCountedInTime()
    {
        var fragments = string.Concat(Enumerable.Range(0, 200).Select(i => $"fragment F{i} on T {{ a {{ ...F{i + 1} ...F{i + 1} }} }} "));

        Assert.Equal(new OperationSize(int.MaxValue, 201), Measure("{ ...F0 } " + fragments + "fragment F200 on T { a { x } }"));
    }

    [Fact]
    public void NoLimitsNoAdvice() => Assert.Empty(Check("query A { a { x } }", new OperationLimits()));

    [Theory]
    [InlineData("01-depth-4", "GQL2011")]
    [InlineData("02-depth-5-through-fragments", "GQL2011")]
    [InlineData("03-six-nodes-siblings", "GQL2010")]
    [InlineData("04-six-nodes-roots", "GQL2010")]
    [InlineData("05-depth-6", "GQL2010,GQL2011")]
    [InlineData("06-seven-nodes-aliases", "GQL2010")]
    public void OperationsOverTheVendorsLimits(string name, string expected)
    {
        var text = File.ReadAllText(SharedFolder.Require($"machinemetrics/operations-over-limit/{name}.graphql"));

        Assert.Equal(expected, string.Join(',', Check(text, new OperationLimits(3, 5)).Select(line => line.Split(' ')[2].TrimEnd(':'))));
    }

    [Fact]
    public void OperationsWithinTheVendorsLimits()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("machinemetrics/operations"), "*.graphql"))
            Assert.Empty(Check(File.ReadAllText(file), new OperationLimits(3, 5)));
    }

    private static IEnumerable<string> Check(string text, OperationLimits limits)
    {
        var (operation, find) = Parse(text);
        return LimitAdvice.Check(operation, find, limits, TestContext.Current.CancellationToken).Select(error => error.ToString());
    }

    private static OperationSize Measure(string text)
    {
        var (operation, find) = Parse(text);
        return OperationSize.Measure(operation, find, TestContext.Current.CancellationToken);
    }

    private static (OperationDefinitionSyntax Operation, Func<string, FragmentDefinitionSyntax?> Find) Parse(string text)
    {
        var document = DocumentParser.Parse(new SourceText("q.graphql", text), TestContext.Current.CancellationToken);
        Assert.Empty(document.Errors);
        var fragments = document.Definitions.OfType<FragmentDefinitionSyntax>().ToDictionary(fragment => fragment.Name.Value);
        return (document.Definitions.OfType<OperationDefinitionSyntax>().First(), name => fragments.GetValueOrDefault(name));
    }
}
