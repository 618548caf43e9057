using Lathe.Requests;

namespace Lathe.Transport;

/// <summary>Lets a mutation through once, however many handlers stand outside, and explains an address that nothing has resolved.</summary>
internal sealed class SendOnceHandler(string client) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsAbsoluteUri: true, Scheme: "https+http" or "http+https" } logical)
        {
            throw new GraphQLConnectionException(
                $"No handler of client '{client}' resolved {logical.Scheme}://{logical.Authority}. Call AddServiceDiscovery() on the client, or in ConfigureHttpClientDefaults.", null);
        }

        // Whoever uses the client's HttpClient while a mutation is under way sends no copy of it with another method.
        var sending = request is GraphQLHttpRequest ours ? ours.Sending : request.Method == HttpMethod.Post ? MutationSending.Current : null;
        return sending is null ? base.SendAsync(request, cancellationToken) : SendAsync(request, sending, cancellationToken);
    }

    // HttpClient.Send would else go around SendAsync.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, MutationSending sending, CancellationToken cancellationToken)
    {
        sending.Begin(client);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            sending.Answered(response.StatusCode);
            return response;
        }
        catch (Exception exception)
        {
            sending.Failed(exception);
            throw;
        }
    }
}
