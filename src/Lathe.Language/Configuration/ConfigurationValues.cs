using System.Globalization;
using Lathe.Language.Errors;
using Lathe.Language.Json;
using Lathe.Language.Text;

namespace Lathe.Language.Configuration;

/// <summary>Takes values of the wanted kind out of the JSON, and notes each mistake at its place.</summary>
internal sealed class ConfigurationValues(SourceText source)
{
    private const int LongestMessage = 1000;
    private readonly List<LanguageError> _errors = [];
    private readonly Suggestions _suggestions = new();

    public IReadOnlyList<LanguageError> Errors => [.. _errors.OrderBy(error => error.Locations[0].Span.Start)];

    public SourceLocation At(SourceSpan span) => new(source, span);

    public void Report(ErrorDescriptor descriptor, string message, SourceLocation location) =>
        _errors.Add(new LanguageError(descriptor, OneLine(message), [location]));

    public void Invalid(JsonNode node, string message) => Report(ConfigurationErrors.InvalidValue, message, At(node.Span));

    public JsonObject? Object(JsonNode? node, string what)
    {
        if (node is null or JsonObject)
            return node as JsonObject;
        Invalid(node, $"{what} must be an object, not {node.Kind}.");
        return null;
    }

    public JsonString? String(JsonNode? node, string what)
    {
        if (node is JsonString { Value: var value } && !string.IsNullOrWhiteSpace(value))
            return TakesVariable(node, value, what) ? null : (JsonString)node;
        if (node is not null)
            Invalid(node, node is JsonString ? $"{what} must not be empty." : $"{what} must be a string, not {node.Kind}.");
        return null;
    }

    public bool Boolean(JsonNode? node, string what)
    {
        if (node is not null and not JsonBoolean)
            Invalid(node, $"{what} must be true or false, not {node.Kind}.");
        return node is JsonBoolean { Value: true };
    }

    public int? PositiveInteger(JsonNode? node, string what)
    {
        if (node is null)
            return null;
        if (node is JsonNumber number
            && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0)
        {
            return value;
        }

        Invalid(node, $"{what} must be a whole number from 1 to {int.MaxValue}.");
        return null;
    }

    /// <summary>Reads a string or an array of strings.</summary>
    public IReadOnlyList<JsonString> Strings(JsonNode? node, string what)
    {
        if (node is not (null or JsonArray or JsonString))
            Invalid(node, $"{what} must be a string or an array of strings, not {node.Kind}.");
        if (node is not JsonArray array)
            return node is JsonString && String(node, what) is { } single ? [single] : [];
        var result = new List<JsonString>();
        foreach (var item in array.Items)
        {
            if (String(item, $"An item of {what}") is { } text)
                result.Add(text);
        }

        return result;
    }

    public void CheckKeys(JsonObject node, string where, params string[] known)
    {
        CheckDuplicates(node);
        foreach (var property in node.Properties)
        {
            if (Array.IndexOf(known, property.Name) >= 0)
                continue;
            var message =
                $"'{property.Name}' is not known {where}.{_suggestions.For(property.Name, known.Where(key => key[0] != '$'))} Known are: "
                + $"{string.Join(", ", known)}.";
            Report(ConfigurationErrors.UnknownKey, message, At(property.NameSpan));
        }
    }

    public void CheckDuplicates(JsonObject node)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in node.Properties)
        {
            if (!names.Add(property.Name))
                Report(ConfigurationErrors.DuplicateKey, $"'{property.Name}' stands twice in this object; remove one.", At(property.NameSpan));
        }
    }

    // GraphQL Config fills in ${NAME} and ${NAME:default}.
    private bool TakesVariable(JsonNode node, string value, string what)
    {
        if (value.IndexOf("${", StringComparison.Ordinal) < 0)
            return false;
        Invalid(node, $"{what} has a variable of the environment. A build reads none, so that it is the same everywhere. Write the value itself.");
        return true;
    }

    private static string OneLine(string message)
    {
        var shown = message.Length <= LongestMessage ? message : message.Substring(0, LongestMessage) + "...";
        return shown.Any(char.IsControl) ? new string([.. shown.Select(unit => char.IsControl(unit) ? ' ' : unit)]) : shown;
    }
}
