using Lathe.Language.Errors;

namespace Lathe.Language.Configuration;

/// <summary>The files of a project, picked by its patterns.</summary>
/// <param name="Schema">The paths of the schema files, in the order of the patterns, then of the paths.</param>
/// <param name="Extensions">The paths of the files that the client adds to the schema, in the same order.</param>
/// <param name="Documents">The paths of the documents, in ordinal order.</param>
/// <param name="Errors">Patterns that match nothing, and schemas that are not there.</param>
internal sealed record ProjectFiles(
    IReadOnlyList<string> Schema, IReadOnlyList<string> Extensions, IReadOnlyList<string> Documents, IReadOnlyList<LanguageError> Errors)
{
    private static readonly string[] s_extensions = [".graphql", ".gql", ".graphqls"];

    /// <summary>Picks the files of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="kinds">What all the files that there are hold, by their paths, absolute or all relative to the same folder. Globs of the
    /// schema leave out what holds no types.</param>
    /// <returns>The files, and what is wrong with the patterns.</returns>
    public static ProjectFiles Select(ConfiguredProject project, IReadOnlyDictionary<string, FileKind> kinds)
    {
        var folder = FolderOf(project.Location.Source.Path);
        var ordered = kinds.Where(file => file.Value is not (FileKind.Configuration or FileKind.OtherConfiguration))
            .Select(file => file.Key).OrderBy(path => path, StringComparer.Ordinal).ToArray();
        var errors = new List<LanguageError>();
        var hints = new PatternHints(folder, ordered);
        var typed = ordered.Where(path => FileKinds.HoldsTypes(kinds[path])).ToArray();
        var schema = MatchTypes(project.Schema);
        var extensions = MatchTypes(project.SchemaExtensions);
        schema.RemoveAll(extensions.Contains);
        var schemaPaths = new HashSet<string>(schema.Concat(extensions), StringComparer.Ordinal);
        var candidates = ordered.Where(path => IsDocument(path) && !schemaPaths.Contains(path)).ToArray();
        var documents = project.Documents is { } patterns
            ? Match(patterns, folder, _ => candidates, pattern => errors.Add(MatchesNothing(pattern, hints)))
            : project.Include is { } include
                ? Match(include, folder, _ => candidates, pattern => errors.Add(MatchesNothing(pattern, hints)))
                : [.. candidates];
        documents.RemoveAll(path => project.Exclude.Any(pattern => pattern.Glob.Matches(folder, path)));
        return new ProjectFiles(schema, extensions, [.. documents.OrderBy(path => path, StringComparer.Ordinal)], errors);

        List<string> MatchTypes(IReadOnlyList<ConfiguredPattern> patterns)
        {
            var found = Match(
                patterns, folder, pattern => pattern.Glob.IsPath ? ordered : typed, pattern => errors.Add(SchemaNotInBuild(pattern, hints)));
            errors.AddRange(patterns.Where(pattern => pattern.Glob.IsPath).SelectMany(pattern => NotSchemas(pattern, folder, found, kinds)));
            return found;
        }
    }

    /// <summary>Tells whether a file may hold operations, by its extension.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True for <c>.graphql</c>, <c>.gql</c> and <c>.graphqls</c>.</returns>
    public static bool IsDocument(string path) =>
        Array.Exists(s_extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static List<string> Match(
        IReadOnlyList<ConfiguredPattern> patterns,
        string folder, Func<ConfiguredPattern, string[]> pathsFor, Action<ConfiguredPattern> matchesNothing)
    {
        var result = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            var matches = pathsFor(pattern).Where(path => pattern.Glob.Matches(folder, path)).ToArray();
            if (pattern.IsNegated)
                taken.ExceptWith(matches);
            else if (matches.Length == 0)
                matchesNothing(pattern);
            else
                result.AddRange(matches.Where(taken.Add));
            result.RemoveAll(path => !taken.Contains(path));
        }

        return result;
    }

    // A file that is empty or begins with an operation. The JSON reader reports JSON without a schema.
    private static IEnumerable<LanguageError> NotSchemas(
        ConfiguredPattern pattern, string folder, List<string> schema, IReadOnlyDictionary<string, FileKind> kinds)
    {
        var message =
            $"'{pattern.Glob.Text}' holds no type definition, so it is no schema. Name the file that holds the types, or download one with: "
            + "lathe schema download";
        var found = schema.RemoveAll(path => IsDocument(path) && !FileKinds.HoldsTypes(kinds[path]) && pattern.Glob.Matches(folder, path));
        return found == 0 ? [] : [new LanguageError(ConfigurationErrors.MissingSchema, message, [pattern.Location])];
    }

    private static LanguageError SchemaNotInBuild(ConfiguredPattern pattern, PatternHints hints)
    {
        var hint = hints.ForSchema(pattern.Glob);
        var next = hint.Length == 0
            ? " Download it with 'lathe schema download', or check the path, which is relative to this file."
            : $"{hint} Paths are relative to this file.";
        var message = $"The schema '{pattern.Glob.Text}' is not among the files of this build.{next}";
        return new LanguageError(ConfigurationErrors.SchemaNotInBuild, message, [pattern.Location]);
    }

    private static LanguageError MatchesNothing(ConfiguredPattern pattern, PatternHints hints)
    {
        var message =
            $"'{pattern.Glob.Text}' matches no .graphql, .gql or .graphqls file of this build.{hints.ForDocuments(pattern.Glob)} Patterns are "
            + "relative to this file.";
        return new LanguageError(ConfigurationErrors.PatternMatchesNothing, message, [pattern.Location]);
    }

    private static string FolderOf(string path)
    {
        var end = path.LastIndexOfAny(['/', '\\']);
        return end < 0 ? string.Empty : path.Substring(0, end);
    }
}
