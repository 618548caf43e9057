using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.Fixes;
using Lathe.Language.Fixes.Running;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Tool.Files;

namespace Lathe.Tool.Fixing;

/// <summary>Mends the documents of projects, which may share files.</summary>
internal static class ProjectFixes
{
    /// <param name="projects">The projects.</param>
    /// <param name="asked">The kinds of error to mend; empty for those that a build reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FixReport Run(IReadOnlyList<ProjectSources> projects, IReadOnlyCollection<string> asked, CancellationToken cancellationToken)
    {
        var report = new FixReport();
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            var ids = Ids(project, asked);
            var schema = project.CreateSchema(cancellationToken);
            var check = new DocumentCheck(schema, project.AllowsFragmentArguments, ids);
            SourceText[] sources = [.. project.Documents.Select(source => texts.GetValueOrDefault(source.Path, source))];
            var result = new FixRun(schema, check, ids, cancellationToken).Run([.. sources.Select(source => check.Parse(source, cancellationToken))]);
            report.Add(asked.Count == 0 ? result : result with { Left = [.. result.Left.Where(error => IsLeft(error, asked))] });
            foreach (var document in result.Documents.Where((document, index) => document.Source != sources[index]))
                texts[document.Source.Path] = document.Source;
        }

        report.Changed.AddRange(texts.Values.OrderBy(text => text.Path, StringComparer.Ordinal));
        return report;
    }

    // What a file holds that does not parse is not known.
    private static bool IsLeft(LanguageError error, IReadOnlyCollection<string> asked) =>
        asked.Contains(error.Descriptor.Id) || error.Descriptor == SyntaxErrors.Syntax;

    // A list without a limit is fixed where the configuration forbids it, a name unlike its file only on demand.
    private static IReadOnlyCollection<string> Ids(ProjectSources project, IReadOnlyCollection<string> asked)
    {
        if (asked.Count > 0)
            return asked;
        var ids = FixRules.Ids.Where(id => id != OperationFileName.Descriptor.Id).ToHashSet(StringComparer.Ordinal);
        if (project.Config?.Limits.RequireListLimit != true)
            ids.Remove(ListLimitAdvice.ListWithoutLimit.Id);
        return ids;
    }
}
