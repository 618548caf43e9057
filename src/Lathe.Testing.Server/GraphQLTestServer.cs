using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using Lathe.Testing.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Testing;

/// <summary>
/// A GraphQL server on a free loopback port, scripted as <see cref="ScriptedGraphQLTransport"/> is: real bytes for tests of retries, of
/// keys, of sockets and of uploads. It speaks POST, GET, persisted documents, event streams, <c>graphql-transport-ws</c>,
/// <c>multipart/mixed</c> and multipart uploads.
/// </summary>
/// <example>
/// <code>
/// await using var server = await GraphQLTestServer.StartAsync();
/// server.On(MachinesQuery.Operation).ReturnsStatus(HttpStatusCode.ServiceUnavailable).Fakes(seed: 7);
/// </code>
/// </example>
public sealed class GraphQLTestServer : IAsyncDisposable
{
    private static readonly TimeSpan s_stopping = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, IServerScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ServerRequest> _requests = new();
    private readonly KeyRing _keys = new();
    private readonly RequestReader _reader = new(new ConcurrentDictionary<string, string>(StringComparer.Ordinal));
    private readonly WebApplication _app;
    private volatile bool _compresses;

    private GraphQLTestServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(ServeAsync);
    }

    /// <summary>Gets the address to give to a client; any path of the server is GraphQL.</summary>
    public Uri Endpoint { get; private set; } = new("http://localhost");

    /// <summary>Gets all requests so far that could be read, also those that were refused, in the order in which they came.</summary>
    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    /// <summary>Gets or sets whether answers are compressed (Brotli or gzip) for those that accept it. They are not unless set.</summary>
    public bool Compresses
    {
        get => _compresses;
        set => _compresses = value;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The server; disposing it stops it.</returns>
    public static async Task<GraphQLTestServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new GraphQLTestServer();
        await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), "/graphql");
        return server;
    }

    /// <summary>Starts or goes on with the script of one operation.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <returns>The script: each call adds an answer, and the last one repeats.</returns>
    public ServerScript<TData> On<TData>(GraphQLOperation<TData> operation)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        return (ServerScript<TData>)_scripts.GetOrAdd(operation.Name, _ => new ServerScript<TData>(operation));
    }

    /// <summary>Takes a key from now on. Once a key was named, requests without one are refused with 401.</summary>
    /// <param name="key">The key, sent as a Bearer token.</param>
    /// <param name="scopes">What it may do.</param>
    public void AcceptKey(string key, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(scopes);
        _keys.Accept(key, scopes);
    }

    /// <summary>Refuses a key from now on, as a rotation does with the old one.</summary>
    /// <param name="key">The key.</param>
    public void RevokeKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys.Revoke(key);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(s_stopping);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            if (context.WebSockets.IsWebSocketRequest)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync(SocketSession.Protocol).ConfigureAwait(false);
                using var session = new SocketSession(socket, context, _reader, Answer);
                await session.RunAsync().ConfigureAwait(false);
                return;
            }

            var (request, refusal) = await _reader.ReadAsync(context.Request).ConfigureAwait(false);
            await AnswerWriter.WriteAsync(context, request is null ? refusal! : Answer(request), _compresses).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The client has gone.
            context.Abort();
        }
    }

    private ServerAnswer Answer(ServerRequest request)
    {
        _requests.Enqueue(request);
        var script = _scripts.GetValueOrDefault(request.OperationName);
        return _keys.Refusal(request.Key, script?.Scope) ?? script?.Next(request) ?? ServerAnswer.Error(
            $"{request.OperationName} has no scripted answer. Add one: server.On(Operation).Fakes().", "NOT_SCRIPTED");
    }
}
