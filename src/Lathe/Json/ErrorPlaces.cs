using System.Text.Json;

namespace Lathe.Json;

/// <summary>
/// The nulls of an answer that errors explain, by the byte at which they stand. A null explains itself by an error of its own path, or of a path
/// below it (GraphQL specification, section 6.4.4). An error that says no place, or one that the answer has not, explains each null that no other
/// does: what cannot be told apart is not taken for a value.
/// </summary>
internal sealed class ErrorPlaces
{
    private readonly Dictionary<int, GraphQLError> _byOffset = [];
    private readonly GraphQLError? _unplaced;

    private ErrorPlaces(ReadOnlySpan<byte> json, int start, IReadOnlyList<GraphQLError> errors, int maxDepth)
    {
        var root = ErrorPath.Of(errors);
        var reader = new Utf8JsonReader(json[start..], new JsonReaderOptions { MaxDepth = maxDepth });
        if (reader.Read())
            Visit(ref reader, root, start);
        foreach (var error in errors)
        {
            if (!root.HasPlace(error))
            {
                _unplaced = error;
                break;
            }
        }
    }

    /// <summary>Finds the places of errors.</summary>
    /// <param name="json">The answer; it was read once, so it is well-formed.</param>
    /// <param name="start">Where the value of <c>data</c> begins.</param>
    /// <param name="errors">The errors in the order of the answer: of several for one place the first counts.</param>
    /// <param name="maxDepth">How deep the answer may nest.</param>
    public static ErrorPlaces Find(ReadOnlySpan<byte> json, int start, IReadOnlyList<GraphQLError> errors, int maxDepth) =>
        new(json, start, errors, maxDepth);

    /// <summary>Gets the error that explains a null; null when none does.</summary>
    /// <param name="offset">The byte at which it stands.</param>
    public GraphQLError? Of(int offset) => _byOffset.TryGetValue(offset, out var error) ? error : _unplaced;

    // Only values on the way to an error are visited, and each byte once.
    private void Visit(ref Utf8JsonReader reader, ErrorPath path, int start)
    {
        path.IsReached = true;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                path.IsNull = true;
                _byOffset[start + (int)reader.TokenStartIndex] = path.First!;
                break;
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = path.Below(ref reader);
                    reader.Read();
                    VisitOrSkip(ref reader, member, start);
                }

                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                    VisitOrSkip(ref reader, path.Below(index), start);
                break;
        }
    }

    private void VisitOrSkip(ref Utf8JsonReader reader, ErrorPath? path, int start)
    {
        if (path is null)
            reader.Skip();
        else
            Visit(ref reader, path, start);
    }
}
