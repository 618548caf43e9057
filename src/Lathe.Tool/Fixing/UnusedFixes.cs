using System.Text.RegularExpressions;
using Lathe.Language.Fixes.Running;
using Lathe.Tool.Files;

namespace Lathe.Tool.Fixing;

/// <summary>Removes from the documents what builds found unused.</summary>
internal static class UnusedFixes
{
    /// <param name="projects">The projects.</param>
    /// <param name="logs">The full paths of the compiler's logs; of several, a part counts that each log with its client has.</param>
    /// <param name="folder">The folder whose C# is searched for variables by name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FixReport Run(
        IReadOnlyList<ProjectSources> projects, IReadOnlyList<string> logs, string folder, CancellationToken cancellationToken)
    {
        var findings = logs.SelectMany(BuildLog.Read).Distinct()
            .ToLookup(finding => Path.GetFullPath(finding.Path), StringComparer.Ordinal);
        var report = new FixReport();
        var code = new Lazy<string[]>(() => CodeIn(folder));
        foreach (var project in projects)
        {
            var schema = project.CreateSchema(cancellationToken);
            var check = new DocumentCheck(schema, project.AllowsFragmentArguments, []);
            var unused = project.Documents
                .SelectMany(source => findings[Path.GetFullPath(Path.Combine(folder, source.Path))].Select(finding => finding.In(source)));
            var removal = new UnusedRemoval(schema, check, name => !code.Value.Any(text => Gives(text, name)), cancellationToken);
            var result = removal.Run([.. project.Documents.Select(source => check.Parse(source, cancellationToken))], [.. unused]);
            report.Add(result);
            report.Changed.AddRange(result.Documents.Select(document => document.Source).Except(project.Documents));
        }

        return report;
    }

    private static string[] CodeIn(string folder) => [.. ProjectFolders.Written(folder, "*.cs").Select(File.ReadAllText)];

    // As a named argument, or as a property of the variables.
    private static bool Gives(string text, string variable) => Regex.IsMatch(
        text, $@"\b{Regex.Escape(variable)}\s*[:=]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}
