using Lathe.Language.Json;
using Lathe.Language.Text;
using Lathe.Testing.Faking;

namespace Lathe.Testing.Fixtures;

/// <summary>Responses in a file, held against their operation.</summary>
internal static class Fixture
{
    // A response may nest as deep as the HTTP transport reads.
    private const int MaxDepth = 128;

    /// <summary>Reads a fixture.</summary>
    /// <param name="operation">The operation that it answers.</param>
    /// <param name="path">The file.</param>
    /// <param name="schema">The schema; null for that of the project that holds the client.</param>
    /// <param name="testFile">The source file that asks, for relative paths.</param>
    /// <returns>The responses: one, or of a subscription its events.</returns>
    /// <exception cref="InvalidOperationException">There is no such file, or it does not fit; the message says where.</exception>
    public static IReadOnlyList<(string Json, GraphQLResult<TData> Result)> Read<TData>(
        GraphQLOperation<TData> operation, string path, FakeSchema? schema, string testFile)
        where TData : class
    {
        var document = schema?.DocumentOf(operation) ?? FakeSource.Of(operation);
        var source = FixtureFile.Read(path, testFile);
        var faults = new FixtureFaults(source, operation.Name);
        var responses = Parse(source, operation.Type, faults);
        foreach (var response in responses)
            new FixtureCheck(document, faults).Check(response);
        faults.ThrowIfAny();
        var results = responses.Select(response => (Slice(source, response), Read(operation, source, response, faults))).ToArray();
        faults.ThrowIfAny();
        return [.. results.Select(static one => (one.Item1, one.Item2!))];
    }

    private static IReadOnlyList<JsonNode> Parse(SourceText source, GraphQLOperationType type, FixtureFaults faults)
    {
        var parsed = JsonParser.Parse(source, MaxDepth);
        if (parsed.Error is { } error)
            faults.Add(error.Locations[0].Span, error.Message);
        else if (parsed.Root is not JsonArray events)
            return [parsed.Root!];
        else if (type == GraphQLOperationType.Subscription && events.Items.Count > 0)
            return events.Items;
        else
            faults.Add(events.Span, "an array of responses holds the events of a subscription, at least one; this is the place of one response.");
        faults.ThrowIfAny();
        return [];
    }

    private static GraphQLResult<TData>? Read<TData>(GraphQLOperation<TData> operation, SourceText source, JsonNode response, FixtureFaults faults)
        where TData : class
    {
        try
        {
            return ScriptedResponse.Read(operation, Slice(source, response));
        }
        catch (GraphQLResponseException exception)
        {
            faults.Add(FixturePlace.Find(response, exception.Path).Span, $"the client cannot read this: {exception.Message}");
            return null;
        }
    }

    private static string Slice(SourceText source, JsonNode node) => source.Text.Substring(node.Span.Start, node.Span.Length);
}
