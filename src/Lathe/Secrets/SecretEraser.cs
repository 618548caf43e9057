using System.Net.Http.Headers;
using System.Text.Json;

namespace Lathe.Secrets;

/// <summary>Takes a key out of texts that a server sent: some echo it in their error pages.</summary>
internal static class SecretEraser
{
    public static string Erase(string text, BearerToken? token) =>
        token is null || text.Length < token.Echo.Shortest ? text : token.Echo.Erase(text, isCut: false);

    /// <summary>Erases from an excerpt, whose last characters may be the beginning of the key.</summary>
    public static string EraseExcerpt(string text, BearerToken? token) => token is null ? text : token.Echo.Erase(text, isCut: true);

    /// <summary>Erases from an error: its message, path and extensions.</summary>
    public static GraphQLError Erase(GraphQLError error, BearerToken token) => error with
    {
        Message = Erase(error.Message, token),
        Path = [.. error.Path.Select(segment => segment.Name is { } name ? new GraphQLPathSegment(Erase(name, token)) : segment)],
        Extensions = error.Extensions is { } extensions ? Erase(extensions, token) : null,
    };

    /// <summary>Erases from an answer's headers and reason phrase, which loggers and callers see.</summary>
    public static void EraseHeaders(HttpResponseMessage response, BearerToken token)
    {
        // An answer that succeeds is searched for the whole key only.
        var shortest = response.IsSuccessStatusCode ? token.Length : Math.Min(token.Length, KeyEcho.FewestCharacters);
        EraseHeaders(response.Headers, token, shortest);
        EraseHeaders(response.Content.Headers, token, shortest);
        if (response.ReasonPhrase is { } reason && reason.Length >= shortest)
            response.ReasonPhrase = Erase(reason, token);
    }

    private static void EraseHeaders(HttpHeaders headers, BearerToken token, int shortest)
    {
        List<string>? echoes = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
            {
                if (value.Length >= shortest && Erase(value, token) != value)
                    (echoes ??= []).Add(name);
            }
        }

        foreach (var name in echoes ?? [])
        {
            var clean = headers.NonValidated[name].Select(value => Erase(value, token)).ToArray();
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, clean);
        }
    }

    /// <summary>Erases from the extensions of a response or an error.</summary>
    public static JsonElement? Erase(JsonElement extensions, BearerToken token)
    {
        var text = extensions.GetRawText();
        var clean = Erase(text, token);
        if (text == clean)
            return extensions;
        try
        {
            using var document = JsonDocument.Parse(clean);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A key that looked like a number or a literal.
            return null;
        }
    }
}
