using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Download;

/// <summary>A schema as a server tells it.</summary>
/// <param name="Data">The introspection result: the object with <c>__schema</c>.</param>
/// <param name="Features">What the server told beyond the oldest introspection.</param>
internal sealed record DownloadedSchema(JsonElement Data, IntrospectionFeatures Features);

/// <summary>Asks a server for its schema: with all that is new, then with what it says to know, then with the least.</summary>
internal static class SchemaDownload
{
    public static async Task<DownloadedSchema> RunAsync(Connection connection, ToolHost host, CancellationToken cancellationToken)
    {
        if (host.IsTerminal)
            await host.Error.WriteLineAsync($"Asking {connection} for its schema ...").ConfigureAwait(false);
        using var server = new GraphQLServer(connection);
        var (data, error) = await AskAsync(server, IntrospectionFeatures.All, cancellationToken).ConfigureAwait(false);
        if (data is { } whole)
            return new DownloadedSchema(whole, IntrospectionFeatures.All);
        if (IsDisabled(error!))
            throw new ToolException($"{connection} does not allow introspection: {error} Ask its operators for the schema as a file, or for a key that may.");
        var features = await ProbeAsync(server, cancellationToken).ConfigureAwait(false);
        foreach (var tried in new[] { features, IntrospectionFeatures.None }.Distinct())
        {
            (data, error) = await AskAsync(server, tried, cancellationToken).ConfigureAwait(false);
            if (data is { } part)
                return new DownloadedSchema(part, tried);
        }

        throw new ToolException($"{connection} refuses introspection: {error}");
    }

    private static async Task<(JsonElement? Data, string? Error)> AskAsync(GraphQLServer server, IntrospectionFeatures features, CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync("LatheIntrospection", IntrospectionQuery.Write(features), cancellationToken).ConfigureAwait(false);
        if (answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("__schema", out var schema) && schema.ValueKind == JsonValueKind.Object)
        {
            return (data.Clone(), null);
        }

        return (null, FirstError(answer.RootElement));
    }

    private static async Task<IntrospectionFeatures> ProbeAsync(GraphQLServer server, CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync("LatheProbe", IntrospectionQuery.Probe, cancellationToken).ConfigureAwait(false);
        return answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? IntrospectionQuery.ReadProbe(data)
            : IntrospectionFeatures.None;
    }

    private static string FirstError(JsonElement answer)
    {
        var message = answer.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            && errors[0].ValueKind == JsonValueKind.Object && errors[0].TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()!
                : "the answer has neither a schema nor an error.";
        message = string.Concat(message.Select(unit => char.IsControl(unit) ? ' ' : unit));
        return message.Length > 300 ? message[..300] + "..." : message;
    }

    // "Cannot query field 'isOneOf' ..." speaks of a part; these speak of the whole.
    private static bool IsDisabled(string message) =>
        message.Contains("introspection", StringComparison.OrdinalIgnoreCase)
        && !message.Contains("LatheIntrospection", StringComparison.Ordinal)
        && (message.Contains("not allowed", StringComparison.OrdinalIgnoreCase) || message.Contains("disabled", StringComparison.OrdinalIgnoreCase)
            || message.Contains("forbidden", StringComparison.OrdinalIgnoreCase) || message.Contains("not permitted", StringComparison.OrdinalIgnoreCase)
            || message.Contains("not enabled", StringComparison.OrdinalIgnoreCase) || message.Contains("not authorized", StringComparison.OrdinalIgnoreCase));
}
