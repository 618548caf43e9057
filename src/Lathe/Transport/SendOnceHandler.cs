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
                $"No handler of client '{client}' resolved {logical.Scheme}://{logical.Authority}. Call AddServiceDiscovery() on the client, or in "
                    + "ConfigureHttpClientDefaults.",
                null);
        }

        var served = GraphQLHttpRequest.ServedBy(request, client);
        if (served is not null && !served.TryCountSending())
            throw TooMany(served);
        return served?.Sending is not { } sending ? base.SendAsync(request, cancellationToken) : SendAsync(request, sending, cancellationToken);
    }

    // HttpClient.Send would else go around SendAsync.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    // A strategy that treats this as a broken connection would retry for ever.
    private GraphQLConnectionException TooMany(GraphQLHttpRequest served) => new(
        $"A handler of client '{client}' tried to send a request for a {served.MostSendings + 1}. time; it was not sent. "
            + $"AddStandardGraphQLResilience allows {served.MostSendings} sendings in all, its MaxRetries and the first. Take the other handler off "
            + "the client, "
            + "such as AddStandardResilienceHandler, whose retries would multiply with them.",
        null);

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
