using Lathe.Tool.Hosting;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace Lathe.Tool.Usage;

/// <summary>The projects that a path names: a solution's, or one.</summary>
internal static class SolutionProjects
{
    /// <summary>Reads the full paths of projects.</summary>
    /// <param name="paths">Full paths of solutions (<c>.sln</c>, <c>.slnx</c>) and projects.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var path in paths)
            found.AddRange(IsProject(path) ? [path] : await OfSolutionAsync(path, cancellationToken).ConfigureAwait(false));
        if (found.FirstOrDefault(project => !File.Exists(project)) is { } missing)
            throw new ToolException($"The project '{missing}' does not exist.");
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>> OfSolutionAsync(string path, CancellationToken cancellationToken)
    {
        if (SolutionSerializers.GetSerializerByMoniker(path) is not { } serializer)
            throw new ToolException($"'{path}' is neither a solution (.sln, .slnx) nor a project.");
        try
        {
            var solution = await serializer.OpenAsync(path, cancellationToken).ConfigureAwait(false);
            var folder = Path.GetDirectoryName(path)!;
            return solution.SolutionProjects
                .Select(project => Path.GetFullPath(Path.Combine(folder, project.FilePath.Replace('\\', '/')))).Where(IsProject);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SolutionException)
        {
            throw new ToolException($"The solution '{path}' cannot be read: {exception.Message}");
        }
    }

    private static bool IsProject(string path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj";
}
