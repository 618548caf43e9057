using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Lathe.Requests;

/// <summary>Writes a query into an address (GraphQL over HTTP, section 5.3).</summary>
internal static class GetAddress
{
    /// <returns>The address; null when the variables hold files, which no address can.</returns>
    public static string? Write<TData>(
        Uri endpoint, GraphQLOperation<TData> operation, IGraphQLVariables? variables, RequestForm form, ArrayPool<byte> pool,
        GraphQLErrorBehavior? onError = null)
        where TData : class
    {
        var text = new StringBuilder(endpoint.AbsoluteUri.Split('#')[0]);
        text.Append(endpoint.Query.Length == 0 ? '?' : '&');
        switch (form)
        {
            case RequestForm.Text:
                text.Append("query=").Append(Uri.EscapeDataString(QueryText(operation.RequestPrefix.Span))).Append('&');
                break;
            case RequestForm.DocumentId:
                text.Append("documentId=sha256:").Append(operation.DocumentHash).Append('&');
                break;
        }

        text.Append("operationName=").Append(Uri.EscapeDataString(operation.Name));
        if (variables is not null)
        {
            using var json = RequestWriter.WriteVariables(pool, variables, out var hasFiles);
            if (hasFiles)
                return null;
            text.Append("&variables=").Append(Uri.EscapeDataString(Encoding.UTF8.GetString(json.Span)));
        }

        if (onError is { } behavior)
            text.Append("&onError=").Append(ErrorBehaviors.Text(behavior));
        if (form == RequestForm.Hash)
            text.Append("&extensions=")
                .Append(Uri.EscapeDataString($"{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{operation.DocumentHash}\"}}}}"));
        return text.ToString();
    }

    // The text is kept as POST sends it. For an address its escapes are removed.
    private static string QueryText(ReadOnlySpan<byte> requestPrefix)
    {
        var reader = new Utf8JsonReader(requestPrefix, isFinalBlock: false, default);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("query"u8) && reader.Read())
                return reader.GetString()!;
        }

        throw new InvalidOperationException("The operation's request prefix holds no query.");
    }
}
