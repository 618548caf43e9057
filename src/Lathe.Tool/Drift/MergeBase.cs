using Lathe.Language.Configuration;
using Lathe.Language.Text;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>The commit at which the current branch left another one: what a pull request is compared with.</summary>
/// <param name="Folder">The folder of a project's configuration, a full path.</param>
/// <param name="Prefix">That folder's path in the repository, with a slash at its end, or nothing for its root.</param>
/// <param name="Commit">The commit's hash.</param>
/// <param name="Branch">The other branch.</param>
internal sealed record MergeBase(string Folder, string Prefix, string Commit, string Branch)
{
    private const string Heads = "refs/heads/";

    /// <summary>Finds where the current branch left another one, of this repository or of its origin: the later place, as one may be stale.</summary>
    public static async Task<MergeBase> FindAsync(string branch, string folder, CancellationToken cancellationToken)
    {
        // So Azure Pipelines names the branch that a pull request goes to.
        if (branch.StartsWith(Heads, StringComparison.Ordinal))
            branch = branch[Heads.Length..];
        if (branch.StartsWith('-'))
            throw new ToolException("--base-branch takes the name of a branch.");
        var (prefix, error) = await Git.RunAsync(folder, cancellationToken, "rev-parse", "--show-prefix").ConfigureAwait(false);
        if (prefix is null)
            throw new ToolException($"--base-branch needs a git repository around {folder}: {error}");
        var known = new List<string>();
        foreach (var name in new[] { branch, "origin/" + branch })
        {
            if ((await Git.RunAsync(folder, cancellationToken, "rev-parse", "--verify", name + "^{commit}").ConfigureAwait(false)).Output is not null)
                known.Add(name);
        }

        var advice = "Fetch that branch; a shallow clone needs its history (fetch-depth: 0, GIT_DEPTH: 0).";
        if (known.Count == 0)
            throw new ToolException($"git knows no branch '{PlainText.Line(branch)}', of this repository or of origin. {advice}");
        (var commit, error) = await Git.RunAsync(folder, cancellationToken, ["merge-base", "HEAD", .. known]).ConfigureAwait(false);
        return commit is not null
            ? new MergeBase(folder, prefix.Trim('\n'), commit.Trim(), branch)
            : throw new ToolException($"git does not know where this branch left '{branch}'{(error.Length > 0 ? $" ({error})" : "")}. {advice}");
    }

    /// <summary>Reads the schema files of a project as they were, by the configuration of then; none where the project is new.</summary>
    public async Task<IReadOnlyList<SourceText>> ReadAsync(ConfiguredProject project, CancellationToken cancellationToken)
    {
        var (list, error) = await Git.RunAsync(
            Folder, cancellationToken, "ls-tree", "-r", "-z", "--name-only", "--full-tree", Commit).ConfigureAwait(false);
        if (list is null)
            throw new ToolException($"git cannot list the files of {Branch}: {error}");
        var paths = list.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var then = await ReadConfigurationAsync(project, paths, cancellationToken).ConfigureAwait(false);
        var texts = new List<SourceText>();
        foreach (var path in paths.Where(path => FileKinds.IsCandidate(path) && IsSchemaOf(then, path)))
        {
            // In brackets, as no file of the working tree has these lines.
            texts.Add(new SourceText($"({Branch}) {path}", await ReadFileAsync(path, cancellationToken).ConfigureAwait(false)));
        }

        return texts;
    }

    // A schema that the branch moves is where the configuration of then says.
    private async Task<ConfiguredProject> ReadConfigurationAsync(ConfiguredProject project, string[] paths, CancellationToken cancellationToken)
    {
        var file = project.Location.Source.Path;
        var path = Prefix + Path.GetFileName(file);
        if (!paths.Contains(path, StringComparer.Ordinal))
            return project;
        var text = await ReadFileAsync(path, cancellationToken).ConfigureAwait(false);
        var then = ConfigurationReader.Read(new SourceText(file, text), cancellationToken);
        return then.Projects.FirstOrDefault(candidate => candidate.Config.ProjectName == project.Config.ProjectName) ?? project;
    }

    private async Task<string> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var (text, error) = await Git.RunAsync(Folder, cancellationToken, "show", $"{Commit}:{path}").ConfigureAwait(false);
        return text ?? throw new ToolException($"git cannot read {path} of {Branch}: {error}");
    }

    // By the way from the project's folder: the repository's root may have another path by a symbolic link.
    private bool IsSchemaOf(ConfiguredProject project, string path)
    {
        var full = Path.GetFullPath(Path.Combine(Folder, Path.GetRelativePath("/" + Prefix, "/" + path))).Replace('\\', '/');
        return project.Schema.LastOrDefault(pattern => pattern.Glob.Matches(Folder, full)) is { IsNegated: false };
    }
}
