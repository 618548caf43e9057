using System.Net;
using Microsoft.Extensions.Logging;

namespace Lathe;

/// <summary>
/// Attaches the key to each request that goes to the configured origin, and takes it off again: no handler outside this one, no
/// logger and no caller sees it. On a 401 it asks for a newer key once, and sends once more.
/// </summary>
internal sealed class BearerTokenHandler(
    string client, BearerTokenSource source, BearerTokenDestination destination, bool keepExisting, ILogger logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!destination.Allows(request.RequestUri))
        {
            AuthenticationLog.OtherOrigin(logger, client, AddressText.Origin(request.RequestUri));
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (request.Headers.NonValidated.Contains(BearerTokenRequestExtensions.Header))
        {
            return keepExisting
                ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
                : throw new BearerTokenException(
                    $"The request of client '{client}' has an Authorization header already. Remove it, or set {nameof(BearerTokenOptions.KeepExistingAuthorization)} = true to send it instead of the client's key.");
        }

        return await SendWithTokenAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // HttpClient.Send would else go around SendAsync, and so out without the key.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (tenant, own) = BearerTokenRequestExtensions.Read(request);
        var token = own ?? await GetAsync(request, tenant, cancellationToken).ConfigureAwait(false);
        // A renewed key counts where the former one did: a server that limits its clients does not begin anew either.
        var budget = own is null || request is GraphQLHttpRequest { HasRenewedToken: true } ? source.First(tenant, token) : token;
        var address = request.RequestUri;
        var response = await SendOnceAsync(request, token, budget, own is null, cancellationToken).ConfigureAwait(false);
        if (!ReferenceEquals(request.RequestUri, address) && IsRejected(request, response) && destination.Allows(request.RequestUri))
        {
            // .NET takes the key off before it follows a redirect: this address has not seen it yet, and may.
            address = request.RequestUri;
            response.Dispose();
            response = await SendOnceAsync(request, token, budget, own is null, cancellationToken).ConfigureAwait(false);
        }

        // What answered after a redirect was not sent the key, so it can't reject it, and must not get a newer one.
        if (own is not null || !ReferenceEquals(request.RequestUri, address) || !IsRejected(request, response))
            return response;
        var newer = await RenewAsync(request, tenant, token, response, cancellationToken).ConfigureAwait(false);
        if (newer is null)
            return response;
        response.Dispose();
        return await SendOnceAsync(request, newer, budget, canRenew: false, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<BearerToken> GetAsync(HttpRequestMessage request, string? tenant, CancellationToken cancellationToken)
    {
        OperationObservation.Enter(request, CallPhase.AskingForKey);
        var token = await source.GetAsync(tenant, cancellationToken).ConfigureAwait(false);
        OperationObservation.Enter(request, CallPhase.Sending);
        return token;
    }

    private async Task<BearerToken?> RenewAsync(
        HttpRequestMessage request, string? tenant, BearerToken rejected, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            OperationObservation.Enter(request, CallPhase.AskingForKey);
            var newer = await source.RenewAsync(tenant, rejected, cancellationToken).ConfigureAwait(false);
            OperationObservation.Enter(request, CallPhase.Sending);
            if (newer is null)
                AuthenticationLog.RejectedForGood(logger, client);
            else
                AuthenticationLog.Rejected(logger, client);
            return newer;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request, BearerToken token, BearerToken budget, bool canRenew, CancellationToken cancellationToken)
    {
        var sent = request;
        if (request is GraphQLHttpRequest graphQL)
            (graphQL.SentToken, graphQL.BudgetToken, graphQL.TokenSource) = (token, budget, canRenew ? source : null);
        else
            sent = new AuthorizedRequest(request, token) { BudgetToken = budget };
        sent.Headers.TryAddWithoutValidation(BearerTokenRequestExtensions.Header, token.Header);
        try
        {
            var response = await base.SendAsync(sent, cancellationToken).ConfigureAwait(false);
            SecretEraser.EraseHeaders(response, token);
            AuthorizedRequest.Follow(request, sent, response);
            return response;
        }
        finally
        {
            sent.Headers.Remove(BearerTokenRequestExtensions.Header);
            (sent as AuthorizedRequest)?.Release();
        }
    }

    private static bool IsRejected(HttpRequestMessage request, HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized && CanSendAgain(request.Content);

    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent or PooledRequestContent;
}
