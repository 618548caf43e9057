using System.Net;
using Lathe.Calls;
using Lathe.Requests;
using Lathe.Secrets;
using Lathe.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lathe.Authentication;

/// <summary>
/// Attaches the key to each request that goes to the configured origin, and takes it off again: no handler outside this one, no
/// logger and no caller sees it. On a 401 it asks for a newer key once, and sends once more;
/// for calls of Lathe's own clients an exchange does that.
/// </summary>
internal sealed class BearerTokenHandler(
    string client, BearerTokenSource source, BearerTokenDestination destination, BearerTokenOptions options, ILogger logger) : DelegatingHandler
{
    private readonly KeyRenewal _renewal = new(client, source, logger);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!destination.Allows(request))
        {
            if (Served(request) is not null && destination.IsRewritten(request.RequestUri))
                throw destination.Rewritten(request.RequestUri);
            ClientLog.OtherOrigin(logger, client, AddressText.Origin(request.RequestUri));
            return base.SendAsync(request, cancellationToken);
        }

        if (request.Headers.NonValidated.Contains(options.Header))
        {
            return options.KeepExistingAuthorization
                ? base.SendAsync(request, cancellationToken)
                : throw new BearerTokenException(
                    $"The request of client '{client}' has the header {options.Header} already. Remove it, or set "
                        + $"{nameof(BearerTokenOptions.KeepExistingAuthorization)} = true to send it instead of the client's key.");
        }

        return SendWithTokenAsync(request, cancellationToken);
    }

    // Without this HttpClient.Send would skip SendAsync, and the request would go out without the key.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    // No local and no parameter: each would stay in memory as long as the request is under way.
    private GraphQLHttpRequest? Served(HttpRequestMessage request) =>
        request as GraphQLHttpRequest ?? (destination.Endpoint is null ? null : GraphQLHttpRequest.ServedBy(request, client));

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (tenant, own) = BearerTokenRequestExtensions.Read(request, Served(request));
        var token = own ?? await GetAsync(request, tenant, cancellationToken).ConfigureAwait(false);
        // A renewed key keeps the budget of the former one, as it does on the server.
        var budget = own is null || Served(request) is { HasRenewedToken: true } ? source.First(tenant, token) : token;
        var address = request.RequestUri;
        var response = await SendOnceAsync(request, token, budget, cancellationToken).ConfigureAwait(false);
        if (!ReferenceEquals(request.RequestUri, address) && IsRejected(request, response) && destination.Allows(request))
        {
            // .NET takes the key off before it follows a redirect: this address has not seen it yet, and may.
            address = request.RequestUri;
            response.Dispose();
            response = await SendOnceAsync(request, token, budget, cancellationToken).ConfigureAwait(false);
        }

        // A server behind a redirect did not get the key. So it cannot reject it, and must not get a newer one.
        var renewal = own is null && ReferenceEquals(request.RequestUri, address) ? _renewal : null;
        if (Served(request) is { } served)
        {
            // The exchange sends it again, since it also reads answers of other statuses that say that the key has expired.
            (served.SentToken, served.Renewal) = (token, renewal);
            return response;
        }

        return renewal is not null && IsRejected(request, response)
            ? await SendAgainAsync(request, response, tenant, token, budget, cancellationToken).ConfigureAwait(false)
            : response;
    }

    private async Task<HttpResponseMessage> SendAgainAsync(
        HttpRequestMessage request,
        HttpResponseMessage rejection,
        string? tenant,
        BearerToken rejected,
        BearerToken budget,
        CancellationToken cancellationToken)
    {
        BearerToken? newer;
        try
        {
            newer = await _renewal.RenewAsync(request, tenant, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            rejection.Dispose();
            throw;
        }

        if (newer is null)
            return rejection;
        rejection.Dispose();
        return await SendOnceAsync(request, newer, budget, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<BearerToken> GetAsync(HttpRequestMessage request, string? tenant, CancellationToken cancellationToken)
    {
        GraphQLHttpRequest.Enter(request, CallPhase.AskingForKey);
        GraphQLHttpRequest.ServeNone();
        var token = await source.GetAsync(tenant, cancellationToken).ConfigureAwait(false);
        GraphQLHttpRequest.Enter(request, CallPhase.Sending);
        return token;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request, BearerToken token, BearerToken budget, CancellationToken cancellationToken)
    {
        var sent = request;
        Note(request, token, budget);
        if (request is not GraphQLHttpRequest)
            sent = new AuthorizedRequest(request, token) { BudgetToken = budget };
        sent.Headers.TryAddWithoutValidation(options.Header, token.HeaderFor(options.Scheme));
        try
        {
            var response = await base.SendAsync(sent, cancellationToken).ConfigureAwait(false);
            SecretEraser.EraseHeaders(response, token);
            AuthorizedRequest.Follow(request, sent, response);
            return response;
        }
        finally
        {
            sent.Headers.Remove(options.Header);
            (sent as AuthorizedRequest)?.Release();
        }
    }

    private void Note(HttpRequestMessage request, BearerToken token, BearerToken budget)
    {
        if (Served(request) is { } served)
            (served.SentToken, served.BudgetToken, served.Renewal) = (token, budget, null);
    }

    private static bool IsRejected(HttpRequestMessage request, HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized && CanSendAgain(request.Content);

    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent or PooledRequestContent;
}
