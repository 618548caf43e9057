using Lathe.Language.Collections;
using Lathe.Language.Json;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Configuration;

/// <summary>Reads <c>extensions.lathe</c>.</summary>
internal static class ClientSectionReader
{
    private static readonly string[] s_secretNames = ["key", "token", "secret", "password", "auth"];

    public static ClientConfig Read(ConfigurationValues values, JsonObject node, string projectName)
    {
        values.CheckKeys(
            node,
            "in 'extensions.lathe'",
            "client",
            "namespace",
            "accessibility",
            "resultTypes",
            "endpoint",
            "tokenEnv",
            "readInputs",
            "schemaExtensions",
            "scalars",
            "limits",
            "keepFields",
            "fragmentArguments",
            "catchByDefault",
            "onError");
        return new ClientConfig
        {
            ProjectName = projectName,
            Client = ReadName(values, node, "client", dots: false),
            Namespace = ReadName(values, node, "namespace", dots: true),
            Accessibility = IsOther(values, node, "accessibility", "public", "internal") ? ClientAccessibility.Internal : ClientAccessibility.Public,
            HasResultClasses = IsOther(values, node, "resultTypes", "record", "class"),
            Endpoint = ReadEndpoint(values, node.Find("endpoint")),
            TokenEnv = ReadVariable(values, node.Find("tokenEnv")),
            ReadInputs = values.Boolean(node.Find("readInputs"), "'readInputs'"),
            Scalars = ScalarSectionReader.Read(values, values.Object(node.Find("scalars"), "'scalars'")),
            Limits = ReadLimits(values, values.Object(node.Find("limits"), "'limits'")),
            KeepFields = ReadKeptFields(values, node.Find("keepFields")),
            AllowsFragmentArguments = values.Boolean(node.Find("fragmentArguments"), "'fragmentArguments'"),
            CatchByDefault = ReadWord<ErrorHandling>(values, node, "catchByDefault"),
            OnError = ReadWord<ErrorBehavior>(values, node, "onError"),
        };
    }

    private static EquatableList<string> ReadKeptFields(ConfigurationValues values, JsonNode? node) => node is null
        ? EquatableList.Empty<string>()
        : EquatableList.Create(values.Strings(node, "'keepFields'").Select(static text => text.Value));

    // The words are those of GraphQL: the names of the values, all but the first, in capitals.
    private static T ReadWord<T>(ConfigurationValues values, JsonObject node, string key)
        where T : struct, Enum
    {
        if (values.String(node.Find(key), $"'{key}'") is not { } text)
            return default;
        string[] words = [.. Enum.GetNames(typeof(T)).Select(static name => name.ToUpperInvariant()).Skip(1)];
        var index = Array.IndexOf(words, text.Value);
        if (index < 0)
            values.Invalid(text, $"'{key}' must be one of {string.Join(", ", words.Select(static word => $"\"{word}\""))}, not \"{text.Value}\".");
        return (T)Enum.ToObject(typeof(T), index + 1);
    }

    private static string? ReadName(ConfigurationValues values, JsonObject node, string key, bool dots)
    {
        if (values.String(node.Find(key), $"'{key}'") is not { } text)
            return null;
        var parts = dots ? text.Value.Split('.') : [text.Value];
        if (Array.Find(parts, part => !CSharpName.IsIdentifier(part)) is not { } faulty)
            return text.Value;
        values.Invalid(text, $"'{key}' must be a C# {(dots ? "namespace" : "class name")}; '{faulty}' is not a C# identifier.");
        return null;
    }

    // Whether the second of two words is chosen.
    private static bool IsOther(ConfigurationValues values, JsonObject node, string key, string usual, string other)
    {
        if (values.String(node.Find(key), $"'{key}'") is not { } text || text.Value == usual)
            return false;
        if (text.Value == other)
            return true;
        values.Invalid(text, $"'{key}' must be \"{usual}\" or \"{other}\", not \"{text.Value}\".");
        return false;
    }

    private static string? ReadEndpoint(ConfigurationValues values, JsonNode? node)
    {
        if (values.String(node, "'endpoint'") is not { } text)
            return null;
        if (!Uri.TryCreate(text.Value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            values.Invalid(text, "'endpoint' must be an absolute http or https address, such as \"https://api.example.com/graphql\".");
        else if (address.UserInfo.Length > 0)
            values.Invalid(text, "'endpoint' must not hold a user name or password. Give keys at run time, for example with AddBearerToken.");
        else if (SecretParameter(address) is { } parameter)
            values.Invalid(
                text,
                $"'endpoint' must not hold a key, which '{parameter}' seems to be. "
                    + "Give keys at run time, for example with AddBearerToken or in an endpoint read from the configuration.");
        else
            return text.Value;
        return null;
    }

    // A text that is no name may be the key itself, so it is not shown.
    private static string? ReadVariable(ConfigurationValues values, JsonNode? node)
    {
        if (values.String(node, "'tokenEnv'") is not { } text)
            return null;
        if (text.Value.Length is > 0 and <= 100 && !IsDigit(text.Value[0]) && text.Value.All(unit => unit is '_' || IsLetter(unit) || IsDigit(unit)))
            return text.Value;
        values.Invalid(text, "'tokenEnv' must be the name of an environment variable, such as \"API_KEY\", never a key.");
        return null;

        static bool IsLetter(char unit) => unit is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
        static bool IsDigit(char unit) => unit is >= '0' and <= '9';
    }

    private static string? SecretParameter(Uri address) => address.Query.TrimStart('?').Split('&')
        .Where(pair => pair.IndexOf('=') is var end and > 0 && end < pair.Length - 1).Select(pair => pair.Substring(0, pair.IndexOf('=')))
        .FirstOrDefault(name => Array.Exists(s_secretNames, secret => name.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0));

    private static OperationLimits ReadLimits(ConfigurationValues values, JsonObject? node)
    {
        if (node is null)
            return new OperationLimits();
        values.CheckKeys(node, "in 'limits'", "maxDepth", "maxNodes", "requireListLimit");
        return new OperationLimits(
            values.PositiveInteger(node.Find("maxDepth"), "'maxDepth'"),
            values.PositiveInteger(node.Find("maxNodes"), "'maxNodes'"),
            values.Boolean(node.Find("requireListLimit"), "'requireListLimit'"));
    }
}
