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
            AuthenticationLog.OtherOrigin(logger, client, request.RequestUri?.GetLeftPart(UriPartial.Authority));
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

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (tenant, own) = BearerTokenRequestExtensions.Read(request);
        var token = own ?? await source.GetAsync(tenant, cancellationToken).ConfigureAwait(false);
        var response = await SendOnceAsync(request, token, own is null, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || own is not null || !CanSendAgain(request.Content))
            return response;
        var newer = await RenewAsync(tenant, token, response, cancellationToken).ConfigureAwait(false);
        if (newer is null)
            return response;
        response.Dispose();
        return await SendOnceAsync(request, newer, canRenew: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BearerToken?> RenewAsync(
        string? tenant, BearerToken rejected, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var newer = await source.RenewAsync(tenant, rejected, cancellationToken).ConfigureAwait(false);
            AuthenticationLog.Rejected(logger, client, newer is not null);
            return newer;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request, BearerToken token, bool canRenew, CancellationToken cancellationToken)
    {
        var sent = request;
        if (request is GraphQLHttpRequest graphQL)
            (graphQL.SentToken, graphQL.TokenSource) = (token, canRenew ? source : null);
        else
            sent = new AuthorizedRequest(request, token);
        sent.Headers.TryAddWithoutValidation(BearerTokenRequestExtensions.Header, token.Header);
        try
        {
            var response = await base.SendAsync(sent, cancellationToken).ConfigureAwait(false);
            SecretEraser.EraseHeaders(response, token);
            response.RequestMessage = AuthorizedRequest.Original(response.RequestMessage, sent, request);
            return response;
        }
        finally
        {
            sent.Headers.Remove(BearerTokenRequestExtensions.Header);
            (sent as AuthorizedRequest)?.Release();
        }
    }

    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent or PooledRequestContent;
}
