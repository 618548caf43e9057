using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Download;

/// <summary>Sends one document to a server; every failure is one line that says what to do.</summary>
internal sealed class GraphQLServer(Connection connection) : IDisposable
{
    private const long LargestAnswer = 512L << 20;
    private readonly HttpClient _client = Connect(connection);

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a document without variables.</summary>
    public Task<JsonDocument> SendAsync(string operation, string query, CancellationToken cancellationToken) =>
        SendAsync(operation, query, [], cancellationToken);

    /// <summary>Returns the answer: a JSON object with <c>data</c> or <c>errors</c>.</summary>
    public async Task<JsonDocument> SendAsync(
        string operation, string query, IReadOnlyList<KeyValuePair<string, JsonElement>> variables, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(connection.Timeout);
        try
        {
            using var request = Request(Body(operation, query, variables));
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false);
            return AnswerReader.Read(connection, response, bytes);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"{connection} did not answer within {connection.Timeout.TotalSeconds:0} s. Try again, or allow more with --timeout SECONDS.");
        }
        catch (HttpRequestException exception)
        {
            throw new ToolException(Unreachable(exception));
        }
        catch (InvalidDataException)
        {
            throw new ToolException(
                $"{connection} answered with content that cannot be decompressed. Try again; a proxy in between may have changed it.");
        }
    }

    private static byte[] Body(string operation, string query, IReadOnlyList<KeyValuePair<string, JsonElement>> variables)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.WriteString("operationName", operation);
            if (variables.Count > 0)
                WriteVariables(json, variables);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteVariables(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, JsonElement>> variables)
    {
        json.WriteStartObject("variables");
        foreach (var (name, value) in variables)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, connection.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json, application/json;q=0.9");
        request.Headers.TryAddWithoutValidation("User-Agent", $"lathe/{Output.ToolVersion.Text}");
        foreach (var (name, value) in connection.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HttpClient Connect(Connection connection)
    {
        // A redirect would take the key elsewhere.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false };
        if (connection.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    private static string OneLine(Exception exception) => Output.PlainText.Line(exception.Message).TrimEnd('.');

    private string Unreachable(HttpRequestException exception)
    {
        var reason = exception.InnerException is SocketException socket
            ? socket.SocketErrorCode.ToString()
            : OneLine(exception.InnerException ?? exception);
        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"The host {connection.Endpoint.Host} is not known. Check the address and the network.",
            HttpRequestError.SecureConnectionError =>
                $"{connection}: no TLS connection could be made ({reason}). "
                    + "Check the address, the clock and the certificates that this machine trusts.",
            HttpRequestError.ProxyTunnelError => $"The proxy refused to connect to {connection}. Check --proxy or HTTPS_PROXY.",
            HttpRequestError.ConfigurationLimitExceeded => $"{connection} answered with more than {LargestAnswer >> 20} MB, which is refused.",
            HttpRequestError.ResponseEnded =>
                $"{connection} broke the connection off before its answer was whole. Try again; a proxy or a limit in between may have cut it.",
            _ => $"{connection} cannot be reached ({reason}). Check the address and the network; a proxy is named by --proxy or HTTPS_PROXY.",
        };
    }
}
