using System.Net.WebSockets;

namespace Lathe.WebSockets;

/// <summary>Opens sockets in a browser, which sets headers, proxy and certificates itself, and does not say why one could not be opened.</summary>
internal sealed class BrowserSocketOpener : ISocketOpener
{
    private bool _hasOpened;

    public async Task<WebSocket> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(SocketOpener.Protocol);
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            _hasOpened = socket.SubProtocol == SocketOpener.Protocol ? true : throw new SocketFault(
                CloseCodes.SubprotocolNotAcceptable, "the server chose no subprotocol, or another one") { IsRefusal = true };
            return socket;
        }
        catch (WebSocketException exception)
        {
            socket.Dispose();
            // A server that has never opened a socket may support none. Then subscriptions go over HTTP.
            throw new SocketFault(null, "the browser could not open a socket", exception) { IsRefusal = !_hasOpened };
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
