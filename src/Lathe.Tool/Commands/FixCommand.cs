using System.CommandLine;
using Lathe.Language.Fixes.Running;
using Lathe.Tool.Files;
using Lathe.Tool.Fixing;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe fix</c>: mends what can be mended without a question.</summary>
internal static class FixCommand
{
    private const string Summary = "Mends the documents: misspelt names, missing variables and arguments, what is deprecated or unused.";

    private static readonly string s_details = $"""
        It mends: {string.Join(", ", FixRules.Ids)}.
        GQL2012 where the configuration requires limits, or with --id; GQL2053, which renames operations, only with --id.
        With --build-log it removes what a build found unused: GQL2050, GQL2051, GQL2052.
        Where a name could be several, nothing is guessed: it is listed as left.
        Exit code 0: no mistake is left; with --id, none of these kinds. 1: some are, and need a hand. 2: the input could not be used.

        Example:
          lathe fix --id GQL1004 --dry-run
        """;

    public static Command Create(ToolHost host)
    {
        var files = new ProjectOptions();
        var ids = new Option<string[]>("--id")
        {
            Description = "A kind of mistake to mend, such as GQL1004; by default all. May be repeated.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var logs = new Option<string[]>("--build-log")
        {
            Description = "A log of the compiler, made by 'dotnet build --no-incremental -p:ErrorLog=FILE': what it calls unused is removed. "
                + "May be repeated.",
            HelpName = "FILE",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; only tell." };
        var command = new ToolCommand("fix", Summary, s_details) { ids, logs, dryRun };
        files.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var asked = Known(parsed.GetValue(ids) ?? []);
            string[] read = [.. (parsed.GetValue(logs) ?? []).Select(path => Path.GetFullPath(Path.Combine(host.Folder, path)))];
            if (read.Length > 0 && asked.Count > 0)
                throw new ToolException("Give either --id or --build-log.");
            var report = read.Length > 0
                ? UnusedFixes.Run(files.Load(parsed, host), read, host.Folder, cancellationToken)
                : ProjectFixes.Run(files.Load(parsed, host), asked, cancellationToken);
            var isDry = parsed.GetValue(dryRun);
            foreach (var text in report.Changed.Where(_ => !isDry))
                TextFiles.WriteAtomically(Path.GetFullPath(Path.Combine(host.Folder, text.Path)), text.Text);
            report.Write(host.Output, isDry);
            return Task.FromResult(report.HasLeft ? ExitCode.Found : ExitCode.Clean);
        });
        return command;
    }

    private static HashSet<string> Known(string[] ids)
    {
        foreach (var id in ids)
        {
            if (!FixRules.Ids.Contains(id.ToUpperInvariant()))
                throw new ToolException($"'{PlainText.Line(id)}' has no fix. There are fixes for: {string.Join(", ", FixRules.Ids)}.");
        }

        return [.. ids.Select(id => id.ToUpperInvariant())];
    }
}
