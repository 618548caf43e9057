using System.CommandLine;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary>Options that several commands have; a new one each time, as a command owns its options.</summary>
internal static class SharedOptions
{
    public static Option<string?> Config() =>
        new("--config", "-c") { Description = "The .graphqlrc.json to use; by default the nearest one, from the current folder "
            + "upwards.", HelpName = "FILE" };

    public static Option<string[]> Configs() =>
        new("--config", "-c")
        {
            Description = "The .graphqlrc.json to use; by default the nearest one, from the current folder upwards. May be repeated.",
            HelpName = "FILE",
        };

    public static Option<string[]> Format()
    {
        var option = new Option<string[]>("--format", "-f")
        {
            Description = $"How results are shown: {string.Join(", ", ReportFormats.Names)}; NAME=FILE writes a file. May be repeated.",
            HelpName = "NAME[=FILE]",
            DefaultValueFactory = _ => ["text"],
        };
        option.Validators.Add(ReportFormats.Validate);
        return option;
    }

    public static Option<string[]> Schema() =>
        new("--schema", "-s")
        {
            Description = "A schema file or glob: SDL or an introspection result. May be repeated.", HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };

    public static Option<string[]> Documents() =>
        new("--documents", "-d")
        {
            Description = "A file, folder or glob of operations. May be repeated.", HelpName = "GLOB",
            AllowMultipleArgumentsPerToken = true,
        };

    public static Option<string?> Project() =>
        new("--project", "-p") { Description = "The project of the configuration to use; by default all.", HelpName = "NAME" };
}
