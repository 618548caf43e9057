using System.Net;
using Lathe;
using MachineMetrics.Rest;
using ShopFloor.Sources;

namespace ShopFloor;

/// <summary>Says in one line what went wrong and what to do about it.</summary>
internal static class Faults
{
    private const string NewKey = "make one with the scope 'reporting' at https://app.machinemetrics.com/settings/api-keys";

    /// <summary>Returns the line, or null for what nobody foresaw.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        MissingKeyException => $"There is no API key. Set the environment variable {App.KeyVariable} to one; {NewKey}.",
        GraphQLAuthenticationException or ProductionReportException { Status: HttpStatusCode.Unauthorized } =>
            $"The server rejected the API key in {App.KeyVariable} (401). Check it, or {NewKey}.",
        GraphQLForbiddenException or ProductionReportException { Status: HttpStatusCode.Forbidden } =>
            $"The API key in {App.KeyVariable} may not read reports (403). Give it the scope 'reporting', or {NewKey}.",
        GraphQLException { Errors: [var first, ..] } => $"The API answered with an error: {OneLine(first.Message)}",
        GraphQLTransportException or ProductionReportException or HttpRequestException or IOException => OneLine(fault.Message),
        OperationCanceledException => "Cancelled.",
        _ => null,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
