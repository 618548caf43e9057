using Lathe.Build;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Tool.Files;

/// <summary>What stands for a configuration in a folder without one, as a build has it: the one schema and all documents.</summary>
internal static class DefaultConfiguration
{
    /// <summary>Finds the schema of a folder.</summary>
    /// <returns>A configuration of one project, or with the reason why there is none; null for a folder without GraphQL files.</returns>
    public static ConfigurationFile? Find(string folder)
    {
        var root = Root(folder);
        var kinds = Kinds(folder);
        if (kinds.Count == 0)
            return null;
        var files = DefaultProject.Select(root, kinds);
        if (files.Schema.Count == 0)
            return files.Errors.Count == 0 ? null : new ConfigurationFile([], files.Errors);
        var place = new SourceLocation(new SourceText($"{root}/{ConfigurationReader.FileName}", string.Empty), new SourceSpan(0, 0));
        var project = new ConfiguredProject
        {
            Config = new ClientConfig(),
            Location = place,
            Extent = place.Span,
            Schema = [.. files.Schema.Select(path => new ConfiguredPattern(GlobPattern.OfPath(path), false, place))],
        };
        return new ConfigurationFile([project], []);
    }

    /// <summary>Finds the documents of a folder that has one schema, beside the files that are compared with each other.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="compared">The paths or globs of schemas, one of which may be the folder's own, as which the last counts first.</param>
    /// <returns>The documents; none where it is not clear which schema is theirs.</returns>
    public static IReadOnlyList<SourceText> FindDocuments(string folder, IReadOnlyList<string> compared)
    {
        var (root, kinds) = (Root(folder), Kinds(folder));
        foreach (var aside in compared.Select(pattern => FilesOf(pattern, folder)).Append([]))
        {
            var rest = kinds.Where(file => !aside.Contains(file.Key)).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
            if (DefaultProject.Select(root, rest) is { Schema.Count: > 0, Documents: var documents })
                return [.. documents.Select(path => TextFiles.Read(TextFiles.Display(path, folder), folder))];
        }

        return [];
    }

    private static HashSet<string> FilesOf(string pattern, string folder) =>
        [.. FilePatterns.Expand(pattern, folder).Select(path => Path.GetFullPath(Path.Combine(folder, path)).Replace('\\', '/'))];

    private static string Root(string folder) => folder.Replace('\\', '/').TrimEnd('/');

    private static Dictionary<string, FileKind> Kinds(string folder) => FilePatterns.Documents(string.Empty, folder).ToDictionary(
        path => $"{Root(folder)}/{path}", path => FileKinds.Of(path, TextFiles.Read(path, folder).Text), StringComparer.Ordinal);
}
