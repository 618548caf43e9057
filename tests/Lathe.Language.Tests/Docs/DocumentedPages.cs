using Lathe.TestSupport;

namespace Lathe.Language.Tests.Docs;

/// <summary>The pages that readers of the repository see.</summary>
internal static class DocumentedPages
{
    /// <summary>
    /// Gets all pages, relative to the repository: those of its root and of its packages, then those below <c>docs</c> in ordinal order.
    /// </summary>
    public static IEnumerable<string> All() =>
        new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "AGENTS.md", "llms.txt" }
            .Concat(Directory.GetDirectories(Path.Combine(SharedFolder.RepositoryRoot, "src"))
                .Select(static folder => Path.Combine(folder, "README.md"))
                .Where(File.Exists).Select(Relative).Order(StringComparer.Ordinal))
            .Concat(Below("docs"));

    /// <summary>Gets all pages but those of diagnostics, of which there is one for each id.</summary>
    public static IEnumerable<string> WithoutDiagnostics() =>
        All().Where(static page => !page.StartsWith("docs/diagnostics/", StringComparison.Ordinal));

    /// <summary>Gets the pages below a folder, in ordinal order.</summary>
    public static IEnumerable<string> Below(string folder) =>
        Directory.GetFiles(Path.Combine(SharedFolder.RepositoryRoot, folder), "*.md", SearchOption.AllDirectories)
            .Select(Relative).Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(SharedFolder.RepositoryRoot, path).Replace('\\', '/');
}
