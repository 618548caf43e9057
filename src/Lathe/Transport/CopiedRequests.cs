using Lathe.Requests;

namespace Lathe.Transport;

/// <summary>
/// Stands outside of handlers that may send copies of a request, such as one that hedges: the key, the tenant and the one sending of a
/// mutation are those of the call, whatever the copy has lost.
/// </summary>
internal sealed class CopiedRequests(string client) : DelegatingHandler
{
    /// <summary>Puts one in front of a client's handlers, where any is not known to send what it gets.</summary>
    /// <param name="handlers">The client's handlers, the outermost first.</param>
    /// <param name="client">Its name.</param>
    public static void Watch(IList<DelegatingHandler> handlers, string client)
    {
        if (handlers.Any(static handler => !IsKnown(handler)))
            handlers.Insert(0, new CopiedRequests(client));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Note(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Note(request);
        return base.Send(request, cancellationToken);
    }

    private static bool IsKnown(DelegatingHandler handler) => handler.GetType().Assembly is var assembly
        && (assembly == typeof(CopiedRequests).Assembly || assembly == typeof(Microsoft.Extensions.Http.HttpMessageHandlerBuilder).Assembly);

    private void Note(HttpRequestMessage request)
    {
        if (request is not GraphQLHttpRequest own)
            return;
        own.Client = client;
        own.ServeCopies(always: true);
    }
}
