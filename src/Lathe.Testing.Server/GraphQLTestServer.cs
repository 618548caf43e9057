using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
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
/// <c>multipart/mixed</c> and multipart uploads, over TLS where asked.
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
    private readonly ConcurrentDictionary<HttpContext, byte> _open = new();
    private readonly DocumentStore _documents;
    private readonly RequestReader _reader;
    private readonly TimeProvider _time;
    private readonly X509Certificate2? _certificate;
    private readonly WebApplication _app;
    private volatile IReadOnlyList<string> _encodings = Compressor.Names;

    private GraphQLTestServer(GraphQLTestServerOptions options)
    {
        _time = options.Time;
        _documents = new DocumentStore(() => _scripts.Values.Select(static script => script.Document));
        _reader = new RequestReader(_documents);
        _certificate = options.UseTls ? TestCertificate.Create() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (_certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (_certificate is not null)
                listen.UseHttps(_certificate);
        }));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(ServeAsync);
    }

    /// <summary>Gets the address to give to a client; any path of the server is GraphQL.</summary>
    public Uri Endpoint { get; private set; } = new("http://localhost");

    /// <summary>Gets all requests so far that could be read, also those that were refused, in the order in which they came.</summary>
    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    /// <summary>Gets or sets whether answers are compressed for those that accept it. They are not unless set.</summary>
    public bool Compresses { get; set; }

    /// <summary>
    /// Gets or sets the encodings that it compresses with. It takes the first that a client accepts. <c>zstd</c>, <c>br</c>, <c>gzip</c> and
    /// <c>deflate</c> unless set.
    /// </summary>
    /// <exception cref="ArgumentException">It knows no such encoding.</exception>
    public IReadOnlyList<string> Encodings
    {
        get => _encodings;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _encodings = value.All(static one => Compressor.Names.Contains(one, StringComparer.OrdinalIgnoreCase))
                ? value
                : throw new ArgumentException($"The encodings are {string.Join(", ", Compressor.Names)}.", nameof(value));
        }
    }

    /// <summary>Gets or sets which documents it takes. <see cref="ServerDocuments.Kept"/> unless set.</summary>
    public ServerDocuments Documents
    {
        get => _documents.Mode;
        set => _documents.Mode = value;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The server; disposing it stops it.</returns>
    public static Task<GraphQLTestServer> StartAsync(CancellationToken cancellationToken = default) =>
        StartAsync(new GraphQLTestServerOptions(), cancellationToken);

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it starts.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The server; disposing it stops it.</returns>
    public static async Task<GraphQLTestServer> StartAsync(GraphQLTestServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new GraphQLTestServer(options);
        await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), "/graphql");
        return server;
    }

    /// <summary>Starts the script of one operation, or goes on with it.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <returns>The script: each call adds an answer, and the last one repeats.</returns>
    public ServerScript<TData> On<TData>(GraphQLOperation<TData> operation)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        return (ServerScript<TData>)_scripts.GetOrAdd(operation.Name, _ => new ServerScript<TData>(operation, _time));
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

    /// <summary>Breaks all connections that are in use, sockets and streams among them, as a network does. New ones are taken.</summary>
    public void DropConnections()
    {
        foreach (var context in _open.Keys)
            context.Abort();
    }

    /// <summary>Makes a client trust the certificate of a server with <see cref="GraphQLTestServerOptions.UseTls"/>.</summary>
    /// <param name="handler">
    /// The client's innermost handler: <c>builder.ConfigurePrimaryHttpMessageHandler((handler, _) => server.Trust(handler))</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">The server does not speak TLS.</exception>
    /// <exception cref="ArgumentException">It is no handler of .NET that speaks TLS.</exception>
    public void Trust(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        TestCertificate.Trust(
            _certificate ?? throw new InvalidOperationException("The server was started without UseTls: there is nothing to trust."), handler);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(s_stopping);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _certificate?.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        _open.TryAdd(context, 0);
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
            await AnswerWriter.WriteAsync(context, request is null ? refusal! : Answer(request), Compresses ? _encodings : []).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The client has gone.
            context.Abort();
        }
        finally
        {
            _open.TryRemove(context, out _);
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
