using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lathe;

/// <summary>Takes a key out of texts that a server sent: some echo it in their error pages.</summary>
internal static class SecretEraser
{
    private const string Hidden = "(key hidden)";

    public static string Erase(string text, BearerToken? token)
    {
        if (token is null || text.Length == 0)
            return text;
        var key = token.Value;
        text = text.Replace(key, Hidden, StringComparison.OrdinalIgnoreCase);
        var escaped = JavaScriptEncoder.Default.Encode(key);
        if (escaped.Length != key.Length)
            text = text.Replace(escaped, Hidden, StringComparison.OrdinalIgnoreCase);
        var encoded = Uri.EscapeDataString(key);
        if (encoded.Length != key.Length)
            text = text.Replace(encoded, Hidden, StringComparison.OrdinalIgnoreCase);
        var html = HtmlEncoder.Default.Encode(key);
        return html.Length == key.Length ? text : text.Replace(html, Hidden, StringComparison.OrdinalIgnoreCase);
    }

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
        EraseHeaders(response.Headers, token);
        EraseHeaders(response.Content.Headers, token);
        if (response.ReasonPhrase is { } reason && reason.Length >= token.Length)
            response.ReasonPhrase = Erase(reason, token);
    }

    private static void EraseHeaders(HttpHeaders headers, BearerToken token)
    {
        List<string>? echoes = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
            {
                if (value.Length >= token.Length && Erase(value, token) != value)
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

    /// <summary>Erases from an excerpt, whose last characters may be the beginning of the key.</summary>
    public static string EraseExcerpt(string text, BearerToken? token)
    {
        text = Erase(text, token);
        if (token is null)
            return text;
        var key = token.Value;
        for (var length = Math.Min(key.Length - 1, text.Length); length >= 4; length--)
        {
            if (text.AsSpan(text.Length - length).Equals(key.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
                return string.Concat(text.AsSpan(0, text.Length - length), Hidden);
        }

        return text;
    }
}
