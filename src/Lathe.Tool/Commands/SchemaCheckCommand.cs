using System.CommandLine;
using Lathe.Language.Configuration;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema check</c>: compares the committed schema of each project with the live one, or with a file.</summary>
internal static class SchemaCheckCommand
{
    private const string Summary = "Checks whether the API's schema has drifted from the committed one, and which of your operations that breaks.";

    private const string Details = """
        Exit code 0: nothing breaks you. 1: something does. 2: the check could not be made.

        Example:
          lathe schema check --token-env API_KEY --format github
        """;

    public static Command Create(ToolHost host)
    {
        var connection = new ConnectionOptions();
        var against = new Option<string?>("--against") { Description = "Compare with this schema file instead of the live one.", HelpName = "FILE" };
        var baseBranch = BaseBranch();
        var accept = new Option<bool>("--accept") { Description = "Replace the committed schema by the new one after the check." };
        var config = SharedOptions.Configs();
        var project = SharedOptions.Project();
        var format = SharedOptions.Format();
        var drift = new DriftOptions();
        var command = new ToolCommand("check", Summary, Details) { against, baseBranch, accept, config, project, format };
        drift.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SchemaCheckOptions(parsed.GetValue(against), parsed.GetValue(baseBranch), parsed.GetValue(accept));
            options.Refuse();
            var projects = Projects(parsed.GetValue(config) ?? [], parsed.GetValue(project), host);
            string?[] endpoints = options.NeedsServer ? [.. projects.Select(configured => configured.Config.Endpoint)] : [];
            connection.CheckOneServer(parsed, endpoints);
            var check = new SchemaCheck(options, host, configured => connection.Read(parsed, configured, host));
            var rules = new Dictionary<string, DriftRules>(StringComparer.Ordinal);
            foreach (var configured in projects)
            {
                var folder = Path.GetDirectoryName(configured.Location.Source.Path)!;
                if (!rules.TryGetValue(folder, out var known))
                    rules.Add(folder, known = drift.Read(parsed, folder, host));
                await check.AddAsync(configured, known, cancellationToken).ConfigureAwait(false);
            }

            foreach (var known in rules.Values.Select(known => known.Ignore).Distinct())
                known.ReportUnused(host);
            var report = check.Join();
            ReportFormats.Write(parsed.GetValue(format)!, report, host);
            check.Accept();
            return report.Breaks ? ExitCode.Found : ExitCode.Clean;
        });
        return command;
    }

    private static Option<string?> BaseBranch() => new("--base-branch")
    {
        Description = "Compare the schema where this branch left BRANCH with that of the working tree: what a pull request brings.",
        HelpName = "BRANCH",
    };

    private static IReadOnlyList<ConfiguredProject> Projects(string[] configs, string? name, ToolHost host) => configs.Length == 0
        ? ProjectOptions.Pick(ProjectConfiguration.ReadValid(null, host), name)
        : [.. configs.SelectMany(config => ProjectOptions.Pick(ProjectConfiguration.ReadValid(config, host), name))];
}
