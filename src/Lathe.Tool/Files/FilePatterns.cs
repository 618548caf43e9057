using Lathe.Language.Configuration;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Finds the files that paths, folders and globs stand for.</summary>
internal static class FilePatterns
{
    private static readonly string[] s_skippedFolders = [".git", "bin", "obj", "node_modules"];
    private static readonly char[] s_wildCards = ['*', '?', '[', '{'];

    /// <summary>Finds the files of a pattern, in ordinal order; relative ones start from the folder and stay relative to it.</summary>
    public static IReadOnlyList<string> Expand(string pattern, string folder)
    {
        var text = pattern.Replace('\\', '/');
        if (File.Exists(Path.Combine(folder, text)))
            return [text];
        if (Directory.Exists(Path.Combine(folder, text)))
            return Documents(text, folder);
        if (text.IndexOfAny(s_wildCards) < 0)
            return [];
        var glob = GlobPattern.Create(text)
            ?? throw new ToolException($"The braces of '{pattern}' stand for more than 256 patterns. Use '*' instead.");
        var root = StaticPart(text);
        var matches = Enumerate(root, folder).Where(path => glob.Matches(folder, Path.GetFullPath(Path.Combine(folder, path))));
        return [.. matches.Order(StringComparer.Ordinal)];
    }

    /// <summary>Finds all <c>.graphql</c>, <c>.gql</c> and <c>.graphqls</c> files below a folder.</summary>
    public static IReadOnlyList<string> Documents(string root, string folder) =>
        [.. Enumerate(root, folder).Where(ProjectFiles.IsDocument).Order(StringComparer.Ordinal)];

    private static string StaticPart(string pattern)
    {
        var end = pattern.LastIndexOf('/', pattern.IndexOfAny(s_wildCards));
        return end < 0 ? string.Empty : end == 0 ? "/" : pattern[..end];
    }

    private static IEnumerable<string> Enumerate(string root, string folder)
    {
        var pending = new Stack<string>([root]);
        while (pending.TryPop(out var current))
        {
            var info = new DirectoryInfo(Path.Combine(folder, current));
            if (!info.Exists)
                continue;
            foreach (var entry in Entries(info))
            {
                var path = current.Length == 0 ? entry.Name : current.EndsWith('/') ? current + entry.Name : current + "/" + entry.Name;
                if (entry is FileInfo)
                    yield return path;
                else if (!s_skippedFolders.Contains(entry.Name, StringComparer.Ordinal) && entry.LinkTarget is null)
                    pending.Push(path);
            }
        }
    }

    private static FileSystemInfo[] Entries(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The folder '{folder.FullName}' cannot be read: {exception.Message}");
        }
    }
}
