using System.CommandLine;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema</c>: commands on schemas.</summary>
internal static class SchemaCommand
{
    private const string Description = """
        Downloads a schema, compares schemas, checks a project for drift.

        Example:
          lathe schema check
        """;

    public static Command Create(ToolHost host) => new("schema", Description)
    {
        SchemaDownloadCommand.Create(host),
        SchemaDiffCommand.Create(host),
        SchemaCheckCommand.Create(host),
    };
}
