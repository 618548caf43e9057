using System.Globalization;
using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Tests.Docs;

/// <summary>
/// Each promise about sockets, and each behaviour of other clients that is held against ours, names a test that is there, or says why not.
/// </summary>
public sealed partial class SocketDocumentTests
{
    [Fact]
    public void EachPromiseOfThePageNamesATest()
    {
        var page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs/transport.md"));
        var promises = page[page.IndexOf("| event | promise | test |", StringComparison.Ordinal)..].Split('\n').Skip(2)
            .TakeWhile(line => line.StartsWith('|')).ToList();
        Assert.True(promises.Count > 20);
        Assert.All(promises, promise => Assert.Matches(Test(), promise));
        Assert.Empty(Missing(page));
    }

    [Fact]
    public void EachBehaviourNamesATestOrSaysWhyNot()
    {
        var page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "tests/Lathe.Tests/WebSockets/BEHAVIOURS.md"));
        var behaviours = page.Split('\n').Where(line => Row().IsMatch(line)).ToList();
        // As many as the suites of both clients name.
        Assert.Equal([.. Enumerable.Range(1, 74), .. Enumerable.Range(1, 36)], behaviours.Select(Number));
        Assert.All(behaviours, behaviour => Assert.True(
            Test().IsMatch(behaviour) || behaviour.Contains("| no: ", StringComparison.Ordinal), $"Neither test nor reason: {behaviour}"));
        Assert.Empty(Missing(page));
    }

    private static int Number(string behaviour) => int.Parse(behaviour.Split('|')[1], CultureInfo.InvariantCulture);

    private static List<string> Missing(string page)
    {
        var files = Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        return [.. Test().Matches(page)
            .Where(name => !files[name.Groups[1].Value].Any(text => Regex.IsMatch(text, $@"public [\w<> ]+ {name.Groups[2].Value}\(")))
            .Select(name => name.Value).Distinct()];
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();
}
