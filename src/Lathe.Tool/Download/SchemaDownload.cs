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
        var (data, error) = await AskAsync(server, connection, IntrospectionFeatures.All, cancellationToken).ConfigureAwait(false);
        if (data is { } whole)
            return new DownloadedSchema(whole, IntrospectionFeatures.All);
        error!.Refuse(connection);
        var features = await ProbeAsync(server, cancellationToken).ConfigureAwait(false);
        foreach (var tried in new[] { features, IntrospectionFeatures.None }.Distinct())
        {
            (data, error) = await AskAsync(server, connection, tried, cancellationToken).ConfigureAwait(false);
            if (data is { } part)
                return new DownloadedSchema(part, tried);
        }

        throw new ToolException($"{connection} refuses introspection: {error!.Message} Ask its operators why, or for the schema as a file.");
    }

    private static async Task<(JsonElement? Data, Refusal? Error)> AskAsync(
        GraphQLServer server, Connection connection, IntrospectionFeatures features, CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync("LatheIntrospection", IntrospectionQuery.Write(features), cancellationToken).ConfigureAwait(false);
        if (answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("__schema", out var schema) && schema.ValueKind == JsonValueKind.Object)
        {
            return (data.Clone(), null);
        }

        return (null, Refusal.Read(answer.RootElement, connection));
    }

    private static async Task<IntrospectionFeatures> ProbeAsync(GraphQLServer server, CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync("LatheProbe", IntrospectionQuery.Probe, cancellationToken).ConfigureAwait(false);
        return answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? IntrospectionQuery.ReadProbe(data)
            : IntrospectionFeatures.None;
    }
}
