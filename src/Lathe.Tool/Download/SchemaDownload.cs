using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Download;

/// <summary>A schema as a server tells it.</summary>
/// <param name="Data">The introspection result: the object with <c>__schema</c>.</param>
/// <param name="Features">What the server told beyond the oldest introspection.</param>
internal sealed record DownloadedSchema(JsonElement Data, IntrospectionFeatures Features);

/// <summary>Asks a server for its schema: with all that is new, then with what it says to know, then with the least.</summary>
internal sealed class SchemaDownload(GraphQLServer server, Connection connection)
{
    // As many levels as graphql-js asks for. Each further question doubles them.
    private const int FirstLevels = 9;
    private const int MostLevels = 72;

    public static async Task<DownloadedSchema> RunAsync(Connection connection, ToolHost host, CancellationToken cancellationToken)
    {
        if (host.IsTerminal)
            await host.Error.WriteLineAsync($"Asking {connection} for its schema ...").ConfigureAwait(false);
        if (connection.Credentials is { } credentials)
            connection = await credentials.GrantAsync(connection, cancellationToken).ConfigureAwait(false);
        using var server = new GraphQLServer(connection);
        return await new SchemaDownload(server, connection).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<DownloadedSchema> RunAsync(CancellationToken cancellationToken)
    {
        var (data, error) = await AskAsync(IntrospectionFeatures.All, cancellationToken).ConfigureAwait(false);
        if (data is { } whole)
            return new DownloadedSchema(whole, IntrospectionFeatures.All);
        error!.Refuse(connection);
        var features = await ProbeAsync(cancellationToken).ConfigureAwait(false);
        foreach (var tried in new[] { features, IntrospectionFeatures.None }.Distinct())
        {
            (data, error) = await AskAsync(tried, cancellationToken).ConfigureAwait(false);
            if (data is { } part)
                return new DownloadedSchema(part, tried);
        }

        throw new ToolException($"{connection} refuses introspection: {error!.Message} Ask its operators why, or for the schema as a file.");
    }

    private async Task<(JsonElement? Data, Refusal? Error)> AskAsync(IntrospectionFeatures features, CancellationToken cancellationToken)
    {
        for (var levels = FirstLevels; levels <= MostLevels; levels *= 2)
        {
            var (data, error) = await AskAsync(IntrospectionQuery.Write(features, levels), cancellationToken).ConfigureAwait(false);
            if (data is not { } schema || !CutTypes.IsIn(schema))
                return (data, error);
        }

        throw new ToolException($"{connection} has a type in more than {MostLevels} lists. Ask its operators for the schema as a file.");
    }

    private async Task<(JsonElement? Data, Refusal? Error)> AskAsync(string query, CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync(IntrospectionQuery.Name, query, cancellationToken).ConfigureAwait(false);
        if (answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("__schema", out var schema) && schema.ValueKind == JsonValueKind.Object)
        {
            return (data.Clone(), null);
        }

        return (null, Refusal.Read(answer.RootElement, connection));
    }

    private async Task<IntrospectionFeatures> ProbeAsync(CancellationToken cancellationToken)
    {
        using var answer = await server.SendAsync(IntrospectionQuery.Name, IntrospectionQuery.Probe, cancellationToken).ConfigureAwait(false);
        return answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? IntrospectionQuery.ReadProbe(data)
            : IntrospectionFeatures.None;
    }
}
