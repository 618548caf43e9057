using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MachineMetrics.Naming;

/// <summary>Sends fragments with the names that the API has. It stands within retries and outside of the key, which the question needs too.</summary>
internal sealed class TypeNamesHandler(TypeNames names) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null || await ReadAsync(request.Content, cancellationToken) is not JsonObject body
            || body["query"] is not JsonValue query || !query.GetValue<string>().Contains(" on ", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        if (!names.AreKnown && await AskAsync(request, cancellationToken) is { } refused)
            return refused;
        body["query"] = names.Write(query.GetValue<string>());
        request.Content = Json(body.ToJsonString(), request.Content.Headers.ContentType);
        return await base.SendAsync(request, cancellationToken);
    }

    // A refusal of the question is the answer to what was to be sent: whoever sends knows what to do about it.
    private async Task<HttpResponseMessage?> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, request.RequestUri) { Content = Json(TypeNames.Body, null) };
        question.Headers.Accept.ParseAdd("application/graphql-response+json, application/json;q=0.9");
        var response = await base.SendAsync(question, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            return names.TryLearn(await ReadAsync(response.Content, cancellationToken))
                ? null
                : throw new HttpRequestException("The API was asked for the names of its types, and its answer can't be read.");
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StringContent Json(string text, MediaTypeHeaderValue? type) =>
        new(text, Encoding.UTF8) { Headers = { ContentType = type ?? new MediaTypeHeaderValue("application/json") } };
}
