using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lathe.Language.Tests.Conformance;

/// <summary>A kind of difference from the reference in random texts that is on purpose.</summary>
/// <param name="Reason">Why ours is right.</param>
/// <param name="Covers">Whether an error is of the kind, given the line and whether it is ours alone.</param>
internal sealed record FuzzDifference(string Reason, Func<JsonElement, string, bool, bool> Covers)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Gets those of documents.</summary>
    public static IReadOnlyList<FuzzDifference> OfDocuments { get; } =
    [
        new(
            "A nullable variable may be null at run time where a OneOf object takes none (5.8.5); the reference does not see the object behind its "
                + "non-null type.",
            static (_, error, isOurs) => isOurs && error.StartsWith("VariablesInAllowedPosition ", StringComparison.Ordinal)
                && error.Contains("to be used for OneOf Input Object", StringComparison.Ordinal)),
        new(
            "A non-null default makes a nullable variable fit a field of a OneOf object (5.8.5); the reference wants a non-null type.",
            static (line, error, isOurs) => !isOurs && error.StartsWith("VariablesInAllowedPosition ", StringComparison.Ordinal)
                && Errors(line).Any(other => NextCases.Show(other) == error && IsOfDefaultInOneOf(line, Message(other)))),
        new(
            "Of several input fields of one name, which is an error, the reference looks at the last alone.",
            static (line, error, isOurs) => isOurs && error.StartsWith("ValuesOfCorrectType ", StringComparison.Ordinal)
                && Errors(line).Any(static other => Message(other).StartsWith("There can be only one input field", StringComparison.Ordinal))),
        new(
            "A null argument fits a fragment's variable with a default, and not the place of the variable: what is sent would be refused, and the "
                + "reference fails when it runs it.",
            static (line, error, isOurs) => isOurs && error.StartsWith("ValuesOfCorrectType ", StringComparison.Ordinal)
                && error.EndsWith("found null.", StringComparison.Ordinal)
                && Regex.IsMatch(Document(line), @"\.\.\.\s*\w+\s*\([^)]*:\s*null", RegexOptions.None, s_patience)),
    ];

    /// <summary>Gets those of schemas.</summary>
    public static IReadOnlyList<FuzzDifference> OfSchemas { get; } =
    [
        new(
            "The reference throws while it builds the schema (`buildError`) and looks no further; ours says what else is wrong.",
            static (line, error, isOurs) => isOurs && error.StartsWith("validateSchema", StringComparison.Ordinal)
                && line.GetProperty("buildError").ValueKind == JsonValueKind.String),
        new(
            "After an unknown type ours looks at no values; the reference builds the last of several schema definitions and forgets the types "
                + "of the others.",
            static (line, error, isOurs) => !isOurs && error.StartsWith("validateSchema ", StringComparison.Ordinal)
                && Errors(line).Any(static other => Message(other).StartsWith("Must provide only one schema", StringComparison.Ordinal))
                && Errors(line).Any(static other => Message(other).StartsWith("Unknown type", StringComparison.Ordinal))),
        new(
            "A fragment in a schema file is no part of the schema, which GQL0016 says; the reference looks for the type of its condition.",
            static (line, error, isOurs) => !isOurs && error.StartsWith("KnownTypeNames ", StringComparison.Ordinal) && IsOfFragment(line, error)),
    ];

    /// <summary>Gets those of changes.</summary>
    public static IReadOnlyList<FuzzDifference> OfDiffs { get; } =
    [
        new(
            "Default values are compared as values: 7 and 7.0 of a Float, and \"a\" and [\"a\"] of a list, are the same. The reference compares "
                + "their text.",
            static (line, error, isOurs) => !isOurs && IsOfDefault(error) && (HasEdit(line, "respell") || line.GetProperty("dangerous")
                .EnumerateArray().All(static change => !IsOfDefault("dangerous " + change.GetProperty("type").GetString()) || IsRespelt(change)))),
        new(
            "The default of an input object is another value where a field with a default came, went or changed, though its text is the same.",
            static (line, error, isOurs) => isOurs && IsOfDefault(error) && HasInputObjectDefault(line)),
    ];

    private static string Document(JsonElement line) => line.GetProperty("document").GetString()!;

    private static string Message(JsonElement error) => error.GetProperty("message").GetString()!;

    private static JsonElement.ArrayEnumerator Errors(JsonElement line) => line.GetProperty("errors").EnumerateArray();

    private static bool IsOfDefaultInOneOf(JsonElement line, string message) =>
        Regex.Match(
            message, @"^Variable ""\$(\w+)"" is of type ""(.*)"" but must be non-nullable to be used for OneOf", RegexOptions.None, s_patience) is
        { Success: true } match
        && Regex.IsMatch(Document(line), $@"\${match.Groups[1]}\s*:\s*{Regex.Escape(match.Groups[2].Value)}\s*=", RegexOptions.None, s_patience);

    // [7] and "7" of an ID, or of a list of them, are 7.
    private static bool IsRespelt(JsonElement change) =>
        Regex.Match(change.GetProperty("description").GetString()!, "changed defaultValue from (.*) to (.*)\\.$", RegexOptions.None, s_patience) is
        { Success: true } match
        && match.Groups[1].Value.Trim('[', ']').Trim('"') == match.Groups[2].Value.Trim('[', ']').Trim('"');

    private static bool IsOfDefault(string change) => change is "dangerous ARG_DEFAULT_VALUE_CHANGE" or "dangerous INPUT_FIELD_DEFAULT_VALUE_CHANGE";

    private static bool HasEdit(JsonElement line, string name) => line.GetProperty("edits").EnumerateArray().Any(edit => edit.GetString() == name);

    private static bool HasInputObjectDefault(JsonElement line) =>
        Regex.IsMatch(Document(line), @"=\s*\[*\{", RegexOptions.None, s_patience);

    private static bool IsOfFragment(JsonElement line, string error)
    {
        var place = error.Split(' ')[1].Split(':');
        var lines = Document(line).Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var text = lines[int.Parse(place[0], System.Globalization.CultureInfo.InvariantCulture) - 1];
        var before = text[..(int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture) - 1)].TrimEnd();
        return before.EndsWith("fragment F on", StringComparison.Ordinal);
    }
}
