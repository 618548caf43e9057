using Lathe.Language.Configuration;

namespace Lathe.Build;

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
            ?? throw new FilePatternException($"The braces of '{pattern}' stand for more than 256 patterns. Use '*' instead.");
        var root = StaticPart(text);
        var matches = Enumerate(root, folder).Where(path => glob.Matches(folder, Path.GetFullPath(Path.Combine(folder, path))));
        return [.. matches.OrderBy(static path => path, StringComparer.Ordinal)];
    }

    /// <summary>Finds all <c>.graphql</c>, <c>.gql</c> and <c>.graphqls</c> files below a folder.</summary>
    public static IReadOnlyList<string> Documents(string root, string folder) =>
        [.. Enumerate(root, folder).Where(ProjectFiles.IsDocument).OrderBy(static path => path, StringComparer.Ordinal)];

    private static string StaticPart(string pattern)
    {
        var end = pattern.LastIndexOf('/', pattern.IndexOfAny(s_wildCards));
        return end < 0 ? string.Empty : end == 0 ? "/" : pattern.Substring(0, end);
    }

    private static IEnumerable<string> Enumerate(string root, string folder)
    {
        var pending = new Stack<string>([root]);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            var info = new DirectoryInfo(Path.Combine(folder, current));
            if (!info.Exists)
                continue;
            foreach (var entry in Entries(info))
            {
                var path = current.Length == 0 ? entry.Name : current[current.Length - 1] == '/' ? current + entry.Name : current + "/" + entry.Name;
                if (entry is FileInfo)
                    yield return path;
                else if (!s_skippedFolders.Contains(entry.Name, StringComparer.Ordinal) && (entry.Attributes & FileAttributes.ReparsePoint) == 0)
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
            throw new FilePatternException($"The folder '{folder.FullName}' cannot be read: {exception.Message}");
        }
    }
}
