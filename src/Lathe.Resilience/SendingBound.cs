using Lathe.Requests;

namespace Lathe.Resilience;

/// <summary>Bounds how often a request is sent in all: other handlers that send again would multiply with ours.</summary>
internal sealed class SendingBound(GraphQLResilienceRegistration client) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Bound(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Bound(request);
        return base.Send(request, cancellationToken);
    }

    private void Bound(HttpRequestMessage request)
    {
        if (request is GraphQLHttpRequest graphQL)
            graphQL.MostSendings = client.Options.MaxRetries + 1;
    }
}
