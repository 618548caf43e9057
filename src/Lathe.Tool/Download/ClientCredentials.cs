using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Download;

/// <summary>Asks an authorization server for a token in the name of a program: OAuth 2.0, RFC 6749, section 4.4.</summary>
/// <param name="TokenAddress">The server's token endpoint, the only place that the secret goes to.</param>
/// <param name="Id">The client's id.</param>
/// <param name="Secret">The client's secret.</param>
/// <param name="Scope">The scopes asked for, separated by spaces; null for the server's choice.</param>
internal sealed record ClientCredentials(Uri TokenAddress, string Id, string Secret, string? Scope)
{
    private const int LargestAnswer = 1 << 20;

    /// <summary>Gets a token and adds it to a connection.</summary>
    public async Task<Connection> GrantAsync(Connection connection, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(connection.Timeout);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (connection.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy);
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        try
        {
            // Section 2.3.1: each server takes the credentials as Basic, but some only for clients that are registered so.
            var (token, error) = await AskAsync(http, isBasic: true, timeout.Token).ConfigureAwait(false);
            if (error == "invalid_client")
                (token, error) = await AskAsync(http, isBasic: false, timeout.Token).ConfigureAwait(false);
            return token is not null
                ? connection.WithSecret("Authorization", "Bearer " + token)
                : throw new ToolException($"{this} gave no token: {error}. Check the client's id, its secret, and the scopes that it may have.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"{this} gave no token within {connection.Timeout.TotalSeconds:0} s. Try again, or allow more with --timeout SECONDS.");
        }
        catch (HttpRequestException exception)
        {
            throw new ToolException(
                $"{this} cannot be asked for a token ({exception.HttpRequestError}). Check --oauth-token-url, the network and the proxy.");
        }
    }

    public override string ToString() => TokenAddress.GetLeftPart(UriPartial.Path);

    private async Task<(string? Token, string? Error)> AskAsync(HttpClient http, bool isBasic, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenAddress) { Content = new FormUrlEncodedContent(Form(isBasic)) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (isBasic)
        {
            var credentials = $"{Uri.EscapeDataString(Id)}:{Uri.EscapeDataString(Secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        }

        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode && Read(body, "access_token") is { } token && token.All(unit => unit is > ' ' and < '\u007F')
            ? (token, null)
            : (null, Error(response.StatusCode, body));
    }

    private Dictionary<string, string> Form(bool isBasic)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials" };
        if (Scope is not null)
            form["scope"] = Scope;
        if (!isBasic)
            (form["client_id"], form["client_secret"]) = (Id, Secret);
        return form;
    }

    // Only the codes of section 5.2 are shown: what else a server writes may hold the secret.
    private static string Error(HttpStatusCode status, byte[] body) => Read(body, "error") switch
    {
        "invalid_request" or "invalid_client" or "invalid_grant" or "unauthorized_client" or "unsupported_grant_type" or "invalid_scope" =>
            Read(body, "error")!,
        _ when status == HttpStatusCode.Unauthorized => "invalid_client",
        _ => $"it answered {(int)status}",
    };

    private static string? Read(byte[] body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
