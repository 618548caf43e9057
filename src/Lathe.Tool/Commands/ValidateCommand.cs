using System.CommandLine;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.Validation;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe validate</c>: checks operations against their schema, and the schema itself.</summary>
internal static class ValidateCommand
{
    private const string Summary = "Checks operations against their schema, and the schema itself.";

    private const string Details = """
        Exit code 0: no errors. 1: errors found. 2: the input could not be used.

        Example:
          lathe validate --schema schema.graphql --documents "Queries/**/*.graphql" --format github
        """;

    public static Command Create(ToolHost host)
    {
        var files = new ProjectOptions();
        var format = SharedOptions.Format();
        var strict = new Option<bool>("--strict") { Description = "An unused fragment is an error, and the schema is held to the specification." };
        var command = new ToolCommand("validate", Summary, Details);
        files.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(strict);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (projects, mistakes) = files.LoadWithMistakes(parsed, host);
            var report = ProjectValidation.Validate(projects, mistakes, parsed.GetValue(strict), host.Folder, cancellationToken);

            // For a configuration that cannot be read, the line on standard error is enough.
            if (projects.Count > 0 || parsed.GetValue(format) is not ["text"])
                ReportFormats.Write(parsed.GetValue(format)!, report, host);
            if (projects.Count == 0)
            {
                ProjectConfiguration.RefuseMistakes(mistakes, host);
                throw ProjectConfiguration.WithoutProject();
            }

            foreach (var project in projects)
                ProjectTexts.RefuseWithoutSchema(project);
            return Task.FromResult(report.HasErrors ? ExitCode.Found : ExitCode.Clean);
        });
        return command;
    }
}
