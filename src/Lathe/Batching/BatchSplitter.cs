using System.Text.Json;

namespace Lathe.Batching;

/// <summary>Finds the responses in the answer to a batch: the items of a list.</summary>
internal static class BatchSplitter
{
    /// <summary>Splits an answer.</summary>
    /// <returns>Where each response is; null when the answer is no list.</returns>
    public static List<BatchAnswer>? Split(ReadOnlySpan<byte> json, int maxDepth)
    {
        // The list is one level more.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return null;
            var answers = new List<BatchAnswer>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                answers.Add(new BatchAnswer(start, (int)reader.BytesConsumed - start));
            }

            // Nothing may follow the list.
            reader.Read();
            return answers;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
