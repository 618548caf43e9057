namespace Lathe.Tool.Files;

/// <summary>Where a project keeps what its builds make.</summary>
internal static class ProjectFolders
{
    /// <summary>Gets the folder that restore and builds write to: <c>obj</c>, or the project's below <c>artifacts/obj</c>.</summary>
    public static string Intermediate(string project)
    {
        var own = Path.Combine(Path.GetDirectoryName(project)!, "obj");
        var name = Path.GetFileNameWithoutExtension(project);
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var shared = Path.Combine(folder, "artifacts", "obj", name);
            if (!Directory.Exists(own) && Directory.Exists(shared))
                return shared;
        }

        return own;
    }

    /// <summary>Tells whether a file stands where builds write.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="folder">The folder that is looked at; those around it do not matter.</param>
    public static bool IsMade(string path, string folder) => Path.GetRelativePath(folder, path).Split('/', '\\').Any(part => part is "obj" or "bin");

    /// <summary>Gets the files below a folder that no build made.</summary>
    public static IEnumerable<string> Written(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(path => !IsMade(path, folder));

    /// <summary>Gets the logs with notes, the newest first.</summary>
    public static IReadOnlyList<string> Logs(string project)
    {
        var folder = Intermediate(project);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "lathe.usage.sarif", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc)]
            : [];
    }
}
