using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using ZstdSharp;

namespace Lathe.Testing.Serving;

/// <summary>Compresses answers in the first of the server's encodings that the client accepts.</summary>
internal static class Compressor
{
    private static readonly Dictionary<string, Func<Stream, Stream>> s_encodings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zstd"] = static body => new CompressionStream(body, leaveOpen: true),
        ["br"] = static body => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
        ["gzip"] = static body => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
        ["deflate"] = static body => new ZLibStream(body, CompressionLevel.Fastest, leaveOpen: true),
    };

    public static IReadOnlyList<string> Names { get; } = [.. s_encodings.Keys];

    /// <summary>Makes a stream that compresses, and says so in the headers; null where the client accepts none.</summary>
    public static Stream? Of(HttpContext context, IReadOnlyList<string> encodings)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString().Split(',').Select(static one => one.Split(';')[0].Trim()).ToArray();
        if (encodings.FirstOrDefault(one => accepted.Contains(one, StringComparer.OrdinalIgnoreCase)) is not { } encoding)
            return null;
        context.Response.Headers.ContentEncoding = encoding;
        return s_encodings[encoding](context.Response.Body);
    }
}
