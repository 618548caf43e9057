using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace Lathe.Json;

/// <summary>Puts the beginning of a request together from the texts of an operation and its fragments. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestText
{
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>Begins with the operation.</summary>
    /// <param name="operation">Its text as the content of a JSON string, in UTF-8.</param>
    public RequestText(ReadOnlySpan<byte> operation)
    {
        _text.Write("{\"query\":\""u8);
        _text.Write(operation);
    }

    /// <summary>Adds a fragment.</summary>
    /// <param name="fragment">Its text as the content of a JSON string, in UTF-8.</param>
    /// <returns>The same.</returns>
    public RequestText Add(ReadOnlySpan<byte> fragment)
    {
        _text.Write(fragment);
        return this;
    }

    /// <summary>Ends with the operation's name.</summary>
    /// <param name="operationName">The name.</param>
    /// <returns>The beginning of the request: <c>{"query":"...","operationName":"..."</c>, without a closing brace.</returns>
    public ReadOnlyMemory<byte> End(string operationName)
    {
        ArgumentNullException.ThrowIfNull(operationName);
        _text.Write("\",\"operationName\":\""u8);
        _text.Write(Encoding.UTF8.GetBytes(operationName));
        _text.Write("\""u8);
        return _text.WrittenMemory.ToArray();
    }
}
