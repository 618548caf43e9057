using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Docs;

/// <summary>Links between the pages of the repository lead somewhere, and <c>llms.txt</c> names each page.</summary>
public sealed partial class DocumentLinksTests
{
    private static readonly string s_root = SharedFolder.RepositoryRoot;

    public static TheoryData<string> Pages() => [.. DocumentedPages.All()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EachLinkLeadsToAFileAndAHeading(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(s_root, page))!;
        var broken = Links(page).Where(link => !IsThere(Path.GetFullPath(Path.Combine(s_root, page)), folder, link));
        Assert.True(!broken.Any(), $"{page} links to what is not there: {string.Join(", ", broken)}");
    }

    [Fact]
    public void TheListForModelsNamesEachPage()
    {
        var named = Links("llms.txt").ToHashSet(StringComparer.Ordinal);
        var missing = DocumentedPages.WithoutDiagnostics().Where(page => !page.StartsWith("src/", StringComparison.Ordinal))
            .Except(["llms.txt", "CONTRIBUTING.md", "SECURITY.md"]).Where(page => !named.Contains(page));
        Assert.Empty(missing);
        Assert.True(named.Count > 40);
    }

    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Code().Replace(File.ReadAllText(Path.Combine(s_root, page)), ""))
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));

    private static bool IsThere(string page, string folder, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(folder, parts[0]));
        if (parts.Length == 1)
            return File.Exists(target) || Directory.Exists(target);
        return File.Exists(target) && Heading().Matches(Code().Replace(File.ReadAllText(target), ""))
            .Any(match => Anchor(match.Groups[1].Value) == parts[1]);
    }

    // As GitHub makes them.
    private static string Anchor(string heading) => NotInAnchors().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)|\bsrc(?:set)?=""([^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
