using Lathe.Build;
using Lathe.Language.Syntax;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using SourceText = Lathe.Language.Text.SourceText;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>Migrates the C# files of a folder, and notes what else of the project is of Strawberry Shake.</summary>
internal static class ProjectMigration
{
    private const string Component = "Components that run operations have no counterpart: call the client in the component (docs/blazor.md).";

    private static readonly string[] s_components = ["<Use", "DataComponent", "@inherits Use"];

    /// <summary>Reads the names of all operations of a configuration.</summary>
    public static ShakeNames Names(IReadOnlyList<ProjectSources> projects, CancellationToken cancellationToken) => new(
        projects.SelectMany(project => project.ParseDocuments(cancellationToken))
            .SelectMany(document => document.Definitions.OfType<OperationDefinitionSyntax>()),
        projects.Select(project => project.Config?.Client).OfType<string>());

    /// <summary>Migrates all C# files; those that stay as they are and need no hand are left out.</summary>
    public static IReadOnlyList<MigratedFile> Run(ShakeNames names, ToolHost host, CancellationToken cancellationToken)
    {
        var files = new List<MigratedFile>();
        foreach (var path in FilePatterns.Expand("**/*.cs", host.Folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var migrated = CallSites.Migrate(path, TextFiles.Read(path, host.Folder).Text, names, cancellationToken);
            if (migrated.Changes > 0 || migrated.Notes.Count > 0)
                files.Add(migrated);
        }

        return files;
    }

    /// <summary>Finds packages, tools and components.</summary>
    public static IEnumerable<MigrationNote> Leftovers(ToolHost host)
    {
        foreach (var file in Read("**/*.csproj", host).Concat(Read("**/*.props", host)))
        {
            foreach (var line in Lines(file, "StrawberryShake"))
                yield return new MigrationNote(file.Path, line, "Take this package of Strawberry Shake out of the project.");
        }

        foreach (var file in Read("**/dotnet-tools.json", host))
        {
            foreach (var line in Lines(file, "strawberryshake.tools"))
                yield return new MigrationNote(file.Path, line, "The tool is no longer needed: dotnet tool uninstall StrawberryShake.Tools");
        }

        foreach (var file in Read("**/*.razor", host))
        {
            foreach (var line in s_components.SelectMany(part => Lines(file, part)).Distinct().Order())
                yield return new MigrationNote(file.Path, line, Component);
        }
    }

    private static IEnumerable<SourceText> Read(string pattern, ToolHost host) =>
        FilePatterns.Expand(pattern, host.Folder).Select(path => TextFiles.Read(path, host.Folder));

    private static IEnumerable<int> Lines(SourceText file, string part) => file.Text.Split('\n')
        .Select((line, index) => (line, index)).Where(one => one.line.Contains(part, StringComparison.OrdinalIgnoreCase))
        .Select(one => one.index + 1);
}
