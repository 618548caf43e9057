using Lathe.Generator.Unused;
using Lathe.Tool.Files;

namespace Lathe.Tool.Usage;

/// <summary>What is known of a project's use of generated clients.</summary>
/// <param name="Project">The full path of the project.</param>
/// <param name="Facts">Its notes, one for each compilation; none where it cannot use any client, or where something is missing.</param>
/// <param name="Fault">What is missing and how to mend it; null for nothing.</param>
internal sealed record ProjectNotes(string Project, IReadOnlyList<UsageFacts> Facts, string? Fault)
{
    /// <summary>Reads the notes of a project.</summary>
    public static ProjectNotes Read(string project, UsageFreshness freshness)
    {
        if (ProjectAssets.Read(ProjectFolders.Intermediate(project)) is not { } assets)
            return new ProjectNotes(project, [], "it is not built: there is no project.assets.json in its obj folder");
        if (!assets.MayUse)
            return new ProjectNotes(project, [], null);
        if (Path.GetExtension(project) != ".csproj")
            return new ProjectNotes(project, [], "it is no C# project, so what it uses cannot be seen; name projects instead of the solution");
        var logs = ProjectFolders.Logs(project).Select(log => (Path: log, Facts: UsageLog.Read(log))).ToArray();
        var read = logs.Where(log => log.Facts is not null)
            .Select(log => (Facts: log.Facts!, Change: freshness.Find(log.Facts!, project, log.Path))).ToArray();
        UsageFacts[] fresh = [.. read.Where(one => one.Change is null).Select(one => one.Facts)];
        if (Missing(assets, fresh) is not { } fault)
            return new ProjectNotes(project, fresh, null);
        if (logs.Length == 0)
            fault = "it has no notes";
        else if (read.FirstOrDefault(one => one.Change is not null).Change is { } change)
            fault = $"its notes are old: {change}";
        else if (read.Length < logs.Length)
            fault = "its log holds no notes: it was built without analyzers, or with another version of Lathe";
        return new ProjectNotes(project, [], fault);
    }

    private static string? Missing(ProjectAssets assets, UsageFacts[] fresh)
    {
        if (assets.Frameworks.FirstOrDefault(framework => !fresh.Any(one => Is(one.Framework, framework))) is { } missing)
            return $"it has no notes of its build for {missing}";
        return fresh.Any(one => one.IsBlind) ? "it has code that could not be understood" : null;
    }

    // Restore adds the version of a platform: net10.0-windows7.0.
    private static bool Is(string framework, string restored) =>
        framework.Length > 0 && restored.StartsWith(framework, StringComparison.OrdinalIgnoreCase)
        && (restored.Length == framework.Length || framework.Contains('-', StringComparison.Ordinal));
}
