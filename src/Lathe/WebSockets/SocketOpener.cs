using System.Net;
using System.Net.WebSockets;
using Lathe.Authentication;

namespace Lathe.WebSockets;

/// <summary>Opens sockets, over HTTP/2 where the server can.</summary>
internal sealed class SocketOpener : ISocketOpener, IDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private readonly HttpMessageInvoker _http;

    public SocketOpener(Uri address, Action<SocketsHttpHandler>? configure)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, EnableMultipleHttp2Connections = true };
        configure?.Invoke(handler);
        LoopbackProxy.Avoid(handler, SocketKeys.HttpAddress(address));
        _http = new HttpMessageInvoker(handler);
    }

    public async Task<WebSocket> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(Protocol);
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            if (address.Scheme == Uri.UriSchemeWss)
                (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
            await socket.ConnectAsync(address, _http, cancellationToken).ConfigureAwait(false);
            return socket.SubProtocol == Protocol ? socket : throw new SocketFault(
                CloseCodes.SubprotocolNotAcceptable, "the server chose no subprotocol, or another one") { IsRefusal = true };
        }
        catch (WebSocketException exception)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw Refused(exception, status);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketFault Refused(WebSocketException exception, HttpStatusCode status) => (int)status switch
    {
        401 => new SocketFault(CloseCodes.Unauthorized, "the server answered 401 to the request for a socket", exception),
        403 => new SocketFault(CloseCodes.Forbidden, "the server answered 403 to the request for a socket", exception),
        // .NET refuses the subprotocol of a socket that the server has opened.
        101 => new SocketFault(CloseCodes.SubprotocolNotAcceptable, "the server chose another subprotocol", exception) { IsRefusal = true },
        >= 200 and < 500 and not 429 => new SocketFault(
            null, $"the server opens no socket here (HTTP {(int)status})", exception) { IsRefusal = true },
        0 => new SocketFault(null, "no connection", exception),
        var other => new SocketFault(null, $"the server answered HTTP {other}", exception),
    };
}

internal interface ISocketOpener
{
    /// <summary>Opens a socket that speaks <c>graphql-transport-ws</c>.</summary>
    /// <exception cref="SocketFault">The server refused, or cannot be reached.</exception>
    Task<WebSocket> OpenAsync(Uri address, CancellationToken cancellationToken);
}
