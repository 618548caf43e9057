namespace Lathe.Language.Configuration;

/// <summary>Paths as lists of segments, so that both kinds of slash and relative parts compare equal.</summary>
internal static class PathSegments
{
    public static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    public static string[] Split(string path) =>
        path.Replace('\\', '/').Split(['/'], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").ToArray();

    /// <summary>Removes <c>..</c> together with the segment before it.</summary>
    public static string[] Resolve(string[] segments)
    {
        if (Array.IndexOf(segments, "..") < 0)
            return segments;
        var result = new List<string>(segments.Length);
        foreach (var segment in segments)
        {
            if (segment == ".." && result.Count > 0 && result[^1] != "..")
                result.RemoveAt(result.Count - 1);
            else
                result.Add(segment);
        }

        return [.. result];
    }

    public static (int Up, string[] Remaining) TakeParents(string[] segments)
    {
        var resolved = Resolve(segments);
        var up = 0;
        while (up < resolved.Length && resolved[up] == "..")
            up++;
        return (up, up == 0 ? resolved : resolved.Skip(up).ToArray());
    }

    public static bool StartsWith(string[] path, string[] root, int depth)
    {
        if (path.Length < depth)
            return false;
        for (var i = 0; i < depth; i++)
        {
            // Windows gives drive letters in either case.
            var comparison = root[i].EndsWith(":", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (!string.Equals(path[i], root[i], comparison))
                return false;
        }

        return true;
    }
}
