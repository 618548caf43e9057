using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Tests.Docs;

/// <summary>Each promise of <c>docs/security.md</c> names tests, and those are there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string s_root = SharedFolder.RepositoryRoot;

    [Fact]
    public void EachPromiseNamesATest()
    {
        var promises = File.ReadAllLines(Path.Combine(s_root, "docs/security.md"))
            .Where(
                line => line.StartsWith('|')
                    && !line.StartsWith("| ---", StringComparison.Ordinal)
                    && !line.StartsWith("| promise", StringComparison.Ordinal))
            .ToList();
        Assert.True(promises.Count > 20);
        Assert.All(promises, promise => Assert.Matches(Test(), promise));
    }

    [Fact]
    public void TheTestsThatItNamesAreThere()
    {
        var files = Directory.EnumerateFiles(Path.Combine(s_root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var names = Test().Matches(File.ReadAllText(Path.Combine(s_root, "docs/security.md")));
        Assert.True(names.Count > 30);
        var missing = names.Where(name => !files[name.Groups[1].Value].Any(text => Holds(text, name.Groups[2].Value))).Select(name => name.Value);
        Assert.Empty(missing);
    }

    private static bool Holds(string text, string method) =>
        Regex.IsMatch(text, $@"\[(Fact|Theory)\](\s*\[.*\])*\s*public [\w<> ]+ {method}\(");

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Test();
}
