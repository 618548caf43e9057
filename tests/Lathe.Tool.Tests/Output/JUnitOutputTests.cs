using System.Xml.Linq;

namespace Lathe.Tool.Tests.Output;

/// <summary>JUnit XML holds what GitLab and Azure Pipelines read: suites, cases, failures, and counts that agree with them.</summary>
public sealed class JUnitOutputTests
{
    [Fact]
    public async Task OfADrift()
    {
        using var run = DriftCase.Create();
        var suite = Hold(await DriftCase.CheckAsync(run, "junit"));
        var failure = suite.Descendants("failure").First(
            item => ((string?)item.Attribute("message"))!.StartsWith("Field Machine.ref", StringComparison.Ordinal));
        Assert.Equal("FIELD_REMOVED", (string?)failure.Attribute("type"));
        Assert.Contains("Queries/a ü,1:2.graphql(1,", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingFoundIsOnePassedCase()
    {
        using var run = new ToolRun(("a.graphql", "type Query { a: Int }"));
        Assert.Equal(0, await run.RunAsync("schema", "diff", "a.graphql", "a.graphql", "--format", "junit"));
        Assert.Empty(Assert.Single(Hold(run.Output).Elements("testcase")).Elements());
    }

    [Fact]
    public async Task OfFindings()
    {
        using var run = new ToolRun(("s.graphql", "type Query { a: Int }"), ("q.graphql", "query A { nope } fragment F on Query { a }"));
        Assert.Equal(1, await run.RunAsync("validate", "-s", "s.graphql", "-d", "q.graphql", "-f", "junit"));
        Assert.Single(Hold(run.Output).Descendants("failure"));
    }

    private static XElement Hold(string xml)
    {
        Assert.StartsWith("<?xml", xml, StringComparison.Ordinal);
        var root = XDocument.Parse(xml).Root!;
        Assert.Equal("testsuites", root.Name);
        var suite = Assert.Single(root.Elements());
        Assert.Equal("testsuite", suite.Name);
        Assert.False(string.IsNullOrEmpty((string?)suite.Attribute("name")));
        foreach (var counted in new[] { root, suite })
        {
            Assert.Equal(suite.Elements().Count(), (int)counted.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)counted.Attribute("failures")!);
            Assert.Equal(0, (int)counted.Attribute("errors")!);
        }

        Assert.All(suite.Elements(), HoldCase);
        return suite;
    }

    private static void HoldCase(XElement test)
    {
        Assert.Equal("testcase", test.Name);
        Assert.Equal(["classname", "name"], test.Attributes().Select(attribute => attribute.Name.LocalName).Order());
        Assert.All(test.Attributes(), attribute => Assert.NotEqual("", attribute.Value));
        foreach (var failure in test.Elements())
        {
            Assert.Equal("failure", failure.Name);
            Assert.Equal(["message", "type"], failure.Attributes().Select(attribute => attribute.Name.LocalName).Order());
        }
    }
}
