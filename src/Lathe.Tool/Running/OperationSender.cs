using System.Text.Json;
using Lathe.Tool.Download;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>Sends an operation, as a generated client writes it. Nothing is sent a second time.</summary>
internal sealed class OperationSender : IDisposable
{
    private readonly GraphQLServer _server;

    private OperationSender(Connection connection)
    {
        Connection = connection;
        _server = new GraphQLServer(connection);
    }

    /// <summary>Gets how the server is reached, with the token that an authorization server gave.</summary>
    public Connection Connection { get; }

    public void Dispose() => _server.Dispose();

    public override string ToString() => Connection.ToString();

    /// <summary>Connects; gets a token first where an authorization server gives it.</summary>
    public static async Task<OperationSender> ConnectAsync(Connection connection, CancellationToken cancellationToken) =>
        new(connection.Credentials is { } credentials
            ? await credentials.GrantAsync(connection, cancellationToken).ConfigureAwait(false)
            : connection);

    /// <summary>Sends the operation.</summary>
    /// <exception cref="ToolException">No GraphQL answer came.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<OperationAnswer> SendAsync(
        ProjectOperation operation, IReadOnlyList<KeyValuePair<string, JsonElement>> variables, CancellationToken cancellationToken)
    {
        using var answer = await SendRawAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        return OperationAnswer.Read(answer.RootElement, Connection);
    }

    /// <summary>Sends the operation.</summary>
    /// <returns>The whole answer, an object with <c>data</c> or <c>errors</c>.</returns>
    /// <exception cref="ToolException">No GraphQL answer came.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<JsonDocument> SendRawAsync(
        ProjectOperation operation, IReadOnlyList<KeyValuePair<string, JsonElement>> variables, CancellationToken cancellationToken) =>
        _server.SendAsync(operation.Name, operation.RequestText(cancellationToken), variables, cancellationToken);
}
