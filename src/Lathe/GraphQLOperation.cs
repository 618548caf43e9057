using System.Text.Json;
using Lathe.Json;

namespace Lathe;

/// <summary>What is known of an operation when it is compiled. Generated code makes one for each operation.</summary>
/// <typeparam name="TData">The type of the response's <c>data</c>.</typeparam>
public sealed class GraphQLOperation<TData>
    where TData : class
{
    /// <summary>Describes an operation.</summary>
    /// <param name="name">The operation's name.</param>
    /// <param name="type">The kind of operation.</param>
    /// <param name="documentHash">The SHA-256 of the document's UTF-8 bytes in lower-case hexadecimal.</param>
    /// <param name="requestPrefix">
    /// The constant beginning of the request body in UTF-8, up to where <c>variables</c> would follow:
    /// <c>{"query":"...","operationName":"..."</c>, without a closing brace.
    /// </param>
    /// <param name="readData">Reads the value of <c>data</c> when it is not null.</param>
    public GraphQLOperation(
        string name,
        GraphQLOperationType type,
        string documentHash,
        ReadOnlyMemory<byte> requestPrefix,
        JsonRead<TData> readData)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(readData);
        Name = name;
        Type = type;
        DocumentHash = documentHash;
        RequestPrefix = requestPrefix;
        ReadData = readData;
    }

    /// <summary>Gets the operation's name.</summary>
    public string Name { get; }

    /// <summary>Gets the kind of operation.</summary>
    public GraphQLOperationType Type { get; }

    /// <summary>Gets the document as it is sent: the operation and the fragments that it uses, without comments and needless space.</summary>
    /// <remarks>It is read from <see cref="RequestPrefix"/> at each call.</remarks>
    /// <exception cref="JsonException">The prefix, which generated code makes, is not the beginning of a request.</exception>
    public string Document
    {
        get
        {
            var reader = new Utf8JsonReader(RequestPrefix.Span, isFinalBlock: false, state: default);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("query"u8))
                reader.TrySkip();
            return reader.Read() && reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : throw new JsonException($"The request of {Name} begins without a document.");
        }
    }

    /// <summary>Gets the SHA-256 of the document's UTF-8 bytes in lower-case hexadecimal.</summary>
    public string DocumentHash { get; }

    /// <summary>Gets the constant beginning of the request body in UTF-8, up to where <c>variables</c> would follow.</summary>
    public ReadOnlyMemory<byte> RequestPrefix { get; }

    /// <summary>Gets whether the document has <c>@defer</c> or <c>@stream</c>, so that the server may answer in parts. False unless set.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>Gets what its requests ask the server to do with the error of a field; null, unless set, to ask nothing.</summary>
    public GraphQLErrorBehavior? OnError { get; init; }

    internal JsonRead<TData> ReadData { get; }

    internal void RefuseSubscription(string parameter)
    {
        if (Type == GraphQLOperationType.Subscription)
            throw new ArgumentException($"{Name} is a subscription. Use SubscribeAsync.", parameter);
    }
}
