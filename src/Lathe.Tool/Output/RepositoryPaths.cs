using Lathe.Tool.Hosting;

namespace Lathe.Tool.Output;

/// <summary>Shows files relative to the root of their repository, as the pages of GitHub and GitLab name them.</summary>
/// <param name="root">The root, a full path.</param>
/// <param name="folder">The folder that relative paths start from, a full path.</param>
internal sealed class RepositoryPaths(string root, string folder)
{
    // Where the two check a repository out.
    private static readonly string[] s_variables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];

    public static RepositoryPaths Of(ToolHost host)
    {
        var named = s_variables.Select(host.Environment).FirstOrDefault(
            path => !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path) && IsBelow(path, host.Folder));
        return new RepositoryPaths(named ?? FindRoot(host.Folder) ?? host.Folder, host.Folder);
    }

    /// <summary>Shows a file; one outside of the repository by its full path.</summary>
    public string Show(string file)
    {
        var full = Path.GetFullPath(Path.Combine(folder, file));
        return (IsBelow(root, full) ? Path.GetRelativePath(root, full) : full).Replace('\\', '/');
    }

    // A worktree and a submodule have a file of this name.
    private static string? FindRoot(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
                return current.FullName;
        }

        return null;
    }

    private static bool IsBelow(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal)
            && !relative.StartsWith("..\\", StringComparison.Ordinal);
    }
}
