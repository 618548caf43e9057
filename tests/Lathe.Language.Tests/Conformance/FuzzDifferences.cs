using System.Text.Json;

namespace Lathe.Language.Tests.Conformance;

/// <summary>A kind of difference from the reference in random texts that is on purpose.</summary>
/// <param name="Reason">Why ours is right.</param>
/// <param name="Covers">Whether an error is of the kind, given the line and whether it is ours alone.</param>
internal sealed record FuzzDifference(string Reason, Func<JsonElement, string, bool, bool> Covers)
{
    /// <summary>Gets those of documents.</summary>
    public static IReadOnlyList<FuzzDifference> OfDocuments { get; } =
    [
        new(
            "A nullable variable may be null at run time where a OneOf object takes none (5.8.5); the reference does not see the object behind its "
                + "non-null type.",
            static (_, error, isOurs) => isOurs && error.StartsWith("VariablesInAllowedPosition ", StringComparison.Ordinal)
                && error.Contains("to be used for OneOf Input Object", StringComparison.Ordinal)),
        new(
            "In a list where an object is expected ours, as graphql-js 16, also says which variables fit no field; 17 says only that it is a list.",
            static (line, error, isOurs) => isOurs && error.StartsWith("VariablesInAllowedPosition ", StringComparison.Ordinal)
                && line.GetProperty("errors").EnumerateArray().Any(static other => IsOfListForObject(other.GetProperty("message").GetString()!))),
        new(
            "A null argument fits a fragment's variable with a default, and not the place of the variable: what is sent would be refused, and the "
                + "reference fails when it runs it.",
            static (line, error, isOurs) => isOurs && error.StartsWith("ValuesOfCorrectType ", StringComparison.Ordinal)
                && error.EndsWith("found null.", StringComparison.Ordinal) && line.GetProperty("errors").GetArrayLength() == 0
                && line.GetProperty("document").GetString()!.Contains(": null", StringComparison.Ordinal)),
    ];

    /// <summary>Gets those of schemas.</summary>
    public static IReadOnlyList<FuzzDifference> OfSchemas { get; } =
    [
        new(
            "The reference throws while it builds the schema (`buildError`) and looks no further; ours says what else is wrong.",
            static (line, error, isOurs) => isOurs && error.StartsWith("validateSchema", StringComparison.Ordinal)
                && line.GetProperty("buildError").ValueKind == JsonValueKind.String),
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
            static (line, error, isOurs) => !isOurs && IsOfDefault(error) && HasEdit(line, "respell")),
        new(
            "The default of an input object is another value where a field with a default came, went or changed, though its text is the same.",
            static (line, error, isOurs) => isOurs && IsOfDefault(error) && HasInputObjectDefault(line)),
    ];

    private static bool IsOfListForObject(string message) => message.Contains("to be an object, found: [", StringComparison.Ordinal);

    private static bool IsOfDefault(string change) => change is "dangerous ARG_DEFAULT_VALUE_CHANGE" or "dangerous INPUT_FIELD_DEFAULT_VALUE_CHANGE";

    private static bool HasEdit(JsonElement line, string name) => line.GetProperty("edits").EnumerateArray().Any(edit => edit.GetString() == name);

    private static bool HasInputObjectDefault(JsonElement line) =>
        line.GetProperty("document").GetString()!.Contains("= {", StringComparison.Ordinal)
        || line.GetProperty("document").GetString()!.Contains("={", StringComparison.Ordinal);

    private static bool IsOfFragment(JsonElement line, string error)
    {
        var place = error.Split(' ')[1].Split(':');
        var text = line.GetProperty("document").GetString()!.Split('\n')[int.Parse(place[0], System.Globalization.CultureInfo.InvariantCulture) - 1];
        var before = text[..(int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture) - 1)].TrimEnd();
        return before.EndsWith("fragment F on", StringComparison.Ordinal);
    }
}
