using System.CommandLine;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe schema</c>: commands on schemas.</summary>
internal static class SchemaCommand
{
    private const string Summary = "Downloads a schema, compares schemas, checks a project for drift.";

    private const string Details = """
        Example:
          lathe schema check
        """;

    public static Command Create(ToolHost host) => new ToolCommand("schema", Summary, Details)
    {
        SchemaDownloadCommand.Create(host),
        SchemaDiffCommand.Create(host),
        SchemaCheckCommand.Create(host),
    };
}
