using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lathe.Buffers;
using Lathe.Uploads;

namespace Lathe.Requests;

/// <summary>Writes request bodies (GraphQL over HTTP, section 5.1). One a thread at a time; the JSON writer is kept.</summary>
internal sealed class RequestWriter : IDisposable
{
    [ThreadStatic]
    private static RequestWriter? s_spare;

    // Not HTML: only what JSON asks for is escaped.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly PooledBufferWriter _buffer = new();
    private readonly Utf8JsonWriter _json;

    private RequestWriter() => _json = new Utf8JsonWriter(_buffer, s_options);

    /// <summary>Writes a request that can't have files.</summary>
    /// <returns>The body; the caller releases it.</returns>
    /// <exception cref="GraphQLUploadException">There is a file among the variables.</exception>
    public static PooledBytes Write<TData>(
        ArrayPool<byte> pool,
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables,
        RequestForm form,
        GraphQLErrorBehavior? onError = null)
        where TData : class
    {
        var body = Write(pool, operation, variables, form, out var files, onError);
        if (files is null)
            return body;
        body.Dispose();
        throw FileCollector.WithoutHttp();
    }

    /// <summary>
    /// Writes a request. <paramref name="files"/> are those among the variables, for which null is written; null when there are none.
    /// </summary>
    /// <returns>The body; the caller releases it.</returns>
    public static PooledBytes Write<TData>(
        ArrayPool<byte> pool,
        GraphQLOperation<TData> operation,
        IGraphQLVariables? variables,
        RequestForm form,
        out IPlacedFiles? files,
        GraphQLErrorBehavior? onError = null)
        where TData : class
    {
        // Variables may send a request of their own while they are written.
        var writer = s_spare ?? new RequestWriter();
        s_spare = null;
        writer._buffer.Start(pool, operation.RequestPrefix.Length + 512);
        try
        {
            files = writer.WriteBody(operation.Name, operation.DocumentHash, operation.RequestPrefix.Span, variables, form, onError);
            var (array, length) = writer._buffer.Detach();
            s_spare = writer;
            return new PooledBytes(pool, array, length);
        }
        finally
        {
            writer._buffer.Abandon();
        }
    }

    /// <summary>
    /// Writes one value on its own, such as the variables for an address; <paramref name="hasFiles"/> tells of files, for which null is written.
    /// </summary>
    public static PooledBytes WriteVariables(ArrayPool<byte> pool, IGraphQLVariables variables, out bool hasFiles)
    {
        using var writer = new RequestWriter();
        writer._buffer.Start(pool, 512);
        try
        {
            hasFiles = writer.WriteVariables(variables) is not null;
            var (array, length) = writer._buffer.Detach();
            return new PooledBytes(pool, array, length);
        }
        finally
        {
            writer._buffer.Abandon();
        }
    }

    public void Dispose() => _json.Dispose();

    private IPlacedFiles? WriteBody(
        string name, string hash, ReadOnlySpan<byte> prefix, IGraphQLVariables? variables, RequestForm form, GraphQLErrorBehavior? onError)
    {
        if (form is RequestForm.Text or RequestForm.TextAndHash)
            _buffer.Write(prefix);
        else
            WriteNames(name, form == RequestForm.DocumentId ? hash : null);
        IPlacedFiles? files = null;
        if (variables is not null)
        {
            _buffer.Write(",\"variables\":"u8);
            files = WriteVariables(variables);
        }

        if (onError is { } behavior)
        {
            _buffer.Write(",\"onError\":"u8);
            WriteText(ErrorBehaviors.Text(behavior));
        }

        if (form is RequestForm.Hash or RequestForm.TextAndHash)
        {
            _buffer.Write(",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":"u8);
            WriteText(hash);
            _buffer.Write("}}"u8);
        }

        _buffer.Write("}"u8);
        return files;
    }

    private void WriteNames(string name, string? documentHash)
    {
        _buffer.Write("{\"operationName\":"u8);
        WriteText(name);
        if (documentHash is null)
            return;
        _buffer.Write(",\"documentId\":"u8);
        WriteText("sha256:" + documentHash);
    }

    private IPlacedFiles? WriteVariables(IGraphQLVariables variables)
    {
        var start = _buffer.Length;
        _json.Reset(_buffer);
        var before = FileCollector.Begin();
        INotedFiles? files;
        try
        {
            variables.WriteTo(_json);
            files = FileCollector.Files;
        }
        finally
        {
            FileCollector.End(before);
        }

        _json.Flush();
        return files?.Place(_buffer.WrittenSpan[start..]);
    }

    private void WriteText(string text)
    {
        _json.Reset(_buffer);
        _json.WriteStringValue(text);
        _json.Flush();
    }
}
