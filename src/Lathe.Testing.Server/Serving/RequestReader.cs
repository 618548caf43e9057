using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Lathe.Testing.Serving;

/// <summary>Reads a GraphQL request of each kind that goes over HTTP: POST, GET, and multipart with files.</summary>
/// <param name="documents">The documents that the server knows.</param>
internal sealed partial class RequestReader(DocumentStore documents)
{
    /// <summary>Reads a request.</summary>
    /// <returns>The request, or the answer to one that cannot be read.</returns>
    public async Task<(ServerRequest? Request, ServerAnswer? Refusal)> ReadAsync(HttpRequest http)
    {
        try
        {
            if (HttpMethods.IsGet(http.Method))
                return Read(FromQuery(http.Query), http, NoFiles);
            if (!HttpMethods.IsPost(http.Method))
                return (null, ServerAnswer.Error("Send POST or GET.", status: 405));
            if (http.HasFormContentType)
                return await ReadFormAsync(http);
            return Read(await JsonNode.ParseAsync(http.Body, cancellationToken: http.HttpContext.RequestAborted), http, NoFiles);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or InvalidDataException)
        {
            return (null, ServerAnswer.Error($"The request is malformed: {exception.Message}", status: 400));
        }
    }

    /// <summary>Makes a request of its JSON.</summary>
    public (ServerRequest? Request, ServerAnswer? Refusal) Read(JsonNode? body, HttpRequest http, IReadOnlyDictionary<string, ServerFile> files)
    {
        if (body is not JsonObject request)
            return (null, ServerAnswer.Error("The body is no JSON object.", status: 400));
        var hash = (string?)request["extensions"]?["persistedQuery"]?["sha256Hash"] ?? WithoutScheme((string?)request["documentId"]);
        var (document, refusal) = documents.Find((string?)request["query"], hash);
        if (document is null)
            return (null, refusal);
        var headers = http.Headers.ToDictionary(static one => one.Key, static one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var variables = JsonSerializer.SerializeToElement(request["variables"] ?? new JsonObject());
        return (new ServerRequest((string?)request["operationName"] ?? NameIn(document), document, variables)
        {
            Method = http.Method,
            Headers = headers,
            Files = files,
            Key = KeyRing.Of(headers.GetValueOrDefault("Authorization")),
            DocumentHash = hash,
            ConnectionId = http.HttpContext.Connection.Id,
        }, null);
    }

    private static Dictionary<string, ServerFile> NoFiles { get; } = [];

    private static string? WithoutScheme(string? documentId) =>
        documentId?.StartsWith("sha256:", StringComparison.Ordinal) == true ? documentId["sha256:".Length..] : documentId;

    // A client that leaves the name out sends one operation.
    private static string NameIn(string document) => OperationName().Match(document).Groups[1].Value;

    [GeneratedRegex(@"(?:query|mutation|subscription)\s+(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex OperationName();

    private static JsonObject FromQuery(IQueryCollection query)
    {
        var request = new JsonObject();
        foreach (var name in new[] { "query", "operationName", "documentId" })
        {
            if (query.TryGetValue(name, out var value))
                request[name] = (string?)value;
        }

        foreach (var name in new[] { "variables", "extensions" })
        {
            if (query.TryGetValue(name, out var value))
                request[name] = JsonNode.Parse(value.ToString());
        }

        return request;
    }

    // The GraphQL multipart request specification: operations, then map, then the files.
    private async Task<(ServerRequest? Request, ServerAnswer? Refusal)> ReadFormAsync(HttpRequest http)
    {
        if (!http.Headers.ContainsKey("GraphQL-Preflight") && !http.Headers.ContainsKey("Apollo-Require-Preflight"))
            return (null, ServerAnswer.Error("A multipart request needs a header that a browser's form cannot send: GraphQL-Preflight: 1.",
                status: 400));
        var form = await http.ReadFormAsync(http.HttpContext.RequestAborted);
        var files = new Dictionary<string, ServerFile>(StringComparer.Ordinal);
        foreach (var (name, paths) in JsonNode.Parse(form["map"].ToString())!.AsObject())
        {
            var file = form.Files[name] ?? throw new InvalidDataException($"there is no part for the file '{name}'");
            using var content = new MemoryStream();
            await file.CopyToAsync(content, http.HttpContext.RequestAborted);
            var received = new ServerFile(file.FileName, file.ContentType ?? "", content.ToArray());
            foreach (var path in paths!.AsArray())
                files[(string)path!] = received;
        }

        return Read(JsonNode.Parse(form["operations"].ToString()), http, files);
    }
}
