using System.Text.Json;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Download;

/// <summary>Why a server did not tell its schema: the first error of its result.</summary>
/// <param name="Message">What it said: a sentence in one line.</param>
/// <param name="Code">The error's code (<c>extensions.code</c>), or null.</param>
internal sealed record Refusal(string Message, string? Code)
{
    private const int LongestMessage = 300;
    private static readonly string[] s_disabled = [
        "not allowed", "disabled", "forbidden", "not permitted", "not enabled", "not authorized", "not supported",
    ];
    private static readonly string[] s_keyCodes =
        ["UNAUTHENTICATED", "UNAUTHORIZED", "AUTH_NOT_AUTHENTICATED", "AUTHENTICATION_ERROR", "access-denied", "invalid-jwt", "invalid-headers"];

    public static Refusal Read(JsonElement answer, Connection connection)
    {
        if (!answer.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0
            || errors[0].ValueKind != JsonValueKind.Object)
            return new("the answer has neither a schema nor an error.", null);
        var message = PlainText.Line(connection.WithoutSecrets(Text(errors[0], "message") ?? "an error without a message")).Trim();
        if (message.Length > LongestMessage)
            message = message[..LongestMessage] + "...";
        if (!message.EndsWith('.'))
            message += ".";
        var code = errors[0].TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object
            ? Text(extensions, "code")
            : null;
        return new(message, code);
    }

    /// <summary>Throws where asking for less would not help: introspection is switched off, or a key is wanted.</summary>
    public void Refuse(Connection connection)
    {
        if (s_keyCodes.Contains(Code, StringComparer.OrdinalIgnoreCase))
        {
            throw new ToolException(connection.HasToken
                ? $"{connection} did not accept the key: {Message} Is it complete, still valid, and for this server?"
                : $"{connection} wants a key: {Message} Name it with --token-env NAME, --token-file PATH or --token-stdin.");
        }

        if (IsAboutTheWhole(Message))
            throw new ToolException(
                $"{connection} does not allow introspection: {Message} Ask its operators for the schema as a file, or for a key that may.");
    }

    // "Cannot query field 'isOneOf' on type '__Type'" speaks of a part; "__schema" that is unknown or not allowed is the whole.
    private static bool IsAboutTheWhole(string message) =>
        message.Contains("__schema", StringComparison.Ordinal)
        || (message.Contains("introspection", StringComparison.OrdinalIgnoreCase)
            && !message.Contains("IntrospectionQuery", StringComparison.Ordinal)
            && s_disabled.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
