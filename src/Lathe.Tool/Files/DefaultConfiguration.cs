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
        var root = folder.Replace('\\', '/').TrimEnd('/');
        var kinds = FilePatterns.Documents(string.Empty, folder)
            .ToDictionary(path => $"{root}/{path}", path => FileKinds.Of(path, TextFiles.Read(path, folder).Text), StringComparer.Ordinal);
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
}
