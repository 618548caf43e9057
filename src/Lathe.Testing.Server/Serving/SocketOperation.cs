using System.Net.WebSockets;

namespace Lathe.Testing.Serving;

/// <summary>An operation that runs over a socket beside others.</summary>
/// <param name="abort">Breaks the socket, where the script of a test fails.</param>
/// <param name="socketEnds">Ends the operation with its socket.</param>
internal sealed class SocketOperation(Action abort, CancellationToken socketEnds)
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(socketEnds);

    /// <summary>Gets a task that ends with the operation and never fails.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Run(Func<CancellationToken, Task> give) => Ended = GiveAsync(give);

    public void Stop() => _stop.Cancel();

    private async Task GiveAsync(Func<CancellationToken, Task> give)
    {
        // The socket's reader goes on at once.
        await Task.Yield();
        try
        {
            await give(_stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The client wants no more, or has gone.
        }
        catch (Exception)
        {
            abort();
        }
    }
}
