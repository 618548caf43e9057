using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Tests.Docs;

/// <summary>Each point that GraphQL over HTTP asks of clients names tests in <c>docs/transport.md</c>, and those are there.</summary>
public sealed partial class TransportDocumentTests
{
    private static readonly string s_root = SharedFolder.RepositoryRoot;

    [Fact]
    public void EachPointNamesTestsThatAreThere()
    {
        var page = File.ReadAllText(Path.Combine(s_root, "docs/transport.md"));
        var table =
            page[page.IndexOf("### What GraphQL over HTTP asks", StringComparison.Ordinal)..page.IndexOf("## Rate limit", StringComparison.Ordinal)];
        var points = table.Split('\n').Where(line => line.StartsWith('|')).Skip(2).ToList();
        Assert.True(points.Count > 10);
        Assert.All(points, point => Assert.Matches(Test(), point));

        var files = Directory.EnumerateFiles(Path.Combine(s_root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var missing = Test().Matches(table).Where(name => !files[name.Groups[1].Value].Any(
            text => Regex.IsMatch(text, $@"\[(Fact|Theory)\](\s*\[.*\])*\s*public [\w<> ]+ {name.Groups[2].Value}\(")));
        Assert.Empty(missing.Select(name => name.Value));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Test();
}
