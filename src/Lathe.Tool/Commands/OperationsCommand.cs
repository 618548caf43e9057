using System.CommandLine;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe operations</c>: what the project asks of the API.</summary>
internal static class OperationsCommand
{
    private const string Summary = "Shows what the project asks of the API, checks it against the API's limits, writes manifests of it.";

    private const string Details = """
        Example:
          lathe operations list
        """;

    public static Command Create(ToolHost host) => new ToolCommand("operations", Summary, Details)
    {
        OperationsListCommand.Create(host),
        OperationsCheckCommand.Create(host),
        OperationsManifestCommand.Create(host),
        OperationsUnusedCommand.Create(host),
    };
}
