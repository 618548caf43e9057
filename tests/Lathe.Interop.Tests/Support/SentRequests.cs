using System.Collections.Concurrent;

namespace Lathe.Interop.Tests.Support;

/// <summary>The requests that a client has sent, in their order.</summary>
internal sealed class SentRequests : ConcurrentQueue<(string Method, string Body, int Status)>;

/// <summary>Keeps what passes, and changes nothing.</summary>
internal sealed class RecordingHandler(SentRequests sent) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        sent.Enqueue((request.Method.Method, body, (int)response.StatusCode));
        return response;
    }
}
