using System.CommandLine;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.StrawberryShake;
using Lathe.Tool.StrawberryShake.Migration;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe migrate</c>: rewrites the C# of those who come from another client.</summary>
internal static class MigrateCommand
{
    private const string Summary = "Rewrites C# that calls another client.";
    private const string ShakeSummary = "Rewrites calls of Strawberry Shake's clients in the C# files of the folder, and lists what needs a hand.";

    private const string ShakeDetails = """
        Run 'lathe init --from-strawberry-shake' before. Calls are known by the names of the operations.
        Exit code 0: done. 2: the configuration or a file could not be read or written.

        Example:
          lathe migrate strawberry-shake --dry-run
        """;

    public static Command Create(ToolHost host)
    {
        var command = new ToolCommand("migrate", Summary, "See docs/from-strawberry-shake.md.");
        command.Subcommands.Add(StrawberryShake(host));
        return command;
    }

    private static ToolCommand StrawberryShake(ToolHost host)
    {
        var config = SharedOptions.Config();
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; only tell." };
        var command = new ToolCommand("strawberry-shake", ShakeSummary, ShakeDetails) { config, dryRun };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var projects = ProjectConfiguration.Read(parsed.GetValue(config), host).Projects;
            if (projects.Count == 0)
                throw ProjectConfiguration.WithoutProject();
            var names = ProjectMigration.Names([.. projects.Select(project => ProjectTexts.Read(project, host))], cancellationToken);
            var files = ProjectMigration.Run(names, host, cancellationToken);
            foreach (var file in files.Where(file => file.Changes > 0 && !parsed.GetValue(dryRun)))
                TextFiles.WriteAtomically(Path.Combine(host.Folder, file.Path), file.Text);
            await TellAsync(files, [.. ProjectMigration.Leftovers(host)], parsed.GetValue(dryRun), host).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }

    private static async Task TellAsync(IReadOnlyList<MigratedFile> files, IReadOnlyList<MigrationNote> leftovers, bool isDry, ToolHost host)
    {
        foreach (var file in files.Where(file => file.Changes > 0))
        {
            var line = $"{file.Path}: {PlainText.Count(file.Changes, "place")} {(isDry ? "would change" : "changed")}.";
            await host.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        MigrationNote[] notes = [.. files.SelectMany(file => file.Notes).Concat(leftovers).Distinct()];
        if (notes.Length > 0)
            await host.Output.WriteLineAsync("\nThis needs a hand:").ConfigureAwait(false);
        foreach (var note in notes)
            await host.Output.WriteLineAsync(note.ToString()).ConfigureAwait(false);
        if (files.Count == 0 && notes.Length == 0)
            await host.Output.WriteLineAsync("Nothing of Strawberry Shake is here.").ConfigureAwait(false);
    }
}
