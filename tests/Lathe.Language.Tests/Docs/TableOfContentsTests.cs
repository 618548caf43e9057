using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Docs;

/// <summary>The order of the site (<c>docs/toc.yml</c>), its first page and the list of diagnostics leave no page out.</summary>
public sealed partial class TableOfContentsTests
{
    private static readonly string s_docs = Path.Combine(SharedFolder.RepositoryRoot, "docs");

    [Fact]
    public void TheSiteHasEachPageOnce()
    {
        var listed = Entry().Matches(Read("toc.yml")).Select(static entry => entry.Groups[1].Value)
            .Where(static href => href.EndsWith(".md", StringComparison.Ordinal) && !href.StartsWith("..", StringComparison.Ordinal)).ToList();
        Assert.Equal(Pages().Except(["index.md"]), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheFirstPageLeadsToEachPageThatIsNotBelowAnother()
    {
        var page = Read("index.md");
        var below = new[] { "from-", "performance/", "index.md" };
        Assert.All(
            Pages().Where(one => !below.Any(start => one.StartsWith(start, StringComparison.Ordinal))),
            one => Assert.Contains($"]({one})", page, StringComparison.Ordinal));
    }

    [Fact]
    public void TheListOfDiagnosticsHasARowForEachPage()
    {
        var rows = DocumentedPages.Below("docs/diagnostics").Select(page =>
        {
            var title = File.ReadLines(Path.Combine(SharedFolder.RepositoryRoot, page)).First();
            var (id, what) = (Path.GetFileNameWithoutExtension(page), title[(title.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            return $"| [{id}](diagnostics/{id}.md) | {what} |";
        });
        Assert.Equal(rows, Read("diagnostics.md").Split('\n').Where(static line => line.StartsWith("| [", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Pages() => DocumentedPages.Below("docs").Select(static page => page["docs/".Length..])
        .Where(static page => !page.StartsWith("diagnostics/", StringComparison.Ordinal));

    private static string Read(string name) => File.ReadAllText(Path.Combine(s_docs, name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^ *href: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
