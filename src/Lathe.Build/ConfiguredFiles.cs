using Lathe.Language.Configuration;
using Lathe.Language.Text;

namespace Lathe.Build;

/// <summary>Finds the files that a configuration names and a C# project does not hold.</summary>
internal sealed class ConfiguredFiles
{
    // A file's kind shows in its first token.
    private const int LongestPrefix = 1 << 16;

    private readonly string _folder;
    private readonly HashSet<string> _known;

    /// <summary>Initializes the search.</summary>
    /// <param name="folder">The folder of the C# project.</param>
    /// <param name="files">The full paths of the files that the build has.</param>
    public ConfiguredFiles(string folder, IEnumerable<string> files)
    {
        _folder = folder;
        _known = new HashSet<string>(files.Select(Normalize), StringComparer.Ordinal);
    }

    /// <summary>Finds the files.</summary>
    /// <param name="configuration">The full path of the configuration.</param>
    /// <param name="names">The projects of it that the C# project names; none for those that it holds documents of.</param>
    /// <returns>Full paths in ordinal order.</returns>
    /// <exception cref="IOException">A file or a folder cannot be read.</exception>
    public IReadOnlyList<string> Find(string configuration, IReadOnlyList<string> names)
    {
        var source = new SourceText(Normalize(configuration), File.ReadAllText(configuration));
        var file = ConfigurationReader.Read(source);
        var kinds = _known.ToDictionary(path => path, ReadKind, StringComparer.Ordinal);
        var scope = ConfigurationScope.Of(source, file, _folder, names, kinds);
        var isShared = names.Count == 0 && ConfigurationScope.IsAbove(source.Path, _folder);
        var root = Path.GetDirectoryName(configuration)!;
        var found = scope.Projects.SelectMany(project => Schema(project, root).Concat(Documents(project, root, isShared)));
        return [.. found.Where(FileKinds.IsCandidate).Where(path => !_known.Contains(path)).Distinct(StringComparer.Ordinal)
            .OrderBy(static path => path, StringComparer.Ordinal)];
    }

    // JSON is not among the files of a project by itself.
    private IEnumerable<string> Schema(ConfiguredProject project, string root) =>
        Expand(project.Schema, root).Concat(Expand(project.SchemaExtensions, root))
            .Where(path => IsElsewhere(path) || !ProjectFiles.IsDocument(path));

    private IEnumerable<string> Documents(ConfiguredProject project, string root, bool isShared) =>
        Expand(project.Documents ?? project.Include ?? [], root)
            .Where(path => ProjectFiles.IsDocument(path) && IsElsewhere(path) && !(isShared && IsOfAnotherProject(path, root)));

    private static IEnumerable<string> Expand(IReadOnlyList<ConfiguredPattern> patterns, string root) => patterns
        .Where(pattern => !pattern.IsNegated).SelectMany(pattern => FilePatterns.Expand(pattern.Glob.Text, root))
        .Select(path => Normalize(Path.Combine(root, path)))
        .Where(path => !patterns.Any(pattern => pattern.IsNegated && pattern.Glob.Matches(root, path)));

    private bool IsElsewhere(string path) => !ConfigurationScope.IsBelow(path, _folder);

    // A document belongs to the nearest C# project above it. Without one it belongs to all.
    private static bool IsOfAnotherProject(string path, string root)
    {
        var end = Normalize(root).TrimEnd('/').Length;
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length > end; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.csproj").Any())
                return true;
        }

        return false;
    }

    private static FileKind ReadKind(string path)
    {
        if (!FileKinds.IsCandidate(path) || !File.Exists(path))
            return FileKind.Other;
        using var reader = new StreamReader(path);
        var buffer = new char[LongestPrefix];
        return FileKinds.Of(path, new string(buffer, 0, reader.ReadBlock(buffer, 0, buffer.Length)));
    }

    private static string Normalize(string path) => Path.GetFullPath(path).Replace('\\', '/');
}
