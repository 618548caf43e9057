using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MachineMetrics.Naming;

/// <summary>
/// The vendor's texts have two names for some types. Operations are written with the shorter ones; variables name no such type, so that fragments
/// alone do. The API is asked once which names it has, and fragments are sent with those.
/// </summary>
public sealed partial class TypeNames
{
    // Each alias is the name that the vendor's other texts have.
    private const string Question = """
        query TypeNames {
          MachineTP: __type(name: "MachineTP") { name }
          AnnotationTP: __type(name: "AnnotationTP") { name }
          OperatorRunTP: __type(name: "OperatorRunTP") { name }
        }
        """;

    private const string Suffix = "TP";

    private volatile IReadOnlySet<string>? suffixed;

    /// <summary>Gets a value indicating whether the API has answered.</summary>
    public bool AreKnown => suffixed is not null;

    /// <summary>Gets the body that asks.</summary>
    public static string Body { get; } = new JsonObject { ["operationName"] = "TypeNames", ["query"] = Question }.ToJsonString();

    /// <summary>Takes the answer to <see cref="Body"/>.</summary>
    /// <param name="response">The JSON of the response.</param>
    /// <returns>Whether it is an answer; one with errors, or that is no JSON object, is none.</returns>
    public bool TryLearn(JsonNode? response)
    {
        if (response is not JsonObject { } answer || answer["errors"] is not null || answer["data"] is not JsonObject data)
            return false;
        suffixed = data.Where(type => type.Value is not null).Select(type => type.Key[..^Suffix.Length]).ToHashSet(StringComparer.Ordinal);
        return true;
    }

    /// <summary>Writes the API's names into a document.</summary>
    /// <param name="document">Operations and fragments.</param>
    public string Write(string document) => suffixed is not { Count: > 0 } known
        ? document
        : TypeCondition().Replace(document, match => known.Contains(match.Groups["type"].Value) ? match.Value + Suffix : match.Value);

    [GeneratedRegex(@"(?:\bfragment\s+\w+|\.\.\.)\s*on\s+(?<type>\w+)")]
    private static partial Regex TypeCondition();
}
